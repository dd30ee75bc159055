"""The generated Python client in one of its two manners: a good request goes in, its answer comes out."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
import re
from datetime import date
from functools import cache
from types import ModuleType
from typing import Any, get_args, get_type_hints
from uuid import UUID

import httpx
from attrs import frozen
from xsolla_login_client import AuthenticatedClient, Client, Retries, api
from xsolla_login_client.types import Response

from login_contract.http_client import proxy_of
from login_contract.suite.actors import form_parts
from login_contract.suite.generated.good_requests import GoodRequest
from login_contract.suite.generated.live_stock import SERVER_HEADER

MANNERS = ("sync", "async")
# A machine under load may need longer than the client waits by itself.
PATIENCE_SECONDS = 30


@cache
def modules() -> dict[str, ModuleType]:
    """The client's module for each operation, by the operation's id."""
    found = pkgutil.walk_packages(api.__path__, f"{api.__name__}.")
    return {
        each.name.rpartition(".")[2].replace("_", "-"): importlib.import_module(each.name)
        for each in found
        if not each.ispkg
    }


@frozen
class Called:
    """What a call through the client came to, and what it was on the wire."""

    answer: Response[Any]
    wire: httpx.Response


@frozen
class PythonCaller:
    """Somebody who uses an API through the generated client, which does not repeat any call."""

    manner: str
    base_url: str

    def call(self, request: GoodRequest) -> Called:
        """Makes a request through the operation's module, over a connection of its own."""
        module = modules()[request.operation.operation_id]
        options = {"cookies": request.cookies, **_authentication(request.headers)}
        return self.use(module, *_path(module, request), options=options, **_arguments(module, request))

    def use(
        self, module: ModuleType, *path: Any, options: dict[str, Any] | None = None, **arguments: Any
    ) -> Called:
        """Calls the operation that a module is about; `options` are those of a client of this call's own."""
        answers: list[httpx.Response] = []
        given: dict[str, Any] = {
            "retries": Retries(attempts=1),
            "timeout": httpx.Timeout(PATIENCE_SECONDS),
            # Without TLS there is nothing to verify, and loading the certificates would take longest of all.
            "verify_ssl": self.base_url.startswith("https:"),
            **(options or {}),
        }
        kind = AuthenticatedClient if "token" in given else Client
        network = {"trust_env": proxy_of(self.base_url) is not None}
        if self.manner == "async":

            async def keep(response: httpx.Response) -> None:
                answers.append(response)

            client = kind(self.base_url, httpx_args={**network, "event_hooks": {"response": [keep]}}, **given)
            answer = asyncio.run(_awaited(module, client, path, arguments))
        else:
            hooks = {"response": [answers.append]}
            with kind(self.base_url, httpx_args={**network, "event_hooks": hooks}, **given) as client:
                answer = module.sync_detailed(*path, client=client, **arguments)
        return Called(answer, answers[-1])


async def _awaited(
    module: ModuleType,
    client: Client | AuthenticatedClient,
    path: tuple[Any, ...],
    arguments: dict[str, Any],
) -> Response[Any]:
    async with client:
        answer: Response[Any] = await module.asyncio_detailed(*path, client=client, **arguments)
    return answer


def _authentication(headers: dict[str, str]) -> dict[str, Any]:
    if "Authorization" in headers:
        return {"token": headers["Authorization"].removeprefix("Bearer ")}
    if SERVER_HEADER in headers:
        return {"token": headers[SERVER_HEADER], "prefix": "", "auth_header_name": SERVER_HEADER}
    return {}


def _path(module: ModuleType, request: GoodRequest) -> list[Any]:
    # The parameters of the path come first, in its order; an argument may be called otherwise (P-26).
    kinds = get_type_hints(module._get_kwargs).values()
    names = re.findall(r"{(\w+)}", request.operation.path)
    return [_typed(kind, request.path_parameters[name]) for kind, name in zip(kinds, names, strict=False)]


def _arguments(module: ModuleType, request: GoodRequest) -> dict[str, Any]:
    kinds = get_type_hints(module._get_kwargs)
    arguments = {}
    for place, values in (("query", request.query), ("header", request.headers)):
        for name, value in values.items():
            # A name that stands in two places has the place in the name of its argument, one of Python's own
            # an underscore.
            spellings = [f"{_python(name)}{ending}" for ending in ("", f"_{place}", "_")]
            argument = next((each for each in spellings if each in kinds), None)
            if argument is not None:
                arguments[argument] = _typed(kinds[argument], value)
    if "body" in kinds:
        arguments["body"] = kinds["body"].from_dict(form_parts.with_bytes(request.operation, request.body))
    return arguments


def _python(name: str) -> str:
    return re.sub(r"(?<=[a-z0-9])(?=[A-Z])|-", "_", name).lower()


def _typed(kind: Any, value: Any) -> Any:
    kinds = (kind, *get_args(kind))
    if date in kinds:
        return date.fromisoformat(value)
    return UUID(value) if UUID in kinds else value
