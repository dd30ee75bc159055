"""The devices that log the user of an account in."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.login_request import named_device
from login_contract.mock.calls.serving import serves
from login_contract.mock.services import Services


@serves("get-users-devices")
async def get_users_devices(call: Call, services: Services) -> Reply:
    """List the devices that log the user in."""
    return Reply.json(await services.linked_devices.of(call.user))


@serves("link-device-to-account")
async def link_device_to_account(call: Call, services: Services) -> Reply:
    """Let one more device log the user in."""
    await services.linked_devices.link(call.user, named_device(call, call.path["type_or_id"]))
    return Reply.empty()


@serves("unlink-device-from-account")
async def unlink_device_from_account(call: Call, services: Services) -> Reply:
    """Let a device log the user in no more."""
    await services.linked_devices.unlink(call.user, call.path["type_or_id"])
    return Reply.empty()
