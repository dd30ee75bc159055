"""Checks a gateway token as a partner should: every step that somebody may leave out has its own name."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from typing import Any

from attrs import frozen
from joserfc.jwk import RSAKey

from login_contract.tokens.compact import Claims, NotCompact, unverified
from login_contract.tokens.issuer import GATEWAY_TOKEN
from login_contract.tokens.signing import HS256, RS256, InvalidSignature, Key, secret_key, verified

# Clocks of two machines differ by seconds.
LEEWAY = 30

FindKey = Callable[[str | None], Key | None]


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
        header, _ = parts_of(token)
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
        if claims.get("request_type") != GATEWAY_TOKEN:
            raise BadToken(f"The token is no {GATEWAY_TOKEN}.")


def by_secret(secret: str, *, project_id: str | None = None) -> Verifier:
    """Return a verifier of a project that signs with a shared secret."""
    key = secret_key(secret)
    return Verifier(HS256, lambda kid: key, project_id)


def by_keys(keys: list[Mapping[str, Any]], *, project_id: str | None = None) -> Verifier:
    """Return a verifier of a project with RSA keys, given as JWKs."""
    found = public_keys(keys)
    return Verifier(RS256, lambda kid: found.get(str(kid)), project_id)


def public_keys(keys: Iterable[Mapping[str, Any]]) -> dict[str, RSAKey]:
    """Read RSA keys by their ids; their numbers may be padded, or written in plain Base64."""
    return {
        str(key["kid"]): RSAKey.import_key(
            {"kty": "RSA", **{name: _base64url(key[name]) for name in ("n", "e")}}
        )
        for key in keys
    }


def parts_of(token: str) -> tuple[Claims, Claims]:
    """Return the header and the claims of a compact JWT, which prove nothing yet.

    Raises:
        BadToken: it is none.
    """
    try:
        return unverified(token)
    except NotCompact as problem:
        raise BadToken(f"The token {problem}.") from None


def proven_claims(token: str, key: Key, algorithm: str) -> Claims:
    """Return the claims of a token whose signature a key proves.

    Raises:
        BadToken: it does not.
    """
    try:
        return verified(token, key, algorithm=algorithm)
    except InvalidSignature:
        raise BadToken("The signature of the token is wrong.") from None


def _base64url(number: str) -> str:
    return number.rstrip("=").replace("+", "-").replace("/", "_")
