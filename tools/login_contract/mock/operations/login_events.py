"""The addresses that hear of what happens to a project's users."""

from __future__ import annotations

from attrs import asdict

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.services import Services


@serves("get-webhooks-for-event")
async def get_webhooks_for_event(call: Call, services: Services) -> Reply:
    """List the addresses, oldest first."""
    found = await services.event_webhooks.registered(call.project, call.path["event_type"])
    return Reply.json([asdict(webhook) for webhook in found])


@serves("add-webhook-for-event")
async def add_webhook_for_event(call: Call, services: Services) -> Reply:
    """Register an address."""
    added = await services.event_webhooks.register(call.project, call.path["event_type"], call.body["url"])
    return Reply.json(asdict(added))


@serves("delete-webhook-for-event")
async def delete_webhook_for_event(call: Call, services: Services) -> Reply:
    """Remove an address; what is queued for it goes with it."""
    await services.event_webhooks.remove(call.project, call.path["event_type"], call.path["webhook_id"])
    return Reply.empty()
