"""Signs tokens, and proves signatures, in the one algorithm that a key is for."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from joserfc import jws
from joserfc.errors import JoseError
from joserfc.jwk import KeySet, OctKey, RSAKey

from login_contract.tokens.compact import Claims, base64url_number, claims_of, json_of
from login_contract.tokens.private_key import RSA_BITS

RS256, HS256 = "RS256", "HS256"
Key = RSAKey | OctKey


class InvalidSignature(ValueError):
    """No key proves the token in the algorithm that it has to have; the message says why, for logs."""


def algorithm_of(key: Key) -> str:
    """Return the only algorithm that tokens of a key may have."""
    return RS256 if isinstance(key, RSAKey) else HS256


def secret_key(secret: str | bytes) -> OctKey:
    """Return a shared secret as a key, whatever it is: joserfc refuses what it holds for no secret."""
    raw = secret.encode() if isinstance(secret, str) else secret
    return OctKey(raw, raw)


def key_of_raw(raw: RSAPrivateKey | bytes) -> Key:
    """Return a private key, or the bytes of a shared secret, as a key to sign with."""
    return secret_key(raw) if isinstance(raw, bytes) else RSAKey(raw, raw)


def signed(content: Mapping[str, Any], key: Key, *, kid: str | None = None, **header: Any) -> str:
    """Return claims as a compact JWT (RFC 7519).

    RS256 tokens name their key by its ``kid``, those of a shared secret have none [sdk-go].
    """
    algorithm = algorithm_of(key)
    named = {} if kid is None else {"kid": kid}
    head = {"typ": "JWT", "alg": algorithm, **named, **header}
    return jws.serialize_compact(head, json_of(content), key, algorithms=[algorithm])


def verified(token: str, key: Key | KeySet, *, algorithm: str = RS256) -> Claims:
    """Return the claims of a token whose signature a key proves, or one of a set that its header names.

    Raises:
        InvalidSignature: none does, or the token names another algorithm.
    """
    try:
        jws.deserialize_compact(token, key, algorithms=[algorithm])
        return claims_of(token)
    except (JoseError, ValueError, TypeError) as problem:
        raise InvalidSignature(type(problem).__name__) from None


def key_set(published: Mapping[str, Any]) -> KeySet:
    """Return a published JWK set (RFC 7517) as one in which a token's header finds its key."""
    return KeySet.import_key_set({"keys": [dict(key) for key in published["keys"]]})


def key_set_of_hexadecimal(keys: Sequence[Mapping[str, str]]) -> KeySet:
    """Return the bare list of keys, whose numbers are hexadecimal, as a set."""
    numbers = ({name: base64url_number(int(key[name], 16)) for name in ("n", "e")} for key in keys)
    return key_set({"keys": [{**key, **each} for key, each in zip(keys, numbers, strict=True)]})


def new_rsa_key() -> RSAKey:
    """Make an RSA key, which takes a tenth of a second."""
    return RSAKey.generate_key(RSA_BITS, auto_kid=False)


@cache
def key_of(owner: str) -> RSAKey:
    """Return the key of somebody made up, the same one for as long as the process lives."""
    return new_rsa_key()


def stranger() -> RSAKey:
    """Return a key that no project has."""
    return key_of("a stranger")


def private_pem(key: RSAKey) -> str:
    """Return a key as an unencrypted PKCS #8 PEM."""
    return key.as_pem(private=True).decode()
