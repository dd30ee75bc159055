"""Proves that a partner's server calls, with a token that it gets for its secret and renews by itself."""

from __future__ import annotations

import copy
import time
from collections.abc import AsyncGenerator, Callable, Generator
from concurrent.futures import Future
from typing import TypeAlias

import httpx
from attrs import field, frozen
from xsolla_login_client.answers import error_object
from xsolla_login_client.client import Client
from xsolla_login_client.errors import LoginError, TransportError
from xsolla_login_client.facade.token_endpoint import OPERATION, asked, granted
from xsolla_login_client.origin import home, origin
from xsolla_login_client.single_flight import SingleFlight, wait, wait_async
from xsolla_login_client.token_auth import ENDED

#: So long before its end a token is renewed, in seconds, but not in the first half of its life.
EARLY = 30.0
_REFUSED = frozenset({401, *(status for status, _ in ENDED)})


@frozen
class ServerToken:
    """A token of a server, and from when on the next one is wanted."""

    text: str = field(repr=False)
    renew_at: float


Outcome: TypeAlias = ServerToken | LoginError


class ServerAuth(httpx.Auth):
    """Attaches the token of a server; where it is refused, there is a new one for everybody, once.

    A 401 refuses the token; a 403 does where its code says so, and else the call, whatever the token. It goes
    to the scheme, host and port of the API alone.

    Args:
        client_id: of the server OAuth 2.0 client.
        client_secret: its secret.
        header: what carries the token.
        base_url: address of the API.
        asking: the client that asks for tokens, blocking, in a thread of its own.
        clock: seconds since 1970.

    Raises:
        ValueError: `base_url` is no address.
    """

    def __init__(
        self,
        *,
        client_id: str,
        client_secret: str,
        header: str,
        base_url: str,
        asking: Client,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self._id, self._secret = client_id, client_secret
        self._header = header
        self._origin = home(base_url)
        self._asking = asking
        self._clock = clock
        self._token: ServerToken | None = None
        self._flight: SingleFlight[Outcome] = SingleFlight(
            self._ask, settle=self._settle, name="xsolla-login-server-token"
        )

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send a request with a token, and perhaps once more with the next one; httpx calls this."""
        if origin(request.url) != self._origin:
            yield request
            return
        token = _taken(_settled(self._held(None)))
        response = yield self._with(request, token)
        if response.status_code in _REFUSED and isinstance(request.stream, httpx.ByteStream):
            response.read()
            if _is_refused(response):
                yield self._with(request, _taken(_settled(self._held(token))))

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Do the same without blocking an event loop; httpx calls this."""
        if origin(request.url) != self._origin:
            yield request
            return
        token = _taken(await _settled_async(self._held(None)))
        response = yield self._with(request, token)
        if response.status_code in _REFUSED and isinstance(request.stream, httpx.ByteStream):
            await response.aread()
            if _is_refused(response):
                yield self._with(request, _taken(await _settled_async(self._held(token))))

    def _with(self, request: httpx.Request, token: ServerToken) -> httpx.Request:
        request.headers[self._header] = token.text
        return request

    def _held(self, refused: ServerToken | None) -> Future[Outcome] | Outcome:
        """Return the token to send, other than the one that was refused, or what will bring it."""
        with self._flight.lock:
            present = self._token
            is_good = present is not None and present is not refused and self._clock() < present.renew_at
            if is_good and not self._flight.is_under_way and present is not None:
                return present
            try:
                return self._flight.join()
            except RuntimeError as problem:
                error = TransportError(f"no token can be asked for now: {problem}")
                error.__cause__ = problem
                return error

    def _ask(self) -> Outcome:
        grant = asked(grant_type="client_credentials", client_id=self._id, client_secret=self._secret)
        try:
            tokens = granted(self._asking.send(OPERATION, grant))
        except LoginError as error:
            return error
        lifetime = max(0.0, (tokens.expires_at or 0.0) - time.time())
        return ServerToken(tokens.access_token, self._clock() + lifetime - min(EARLY, lifetime / 2))

    def _settle(self, outcome: Outcome) -> None:
        self._token = outcome if isinstance(outcome, ServerToken) else None


def _settled(held: Future[Outcome] | Outcome) -> Outcome:
    return wait(held) if isinstance(held, Future) else held


async def _settled_async(held: Future[Outcome] | Outcome) -> Outcome:
    return await wait_async(held) if isinstance(held, Future) else held


def _is_refused(response: httpx.Response) -> bool:
    error = error_object(response.content)
    return response.status_code == 401 or (error is not None and (response.status_code, error[0]) in ENDED)


def _taken(outcome: Outcome) -> ServerToken:
    if isinstance(outcome, LoginError):
        # Each of those who wait gets an error of its own.
        raise copy.copy(outcome) from outcome.__cause__
    return outcome


__all__ = ["ServerAuth"]
