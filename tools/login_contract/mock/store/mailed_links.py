"""Links that are mailed and work once: account confirmation and password reset."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from login_contract.mock.store.database import Transaction

CONFIRMATION = "account_confirmation"
RESET = "password_reset"


@frozen
class MailedLink:
    """Whom a link is for, and what the request that caused it said."""

    code: str
    project_id: str
    user_id: str
    purpose: str
    context: Mapping[str, Any]
    expires_at: float


def add(tx: Transaction, link: MailedLink) -> None:
    """Keep a link; long expired ones go."""
    tx.execute("DELETE FROM mailed_links WHERE expires_at < :now", now=tx.now)
    tx.insert(
        "mailed_links",
        code=link.code,
        project_id=link.project_id,
        user_id=link.user_id,
        purpose=link.purpose,
        context=json.dumps(dict(link.context)),
        expires_at=link.expires_at,
    )


def take(
    tx: Transaction, project_id: str, purpose: str, code: str, *, user_id: str | None = None
) -> MailedLink | None:
    """Use a link up and return it; None when it is unknown, used, expired, another project's or user's."""
    taken = tx.execute(
        "UPDATE mailed_links SET consumed_at = :now WHERE code = :code AND project_id = :project_id"
        " AND user_id = COALESCE(:user_id, user_id) AND purpose = :purpose"
        " AND consumed_at IS NULL AND expires_at > :now",
        now=tx.now,
        code=code,
        project_id=project_id,
        user_id=user_id,
        purpose=purpose,
    )
    if not taken:
        return None
    row = tx.row("SELECT * FROM mailed_links WHERE code = :code", code=code)
    return MailedLink(
        row["code"],
        row["project_id"],
        row["user_id"],
        row["purpose"],
        json.loads(row["context"]),
        row["expires_at"],
    )


def void(tx: Transaction, user_id: str, purpose: str) -> None:
    """Make every unused link of a user for this purpose useless."""
    tx.execute(
        "UPDATE mailed_links SET consumed_at = :now"
        " WHERE user_id = :user_id AND purpose = :purpose AND consumed_at IS NULL",
        now=tx.now,
        user_id=user_id,
        purpose=purpose,
    )


def used_since(tx: Transaction, user_id: str, purpose: str, moment: float) -> bool:
    """Say whether a link of a user was used, or became useless with another one, since a moment."""
    row = tx.one(
        "SELECT 1 AS used FROM mailed_links"
        " WHERE user_id = :user_id AND purpose = :purpose AND consumed_at >= :moment",
        user_id=user_id,
        purpose=purpose,
        moment=moment,
    )
    return row is not None
