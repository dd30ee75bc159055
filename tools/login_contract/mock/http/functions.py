"""The function behind each operation, and the call of it."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
from collections.abc import Awaitable, Mapping
from functools import lru_cache
from typing import Any

from starlette.requests import Request

from login_contract.mock.calls.call import Reply
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.errors import ContractBreach
from login_contract.mock.http.visit import Function, RefusedFunction, Visit


class ClientGone(Exception):
    """The client hung up before its answer."""


@lru_cache(maxsize=1)
def _named() -> Mapping[str, Any]:
    """Return everything that the operation and control modules define, by name."""
    found: dict[str, Any] = {}
    for package in ("operations", "control", "hosted"):
        folder = importlib.import_module(f"login_contract.mock.{package}")
        for module in pkgutil.iter_modules(folder.__path__):
            found.update(vars(importlib.import_module(f"{folder.__name__}.{module.name}")))
    return found


@lru_cache(maxsize=1)
def refused_functions() -> Mapping[str, RefusedFunction]:
    """Find the functions, named ``…_refused``, that answer an operation's refusals their own way."""
    found = _named()
    names = {
        operation.operation_id: f"{operation.function_name}_refused"
        for operation in compiled().operations.values()
    }
    return {operation_id: found[name] for operation_id, name in names.items() if name in found}


@lru_cache(maxsize=1)
def functions() -> Mapping[str, Function]:
    """Find the function of every operation by its name."""
    found = _named()
    return {
        operation.operation_id: found[operation.function_name]
        for operation in compiled().operations.values()
        if operation.function_name in found
    }


async def call(visit: Visit) -> None:
    """Let the operation answer.

    Raises:
        LoginError: the operation refuses.
        ContractBreach: no function serves it.
        ClientGone: nobody waits for the answer any more.
    """
    operation = visit.admitted
    function = visit.served.functions.get(operation.operation_id)
    if function is None:
        raise ContractBreach(f"no function {operation.function_name} serves {operation.operation_id}")
    visit.reply = await _unless_gone(visit.incoming, function(visit.call, visit.services))


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
