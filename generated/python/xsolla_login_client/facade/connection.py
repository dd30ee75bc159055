"""How a facade speaks to the API."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from ssl import SSLContext
from typing import Any

import httpx
from attrs import field, frozen
from xsolla_login_client.client import Client
from xsolla_login_client.masking import address
from xsolla_login_client.retries import Retries
from xsolla_login_client.tokens import Tokens
from xsolla_login_client.types import Timeout


@frozen(kw_only=True)
class Connection:
    """Where the API is, and how it is spoken to; see `LoginApi` for each."""

    base_url: str = field(repr=address)
    timeout: Timeout
    retries: Retries
    headers: Mapping[str, str] = field(repr=False)
    verify_ssl: str | bool | SSLContext
    httpx_args: Mapping[str, Any] = field(factory=dict, repr=False)
    client_secret: str | None = field(default=None, repr=False)
    tokens: Tokens | None = field(default=None, repr=False)
    save: Callable[[Tokens], object] | None = None

    def options(self) -> dict[str, Any]:
        """Return what any client is made with that speaks so."""
        return {
            "timeout": self.timeout,
            "retries": self.retries,
            "headers": dict(self.headers),
            "verify_ssl": self.verify_ssl,
            "httpx_args": dict(self.httpx_args),
        }

    def client(self, auth: httpx.Auth | None = None) -> Client:
        """Return a client that speaks so."""
        return Client(self.base_url, auth=auth, **self.options())

    def blocking_client(self) -> Client:
        """Return a client for a thread beside an event loop: a transport for the loop alone is left out."""
        transport = self.httpx_args.get("transport")
        is_for_loops = transport is not None and not isinstance(transport, httpx.BaseTransport)
        apart = {"mounts", "event_hooks", *(("transport",) if is_for_loops else ())}
        given = {name: each for name, each in self.httpx_args.items() if name not in apart}
        return Client(self.base_url, **{**self.options(), "httpx_args": given})


__all__ = ["Connection"]
