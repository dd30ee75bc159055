"""Refresh tokens: rotated on every use, revoked with their family."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from login_contract.mock.arrival import Arrival
from login_contract.mock.store.database import Transaction

SAME_MOMENT_SECONDS = 0.005


@frozen(kw_only=True)
class RefreshToken:
    """A refresh token; ``context`` is the login that it continues.

    ``arrived_at`` is when the request came that used it up, ``answered_at`` when the answer was ready to
    leave, both in real unix seconds.
    """

    token: str = field(repr=False)
    project_id: str
    client_id: int
    user_id: str
    family: str
    context: Mapping[str, Any]
    expires_at: float
    arrived_at: float | None = None
    answered_at: float | None = None

    def is_reused(self, arrival: Arrival) -> bool:
        """Say whether a request that presents this token came after the answer to the one that used it up.

        Two that were sent at once may be read one after the other: what came within the same moment, and may
        have been sent before that answer, was under way together with the other.
        """
        if self.arrived_at is None or self.answered_at is None or arrival.at <= self.answered_at:
            return False
        together = arrival.at - self.arrived_at <= SAME_MOMENT_SECONDS
        return not together or arrival.sent_after > self.answered_at


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
        arrived_at=row["arrived_at"],
        answered_at=row["answered_at"],
    )


def consume(tx: Transaction, token: str, *, arrived_at: float) -> bool:
    """Use a token up for a request that came at a real moment; of two who try at once, one gets True."""
    return bool(
        tx.execute(
            "UPDATE refresh_tokens SET consumed_at = :now, arrived_at = :arrived_at"
            " WHERE token = :token AND consumed_at IS NULL AND revoked_at IS NULL AND expires_at > :now",
            token=token,
            arrived_at=arrived_at,
            now=tx.now,
        )
    )


def note_answer(tx: Transaction, token: str) -> None:
    """Note that what a token gave is about to be answered: from now on its next use is a reuse."""
    tx.execute(
        "UPDATE refresh_tokens SET answered_at = :moment WHERE token = :token", token=token, moment=tx.moment
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
