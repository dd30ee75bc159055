"""Checks a gateway token as a partner should: every step that somebody may leave out has its own name."""

from __future__ import annotations

import base64
import binascii
import hmac
import json
import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import frozen
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import RSAKey

from login_contract.partner_suite.signer import REQUEST_TYPE

# Clocks of two machines differ by seconds.
LEEWAY = 30

FindKey = Callable[[str | None], Any]


class BadToken(Exception):
    """The token proves nothing; the message says why, and is meant to be shown."""


@frozen
class Verifier:
    """Verifies tokens of a project in the one algorithm that the project uses.

    ``find_key`` returns the key that a ``kid`` names, None when it names none; HS256 tokens have no ``kid``.
    """

    algorithm: str
    find_key: FindKey
    project_id: str | None = None

    def verify(self, token: str) -> dict[str, Any]:
        """Return the claims of a token.

        Raises:
            BadToken: it is not one that the Login server made for this project and for a webhook.
        """
        claims = self.live_claims(token)
        self.check_project(claims)
        self.check_purpose(claims)
        return claims

    def live_claims(self, token: str) -> dict[str, Any]:
        """Return the claims of a token that the Login server made and whose time it is, for whatever it is.

        Raises:
            BadToken: it is no such token.
        """
        claims = self.signed_claims(token)
        self.check_expiry(claims)
        self.check_begin(claims)
        return claims

    def signed_claims(self, token: str) -> dict[str, Any]:
        """Return the claims, once the signature has proven them."""
        header = header_of(token)
        if header.get("alg") != self.algorithm:
            raise BadToken(f"The token is signed with {header.get('alg')}, not with {self.algorithm}.")
        key = self.find_key(header.get("kid"))
        if key is None:
            raise BadToken("The token names a key that the project does not have.")
        return proven_claims(token, key, self.algorithm)

    def check_expiry(self, claims: Mapping[str, Any]) -> None:
        """Refuse a token whose time is over, or that has none."""
        expires_at = claims.get("exp")
        if not isinstance(expires_at, (int, float)) or expires_at <= time.time() - LEEWAY:
            raise BadToken("The token has expired.")

    def check_begin(self, claims: Mapping[str, Any]) -> None:
        """Refuse a token whose time has not come yet."""
        begins_at = claims.get("nbf", 0)
        if not isinstance(begins_at, (int, float)) or begins_at > time.time() + LEEWAY:
            raise BadToken("The token is not valid yet.")

    def check_project(self, claims: Mapping[str, Any]) -> None:
        """Refuse a token of another project."""
        if self.project_id is not None and claims.get("xsolla_login_project_id") != self.project_id:
            raise BadToken("The token is another project's.")

    def check_purpose(self, claims: Mapping[str, Any]) -> None:
        """Refuse a token that was made for something else, such as a user's own."""
        if claims.get("request_type") != REQUEST_TYPE:
            raise BadToken(f"The token is no {REQUEST_TYPE}.")


def by_secret(secret: str, *, project_id: str | None = None) -> Verifier:
    """Return a verifier of a project that signs with a shared secret."""
    return Verifier("HS256", lambda kid: secret.encode(), project_id)


def by_keys(keys: list[Mapping[str, Any]], *, project_id: str | None = None) -> Verifier:
    """Return a verifier of a project with RSA keys, given as JWKs."""
    found = public_keys(keys)
    return Verifier("RS256", lambda kid: found.get(str(kid)), project_id)


def public_keys(keys: Iterable[Mapping[str, Any]]) -> dict[str, RSAKey]:
    """Read RSA keys by their ids; their numbers may be padded, or written in plain Base64."""
    return {
        str(key["kid"]): RSAKey.import_key(
            {"kty": "RSA", **{name: _base64url(key[name]) for name in ("n", "e")}}
        )
        for key in keys
    }


def header_of(token: str) -> dict[str, Any]:
    """Return the header of a compact JWT.

    Raises:
        BadToken: it is none.
    """
    return _segment(token.split(".")[0])


def proven_claims(token: str, key: Any, algorithm: str) -> dict[str, Any]:
    """Return the claims of a token whose signature a key proves; a secret is given as bytes.

    Raises:
        BadToken: it does not.
    """
    claims = claims_of(token)
    if algorithm == "HS256":
        content, _, signature = token.rpartition(".")
        # By hand, because libraries refuse secrets that a partner may well have.
        expected = base64.urlsafe_b64encode(hmac.digest(key, content.encode(), "sha256")).rstrip(b"=")
        if not hmac.compare_digest(expected, signature.encode()):
            raise BadToken("The signature of the token is wrong.")
        return claims
    try:
        jwt.decode(token, key, algorithms=[algorithm])
    except (JoseError, ValueError, TypeError):
        raise BadToken("The signature of the token is wrong.") from None
    return claims


def claims_of(token: str) -> dict[str, Any]:
    """Return the claims of a compact JWT, which prove nothing yet.

    Raises:
        BadToken: it is none.
    """
    parts = token.split(".")
    if len(parts) != 3:
        raise BadToken("The token is no compact JWT.")
    return _segment(parts[1])


def _base64url(number: str) -> str:
    return number.rstrip("=").replace("+", "-").replace("/", "_")


def _segment(encoded: str) -> dict[str, Any]:
    try:
        content = json.loads(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    except (binascii.Error, ValueError, RecursionError):
        raise BadToken("The token is no compact JWT.") from None
    if not isinstance(content, dict):
        raise BadToken("The token is no compact JWT.")
    return content
