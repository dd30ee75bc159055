"""Tokens that every verifier must refuse: with a named defect, or changed as an attacker would."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any
from uuid import uuid4

from joserfc.jwk import RSAKey

from login_contract.tokens.compact import Claims, claims_of, segment, unverified
from login_contract.tokens.signing import Key, secret_key, signed, stranger

HOUR = 3600
Sign = Callable[[Claims], str]


def forged(token: str, **changed: Any) -> str:
    """Return a token with other claims under its old signature."""
    head, _, signature = token.split(".")
    return ".".join([head, segment({**claims_of(token), **changed}), signature])


def with_header(token: str, **changed: Any) -> str:
    """Return a token with another header before its old claims and signature."""
    _, content, signature = token.split(".")
    return ".".join([segment({**unverified(token)[0], **changed}), content, signature])


def unsigned(token: str) -> str:
    """Return a token that claims to need no signature."""
    return ".".join([segment({"alg": "none", "typ": "JWT"}), token.split(".")[1], ""])


def confused(token: str, public_key: Mapping[str, Any]) -> str:
    """Return a token signed with HS256, where the secret is the project's public key as PEM text."""
    secret = RSAKey.import_key(dict(public_key)).as_pem(private=False)
    head, content = unverified(token)
    return signed(content, secret_key(secret), kid=head.get("kid"))


def signed_by_stranger(content: Mapping[str, Any], *, kid: str, embedded: bool = False) -> str:
    """Return claims signed with a key that nobody but the caller knows.

    The header names ``kid`` all the same; with ``embedded`` it brings the public key along.
    """
    jwk = {"jwk": stranger().as_dict(private=False)} if embedded else {}
    return signed(content, stranger(), kid=kid, **jwk)


def of_unknown_key(content: Mapping[str, Any], key: Key) -> str:
    """Return claims signed with a key of the same kind that the project does not have, under its own name."""
    if isinstance(key, RSAKey):
        return signed(content, stranger(), kid=stranger().thumbprint())
    return signed(content, secret_key(uuid4().hex))


def _expired(content: Claims) -> Claims:
    return {**content, "iat": content["iat"] - 2 * HOUR, "exp": content["iat"] - HOUR}


def _not_yet_valid(content: Claims) -> Claims:
    return {**content, "nbf": content["iat"] + HOUR}


# By the names that users give them; each takes the claims of a good token and what would sign them.
DEFECTS: Mapping[str, Callable[[Claims, Sign], str]] = {
    "expired": lambda content, sign: sign(_expired(content)),
    "not_yet_valid": lambda content, sign: sign(_not_yet_valid(content)),
    "tampered": lambda content, sign: forged(sign(content), username="somebody-else"),
    "alg_none": lambda content, sign: unsigned(sign(content)),
}
