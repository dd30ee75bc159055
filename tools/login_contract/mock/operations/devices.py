"""Login of a device, without asking its user anything."""

from __future__ import annotations

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.login_request import login_request, named_device
from login_contract.mock.calls.serving import serves
from login_contract.mock.services import Services


@serves("jwt-auth-via-device-id")
async def jwt_auth_via_device_id(call: Call, services: Services) -> Reply:
    """Log a device in and answer its token."""
    request = login_request(call, login_type="device", redirects_on=False)
    grant = await services.devices.log_in(
        call.project, named_device(call, call.path["device_type"]), request, browser=call.browser
    )
    return await login_reply.token_reply(grant, services)


@serves("oauth-20-auth-via-device-id")
async def oauth_20_auth_via_device_id(call: Call, services: Services) -> Reply:
    """Log a device in and answer the redirect URI with a code."""
    request = login_request(call, login_type="device")
    grant = await services.devices.log_in(
        call.project, named_device(call, call.path["device_type"]), request, browser=call.browser
    )
    return await login_reply.reply(grant, services)
