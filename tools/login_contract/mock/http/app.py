"""The ASGI application: contract, operations, CORS, errors; every answer is judged before it leaves."""

from __future__ import annotations

import asyncio
import contextlib
import importlib
import json
import logging
import pkgutil
from collections.abc import Awaitable, Callable, Mapping, Sequence
from functools import lru_cache
from typing import Any

from attrs import evolve, frozen
from starlette.datastructures import MutableHeaders
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from login_contract.mock import seeding
from login_contract.mock.contract import payload
from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.contract.compiled import Operation, Route, compiled
from login_contract.mock.contract.refusals import (
    METHOD_NOT_ALLOWED,
    NOT_FOUND,
    OF_NO_OPERATION,
    UNKNOWN_PATH,
    UNKNOWN_PROJECT,
    WRONG_PROTOCOL,
)
from login_contract.mock.domain import clients
from login_contract.mock.errors import ContractBreach, LoginError, envelope
from login_contract.mock.hosted import error_page, html_document
from login_contract.mock.http import cors, faults, request
from login_contract.mock.http.admission import admit_control, admit_rate
from login_contract.mock.http.protocol import STOP_WAITING, TELL
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.settings.server import MockSettings
from login_contract.mock.store.database import Transaction, open_store
from login_contract.mock.store.faults import Fault, take
from login_contract.mock.terminal import shown

Function = Callable[[Call, Services], Awaitable[Reply]]
RefusedFunction = Callable[[LoginError, Mapping[str, Sequence[str]], Services], Awaitable[Reply | None]]
log = logging.getLogger("login_contract.mock")
CONTROL_PREFIX = "/_mock"
MOST_LISTED = 3
BROKEN = "The mock broke its own contract. This is a defect of the mock; its log tells more."


class ClientGone(Exception):
    """The client hung up before its answer."""


@frozen
class Situation:
    """What the store says before a request is read."""

    project: Project | None
    projects: tuple[Project, ...]
    fault: Fault | None


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


def create_app(settings: MockSettings | None = None) -> MockServer:
    """Build the server: open the store, create the configured projects that it lacks."""
    settings = settings or MockSettings()
    store = open_store(settings.database_url, throwaway=settings.throwaway)
    try:
        return MockServer(settings, Services.build(settings, store))
    except BaseException:
        store.close()
        raise


