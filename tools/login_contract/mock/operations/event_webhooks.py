"""The addresses that hear of what happens to a project's users."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import NOT_FOUND, UNPROCESSABLE_VALUE
from login_contract.mock.errors import LoginError
from login_contract.mock.services import Services
from login_contract.mock.store import event_queue, event_webhooks
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.event_webhooks import EventWebhook
from login_contract.mock.terminal import shown


@serves("get-webhooks-for-event")
async def get_webhooks_for_event(call: Call, services: Services) -> Reply:
    """List the addresses, oldest first."""
    project_id, event_type = call.project.project_id, call.path["event_type"]
    found = await services.store.read(lambda tx: event_webhooks.of_event(tx, project_id, event_type))
    return Reply.json([_shown(webhook) for webhook in found])


@serves("add-webhook-for-event")
async def add_webhook_for_event(call: Call, services: Services) -> Reply:
    """Register an address."""
    project_id, event_type = call.project.project_id, call.path["event_type"]
    url: str = call.body["url"]
    added = await services.store.transaction(lambda tx: event_webhooks.add(tx, project_id, event_type, url))
    if added is None:
        raise LoginError(UNPROCESSABLE_VALUE, because=f"{shown(url)} is registered for {event_type} already")
    return Reply.json(_shown(added))


@serves("delete-webhook-for-event")
async def delete_webhook_for_event(call: Call, services: Services) -> Reply:
    """Remove an address; what is queued for it goes with it."""
    project_id, event_type = call.project.project_id, call.path["event_type"]
    webhook_id: int = call.path["webhook_id"]

    def remove(tx: Transaction) -> None:
        if not event_webhooks.remove(tx, project_id, event_type, webhook_id):
            raise LoginError(NOT_FOUND, because=f"{event_type} has no webhook {webhook_id}")
        event_queue.forget_webhook(tx, webhook_id)

    await services.store.transaction(remove)
    return Reply.empty()


def _shown(webhook: EventWebhook) -> dict[str, int | str]:
    return {"id": webhook.id, "url": webhook.url}
