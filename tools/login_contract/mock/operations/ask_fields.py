"""Data a project asks for after login, and the token that carries it."""

from __future__ import annotations

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.login_request import later_word, wording
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import CONFIRM_EMAIL, CONFIRM_PHONE_NUMBER
from login_contract.mock.domain.tokens import ANY_LOGIN
from login_contract.mock.errors import envelope
from login_contract.mock.flows.ask_fields import Answers, Pending
from login_contract.mock.services import Services

TO_CONFIRM = {
    "email": (CONFIRM_EMAIL, "Confirm email."),
    "phone_number": (CONFIRM_PHONE_NUMBER, "Confirm phone number."),
}


@serves("get-ask-fields", purposes=ANY_LOGIN)
async def get_ask_fields(call: Call, services: Services) -> Reply:
    """List the fields that the user has not given yet."""
    return Reply.json(services.ask_fields.outstanding(call.user))


@serves("update-token", "oauth-20-user-ask")
async def answer_ask_fields(call: Call, services: Services) -> Reply:
    """Store what was asked for; a contact to be proven gets a code first, anything else a new token."""
    answers = Answers(
        token=call.body["token"],
        given=call.body["updatedFields"],
        sending=call.body.get("settings") or {},
        wording=wording(call),
    )
    outcome = await services.ask_fields.answer(
        call.project, answers, later_word(call), browser=call.browser, headers=call.headers
    )
    if not isinstance(outcome, Pending):
        return await login_reply.url_reply(outcome, services, name="redirect_url")
    refusal, description = TO_CONFIRM[outcome.name]
    details = {"operation_id": outcome.operation_id}
    return Reply.json(envelope(refusal.code, description, details), status=refusal.status)