class MockServer:
    """One ASGI application and the services behind it."""

    def __init__(self, settings: MockSettings, services: Services) -> None:
        self.settings = settings
        self.services = services
        self.contract = compiled()
        self._functions = functions()
        self._refused_functions = refused_functions()
        self.standings = services.store.run(lambda tx: seeding.start(tx, services))

    def close(self) -> None:
        """Close the store."""
        self.services.store.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one ASGI connection."""
        if scope["type"] == "lifespan":
            await self._lifespan(scope, receive, send)
        elif scope["type"] == "http":
            await self._serve(Request(scope, receive), send)
        else:
            raise ValueError(f"{scope['type']} connections are not served")

    async def _lifespan(self, scope: Scope, receive: Receive, send: Send) -> None:
        state = scope.get("state", {})
        state[STOP_WAITING] = self.services.watch.stop
        state[TELL] = self.services.terminal.refusal
        courier = self.services.courier
        delivering: asyncio.Task[None] | None = None
        while True:
            message: Any = await receive()
            if message["type"] == "lifespan.startup":
                delivering = asyncio.create_task(courier.run())
            elif delivering is not None:
                courier.stop()
                await delivering
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return

    async def _serve(self, incoming: Request, send: Send) -> None:
        # The SDK doubles the slash before some paths [sdk-js].
        found = self.contract.find(incoming.scope["path"].replace("//", "/"))
        operation = found[0].operations.get(incoming.method) if found else None
        situation = Situation(None, (), None)
        try:
            situation = await self._look(incoming, operation)
            struck = await faults.strike(situation.fault, incoming.scope, send) if situation.fault else None
            reply = struck or await self._reply(incoming, found, operation, situation)
        except (faults.ConnectionDropped, ClientGone, asyncio.CancelledError):
            return  # Cancelled: the server stops and has waited long enough, say for the latency of a fault.
        except LoginError as refusal:
            reply = evolve(await self._refused(incoming, refusal, operation), refused=refusal)
        except Exception:
            log.exception("%s %s failed", incoming.method, incoming.scope["path"])
            reply = Reply.json(envelope("500", BROKEN), status=500)
        if reply.refused is not None:
            self._tell(reply.refused, _named_call(incoming, operation), operation)
        response = _response(reply)
        origin = incoming.headers.get("origin")
        # Also without an origin: a cache must not give that answer to a page later.
        response.headers.add_vary_header("Origin")
        if origin is not None and cors.allowed(origin, situation.project, situation.projects):
            cors.grant(response.headers, origin)
            if found and incoming.method == "OPTIONS":
                self._grant_preflight(response.headers, found[0])
        elif origin is not None and not cors.own(origin, incoming, self.settings.origin):
            self.services.terminal.origin(
                origin, _named_call(incoming, operation), cors.because(situation.project)
            )
        try:
            await response(incoming.scope, incoming.receive, send)
        except OSError:
            log.debug("%s %s: the client was gone before its answer", incoming.method, incoming.scope["path"])

    def _tell(self, refusal: LoginError, called: str, operation: Operation | None) -> None:
        because = refusal.because or _meaning(refusal, operation)
        # A partner's own code may repeat what the partner was sent.
        code = "-" if refusal.of_partner else refusal.code
        self.services.terminal.refusal(status=refusal.status, code=code, operation=called, because=because)

    async def _refused(self, incoming: Request, refusal: LoginError, operation: Operation | None) -> Reply:
        """Answer a refusal: as the operation itself wants it, as a page for a browser, or as the envelope."""
        answered = self._refused_functions.get(operation.operation_id) if operation else None
        if answered is not None:
            with contextlib.suppress(payload.Malformed):
                query = payload.pairs(incoming.scope["query_string"])
                reply = await answered(refusal, query, self.services)
                if reply is not None:
                    return reply
        reply = _refusal(refusal, operation)
        answer = operation.answer(reply.status) if operation else None
        wants_page = "text/html" in incoming.headers.get("accept", "")
        if answer is None or "text/html" not in answer.media_types or not wants_page:
            return reply
        text = reply.body["error"]["description"]
        page = error_page.page(title=text, text=f"{refusal.status} {refusal.code}")
        headers = {**reply.headers, **html_document.headers(error_page.CONTENT_SECURITY_POLICY)}
        return Reply.html(page, status=reply.status, headers=headers)

    async def _look(self, incoming: Request, operation: Operation | None) -> Situation:
        """Read what is needed of the store before the request itself is read, in one short transaction."""
        project_id = request.project_id(incoming)

        def look(tx: Transaction) -> tuple[Situation, bool]:
            projects = self.services.projects
            projects.refresh(tx)
            if tx.queued_events:
                # Whoever queued it may be gone.
                self.services.courier.wake()
            return Situation(projects.find(project_id), tuple(projects.all()), None), tx.pending_faults > 0

        situation, may_fault = await self.services.store.read(look)
        if may_fault and operation is not None and not operation.path.startswith(CONTROL_PREFIX):
            operation_id = operation.operation_id
            fault = await self.services.store.transaction(lambda tx: take(tx, operation_id))
            return evolve(situation, fault=fault)
        return situation

    async def _reply(
        self,
        incoming: Request,
        found: tuple[Route, dict[str, str]] | None,
        operation: Operation | None,
        situation: Situation,
    ) -> Reply:
        if found is None:
            raise LoginError(UNKNOWN_PATH)
        route, path = found
        if operation is None:
            allow = ", ".join([*route.operations, "OPTIONS"])
            if incoming.method == "OPTIONS":
                return Reply(204, headers={"allow": allow})
            raise LoginError(METHOD_NOT_ALLOWED, headers={"allow": allow})
        if operation.control:
            admit_control(incoming, self.settings, situation.projects)
        call = await request.read(incoming, operation, path)
        call = await self._from_server(self._addressed(call, operation, situation), operation)
        if call.registered is not None:
            await admit_rate(self.services.store, call.registered, operation.operation_id, incoming)
        function = self._functions.get(operation.operation_id)
        if function is None:
            raise ContractBreach(f"no function {operation.function_name} serves {operation.operation_id}")
        reply = await _unless_gone(incoming, function(call, self.services))
        _judge(reply, operation)
        return reply

    def _addressed(self, call: Call, operation: Operation, situation: Situation) -> Call:
        """Find the project, and the OAuth 2.0 client, that a request is addressed to.

        Raises:
            LoginError: 404 003-019 or 003-061, there is no such project or client; 422 003-033, the project
                does not serve the operation's protocol.
        """
        if "projectId" in call.query:
            if situation.project is None:
                raise LoginError(UNKNOWN_PROJECT, because=self._unknown_project(call.query["projectId"]))
            call = evolve(call, registered=situation.project)
        if "client_id" in call.query:
            client = clients.find(self.services.projects, call.query["client_id"])
            if client is None:
                because = f"client_id {call.query['client_id']} is in no project's oauth_clients"
                raise LoginError(NOT_FOUND, because=because)
            if call.registered is not None and call.registered.project_id != client.project.project_id:
                because = f"client_id {client.client_id} is one of project {client.project.project_id}"
                raise LoginError(UNKNOWN_PROJECT, because=because)
            call = evolve(call, registered=client.project, client=client)
        served = call.registered["protocol"] if call.registered is not None else "both"
        if served != "both" and operation.protocol not in (None, served):
            because = f'the project has protocol = "{served}", the call is one of {operation.protocol}'
            raise LoginError(WRONG_PROTOCOL, because=because)
        return call

    def _unknown_project(self, project_id: str) -> str:
        known = [project.project_id for project in self.services.projects.all()]
        listed = ", ".join(known[:MOST_LISTED]) + (", …" if len(known) > MOST_LISTED else "")
        return f"projectId {shown(project_id)} is none of the projects: {listed}"

    async def _from_server(self, call: Call, operation: Operation) -> Call:
        """Find the project that a server's path names, where the operation is one for servers only.

        Raises:
            LoginError: 404 003-061, there is no such project; 401 002-016, the token is not good for it.
        """
        if not operation.server:
            return call
        project = self.services.projects.named(call.path["project_id"])
        await self.services.tokens.identify_server(call.server_token or "", project)
        return evolve(call, registered=project)

    def _grant_preflight(self, headers: MutableHeaders, route: Route) -> None:
        cors.grant_preflight(headers, methods=route.operations, request_headers=self.contract.request_headers)


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


def _named_call(incoming: Request, operation: Operation | None) -> str:
    """Return what the terminal calls a request."""
    return operation.operation_id if operation else f"{incoming.method} {shown(incoming.scope['path'])}"


def _meaning(refusal: LoginError, operation: Operation | None) -> str:
    """Return the sentence of a refusal: its own, or what the description says of its code."""
    answer = operation.answer(refusal.status) if operation else None
    meanings = answer.error_codes if answer and answer.error_codes else {}
    described = meanings.get(refusal.code) or OF_NO_OPERATION.get(refusal.refusal)
    return refusal.description or described or "The request was refused."


def _refusal(refusal: LoginError, operation: Operation | None) -> Reply:
    """Turn a refusal into the envelope, with the meaning that the description gives its code."""
    answer = operation.answer(refusal.status) if operation else None
    body = envelope(refusal.code, _meaning(refusal, operation), refusal.details)
    reply = Reply.json(body, status=refusal.status, headers=refusal.headers)
    if operation is None:
        return reply
    try:
        _judge(reply, operation)
        known = answer.error_codes if answer else None
        foreign = refusal.of_partner and answer is not None and answer.partner_codes
        if known and not foreign and refusal.code not in known:
            raise ContractBreach(f"{operation.operation_id}: code {refusal.code} is not described")
    except ContractBreach as breach:
        log.error("%s", breach)
        return Reply.json(envelope("500", BROKEN), status=500)
    return reply


def _judge(reply: Reply, operation: Operation) -> None:
    """Compare an answer with the description.

    Raises:
        ContractBreach: the status, media type, body or a required header is not as described.
    """
    answer = operation.answer(reply.status)
    where = f"{operation.operation_id}: status {reply.status}"
    if answer is None:
        raise ContractBreach(f"{where} is not described")
    if reply.media_type is None:
        if answer.media_types:
            raise ContractBreach(f"{where} lacks its body")
    elif reply.media_type not in answer.media_types:
        raise ContractBreach(f"{where} has the undescribed media type {reply.media_type}")
    else:
        checker = answer.media_types[reply.media_type]
        if checker is not None and not checker.accepts(reply.body):
            problem = checker.problem(reply.body)
            raise ContractBreach(f"{where}: {problem.where if problem else 'body'} breaks its schema")
    for name in answer.required_headers:
        if name not in reply.headers and name != "cache-control":
            raise ContractBreach(f"{where} lacks the header {name}")


def _response(reply: Reply) -> Response:
    headers = {"cache-control": "no-store", **reply.headers}
    if reply.media_type is None:
        return Response(status_code=reply.status, headers=headers)
    if reply.media_type == "application/json":
        content = json.dumps(reply.body, ensure_ascii=False, separators=(",", ":")).encode()
    else:
        content = reply.body.encode()
    return Response(content, reply.status, headers, reply.media_type)
