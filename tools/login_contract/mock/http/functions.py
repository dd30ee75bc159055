"""The function behind each operation, and the call of it."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
from collections.abc import Awaitable, Mapping
from functools import lru_cache

from starlette.requests import Request

from login_contract.mock import control, hosted, operations
from login_contract.mock.calls.call import Reply
from login_contract.mock.calls.serving import REGISTRY, Endpoint
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.http.visit import Visit


class ClientGone(Exception):
    """The client hung up before its answer."""


@lru_cache(maxsize=1)
def endpoints() -> Mapping[str, Endpoint]:
    """Return what serves each operation of the description.

    Raises:
        ContractBreach: an operation has no function or several, or a function serves an unknown one.
    """
    for package in (operations, control, hosted):
        for module in pkgutil.iter_modules(package.__path__):
            importlib.import_module(f"{package.__name__}.{module.name}")
    return REGISTRY.endpoints(compiled().operations.keys())


async def call(visit: Visit) -> None:
    """Let the operation answer.

    Raises:
        LoginError: the operation refuses.
        ClientGone: nobody waits for the answer any more.
    """
    endpoint = visit.served.endpoints[visit.admitted.operation_id]
    visit.reply = await _unless_gone(visit.incoming, endpoint.serve(visit.call, visit.services))


async def _unless_gone(incoming: Request, answering: Awaitable[Reply]) -> Reply:
    """Await an answer; a GET whose client hangs up is given up at once, others finish what they began."""
    if incoming.method != "GET":
        return await answering
    answer = asyncio.ensure_future(answering)
    gone = asyncio.ensure_future(_disconnected(incoming))
    try:
        await asyncio.wait({answer, gone}, return_when=asyncio.FIRST_COMPLETED)
        if not answer.done():
            raise ClientGone
        return answer.result()
    finally:
        answer.cancel()
        gone.cancel()
        await asyncio.gather(answer, gone, return_exceptions=True)


async def _disconnected(incoming: Request) -> None:
    while (await incoming.receive())["type"] != "http.disconnect":
        pass
