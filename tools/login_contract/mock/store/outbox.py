"""Every mail and SMS that was "sent", for tests and people to read."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from login_contract.mock import moments
from login_contract.mock.names import comparable
from login_contract.mock.store.database import Row, Transaction
from login_contract.mock.store.watch import announce_change

KEPT_MESSAGES = 2000
COLUMNS = (
    "id",
    "project_id",
    "channel",
    "recipient",
    "kind",
    "subject",
    "text",
    "html",
    "code",
    "link",
    "operation_id",
    "locale",
    "language",
    "created_at",
)


@frozen(kw_only=True)
class SentMessage:
    """A message as its recipient sees it, and what a test wants to know about it.

    ``locale`` is what was asked for, ``language`` the tag of the texts that came closest.
    """

    id: str
    project_id: str
    channel: str
    recipient: str
    kind: str
    subject: str
    text: str
    html: str
    locale: str
    language: str
    code: str | None = None
    link: str | None = None
    operation_id: str | None = None


def add(tx: Transaction, message: SentMessage) -> None:
    """Keep a message and wake whoever waits for one; only the newest are kept."""
    tx.insert(
        "messages",
        id=message.id,
        project_id=message.project_id,
        channel=message.channel,
        recipient=message.recipient,
        recipient_key=comparable(message.recipient),
        kind=message.kind,
        subject=message.subject,
        text=message.text,
        html=message.html,
        code=message.code,
        link=message.link,
        operation_id=message.operation_id,
        locale=message.locale,
        language=message.language,
        created_at=tx.now,
    )
    tx.execute(
        "DELETE FROM messages WHERE position <= (SELECT MAX(position) FROM messages) - :kept",
        kept=KEPT_MESSAGES,
    )
    announce_change(tx)


def newest(
    tx: Transaction, *, recipient: str | None, kind: str | None, project_id: str | None
) -> list[Mapping[str, Any]]:
    """Return matching messages, newest first; recipients compare case-insensitively."""
    wanted = {
        "recipient_key": comparable(recipient) if recipient is not None else None,
        "kind": kind,
        "project_id": project_id.lower() if project_id is not None else None,
    }
    given = {name: value for name, value in wanted.items() if value is not None}
    where = " AND ".join(["1 = 1", *(f"{name} = :{name}" for name in given)])
    rows = tx.all(f"SELECT {', '.join(COLUMNS)} FROM messages WHERE {where} ORDER BY position DESC", **given)
    return [_described(row) for row in rows]


def beginning(
    tx: Transaction, recipient: str, wanted: Mapping[str, str], *, most: int
) -> tuple[int, list[Mapping[str, Any]]]:
    """Return how many messages match, and the newest of them, at most so many.

    Their recipients begin so, in any case; ``wanted`` are values of columns. What is empty lets all through.
    """
    given = {name: value for name, value in wanted.items() if value}
    conditions = ["1 = 1", *(f"{name} = :{name}" for name in given)]
    if recipient:
        conditions.append("substr(recipient_key, 1, length(:recipient)) = :recipient")
        given["recipient"] = comparable(recipient)
    where = " AND ".join(conditions)
    found = tx.row(f"SELECT COUNT(*) AS found FROM messages WHERE {where}", **given)["found"]
    rows = tx.all(
        f"SELECT {', '.join(COLUMNS)} FROM messages WHERE {where} ORDER BY position DESC LIMIT :most",
        **given,
        most=most,
    )
    return found, [_described(row) for row in rows]


def kinds(tx: Transaction) -> list[str]:
    """Return the kinds of the messages that there are, in order of name."""
    return sorted(row["kind"] for row in tx.all("SELECT DISTINCT kind FROM messages"))


def _described(row: Row) -> dict[str, Any]:
    message = {name: row[name] for name in COLUMNS}
    message["created_at"] = moments.in_milliseconds(row["created_at"])
    # An SMS has neither a subject nor an HTML part.
    return {**message, "subject": row["subject"] or None, "html": row["html"] or None}


def clear(tx: Transaction) -> None:
    """Remove every message."""
    tx.execute("DELETE FROM messages")
    announce_change(tx)
