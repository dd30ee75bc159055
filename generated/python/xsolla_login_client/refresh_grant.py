"""New tokens for a refresh token: the grant of OAuth 2.0 (RFC 6749, section 6) at the token endpoint."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, TypeAlias

import attrs
import httpx
from xsolla_login_client.answers import censored, failed, lost, read
from xsolla_login_client.api.oauth2_token import generate_jwt
from xsolla_login_client.errors import LoginError, Refusal, SessionEnded, UnexpectedAnswer
from xsolla_login_client.models import TokenGrant, TokenResponse
from xsolla_login_client.tokens import Tokens
from xsolla_login_client.types import UNSET, Response

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
    base_url: str
    http: httpx.Client | None = attrs.field(repr=False)
    clock: Callable[[], float] = attrs.field(repr=False)

    def ask(self, tokens: Tokens) -> Outcome:
        """Ask the server once, and return what came of it; nothing is raised."""
        body = TokenGrant(
            grant_type="refresh_token",
            client_id=self.client_id,
            client_secret=self.client_secret or UNSET,
            redirect_uri=self.redirect_uri or UNSET,
            refresh_token=tokens.refresh_token or UNSET,
        )
        try:
            response = self._sent(body)
        except Exception as problem:
            # Whatever a transport raises, others wait for an outcome.
            error = lost(generate_jwt.OPERATION, problem, request_id=None)
            error.__cause__ = censored(problem)
            return error
        return self._read(read(generate_jwt._parse_response, response), tokens)

    def _sent(self, body: TokenGrant) -> httpx.Response:
        request = generate_jwt._get_kwargs(body=body)
        request["url"] = self.base_url.rstrip("/") + request["url"]
        with self._client() as http:
            # A redirect would carry the secrets on to wherever it points.
            return http.send(http.build_request(**request), auth=None, follow_redirects=False)

    @contextmanager
    def _client(self) -> Iterator[httpx.Client]:
        if self.http is not None:
            yield self.http
            return
        with httpx.Client() as own:
            yield own

    def _read(self, answer: Response[Any], old: Tokens) -> Outcome:
        if answer.status_code == 200 and isinstance(answer.parsed, TokenResponse):
            try:
                new = Tokens.from_answer(answer.parsed, now=self.clock())
            except ValueError:
                return UnexpectedAnswer(
                    "the new tokens are none", status=200, operation=generate_jwt.OPERATION.id
                )
            # A server that gives no other goes on with the same (RFC 6749, section 6).
            return new if new.refresh_token else attrs.evolve(new, refresh_token=old.refresh_token)
        error = failed(generate_jwt.OPERATION, answer)
        is_final = isinstance(error, Refusal) and 400 <= answer.status_code < 500
        return _ended(error) if is_final and answer.status_code not in _FOR_NOW else error


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
