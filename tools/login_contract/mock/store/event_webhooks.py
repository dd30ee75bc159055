"""Addresses that were registered for an event of a project."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.store.database import Transaction


@frozen
class EventWebhook:
    """A registered address; ids are unique on the server and never used again."""

    id: int
    url: str


def add(tx: Transaction, project_id: str, event_type: str, url: str) -> EventWebhook | None:
    """Register an address; return None when it is registered for the event already."""
    row = tx.one(
        "INSERT INTO event_webhooks (project_id, event_type, url) VALUES (:project_id, :event_type, :url)"
        " ON CONFLICT DO NOTHING RETURNING id",
        project_id=project_id,
        event_type=event_type,
        url=url,
    )
    return EventWebhook(row["id"], url) if row is not None else None


def of_event(tx: Transaction, project_id: str, event_type: str) -> list[EventWebhook]:
    """Return the addresses registered for an event, oldest first."""
    rows = tx.all(
        "SELECT id, url FROM event_webhooks WHERE project_id = :project_id AND event_type = :event_type"
        " ORDER BY id",
        project_id=project_id,
        event_type=event_type,
    )
    return [EventWebhook(row["id"], row["url"]) for row in rows]


def remove(tx: Transaction, project_id: str, event_type: str, webhook_id: int) -> bool:
    """Remove an address; return False when there is no such one."""
    return bool(
        tx.execute(
            "DELETE FROM event_webhooks"
            " WHERE id = :id AND project_id = :project_id AND event_type = :event_type",
            id=webhook_id,
            project_id=project_id,
            event_type=event_type,
        )
    )
