"""The way of a request: its steps in their order, and the answer that leaves in the end."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Awaitable, Callable, Mapping

from attrs import evolve
from starlette.types import Send

from login_contract.mock.calls.call import Reply
from login_contract.mock.errors import LoginError
from login_contract.mock.http import answers, cors
from login_contract.mock.http.addressee import address, identify
from login_contract.mock.http.admission import admit, limit
from login_contract.mock.http.answers import judge
from login_contract.mock.http.faults import ConnectionDropped, fault
from login_contract.mock.http.functions import ClientGone, call
from login_contract.mock.http.request import read
from login_contract.mock.http.routing import look, route
from login_contract.mock.http.visit import Visit

log = logging.getLogger("login_contract.mock")
Step = Callable[[Visit], Awaitable[Reply | None]]
# Each may end the way: with an answer, or with a refusal that it raises.
# A refused token counts against the limits of the project that is named; where none is, the token names it.
STEPS: tuple[Step, ...] = (route, look, fault, admit, read, address, limit, identify, limit, call, judge)


async def serve(visit: Visit) -> None:
    """Answer a request."""
    with visit.closing:
        await _serve(visit)


async def _serve(visit: Visit) -> None:
    try:
        reply = await _answered(visit)
    except (ConnectionDropped, ClientGone, asyncio.CancelledError):
        return  # Cancelled: the server stops and has waited long enough, say for the latency of a fault.
    except Exception:
        log.exception("%s %s failed", visit.incoming.method, visit.incoming.scope["path"])
        reply = answers.broken()
    if reply.refused is not None:
        _tell(visit, reply.refused)
    headers, body = answers.written(reply)
    _share(visit, headers)
    try:
        await _send(visit.send, reply.status, headers, body)
    except OSError:
        named = visit.incoming.method, visit.incoming.scope["path"]
        log.debug("%s %s: the client was gone before its answer", *named)


async def _send(send: Send, status: int, headers: Mapping[str, str], body: bytes) -> None:
    raw = [(name.encode("latin-1"), value.encode("latin-1")) for name, value in headers.items()]
    await send({"type": "http.response.start", "status": status, "headers": raw})
    await send({"type": "http.response.body", "body": body})


async def _answered(visit: Visit) -> Reply:
    try:
        return await _walk(visit)
    except LoginError as refusal:
        return evolve(await answers.refused(visit, refusal), refused=refusal)


async def _walk(visit: Visit) -> Reply:
    for step in STEPS:
        reply = await step(visit)
        if reply is not None:
            return reply
    raise LookupError("the last step always answers")


def _tell(visit: Visit, refusal: LoginError) -> None:
    because = refusal.because or answers.meaning(refusal, visit.operation)
    # A partner's own code may repeat what the partner was sent.
    code = "-" if refusal.of_partner else refusal.code
    visit.services.terminal.refusal(status=refusal.status, code=code, operation=visit.name, because=because)


def _share(visit: Visit, headers: dict[str, str]) -> None:
    """Let the page of an origin that may call read the answer; tell the terminal of one that may not."""
    # Also without an origin: a cache must not give that answer to a page later.
    headers["vary"] = f"{headers['vary']}, Origin" if "vary" in headers else "Origin"
    origin = visit.incoming.headers.get("origin")
    if origin is None:
        return
    services = visit.services
    if cors.allowed(origin, visit.project, services.projects):
        cors.grant(headers, origin)
        if visit.route and visit.incoming.method == "OPTIONS":
            allowed = visit.served.contract.description.request_headers
            cors.grant_preflight(headers, methods=visit.route.operations, request_headers=allowed)
    elif not cors.own(origin, visit.incoming, services.settings.origin):
        services.terminal.origin(origin, visit.name, cors.because(visit.project))
