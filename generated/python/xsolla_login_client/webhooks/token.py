"""The gateway token: found in the headers, and judged by its claims."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Protocol

from xsolla_login_client.signed_tokens.claims import check_project, check_times
from xsolla_login_client.signed_tokens.claims import read_claims as parse_claims
from xsolla_login_client.signed_tokens.presented import Presented
from xsolla_login_client.webhooks.delivery import Claims
from xsolla_login_client.webhooks.errors import (
    MalformedToken,
    MissingToken,
    WrongMediaType,
    WrongRequestType,
)
from xsolla_login_client.webhooks.translation import translated

MAX_CHARACTERS = 16384
REQUEST_TYPE = "gateway_token"
_USER = ("sub", "username", "email", "phone", "external_account_id", "provider", "id")
_BEARER = re.compile(r"bearer +([^ ]+)", re.IGNORECASE)


class Headers(Protocol):
    """The headers of a request by name, in any case: a dict, or what Flask, Starlette or Django has."""

    def items(self) -> Iterable[tuple[str, str]]:
        """Return all pairs of name and value."""
        ...


def presented(headers: Headers) -> Presented:
    """Take the token out of the headers of a request.

    Raises:
        MissingToken: there is none.
        MalformedToken: there are two, or it is no JSON Web Token in its one canonical form.
    """
    values = [value for name, value in headers.items() if name.lower() == "authorization"]
    if len(values) > 1:
        raise MalformedToken("There are two Authorization headers.")
    bearer = _BEARER.fullmatch(values[0].strip()) if values else None
    if bearer is None:
        raise MissingToken("The Authorization header with a bearer token is missing.")
    with translated():
        return Presented.from_text(bearer[1], most=MAX_CHARACTERS)


def check_media_type(headers: Headers) -> None:
    """Refuse a body that is declared to be something else than JSON; one that is not declared passes.

    Raises:
        WrongMediaType: it is.
    """
    for name, value in headers.items():
        if name.lower() == "content-type" and value.partition(";")[0].strip().lower() != "application/json":
            raise WrongMediaType("The body is not declared to be application/json.")


def read_claims(payload: bytes, *, project_id: str | None, leeway: float, now: float) -> Claims:
    """Judge the claims of a token whose signature is right; `leeway` and `now` are in seconds.

    Raises:
        MalformedToken, ExpiredToken, NotYetValid, WrongProject, WrongRequestType: it is not good.
    """
    with translated():
        claims = parse_claims(payload)
        # `iat` is not compared: a token may well come from a server whose clock is ahead.
        check_times(claims, leeway=leeway, now=now)
    if claims.get("request_type") != REQUEST_TYPE:
        raise WrongRequestType(f"The token's request_type is not {REQUEST_TYPE}.")
    if project_id is not None:
        with translated():
            check_project(claims, project_id)
    given = claims.get("xsolla_login_project_id")
    project = given if isinstance(given, str) else None
    user = {name: _text(claims, name) for name in _USER}
    return Claims(request_type=REQUEST_TYPE, project_id=project, raw=MappingProxyType(claims), **user)


def _text(claims: Mapping[str, Any], name: str) -> str | None:
    # Ids of some networks are numbers elsewhere, so a number is taken as its digits.
    value = claims.get(name)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise MalformedToken(f"The token has no text in its claim {name}.")
