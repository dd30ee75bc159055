"""User tokens as a client reads and verifies them, and as an attacker would change them."""

from __future__ import annotations

import base64
import hmac
import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from joserfc import jwt
from joserfc.jwk import KeySet, OctKey, RSAKey

from login_contract.suite.actors.told import LackingError, told


def claims(token: str) -> dict[str, Any]:
    """Return the claims of a token without verifying it."""
    return told(_segment(_parts(token)[1]), "the token")


def header(token: str) -> dict[str, Any]:
    """Return the header of a token."""
    return told(_segment(_parts(token)[0]), "the header of the token")


def verified(token: str, keys: Mapping[str, Any], *, algorithm: str = "RS256") -> dict[str, Any]:
    """Return the claims of a token whose signature one of the published keys (a JWK set) proves.

    Raises:
        joserfc.errors.JoseError: none of them does, or the algorithm is another.
    """
    return jwt.decode(
        token, KeySet.import_key_set({"keys": list(keys["keys"])}), algorithms=[algorithm]
    ).claims


def verified_by_secret(token: str, secret: str) -> dict[str, Any]:
    """Return the claims of an HS256 token that a shared secret proves; raises like ``verified``."""
    return jwt.decode(token, OctKey.import_key(secret), algorithms=["HS256"]).claims


def from_hexadecimal(keys: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """Return the bare list with hexadecimal numbers as a JWK set."""
    return {
        "keys": [
            {**key, "n": _base64url(int(key["n"], 16)), "e": _base64url(int(key["e"], 16))} for key in keys
        ]
    }


def forged(token: str, **changed: Any) -> str:
    """Return a token with other claims under its old signature."""
    head, _, signature = token.split(".")
    return ".".join([head, _encoded({**claims(token), **changed}), signature])


def unsigned(token: str) -> str:
    """Return a token that claims to need no signature."""
    return ".".join([_encoded({"alg": "none", "typ": "JWT"}), token.split(".")[1], ""])


def confused(token: str, public_key: Mapping[str, Any]) -> str:
    """Return a token signed with HS256, where the secret is the project's public key as PEM text."""
    secret = RSAKey.import_key(dict(public_key)).as_pem(private=False)
    content = f"{_encoded({**header(token), 'alg': 'HS256'})}.{token.split('.')[1]}"
    # By hand, because no honest library signs like this.
    signature = hmac.digest(secret, content.encode(), "sha256")
    return f"{content}.{base64.urlsafe_b64encode(signature).rstrip(b'=').decode()}"


def self_signed(token: str | Mapping[str, Any], *, kid: str, embedded: bool = False) -> str:
    """Return the claims of a token, or these, signed with a key that nobody but the caller knows.

    The header names ``kid`` all the same; with ``embedded`` it brings the public key along.
    """
    key = _own_key()
    head: dict[str, Any] = {"alg": "RS256", "typ": "JWT", "kid": kid}
    if embedded:
        head["jwk"] = key.as_dict(private=False)
    return jwt.encode(head, dict(claims(token) if isinstance(token, str) else token), key)


@cache
def _own_key() -> RSAKey:
    return RSAKey.generate_key(2048)


def _parts(token: str) -> list[str]:
    parts = token.split(".")
    if len(parts) != 3:
        raise LackingError("the token", "is no JSON Web Token", f"it has {len(parts)} parts")
    return parts


def _segment(encoded: str) -> dict[str, Any]:
    content: dict[str, Any] = json.loads(base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4)))
    return content


def _encoded(content: Mapping[str, Any]) -> str:
    return base64.urlsafe_b64encode(json.dumps(dict(content)).encode()).rstrip(b"=").decode()


def _base64url(number: int) -> str:
    size = (number.bit_length() + 7) // 8
    return base64.urlsafe_b64encode(number.to_bytes(size, "big")).rstrip(b"=").decode()


@cache
def signing_key_of_tests() -> str:
    """Return an RSA key as PEM, made once: making one takes longer than most tests, and many a whole run."""
    return RSAKey.generate_key(2048).as_pem(private=True).decode()
