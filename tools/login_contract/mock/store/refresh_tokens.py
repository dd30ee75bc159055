"""Refresh tokens: rotated on every use, revoked with their family."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from login_contract.mock.store.database import Transaction


@frozen(kw_only=True)
class RefreshToken:
    """A refresh token; ``context`` is the login that it continues."""

    token: str = field(repr=False)
    project_id: str
    client_id: int
    user_id: str
    family: str
    context: Mapping[str, Any]
    expires_at: float
    consumed: bool = False
    revoked: bool = False

    def is_live(self, now: float) -> bool:
        """Say whether it may still be used."""
        return not self.consumed and not self.revoked and self.expires_at > now


def add(tx: Transaction, token: RefreshToken) -> None:
    """Keep a new token."""
    tx.insert(
        "refresh_tokens",
        token=token.token,
        project_id=token.project_id,
        client_id=token.client_id,
        user_id=token.user_id,
        family=token.family,
        context=json.dumps(dict(token.context)),
        expires_at=token.expires_at,
    )


def find(tx: Transaction, token: str) -> RefreshToken | None:
    """Return a token, used or not."""
    row = tx.one("SELECT * FROM refresh_tokens WHERE token = :token", token=token)
    if row is None:
        return None
    return RefreshToken(
        token=row["token"],
        project_id=row["project_id"],
        client_id=row["client_id"],
        user_id=row["user_id"],
        family=row["family"],
        context=json.loads(row["context"]),
        expires_at=row["expires_at"],
        consumed=row["consumed_at"] is not None,
        revoked=row["revoked_at"] is not None,
    )


def consume(tx: Transaction, token: str) -> bool:
    """Use a token up; of two who try at once, one gets True."""
    return bool(
        tx.execute(
            "UPDATE refresh_tokens SET consumed_at = :now"
            " WHERE token = :token AND consumed_at IS NULL AND revoked_at IS NULL AND expires_at > :now",
            token=token,
            now=tx.now,
        )
    )


def revoke_family(tx: Transaction, family: str) -> None:
    """End every refresh token that stems from one login."""
    tx.execute(
        "UPDATE refresh_tokens SET revoked_at = :now WHERE family = :family AND revoked_at IS NULL",
        family=family,
        now=tx.now,
    )


def revoke_all(tx: Transaction, user_id: str) -> None:
    """End every refresh token of a user."""
    tx.execute(
        "UPDATE refresh_tokens SET revoked_at = :now WHERE user_id = :user_id AND revoked_at IS NULL",
        user_id=user_id,
        now=tx.now,
    )
