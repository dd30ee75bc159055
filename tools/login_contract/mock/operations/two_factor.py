"""The second factor of a password login."""

from __future__ import annotations

from attrs import evolve

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.flows.login import Grant
from login_contract.mock.services import Services


@serves("otp-validate")
async def otp_validate(call: Call, services: Services) -> Reply:
    """Take the code and answer where the login leads."""
    challenge_id, code = call.query["challenge_id"], call.query["code"]
    outcome = await services.second_factor.complete(challenge_id, code, browser=call.browser)
    if isinstance(outcome, Grant):
        request = evolve(outcome.request, remember_me=call.query.get("remember_me", True))
        outcome = evolve(outcome, request=request)
    return await login_reply.url_reply(outcome, services, name="url")


@serves("otp-resend")
async def otp_resend(call: Call, services: Services) -> Reply:
    """Send a new code; the old one dies."""
    await services.second_factor.send_again(call.query["challenge_id"], call.body.get("locale"))
    return Reply.empty()
