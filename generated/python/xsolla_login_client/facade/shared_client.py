"""A client that makes its calls over the connections of another one."""

from __future__ import annotations

from collections.abc import AsyncGenerator, Generator
from typing import Any

import httpx
from attrs import define, field
from xsolla_login_client.client import Client
from xsolla_login_client.errors import SessionEnded
from xsolla_login_client.retries import Retries
from xsolla_login_client.types import Timeout, Unset


class CurrentLogin(httpx.Auth):
    """Proves who is logged in at the moment; without anybody a call raises `SessionEnded`."""

    def __init__(self) -> None:
        self.auth: httpx.Auth | None = None

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Hand over to what proves it; httpx calls this."""
        return self._found().sync_auth_flow(request)

    def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Hand over to what proves it; httpx calls this."""
        return self._found().async_auth_flow(request)

    def _found(self) -> httpx.Auth:
        if self.auth is None:
            raise SessionEnded("nobody is logged in: complete a login first")
        return self.auth


@define(slots=False)
class SharedClient(Client):
    """As the client that it is made of, with other retries or a proof of its own."""

    of: Client = field(kw_only=True, repr=False)
    login: httpx.Auth | None = field(default=None, kw_only=True, repr=False)

    @classmethod
    def made_of(
        cls, client: Client, *, retries: Retries | None = None, login: httpx.Auth | None = None
    ) -> SharedClient:
        """Return one over the connections of `client`, which closes them."""
        return cls("", of=client, retries=retries or client._retries, login=login)

    def get_httpx_client(self) -> httpx.Client:
        """Return the client of httpx of the other one."""
        return self.of.get_httpx_client()

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """Return the client of httpx of the other one."""
        return self.of.get_async_httpx_client()

    def _prepared(self, arguments: dict[str, Any], timeout: Timeout | Unset) -> dict[str, Any]:
        with_login = arguments if self.login is None else {**arguments, "auth": self.login}
        return super()._prepared(with_login, timeout)


__all__ = ["CurrentLogin", "SharedClient"]
