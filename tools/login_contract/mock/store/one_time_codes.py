"""One-time codes: bound to an operation, a recipient and a project; used once, or never."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from login_contract.mock.names import comparable
from login_contract.mock.store.database import Row, Transaction

KEPT_SECONDS_AFTER_EXPIRY = 3600


@frozen(kw_only=True)
class OneTimeCode:
    """A code that was sent; ``user_id`` is set when it proves a contact of a known user (an ask)."""

    operation_id: str
    project_id: str
    channel: str
    recipient: str
    code: str = field(repr=False)
    link_state: str | None = None
    link_url: str | None = None
    user_id: str | None = None
    context: Mapping[str, Any] = field(factory=dict)
    attempts: int = 0
    clicked: bool = False
    consumed: bool = False
    expires_at: float = 0

    def is_live(self, now: float) -> bool:
        """Say whether the code can still be used."""
        return not self.consumed and self.expires_at > now

    def belongs_to(self, project_id: str, recipient: str) -> bool:
        """Say whether the code was sent to this recipient for this project."""
        return self.project_id == project_id and comparable(self.recipient) == comparable(recipient)


def _one_time_code(row: Row | None) -> OneTimeCode | None:
    if row is None:
        return None
    return OneTimeCode(
        operation_id=row["operation_id"],
        project_id=row["project_id"],
        channel=row["channel"],
        recipient=row["recipient"],
        code=row["code"],
        link_state=row["link_state"],
        link_url=row["link_url"],
        user_id=row["user_id"],
        context=json.loads(row["context"]),
        attempts=row["attempts"],
        clicked=row["clicked_at"] is not None,
        consumed=row["consumed_at"] is not None,
        expires_at=row["expires_at"],
    )


def add(tx: Transaction, code: OneTimeCode) -> None:
    """Keep a new code; long expired ones go."""
    tx.execute(
        "DELETE FROM one_time_codes WHERE expires_at < :limit", limit=tx.now - KEPT_SECONDS_AFTER_EXPIRY
    )
    tx.insert(
        "one_time_codes",
        operation_id=code.operation_id,
        project_id=code.project_id,
        channel=code.channel,
        recipient=code.recipient,
        code=code.code,
        link_state=code.link_state,
        link_url=code.link_url,
        user_id=code.user_id,
        context=json.dumps(dict(code.context)),
        expires_at=code.expires_at,
    )


def find(tx: Transaction, operation_id: str) -> OneTimeCode | None:
    """Return the code of an operation."""
    return _one_time_code(
        tx.one("SELECT * FROM one_time_codes WHERE operation_id = :operation_id", operation_id=operation_id)
    )


def find_by_link(tx: Transaction, link_state: str) -> OneTimeCode | None:
    """Return the code whose message held this link."""
    return _one_time_code(
        tx.one("SELECT * FROM one_time_codes WHERE link_state = :link_state", link_state=link_state)
    )


def count_attempt(tx: Transaction, operation_id: str, limit: int) -> bool:
    """Count a wrong code; return False when the limit was reached before."""
    return bool(
        tx.execute(
            "UPDATE one_time_codes SET attempts = attempts + 1"
            " WHERE operation_id = :operation_id AND attempts < :attempts_allowed",
            operation_id=operation_id,
            attempts_allowed=limit,
        )
    )


def consume(tx: Transaction, operation_id: str, limit: int) -> bool:
    """Use a code up; of two who try at once, one gets True."""
    return bool(
        tx.execute(
            "UPDATE one_time_codes SET consumed_at = :now WHERE operation_id = :operation_id"
            " AND consumed_at IS NULL AND expires_at > :now AND attempts < :attempts_allowed",
            now=tx.now,
            operation_id=operation_id,
            attempts_allowed=limit,
        )
    )


def void(tx: Transaction, user_id: str, channels: Iterable[str]) -> None:
    """Make the unused codes of some channels that a user was sent useless."""
    for channel in channels:
        tx.execute(
            "UPDATE one_time_codes SET consumed_at = :now"
            " WHERE user_id = :user_id AND channel = :channel AND consumed_at IS NULL",
            now=tx.now,
            user_id=user_id,
            channel=channel,
        )


def click(tx: Transaction, operation_id: str) -> None:
    """Note that the link in the message was opened."""
    tx.execute(
        "UPDATE one_time_codes SET clicked_at = :now WHERE operation_id = :operation_id",
        now=tx.now,
        operation_id=operation_id,
    )


def replace(tx: Transaction, operation_id: str, fresh: str) -> None:
    """Let an operation continue with the code of another one, which ends; wrong tries stay counted."""
    code = tx.row("SELECT code, expires_at FROM one_time_codes WHERE operation_id = :fresh", fresh=fresh)
    tx.execute(
        "UPDATE one_time_codes SET code = :code, expires_at = :expires_at WHERE operation_id = :operation_id",
        code=code["code"],
        expires_at=code["expires_at"],
        operation_id=operation_id,
    )
    tx.execute("DELETE FROM one_time_codes WHERE operation_id = :fresh", fresh=fresh)
