"""Where a request arrives: which operation it names, and what the store says before it is read."""

from __future__ import annotations

from urllib.parse import quote

from login_contract.mock.contract import payload
from login_contract.mock.http.visit import Visit
from login_contract.mock.store.database import Transaction


async def route(visit: Visit) -> None:
    """Find the operation by path and method, and take the query apart."""
    scope = visit.incoming.scope
    sent: bytes | None = scope.get("raw_path")
    path = sent.decode("latin-1") if sent is not None else quote(scope["path"])
    # The SDK doubles the slash before some paths [sdk-js].
    found = visit.served.contract.find(path.replace("//", "/"))
    if found is not None:
        visit.route, visit.path = found
        visit.operation = visit.route.operations.get(visit.incoming.method)
    try:
        visit.query = payload.pairs(visit.incoming.scope["query_string"])
    except payload.Malformed as problem:
        visit.unreadable = str(problem)


async def look(visit: Visit) -> None:
    """Read what is needed of the store before the request itself is read, in one short transaction."""
    services = visit.services

    def look(tx: Transaction) -> bool:
        services.projects.refresh(tx)
        return tx.pending_faults > 0

    visit.may_fault = await services.store.read(look)
    named = visit.query.get("projectId")
    visit.project = services.projects.find(named[0]) if named else None
