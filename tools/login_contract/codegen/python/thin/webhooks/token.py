"""The gateway token: found in the headers, taken apart, and judged by its claims."""

from __future__ import annotations

import base64
import binascii
import re
from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import Any, Protocol

import attrs
from xsolla_login_client.webhooks import documents
from xsolla_login_client.webhooks.delivery import Claims
from xsolla_login_client.webhooks.errors import (
    ExpiredToken,
    MalformedToken,
    MissingToken,
    NotYetValid,
    WrongMediaType,
    WrongProject,
    WrongRequestType,
)

MAX_CHARACTERS = 16384
REQUEST_TYPE = "gateway_token"
_USER = ("sub", "username", "email", "phone", "external_account_id", "provider", "id")
_BEARER = re.compile(r"bearer +([^ ]+)", re.IGNORECASE)


class Headers(Protocol):
    """The headers of a request by name, in any case: a dict, or what Flask, Starlette or Django has."""

    def items(self) -> Iterable[tuple[str, str]]:
        """Return all pairs of name and value."""
        ...


@attrs.frozen
class Presented:
    """A token as it came. Nothing in it is proven."""

    text: str = attrs.field(repr=False)
    algorithm: str | None
    kid: str | None

    @classmethod
    def from_headers(cls, headers: Headers) -> Presented:
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
        return cls.from_text(bearer[1])

    @classmethod
    def from_text(cls, text: str) -> Presented:
        """Read the header of a token.

        Raises:
            MalformedToken: it is no JSON Web Token in its one canonical form.
        """
        parts = text.split(".")
        if len(text) > MAX_CHARACTERS or len(parts) != 3:
            raise MalformedToken("The token is no JSON Web Token.")
        header, _, _ = (_decoded(part) for part in parts)
        try:
            members = documents.parse(header)
        except ValueError:
            raise MalformedToken("The token has a header that cannot be read.") from None
        if "crit" in members:
            raise MalformedToken("The token demands to be understood in a way that is not known here.")
        algorithm, kid = members.get("alg"), members.get("kid")
        return cls(
            text,
            algorithm if isinstance(algorithm, str) else None,
            kid if isinstance(kid, str) else None,
        )


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
    try:
        claims = documents.parse(payload)
    except ValueError:
        raise MalformedToken("The token has claims that cannot be read.") from None
    _check_times(claims, leeway=leeway, now=now)
    if claims.get("request_type") != REQUEST_TYPE:
        raise WrongRequestType(f"The token's request_type is not {REQUEST_TYPE}.")
    given = claims.get("xsolla_login_project_id")
    project = given if isinstance(given, str) else None
    if project_id is not None and (project is None or project.lower() != project_id):
        raise WrongProject("The token is not about this project.")
    user = {name: _text(claims, name) for name in _USER}
    return Claims(request_type=REQUEST_TYPE, project_id=project, raw=MappingProxyType(claims), **user)


def _check_times(claims: Mapping[str, Any], *, leeway: float, now: float) -> None:
    # `iat` is not compared: a token may well come from a server whose clock is ahead.
    if _seconds(claims, "exp") <= now - leeway:
        raise ExpiredToken("The token has expired.")
    if claims.get("nbf") is not None and _seconds(claims, "nbf") > now + leeway:
        raise NotYetValid("The token is not valid yet.")


def _seconds(claims: Mapping[str, Any], name: str) -> float:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        raise MalformedToken(f"The token has no time in its claim {name}.")
    return value


def _text(claims: Mapping[str, Any], name: str) -> str | None:
    # Ids of some networks are numbers elsewhere, so a number is taken as its digits.
    value = claims.get(name)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    raise MalformedToken(f"The token has no text in its claim {name}.")


def _decoded(part: str) -> bytes:
    # Decoders pass over foreign characters and spare bits, so that many texts mean the same token.
    try:
        decoded = base64.urlsafe_b64decode(part + "=" * (-len(part) % 4))
    except (binascii.Error, ValueError):
        decoded = b""
    if base64.urlsafe_b64encode(decoded).rstrip(b"=").decode() != part:
        raise MalformedToken("The token is not written in base64url.")
    return decoded
