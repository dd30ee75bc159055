"""Signatures of tokens. joserfc computes them; it comes with the extras `tokens` and `webhooks`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, TypeAlias

from xsolla_login_client.signed_tokens.errors import InvalidSignature, UnknownKey, WrongAlgorithm
from xsolla_login_client.signed_tokens.presented import Presented

if TYPE_CHECKING:
    from joserfc.jwk import OctKey, RSAKey

#: A JSON Web Key Set, or only the list of its keys.
KeySet: TypeAlias = Mapping[str, Any] | Sequence[Mapping[str, Any]]
# The reference names both for the keys that sign.
USES = ("sig", "enc")


def needs_extra(extra: str) -> str | None:
    """Return the line that tells how to install what computes signatures, or None where it is installed."""
    if find_spec("joserfc") is not None:
        return None
    return f"checking {extra} needs the extra '{extra}': pip install 'xsolla-login-client[{extra}]'"


def secret_key(secret: str) -> OctKey:
    """Return the key of a project that signs with HS256.

    Raises:
        ValueError: the secret proves nothing: it is empty, or a public key, which everybody can sign with.
    """
    from joserfc.jwk import OctKey

    if not secret:
        raise ValueError("secret: it is empty, so that everybody could sign with it")
    if "-----BEGIN " in secret:
        raise ValueError("secret: it is a key in PEM, for a project that signs with RS256; give jwks")
    return OctKey.import_key(secret)


def check_algorithm(token: Presented, algorithm: str) -> None:
    """Refuse a token that names another algorithm than the one agreed upon.

    Raises:
        WrongAlgorithm: it does.
    """
    if token.algorithm != algorithm:
        raise WrongAlgorithm(f"The token is not signed with {algorithm}.")


def verified(token: Presented, algorithm: str, key: OctKey | RSAKey) -> bytes:
    """Return the payload of a token that is signed with this key by this algorithm and no other.

    Raises:
        InvalidSignature: it is not; WrongAlgorithm is one of these.
    """
    from joserfc import jws
    from joserfc.errors import JoseError

    check_algorithm(token, algorithm)
    registry = jws.JWSRegistry(algorithms=[algorithm], strict_check_header=False)
    registry.max_header_length = registry.max_payload_length = len(token.text)
    try:
        payload = jws.deserialize_compact(token.text, key, registry=registry).payload
    except (JoseError, TypeError, ValueError):
        raise InvalidSignature("The token is not signed by this project's Login server.") from None
    if payload is None:
        raise InvalidSignature("The token has no payload.")
    return payload


def find_key(keys: Mapping[str, RSAKey], kid: str | None) -> RSAKey:
    """Return the key that a token names.

    Raises:
        UnknownKey: it names none of these.
    """
    key = None if kid is None else keys.get(kid)
    if key is None:
        raise UnknownKey("The token does not name a key of this project.")
    return key


def read_keys(document: object) -> dict[str, RSAKey]:
    """Read the RSA keys of a key set that may check RS256, by `kid`; all others are passed over.

    Where two have the same name, the first one counts: the key that signs stands first.

    Raises:
        ValueError: it is no key set.
    """
    keys = document.get("keys") if isinstance(document, Mapping) else document
    if not isinstance(keys, Sequence) or isinstance(keys, str):
        raise ValueError("jwks: it is no JSON Web Key Set")
    found: dict[str, RSAKey] = {}
    for key in filter(_may_check, keys):
        rsa = None if key["kid"] in found else _rsa_key(key)
        if rsa is not None:
            found[key["kid"]] = rsa
    return found


def _may_check(key: object) -> bool:
    return (
        isinstance(key, Mapping)
        and isinstance(key.get("kid"), str)
        and key.get("kty") == "RSA"
        and key.get("alg", "RS256") == "RS256"
        and key.get("use", "sig") in USES
    )


def _rsa_key(key: Mapping[str, Any]) -> RSAKey | None:
    from joserfc.errors import JoseError
    from joserfc.jwk import RSAKey

    try:
        return RSAKey.import_key({"kty": "RSA", "n": _base64url(key["n"]), "e": _base64url(key["e"])})
    except (JoseError, KeyError, TypeError, ValueError):
        return None


def _base64url(number: object) -> str:
    """Return a number without padding and in the one alphabet, where it was written as plain Base64."""
    if not isinstance(number, str):
        raise TypeError("a number of a key is written as a text")
    return number.rstrip("=").replace("+", "-").replace("/", "_")
