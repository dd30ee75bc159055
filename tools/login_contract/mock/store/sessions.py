"""Sessions: a row per token, named by the token's ``jti``; a token lives as long as its row says."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import product
from string import ascii_lowercase
from typing import Any

from attrs import frozen

from login_contract.mock.store.database import Row, Transaction

FULL = "full"
ASK = "ask"
SERVER = "server"


@frozen
class Session:
    """What a token stands for; ``context`` is what an ask needs to finish the login it interrupted.

    ``opened_at`` and ``expires_at`` are unix seconds of the mock's time; the first is noted as it is opened.
    """

    jti: str
    project_id: str
    user_id: str
    purpose: str
    context: Mapping[str, Any]
    expires_at: float
    revoked: bool = False
    family: str | None = None
    opened_at: float = 0.0


@frozen
class Alive:
    """The sessions of a user that have not ended: how many, and the newest of them."""

    count: int
    newest: list[Session]


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
        opened_at=tx.now,
        expires_at=session.expires_at,
    )


def find(tx: Transaction, jti: str) -> Session | None:
    """Return the session of a token."""
    row = tx.one("SELECT * FROM sessions WHERE jti = :jti", jti=jti)
    return None if row is None else _session(row)


def _session(row: Row) -> Session:
    return Session(
        jti=row["jti"],
        project_id=row["project_id"],
        user_id=row["user_id"],
        purpose=row["purpose"],
        context=json.loads(row["context"]),
        expires_at=row["expires_at"],
        revoked=row["revoked_at"] is not None,
        family=row["family"],
        opened_at=row["opened_at"],
    )


def goes_on(tx: Transaction, jti: str) -> bool:
    """Say whether there is a session that nobody has ended, even if its token has expired."""
    session = find(tx, jti)
    return session is not None and not session.revoked


def alive(tx: Transaction, user_ids: Sequence[str], *, most: int) -> dict[str, Alive]:
    """Return what users, at most 676, are signed in with if with anything: the newest, so many of each."""
    # The names of placeholders have letters only.
    names = (f"user_{''.join(pair)}" for pair in product(ascii_lowercase, repeat=2))
    named = dict(zip(names, user_ids, strict=False))
    if not named:
        return {}
    rows = tx.all(
        "SELECT * FROM (SELECT sessions.*, COUNT(*) OVER (PARTITION BY user_id) AS found,"
        " ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY opened_at DESC, jti) AS place FROM sessions"
        f" WHERE user_id IN ({', '.join(f':{name}' for name in named)})"
        " AND revoked_at IS NULL AND expires_at > :now) AS living"
        " WHERE place <= :most ORDER BY place",
        **named,
        now=tx.now,
        most=most,
    )
    found: dict[str, Alive] = {}
    for row in rows:
        found.setdefault(row["user_id"], Alive(row["found"], [])).newest.append(_session(row))
    return found


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
