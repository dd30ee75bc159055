"""Proves with every request who the user is, and renews the login when its token has ended.

    auth = TokenAuth(tokens, client_id="1001", base_url="https://login.xsolla.com/api", save=store)
    client = Client(base_url="https://login.xsolla.com/api", auth=auth)

One object serves any number of threads, tasks and event loops at once, blocking and awaited calls alike.
However many of them need a new token, it is asked for once.
"""

from __future__ import annotations

import time
from collections.abc import AsyncGenerator, Callable, Generator

import httpx
from xsolla_login_client.answers import error_object
from xsolla_login_client.origin import home, origin
from xsolla_login_client.refresh_grant import RefreshGrant
from xsolla_login_client.renewal import Renewal, settled, settled_async, taken
from xsolla_login_client.tokens import Tokens

__all__ = ["ENDED", "TokenAuth", "Tokens"]

#: How the server says that a user token is not, or no longer, good: status and code.
ENDED = frozenset({(401, "002-016"), (403, "1901-0001")})
#: So long before its end a token is renewed, in seconds.
EARLY = 30.0

_STATUSES = frozenset(status for status, _ in ENDED)
# Marks requests whose Authorization header is ours, in case one is sent again.
_OURS = "xsolla_login_client.token_auth"


class TokenAuth(httpx.Auth):
    """Attaches the access token of a login, for `Client(auth=…)` and for clients of httpx.

    A request whose token the server calls ended is sent once more with a renewed one, unless its body can be
    read only once, like that of an upload from a file: then the login is renewed, and the caller gets the
    refusal. A token that has been renewed meanwhile is not renewed again. Without a refresh token nothing is.

    Tokens go to the scheme, host and port of the API alone. Requests to others, and those that have a header
    `Authorization` of their own, pass as they are.

    A request with this auth raises `SessionEnded` when the server refuses to renew the login: it is not asked
    again, and the user has to log in. It raises `TransportError` when no answer to the renewal came, and
    `Refusal` or `UnexpectedAnswer` when that was another one, such as 429 or 503: after a second the next
    request tries again.

    Args:
        tokens: of the login.
        client_id: of the OAuth 2.0 client that they were given to.
        base_url: address of the API.
        client_secret: of a confidential client.
        redirect_uri: sent along where it is given, as mobile SDKs do; the API needs none.
        save: given the new tokens before anybody uses them: the refresh token before is worth nothing any
            more. It may block; it runs in a thread of its own, one call at a time. When it raises, all who
            wait for the new tokens get a `LoginError` with that as its cause, and before the next request the
            same tokens are saved once more.
        early: how many seconds before its end a token is renewed, so that hardly any request is refused; but
            not in the first half of its life. None waits until the server refuses it.
        http: what asks for new tokens (default: a client that is made for it, with the timeout of httpx). Its
            `auth` does not count and no redirect is followed. A function returns the one for the moment.
        clock: seconds since 1970.

    Raises:
        ValueError: `early` is negative, or `base_url` is no address.
    """

    def __init__(
        self,
        tokens: Tokens,
        *,
        client_id: str | int,
        base_url: str,
        client_secret: str | None = None,
        redirect_uri: str | None = None,
        save: Callable[[Tokens], object] | None = None,
        early: float | None = EARLY,
        http: httpx.Client | Callable[[], httpx.Client] | None = None,
        clock: Callable[[], float] = time.time,
    ) -> None:
        if early is not None and not early >= 0:
            raise ValueError("early: not less than 0 seconds")
        self._origin = home(base_url)
        grant = RefreshGrant(
            client_id=str(client_id),
            client_secret=client_secret,
            redirect_uri=redirect_uri,
            base_url=base_url,
            http=http,
            clock=clock,
        )
        self._renewal = Renewal(tokens, ask=grant.ask, save=save, early=early, clock=clock)

    @property
    def tokens(self) -> Tokens:
        """The newest tokens that were saved."""
        return self._renewal.tokens

    def sync_auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Send a request with the token, and perhaps once more with the next one; httpx calls this."""
        if not self._concerns(request):
            yield request
            return
        sent = self._renewal.usable(settled(self._renewal.before_use()))
        again = _can_be_sent_again(request)
        response = yield _with(request, sent)
        if response.status_code in _STATUSES:
            response.read()
            if _has_ended(response, sent):
                renewed = taken(settled(self._renewal.after_refusal(sent)))
                if again and renewed is not sent:
                    yield _with(request, renewed)

    async def async_auth_flow(self, request: httpx.Request) -> AsyncGenerator[httpx.Request, httpx.Response]:
        """Do the same without blocking an event loop; httpx calls this."""
        if not self._concerns(request):
            yield request
            return
        sent = self._renewal.usable(await settled_async(self._renewal.before_use()))
        again = _can_be_sent_again(request)
        response = yield _with(request, sent)
        if response.status_code in _STATUSES:
            await response.aread()
            if _has_ended(response, sent):
                renewed = taken(await settled_async(self._renewal.after_refusal(sent)))
                if again and renewed is not sent:
                    yield _with(request, renewed)

    def _concerns(self, request: httpx.Request) -> bool:
        own = "Authorization" in request.headers and _OURS not in request.extensions
        return origin(request.url) == self._origin and not own


def _with(request: httpx.Request, tokens: Tokens) -> httpx.Request:
    request.headers["Authorization"] = f"Bearer {tokens.access_token}"
    request.extensions[_OURS] = True
    return request


def _has_ended(response: httpx.Response, sent: Tokens) -> bool:
    """Whether the server says that this token has ended; after a redirect somebody else may have answered."""
    was_sent = response.request.headers.get("Authorization") == f"Bearer {sent.access_token}"
    error = error_object(response.content) if was_sent else None
    return error is not None and (response.status_code, error[0]) in ENDED


def _can_be_sent_again(request: httpx.Request) -> bool:
    # All else is read from an iterator or a file, which may have come to its end without saying so.
    return isinstance(request.stream, httpx.ByteStream)
