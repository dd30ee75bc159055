"""Secrets that stand for something for a while: sign-ins that go on, and what a provider hands out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from attrs import field, frozen

from login_contract.mock.errors import LoginError
from login_contract.mock.store.database import Row, Transaction

T = TypeVar("T")
SIGN_IN = "sign_in"
ASK = "ask"
PROVIDER_PAGE = "provider_page"
ACCESS_TOKEN = "access_token"
CODE = "code"


@frozen
class Ticket:
    """A secret and what it stands for; ``provider`` is empty where no social network is involved."""

    secret: str = field(repr=False)
    project_id: str
    provider: str
    purpose: str
    context: Mapping[str, Any]
    expires_at: float


def add(tx: Transaction, ticket: Ticket) -> None:
    """Keep a ticket; expired ones go."""
    tx.execute("DELETE FROM tickets WHERE expires_at < :now", now=tx.now)
    tx.insert(
        "tickets",
        secret=ticket.secret,
        project_id=ticket.project_id,
        provider=ticket.provider,
        purpose=ticket.purpose,
        context=json.dumps(dict(ticket.context)),
        expires_at=ticket.expires_at,
    )


def find(tx: Transaction, secret: str, purpose: str) -> Ticket | None:
    """Return a live ticket."""
    return _ticket(
        tx.one(
            "SELECT * FROM tickets WHERE secret = :secret AND purpose = :purpose"
            " AND consumed_at IS NULL AND expires_at > :now",
            secret=secret,
            purpose=purpose,
            now=tx.now,
        )
    )


def take(tx: Transaction, secret: str, purpose: str) -> Ticket | None:
    """Use a ticket up and return it; of two who try at once, one gets it."""
    held = find(tx, secret, purpose)
    taken = tx.execute(
        "UPDATE tickets SET consumed_at = :now WHERE secret = :secret AND purpose = :purpose"
        " AND consumed_at IS NULL AND expires_at > :now",
        secret=secret,
        purpose=purpose,
        now=tx.now,
    )
    return held if taken else None


def spend(tx: Transaction, secret: str, purpose: str, work: Callable[[], T]) -> T | None:
    """Use a ticket up for some work and return what comes of it, or None when somebody was faster.

    It is used up first, so that the slower one changes nothing; work that is refused gives it back.
    """
    if take(tx, secret, purpose) is None:
        return None
    try:
        return work()
    except LoginError:
        tx.execute("UPDATE tickets SET consumed_at = NULL WHERE secret = :secret", secret=secret)
        raise


def keep(tx: Transaction, secret: str, context: Mapping[str, Any]) -> None:
    """Give a ticket back that was used up for work which is not done yet; ``context`` is how far it is."""
    tx.execute(
        "UPDATE tickets SET consumed_at = NULL, context = :context WHERE secret = :secret",
        context=json.dumps(dict(context)),
        secret=secret,
    )


def _ticket(row: Row | None) -> Ticket | None:
    if row is None:
        return None
    return Ticket(
        row["secret"],
        row["project_id"],
        row["provider"],
        row["purpose"],
        json.loads(row["context"]),
        row["expires_at"],
    )


def forget_user(tx: Transaction, user_id: str) -> None:
    """End every ticket that a user is named in."""
    tx.execute("DELETE FROM tickets WHERE context LIKE '%' || :user_id || '%'", user_id=user_id)
