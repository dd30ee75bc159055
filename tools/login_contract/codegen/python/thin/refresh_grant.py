"""New tokens for a refresh token: the grant of OAuth 2.0 (RFC 6749, section 6) at the token endpoint."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeAlias

import attrs
import httpx
from xsolla_login_client.answers import censored, failed, lost, read
from xsolla_login_client.errors import LoginError, Refusal, SessionEnded
from xsolla_login_client.logs import calling
from xsolla_login_client.masking import address
from xsolla_login_client.operation import Operation
from xsolla_login_client.tokens import Tokens
from xsolla_login_client.types import Response

# Not that of the generated module: a client of a team's own may have been made without that call.
OPERATION = Operation("generate-jwt", repeatable=False, successes={"200": "body"})
PATH = "/oauth2/token"

#: New tokens, or the error that those who wanted them get. SessionEnded says that there will be none.
Outcome: TypeAlias = Tokens | LoginError
# Refusals that say nothing about the login: the reference does not tell what a 418 stands for.
_FOR_NOW = frozenset({408, 418, 425, 429})


@attrs.frozen(kw_only=True)
class RefreshGrant:
    """How an OAuth 2.0 client renews a login; see `TokenAuth` for what each is."""

    client_id: str
    client_secret: str | None = attrs.field(repr=False)
    redirect_uri: str | None
    base_url: str = attrs.field(repr=address)
    http: httpx.Client | Callable[[], httpx.Client] | None = attrs.field(repr=False)
    clock: Callable[[], float] = attrs.field(repr=False)

    def ask(self, tokens: Tokens) -> Outcome:
        """Ask the server once, and return what came of it; nothing is raised."""
        form = {
            "grant_type": "refresh_token",
            "client_id": self.client_id,
            "client_secret": self.client_secret,
            "redirect_uri": self.redirect_uri,
            "refresh_token": tokens.refresh_token,
        }
        try:
            response = self._sent({name: value for name, value in form.items() if value})
        except Exception as problem:
            # Whatever a transport raises, others wait for an outcome.
            error = lost(OPERATION, problem, request_id=None)
            error.__cause__ = censored(problem)
            return error
        return self._read(response, tokens)

    def _sent(self, form: dict[str, str]) -> httpx.Response:
        with self._client() as http, calling():
            request = http.build_request("POST", self.base_url.rstrip("/") + PATH, data=form)
            # A redirect would carry the secrets on to wherever it points.
            return http.send(request, auth=None, follow_redirects=False)

    @contextmanager
    def _client(self) -> Iterator[httpx.Client]:
        if self.http is None:
            with httpx.Client() as own:
                yield own
        else:
            yield self.http if isinstance(self.http, httpx.Client) else self.http()

    def _read(self, response: httpx.Response, old: Tokens) -> Outcome:
        answer: Response[Tokens] = read(lambda given: _granted(given, old, self.clock()), response)
        if answer.parsed is not None:
            return answer.parsed
        error = failed(OPERATION, answer)
        is_final = isinstance(error, Refusal) and 400 <= answer.status_code < 500
        return _ended(error) if is_final and answer.status_code not in _FOR_NOW else error


def _granted(response: httpx.Response, old: Tokens, now: float) -> Tokens | None:
    """Read new tokens; what is raised instead says that there are none."""
    if response.status_code != 200:
        return None
    body = response.json()
    # A server that gives no other refresh token goes on with the same (RFC 6749, section 6).
    return Tokens(
        body["access_token"], body.get("refresh_token") or old.refresh_token, now + body["expires_in"]
    )


def _ended(refusal: LoginError) -> SessionEnded:
    return SessionEnded(
        refusal.description,
        code=refusal.code,
        details=refusal.details,
        status=refusal.status,
        operation=refusal.operation,
        request_id=refusal.request_id,
        body=refusal.body,
    )
