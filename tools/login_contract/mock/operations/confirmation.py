"""The link in a message, and the page that waits for somebody to open it."""

from __future__ import annotations

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.contract.refusals import DEADLINE_EXCEEDED, NOT_FOUND
from login_contract.mock.domain import redirects
from login_contract.mock.errors import LoginError
from login_contract.mock.services import Services
from login_contract.mock.store import one_time_codes
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.watch import announce_change


async def get_confirmation_code(call: Call, services: Services) -> Reply:
    """Wait until the link of a message is opened; a wrong ``operation_id`` waits and fails just so."""
    project, query = call.project, call.query

    def opened(tx: Transaction) -> str | None:
        sent = one_time_codes.find(tx, query["operation_id"])
        if sent is None or not sent.clicked or not sent.is_live(tx.now):
            return None
        return sent.code if sent.belongs_to(project.project_id, query["login"]) else None

    code = await services.watch.until(opened, seconds=project["otc_wait_seconds"])
    if code is None:
        raise LoginError(DEADLINE_EXCEEDED, "Deadline exceeded.")
    return Reply.json({"code": code})


async def push_confirmation_code(call: Call, services: Services) -> Reply:
    """Complete the wait; with ``action=open``, as in messages, send the browser on."""
    project, query = call.project, call.query
    redirects.check_link_url(project, query.get("link_url"))

    def open_link(tx: Transaction) -> str:
        sent = one_time_codes.find_by_link(tx, query["state"])
        if sent is None or sent.project_id != project.project_id or not sent.is_live(tx.now):
            raise LoginError(NOT_FOUND, because="the link is unknown, used or expired (code_lifetime)")
        one_time_codes.click(tx, sent.operation_id)
        announce_change(tx)
        return sent.link_url or ""

    stored = await services.store.transaction(open_link)
    if query.get("action") != "open":
        return Reply.empty()
    return Reply.redirect(query.get("link_url") or stored)
