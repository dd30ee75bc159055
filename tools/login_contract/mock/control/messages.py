"""The outbox."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.services import Services
from login_contract.mock.store import outbox
from login_contract.mock.store.database import Transaction


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
