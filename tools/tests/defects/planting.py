"""Ways to break the mock of this process: its operations, its description, and its answers once judged."""

from __future__ import annotations

import copy
from collections.abc import Awaitable, Callable
from types import ModuleType, SimpleNamespace
from typing import Any

import pytest
from attrs import evolve
from starlette.datastructures import MutableHeaders
from starlette.types import Message, Receive, Scope, Send

from login_contract.description.model import Description, described
from login_contract.mock.arrival import Arrival
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function, RefusalFunction
from login_contract.mock.contract.compiled import Contract
from login_contract.mock.domain import named_users
from login_contract.mock.domain.clients import Client
from login_contract.mock.flows.grants.token_request import TokenRequest
from login_contract.mock.flows.oauth_tokens import Issued
from login_contract.mock.http import answers, app, functions
from login_contract.mock.http.app import MockServer
from login_contract.mock.services import Services
from login_contract.mock.store import user_rows, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.user_rows import User

Around = Callable[[Function, Call, Services], Awaitable[Reply]]
Disguise = Callable[[Client, TokenRequest, Store], Awaitable[tuple[Client, TokenRequest]]]


def wrap_operation(patch: pytest.MonkeyPatch, operation_id: str, around: Around) -> None:
    """Let ``around`` serve an operation; it gets the sound function, the call and the services."""
    sound = functions.endpoints()
    endpoint = sound[operation_id]

    async def serve(call: Call, services: Services) -> Reply:
        return await around(endpoint.serve, call, services)

    planted = {operation_id: evolve(endpoint, serve=serve)}
    patch.setattr(functions, "endpoints", lambda: {**sound, **planted})


def answer_refusals(patch: pytest.MonkeyPatch, operation_id: str, refuse: RefusalFunction) -> None:
    """Let ``refuse`` answer what an operation refuses."""
    sound = functions.endpoints()
    planted = {operation_id: evolve(sound[operation_id], refuse=refuse)}
    patch.setattr(functions, "endpoints", lambda: {**sound, **planted})


def alter_answers(patch: pytest.MonkeyPatch, operation_id: str, alter: Callable[[Reply], Reply]) -> None:
    """Change what an operation answers; the mock, which would notice, looks the other way."""

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        return alter(await sound(call, services))

    wrap_operation(patch, operation_id, around)
    blind(patch)


def disguise_grant(patch: pytest.MonkeyPatch, grant: type[Any], disguise: Disguise) -> None:
    """Change who presents a grant, and what, before the token endpoint looks at it."""
    sound = grant.issue

    async def disguised(self: Any, client: Client, asked: TokenRequest, arrival: Arrival) -> Issued:
        client, asked = await disguise(client, asked, self._store)
        issued: Issued = await sound(self, client, asked, arrival)
        return issued

    patch.setattr(grant, "issue", disguised)


def alter_found(patch: pytest.MonkeyPatch, store: ModuleType, alter: Callable[[Any], Any]) -> None:
    """Change what a module of the store finds."""
    sound = store.find

    def find(*given: Any) -> Any:
        found = sound(*given)
        return alter(found) if found is not None else None

    patch.setattr(store, "find", find)


def blind(patch: pytest.MonkeyPatch) -> None:
    """Keep the mock from comparing its answers with the description."""
    patch.setattr(answers, "compare", lambda reply, operation: None)


def alter_headers(patch: pytest.MonkeyPatch, alter: Callable[[int, MutableHeaders], None]) -> None:
    """Change the headers of every answer, given its status, just before they leave."""
    serve = MockServer.__call__

    async def altered(self: MockServer, scope: Scope, receive: Receive, send: Send) -> None:
        async def send_altered(message: Message) -> None:
            if message["type"] == "http.response.start":
                alter(message["status"], MutableHeaders(raw=message["headers"]))
            await send(message)

        await serve(self, scope, receive, send_altered)

    patch.setattr(MockServer, "__call__", altered)


def alter_description(patch: pytest.MonkeyPatch, alter: Callable[[dict[str, Any]], None]) -> None:
    """Let the mock, and nobody else, go by another description."""
    document: dict[str, Any] = copy.deepcopy(dict(described("mock").document))
    alter(document)
    contract = Contract(Description(document))
    patch.setattr(app, "compiled", lambda: contract)


def named_user(tx: Transaction, call: Call) -> User | None:
    """Return the user that the ``username`` in a body names."""
    return users.by_login(tx, call.project.project_id, call.body["username"])


def altered(module: ModuleType, **changed: Any) -> Any:
    """Return what a module holds, some of it changed: for the one module that is given it in its place."""
    return SimpleNamespace(**{**vars(module), **changed})


def find_in_any_project(patch: pytest.MonkeyPatch, flow: ModuleType) -> None:
    """Let a flow find the users that a call names in whatever project they are."""

    def find(tx: Transaction, project_id: str, user_id: str, *, hold: bool = False) -> User:
        row = tx.one("SELECT project_id FROM users WHERE user_id = :user_id", user_id=user_id)
        return named_users.find(tx, row["project_id"] if row else project_id, user_id, hold=hold)

    patch.setattr(flow, "named_users", altered(named_users, find=find))


def compare_users_by(patch: pytest.MonkeyPatch, key: Callable[[str], str]) -> None:
    """Let usernames and e-mail addresses be written and looked for by another form of them."""
    for module in (user_rows, users):
        patch.setattr(module, "comparable", key)
