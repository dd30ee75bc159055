"""Codes by which users link accounts elsewhere: six digits, one for a user, used once."""

from __future__ import annotations

from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User


def add(tx: Transaction, user: User, code: str, expires_at: float) -> bool:
    """Give a user a code in the place of the one before; return False when it is another user's now.

    ``expires_at`` is in unix seconds.
    """
    tx.execute(
        "DELETE FROM linking_codes WHERE project_id = :project_id AND"
        " (user_id = :user_id OR (code = :code AND expires_at <= :now))",
        project_id=user.project_id,
        user_id=user.user_id,
        code=code,
        now=tx.now,
    )
    return tx.add(
        "linking_codes",
        user_id=user.user_id,
        project_id=user.project_id,
        code=code,
        expires_at=expires_at,
    )


def holder(tx: Transaction, project_id: str, code: str) -> str | None:
    """Return whose live code this is; the code stays, and of two who want to take it, one waits."""
    row = tx.one(
        "SELECT user_id FROM linking_codes"
        f" WHERE project_id = :project_id AND code = :code AND expires_at > :now{tx.for_update}",
        project_id=project_id,
        code=code,
        now=tx.now,
    )
    return row["user_id"] if row else None


def take(tx: Transaction, user_id: str) -> None:
    """Use the code of a user up."""
    tx.execute("DELETE FROM linking_codes WHERE user_id = :user_id", user_id=user_id)
