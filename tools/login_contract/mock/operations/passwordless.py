"""Login with a one-time code sent by SMS or e-mail."""

from __future__ import annotations

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.login_request import later_word, login_request, wording
from login_contract.mock.calls.serving import serves
from login_contract.mock.flows.code_login import RECIPIENT
from login_contract.mock.flows.one_time_code import Dispatch, GivenCode
from login_contract.mock.services import Services


@serves("jwt-start-auth-by-phone-number", "oauth-20-start-auth-by-phone-number")
async def start_auth_by_phone_number(call: Call, services: Services) -> Reply:
    """Send a code by SMS."""
    return await _start(call, services, "phone")


@serves("jwt-start-auth-by-email", "oauth-20-start-auth-by-email")
async def start_auth_by_email(call: Call, services: Services) -> Reply:
    """Send a code by e-mail."""
    return await _start(call, services, "email")


@serves("jwt-complete-auth-by-phone-number", "oauth-20-complete-auth-by-phone-number")
async def complete_auth_by_phone_number(call: Call, services: Services) -> Reply:
    """Take a code that came by SMS."""
    return await _complete(call, services, "phone")


@serves("jwt-complete-auth-by-email", "oauth-20-complete-auth-by-email")
async def complete_auth_by_email(call: Call, services: Services) -> Reply:
    """Take a code that came by e-mail."""
    return await _complete(call, services, "email")


async def _start(call: Call, services: Services, channel: str) -> Reply:
    request = login_request(call, login_type=channel, remember_me=False)
    dispatch = Dispatch(
        channel=channel,
        recipient=call.body[RECIPIENT[channel]],
        send_link=call.body.get("send_link", False),
        link_url=call.body.get("link_url"),
        wording=wording(call),
    )
    operation_id = await services.code_logins.start(call.project, dispatch, request, headers=call.headers)
    return Reply.json({"operation_id": operation_id})


async def _complete(call: Call, services: Services, channel: str) -> Reply:
    given = GivenCode(
        channel=channel,
        recipient=call.body[RECIPIENT[channel]],
        operation_id=call.body["operation_id"],
        code=call.body["code"],
        client_id=call.client.client_id if call.client else None,
    )
    grant = await services.code_logins.complete(call.project, given, later_word(call), browser=call.browser)
    return await login_reply.reply(grant, services)
