"""The link in a message, and the page that waits for somebody to open it."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.services import Services


@serves("get-confirmation-code")
async def get_confirmation_code(call: Call, services: Services) -> Reply:
    """Wait until the link of a message is opened; a wrong ``operation_id`` waits and fails just so."""
    code = await services.code_links.wait(call.project, call.query["operation_id"], call.query["login"])
    return Reply.json({"code": code})


@serves("push-confirmation-code")
async def push_confirmation_code(call: Call, services: Services) -> Reply:
    """Complete the wait; with ``action=open``, as in messages, send the browser on."""
    page = await services.code_links.open(call.project, call.query["state"], call.query.get("link_url"))
    return Reply.redirect(page) if call.query.get("action") == "open" else Reply.empty()
