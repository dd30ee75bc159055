"""Clients: where the server is, how long to wait, what to prove, and when to try again."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import Callable
from typing import Any, Self

import httpx
from attrs import define, evolve, field
from xsolla_login_client import redirects
from xsolla_login_client.answers import censored, lost
from xsolla_login_client.connections import Connections
from xsolla_login_client.errors import LoginError
from xsolla_login_client.header_values import header_value
from xsolla_login_client.logs import calling
from xsolla_login_client.masking import address
from xsolla_login_client.operation import Operation
from xsolla_login_client.retries import Retries, can_be_sent_again
from xsolla_login_client.secret_names import HEADERS
from xsolla_login_client.types import UNSET, Timeout, Unset


@define(slots=False)
class Client:
    """Makes calls of the API. It can be shared by threads, by tasks, and by event loops.

    Connections are opened when they are needed, those of awaited calls for each event loop. `with` and
    `async with` close them at the end, as `close()` and `aclose()` do; a later call opens new ones. What is
    made by a `with_…` method has connections of its own.

    Nothing of it shows a header, a cookie or a token in its `repr`.

    Args:
        base_url: the address of the API, like `https://login.xsolla.com/api`.
        cookies: sent with every request.
        headers: sent with every request.
        timeout: the seconds to wait for a connection, and then for each next part of the answer: 5, as for
            httpx. Each call may be given its own.
        verify_ssl: whether the certificate of the server is checked, or by what.
        follow_redirects: whether a redirect is followed, instead of answered.
        httpx_args: further arguments of `httpx.Client` and `httpx.AsyncClient`, like `transport`.
        retries: which calls are made once more.
        auth: what proves who calls, like a `TokenAuth`. It has the last word about the headers.
    """

    _base_url: str = field(alias="base_url", repr=address)
    _cookies: dict[str, str] = field(factory=dict, kw_only=True, alias="cookies", repr=False)
    _headers: dict[str, str] = field(factory=dict, kw_only=True, alias="headers", repr=False)
    _timeout: Timeout = field(default=5.0, kw_only=True, alias="timeout")
    _verify_ssl: str | bool | ssl.SSLContext = field(default=True, kw_only=True, alias="verify_ssl")
    _follow_redirects: bool = field(default=False, kw_only=True, alias="follow_redirects")
    _httpx_args: dict[str, Any] = field(factory=dict, kw_only=True, alias="httpx_args", repr=False)
    _retries: Retries = field(factory=Retries, kw_only=True, alias="retries")
    _auth: httpx.Auth | None = field(default=None, kw_only=True, alias="auth", repr=False)
    _connections: Connections = field(factory=Connections, init=False, repr=False, eq=False)

    def with_headers(self, headers: dict[str, str]) -> Self:
        """Return a client like this one that sends these headers, too."""
        return evolve(self, headers={**self._headers, **headers})

    def with_cookies(self, cookies: dict[str, str]) -> Self:
        """Return a client like this one that sends these cookies, too."""
        return evolve(self, cookies={**self._cookies, **cookies})

    def with_timeout(self, timeout: Timeout) -> Self:
        """Return a client like this one that waits so long; a single call takes `timeout=`."""
        return evolve(self, timeout=timeout)

    def set_httpx_client(self, client: httpx.Client) -> Self:
        """Make blocking calls with this client of httpx: its address, headers, cookies and timeout apply.

        Closing this closes it, and then it stays closed.
        """
        self._connections.give(client)
        return self

    def get_httpx_client(self) -> httpx.Client:
        """Return the client of httpx that makes blocking calls, the same for all threads."""
        return self._connections.blocking(lambda: httpx.Client(**self._arguments(_as_it_is)))

    def set_async_httpx_client(self, async_client: httpx.AsyncClient) -> Self:
        """Make awaited calls with this client of httpx: its address, headers, cookies and timeout apply.

        One event loop has to make all of them. Closing this closes it, and then it stays closed.
        """
        self._connections.give_async(async_client)
        return self

    def get_async_httpx_client(self) -> httpx.AsyncClient:
        """Return the client of httpx that makes the awaited calls of the running event loop."""
        return self._connections.awaited(lambda: httpx.AsyncClient(**self._arguments(redirects.awaited)))

    def send(
        self, operation: Operation, arguments: dict[str, Any], *, timeout: Timeout | Unset = UNSET
    ) -> httpx.Response:
        """Make a call, more than once where `retries` say so, and return the last answer.

        Args:
            operation: what is called.
            arguments: those of `httpx.Client.request`.
            timeout: seconds for this call, instead of the client's.

        Raises:
            TransportError: there is no answer; `TimedOut` where none came in time.
        """
        arguments = self._prepared(arguments, timeout)
        attempt = 1
        while True:
            outcome: httpx.Response | Exception
            try:
                with calling():
                    outcome = redirects.whole(self.get_httpx_client().request(**arguments))
            except LoginError:
                raise
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                outcome = error
            pause = self._pause(operation, arguments, attempt, outcome)
            if pause is None:
                return answered(operation, arguments, outcome)
            time.sleep(pause)
            attempt += 1

    async def send_async(
        self, operation: Operation, arguments: dict[str, Any], *, timeout: Timeout | Unset = UNSET
    ) -> httpx.Response:
        """Make a call without blocking; as `send`."""
        arguments = self._prepared(arguments, timeout)
        attempt = 1
        while True:
            outcome: httpx.Response | Exception
            try:
                with calling():
                    outcome = redirects.whole(await self.get_async_httpx_client().request(**arguments))
            except LoginError:
                raise
            except (httpx.HTTPError, httpx.InvalidURL) as error:
                outcome = error
            pause = self._pause(operation, arguments, attempt, outcome)
            if pause is None:
                return answered(operation, arguments, outcome)
            await asyncio.sleep(pause)
            attempt += 1

    def close(self) -> None:
        """Close the connections of blocking calls."""
        self._connections.close()

    async def aclose(self) -> None:
        """Close the connections that awaited calls opened in the running event loop."""
        await self._connections.aclose()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *reason: Any) -> None:
        self.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *reason: Any) -> None:
        await self.aclose()

    def _arguments(self, hook: Callable[[Any], Any]) -> dict[str, Any]:
        arguments = {
            "base_url": self._base_url,
            "cookies": self._cookies,
            "headers": self._headers,
            "timeout": self._timeout,
            "verify": self._verify_ssl,
            "follow_redirects": self._follow_redirects,
            "auth": self._auth,
            **self._httpx_args,
        }
        given = arguments.get("event_hooks") or {}
        hooks = {when: list(given.get(when, ())) for when in ("request", "response")}
        if arguments["follow_redirects"]:
            home = httpx.URL(arguments["base_url"])
            hooks["request"].append(hook(redirects.kept_at(home, self._secret_headers())))
        else:
            hooks["response"].append(hook(redirects.set_aside))
        return {**arguments, "event_hooks": hooks}

    def _secret_headers(self) -> frozenset[str]:
        return HEADERS

    def _prepared(self, arguments: dict[str, Any], timeout: Timeout | Unset) -> dict[str, Any]:
        return arguments if isinstance(timeout, Unset) else {**arguments, "timeout": timeout}

    def _pause(
        self,
        operation: Operation,
        arguments: dict[str, Any],
        attempt: int,
        outcome: httpx.Response | Exception,
    ) -> float | None:
        if isinstance(outcome, httpx.InvalidURL) or not can_be_sent_again(arguments):
            return None
        assert isinstance(outcome, httpx.Response | httpx.HTTPError)
        pause = self._retries.pause(attempt, repeatable=operation.repeatable, outcome=outcome)
        if pause is not None:
            self._retries.tell(operation.id, attempt, pause, outcome)
        return pause


def _can_be_sent(_: object, __: object, token: str) -> None:
    header_value("token", token)


@define(slots=False)
class AuthenticatedClient(Client):
    """A client that sends a token with every request.

    The token stands above a header of the same name among `headers`, and above name and password in
    `base_url`; an `auth` may replace it.

    Args:
        token: the token of a user or a server.
        prefix: what stands before it in the header, or an empty text.
        auth_header_name: the header, `X-SERVER-AUTHORIZATION` for the token of a server.
    """

    token: str = field(repr=False, validator=_can_be_sent)
    prefix: str = "Bearer"
    auth_header_name: str = "Authorization"

    def _arguments(self, hook: Callable[[Any], Any]) -> dict[str, Any]:
        arguments = super()._arguments(hook)
        if self.auth_header_name.lower() == "authorization" and arguments["auth"] is None:
            # With none at all, httpx proves name and password of the address in that header.
            arguments["auth"] = httpx.Auth()
        return arguments

    def _secret_headers(self) -> frozenset[str]:
        return HEADERS | {self.auth_header_name}

    def _prepared(self, arguments: dict[str, Any], timeout: Timeout | Unset) -> dict[str, Any]:
        token = f"{self.prefix} {self.token}" if self.prefix else self.token
        headers = {self.auth_header_name: token, **arguments.get("headers", {})}
        return super()._prepared({**arguments, "headers": headers}, timeout)


def answered(
    operation: Operation, arguments: dict[str, Any], outcome: httpx.Response | Exception
) -> httpx.Response:
    """Return the answer that a call came to; raises TransportError where there is none."""
    if isinstance(outcome, httpx.Response):
        return outcome
    headers = httpx.Headers(arguments.get("headers"))
    raise lost(operation, outcome, request_id=headers.get("x-request-id")) from censored(outcome)


def _as_it_is(hook: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return hook


__all__ = ["AuthenticatedClient", "Client"]
