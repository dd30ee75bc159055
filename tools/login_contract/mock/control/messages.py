"""The outbox and the page that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from login_contract.mock.calls import html_document
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.control import outbox_page as outbox_page
from login_contract.mock.services import Services
from login_contract.mock.store import deliveries, outbox
from login_contract.mock.store.database import Transaction

SHOWN_MESSAGES = 200


@serves("mock-root", "mock-folder")
async def to_page(call: Call, services: Services) -> Reply:
    """Lead to the page; from another path than its own, its links would lead elsewhere."""
    return Reply.redirect("/_mock/")


@serves("mock-page")
async def mock_page(call: Call, services: Services) -> Reply:
    """Show messages as their recipients see them, projects and deliveries."""

    def look(tx: Transaction) -> list[Mapping[str, Any]]:
        return outbox.newest(tx, recipient=None, kind=None, project_id=None)[:SHOWN_MESSAGES]

    messages = await services.store.read(look)
    page = outbox_page.page(
        messages=messages,
        projects=[project.settings for project in services.projects.all()],
        deliveries=await services.store.read(deliveries.newest),
        base_url=services.settings.origin,
        refresh=call.query["refresh"],
    )
    return Reply.html(page, headers=html_document.headers(outbox_page.CONTENT_SECURITY_POLICY))


@serves("mock-outbox-list")
async def mock_outbox_list(call: Call, services: Services) -> Reply:
    """List matching messages; with ``wait``, wait for a first one."""
    wanted = {name: call.query.get(name) for name in ("recipient", "kind", "project_id")}

    def look(tx: Transaction) -> list[Mapping[str, Any]] | None:
        return outbox.newest(tx, **wanted) or None

    found = await services.watch.until(look, seconds=call.query.get("wait", 0))
    return Reply.json({"messages": found or []})


@serves("mock-outbox-clear")
async def mock_outbox_clear(call: Call, services: Services) -> Reply:
    """Empty the outbox."""
    await services.store.transaction(outbox.clear)
    return Reply.empty()
