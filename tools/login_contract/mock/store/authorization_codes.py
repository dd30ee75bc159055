"""Authorization codes (RFC 6749): bound to a client and a redirect URI, good once and for a minute."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from login_contract.mock.store.database import Transaction


@frozen(kw_only=True)
class AuthorizationCode:
    """A code, whom and what it was given for; every token that follows from it is of one ``family``.

    A code that the SSO check of the JWT protocol gave belongs to no client.
    """

    code: str = field(repr=False)
    project_id: str
    client_id: int | None
    user_id: str
    family: str
    context: Mapping[str, Any]
    expires_at: float
    consumed: bool = False


def add(tx: Transaction, code: AuthorizationCode) -> None:
    """Keep a new code; those of expired families go with their last token."""
    tx.insert(
        "authorization_codes",
        code=code.code,
        project_id=code.project_id,
        client_id=code.client_id,
        user_id=code.user_id,
        family=code.family,
        context=json.dumps(dict(code.context)),
        expires_at=code.expires_at,
    )


def find(tx: Transaction, code: str) -> AuthorizationCode | None:
    """Return a code, used or not."""
    row = tx.one("SELECT * FROM authorization_codes WHERE code = :code", code=code)
    if row is None:
        return None
    return AuthorizationCode(
        code=row["code"],
        project_id=row["project_id"],
        client_id=row["client_id"],
        user_id=row["user_id"],
        family=row["family"],
        context=json.loads(row["context"]),
        expires_at=row["expires_at"],
        consumed=row["consumed_at"] is not None,
    )


def consume(tx: Transaction, code: str) -> bool:
    """Use a code up; of two who try at once, one gets True."""
    return bool(
        tx.execute(
            "UPDATE authorization_codes SET consumed_at = :now"
            " WHERE code = :code AND consumed_at IS NULL AND expires_at > :now",
            code=code,
            now=tx.now,
        )
    )


def void_all(tx: Transaction, user_id: str) -> None:
    """Make every unused code of a user useless."""
    tx.execute(
        "UPDATE authorization_codes SET consumed_at = :now WHERE user_id = :user_id AND consumed_at IS NULL",
        user_id=user_id,
        now=tx.now,
    )
