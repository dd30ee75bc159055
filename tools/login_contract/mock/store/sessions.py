"""Sessions: a row per token, named by the token's ``jti``; a token lives as long as its row says."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from login_contract.mock.store.database import Transaction

FULL = "full"
ASK = "ask"
SERVER = "server"


@frozen
class Session:
    """What a token stands for; ``context`` is what an ask needs to finish the login it interrupted."""

    jti: str
    project_id: str
    user_id: str
    purpose: str
    context: Mapping[str, Any]
    expires_at: float
    revoked: bool = False
    family: str | None = None


def open_session(tx: Transaction, session: Session) -> None:
    """Add a session."""
    tx.insert(
        "sessions",
        jti=session.jti,
        project_id=session.project_id,
        user_id=session.user_id,
        purpose=session.purpose,
        context=json.dumps(dict(session.context)),
        family=session.family,
        expires_at=session.expires_at,
    )


def find(tx: Transaction, jti: str) -> Session | None:
    """Return the session of a token."""
    row = tx.one("SELECT * FROM sessions WHERE jti = :jti", jti=jti)
    if row is None:
        return None
    return Session(
        jti=row["jti"],
        project_id=row["project_id"],
        user_id=row["user_id"],
        purpose=row["purpose"],
        context=json.loads(row["context"]),
        expires_at=row["expires_at"],
        revoked=row["revoked_at"] is not None,
        family=row["family"],
    )


def is_alive(tx: Transaction, jti: str) -> bool:
    """Say whether there is a session that has neither been ended nor expired."""
    session = find(tx, jti)
    return session is not None and not session.revoked and session.expires_at > tx.now


def last_end(tx: Transaction, project_id: str) -> float:
    """Return when the last token of a project expires that there is so far, in unix seconds."""
    row = tx.row(
        "SELECT MAX(expires_at) AS last FROM sessions WHERE project_id = :project_id", project_id=project_id
    )
    return row["last"] or 0.0


def revoke_all(tx: Transaction, user_id: str) -> None:
    """End every session of a user."""
    tx.execute(
        "UPDATE sessions SET revoked_at = :now WHERE user_id = :user_id AND revoked_at IS NULL",
        now=tx.now,
        user_id=user_id,
    )


def revoke(tx: Transaction, jti: str) -> None:
    """End one session."""
    tx.execute(
        "UPDATE sessions SET revoked_at = :now WHERE jti = :jti AND revoked_at IS NULL", now=tx.now, jti=jti
    )


def revoke_family(tx: Transaction, family: str) -> None:
    """End every session that stems from one login."""
    tx.execute(
        "UPDATE sessions SET revoked_at = :now WHERE family = :family AND revoked_at IS NULL",
        now=tx.now,
        family=family,
    )
