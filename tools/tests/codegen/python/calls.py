"""A call of each operation through the generated client, with what the description has for examples."""

from __future__ import annotations

import asyncio
import importlib
import pkgutil
import re
from collections.abc import Awaitable
from datetime import date, datetime
from functools import cache
from types import ModuleType
from typing import Any, get_args, get_type_hints
from uuid import UUID

import httpx
from attrs import frozen
from xsolla_login_client import Client, Retries, api
from xsolla_login_client.operation import Operation as Facts
from xsolla_login_client.types import UNSET

from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.suite.actors import form_parts

BASE_URL = "https://login.test/api"


@frozen
class Call:
    """An operation with its module of the client, and arguments for it."""

    operation: Operation
    module: ModuleType
    path: tuple[Any, ...]
    arguments: dict[str, Any]

    @property
    def facts(self) -> Facts:
        """What the client knows of the operation."""
        facts: Facts = self.module.OPERATION
        return facts

    def make(self, manner: str, client: Client, **more: Any) -> Any:
        """Make it, with the function of its module that is so called."""
        made = getattr(self.module, manner)(*self.path, client=client, **self.arguments, **more)
        return asyncio.run(_closing(client, made)) if manner.startswith("asyncio") else made


@cache
def calls() -> tuple[Call, ...]:
    """Return a call of each operation, in the order of their ids."""
    found = pkgutil.walk_packages(api.__path__, f"{api.__name__}.")
    modules = [importlib.import_module(each.name) for each in found if not each.ispkg]
    operations = described().operations
    return tuple(
        sorted(
            (_call(operations[module.OPERATION.id], module) for module in modules),
            key=lambda each: each.operation.operation_id,
        )
    )


def call_of(operation_id: str) -> Call:
    """Return the call of one operation."""
    return next(each for each in calls() if each.operation.operation_id == operation_id)


def client_to(
    handler: Any, *, retries: Retries | None = None, kind: type[Client] = Client, **more: Any
) -> Any:
    """Return a client whose requests a function answers, and which makes no call again unless it is told."""
    options: dict[str, Any] = {"httpx_args": {"transport": httpx.MockTransport(handler)}, **more}
    return kind(BASE_URL, retries=retries or Retries(attempts=1), verify_ssl=False, **options)


async def _closing(client: Client, made: Awaitable[Any]) -> Any:
    async with client:
        return await made


def _call(operation: Operation, module: ModuleType) -> Call:
    kinds = get_type_hints(module._get_kwargs)
    places = re.findall(r"{(\w+)}", operation.path)
    path = {each.name: each.example for each in operation.parameters if each.location == "path"}
    names = list(kinds)[: len(places)]
    given = {
        _python(each.name, each.location, kinds): each.example
        for each in operation.parameters
        if each.location in ("query", "header")
    }
    arguments = {name: _typed(kinds[name], value) for name, value in given.items() if value is not None}
    for media_type in list(operation.bodies.values())[:1]:
        body = form_parts.with_bytes(operation, media_type.example)
        arguments["body"] = kinds["body"].from_dict(body)
    return Call(
        operation,
        module,
        tuple(_typed(kinds[name], path[place]) for name, place in zip(names, places, strict=True)),
        arguments,
    )


def _python(name: str, location: str, kinds: dict[str, Any]) -> str:
    plain = re.sub(r"(?<=[a-z0-9])(?=[A-Z])|-", "_", name).lower()
    return next(each for each in (plain, f"{plain}_{location}", f"{plain}_") if each in kinds)


def _typed(kind: Any, value: Any) -> Any:
    kinds = (kind, *get_args(kind))
    if UUID in kinds:
        return UUID(value)
    if datetime in kinds:
        return datetime.fromisoformat(value)
    if date in kinds:
        return date.fromisoformat(value)
    return UNSET if value is None else value
