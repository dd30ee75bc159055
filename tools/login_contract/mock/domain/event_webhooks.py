"""The addresses that hear of what happens to a project's users."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.contract.refusals import NOT_FOUND, UNPROCESSABLE_VALUE
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.store import event_queue, event_webhooks
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.event_webhooks import EventWebhook
from login_contract.mock.terminal import shown


@frozen
class EventWebhooks:
    """Registers addresses for the events of projects."""

    _store: Store

    async def registered(self, project: Project, event_type: str) -> list[EventWebhook]:
        """Return the addresses of an event, oldest first."""
        return await self._store.read(lambda tx: event_webhooks.of_event(tx, project.project_id, event_type))

    async def register(self, project: Project, event_type: str, url: str) -> EventWebhook:
        """Register an address.

        Raises:
            LoginError: 422 002-027, it is registered for the event already.
        """
        added = await self._store.transaction(
            lambda tx: event_webhooks.add(tx, project.project_id, event_type, url)
        )
        if added is None:
            because = f"{shown(url)} is registered for {event_type} already"
            raise LoginError(UNPROCESSABLE_VALUE, because=because)
        return added

    async def remove(self, project: Project, event_type: str, webhook_id: int) -> None:
        """Remove an address; what is queued for it goes with it.

        Raises:
            LoginError: 404 003-061, the event has no such address.
        """

        def remove(tx: Transaction) -> None:
            if not event_webhooks.remove(tx, project.project_id, event_type, webhook_id):
                raise LoginError(NOT_FOUND, because=f"{event_type} has no webhook {webhook_id}")
            event_queue.forget_webhook(tx, webhook_id)

        await self._store.transaction(remove)
