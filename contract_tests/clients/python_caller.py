"""The generated Python client in one of its two manners, and a record of what was called through it."""

from __future__ import annotations

import asyncio
from types import ModuleType
from typing import Any
from uuid import UUID

import httpx
from attrs import Factory, frozen
from xsolla_login_client import AuthenticatedClient, Client
from xsolla_login_client.models import ErrorEnvelope
from xsolla_login_client.types import Response

from login_contract.http_client import proxy_of
from login_contract.suite.actors.client_registrations import ClientRegistrations
from login_contract.suite.actors.control import Control

MANNERS = ("sync", "async")
# A machine under load may need longer than the client waits by itself.
PATIENCE_SECONDS = 30


@frozen
class PythonCaller:
    """Somebody who uses a fresh project through the generated client.

    An answer with a status that the description does not know raises `UnexpectedStatus`.
    """

    manner: str
    base_url: str
    project_id: UUID
    control: Control
    clients: ClientRegistrations
    called: set[str] = Factory(set)

    def call(
        self,
        operation: ModuleType,
        *path: Any,
        bearer: str | None = None,
        server_token: str | None = None,
        cookies: dict[str, str] | None = None,
        **arguments: Any,
    ) -> Response[Any]:
        """Calls the operation that a module of the client is about, over a connection of its own."""
        self.called.add(operation_id(operation))
        options: dict[str, Any] = {
            "raise_on_unexpected_status": True,
            "timeout": httpx.Timeout(PATIENCE_SECONDS),
            # Without TLS there is nothing to verify, and loading the certificates would take longest of all.
            "verify_ssl": self.base_url.startswith("https:"),
            "cookies": cookies or {},
            "httpx_args": {"trust_env": proxy_of(self.base_url) is not None},
        }
        client: Client | AuthenticatedClient = Client(self.base_url, **options)
        if bearer is not None:
            client = AuthenticatedClient(self.base_url, bearer, **options)
        if server_token is not None:
            client = AuthenticatedClient(
                self.base_url, server_token, prefix="", auth_header_name="X-SERVER-AUTHORIZATION", **options
            )
        if self.manner == "async":
            return asyncio.run(_awaited(operation, client, path, arguments))
        with client:
            answer: Response[Any] = operation.sync_detailed(*path, client=client, **arguments)
        return answer

    def parsed(self, operation: ModuleType, kind: type[Any], *path: Any, **arguments: Any) -> Any:
        """Calls an operation that has to answer with a body of this kind, and returns the body."""
        answer = self.call(operation, *path, **arguments)
        assert isinstance(answer.parsed, kind), answer.content
        return answer.parsed

    def refusal(self, operation: ModuleType, *path: Any, **arguments: Any) -> tuple[int, str]:
        """Calls an operation that has to be refused; returns the status and the error code."""
        answer = self.call(operation, *path, **arguments)
        assert isinstance(answer.parsed, ErrorEnvelope), answer.content
        return int(answer.status_code), answer.parsed.error.code

    def settings(self, **changed: Any) -> None:
        """Changes settings of the project."""
        self.control.change_project(str(self.project_id), **changed)


def operation_id(operation: ModuleType) -> str:
    """The id in the description of the operation that a module of the client is about."""
    return operation.__name__.rpartition(".")[2].replace("_", "-")


async def _awaited(
    operation: ModuleType,
    client: Client | AuthenticatedClient,
    path: tuple[Any, ...],
    arguments: dict[str, Any],
) -> Response[Any]:
    async with client:
        answer: Response[Any] = await operation.asyncio_detailed(*path, client=client, **arguments)
    return answer
