"""Signing and verifying, held against another library: a bug that both share would show nowhere else."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import jwt as pyjwt
import pytest
from joserfc.jwk import KeySet, RSAKey

from login_contract.tokens import forgery
from login_contract.tokens.compact import NotCompact, base64url, claims_of, json_of, signature_of, unverified
from login_contract.tokens.signing import (
    HS256,
    RS256,
    InvalidSignature,
    Key,
    key_of,
    key_set,
    key_set_of_hexadecimal,
    private_pem,
    secret_key,
    signed,
    stranger,
    verified,
)

KID = "a-key"
SECRET = "short"
CONTENT = {"sub": "1", "iat": 1_700_000_000, "exp": 2_000_000_000}


def key() -> RSAKey:
    return key_of("a project")


def jwk() -> dict[str, Any]:
    return {**key().as_dict(private=False), "kid": KID, "alg": RS256, "use": "sig"}


def keys() -> KeySet:
    return key_set({"keys": [jwk()]})


def good() -> str:
    return signed(CONTENT, key(), kid=KID)


def test_another_library_verifies_what_is_signed() -> None:
    assert pyjwt.decode(good(), pyjwt.PyJWK(jwk()), algorithms=[RS256]) == CONTENT
    assert pyjwt.get_unverified_header(good()) == {"alg": RS256, "typ": "JWT", "kid": KID}


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
def test_another_library_verifies_what_a_short_secret_signs() -> None:
    token = signed(CONTENT, secret_key(SECRET))

    assert pyjwt.decode(token, SECRET, algorithms=[HS256]) == CONTENT
    assert pyjwt.get_unverified_header(token) == {"alg": HS256, "typ": "JWT"}


@pytest.mark.filterwarnings("ignore::jwt.warnings.InsecureKeyLengthWarning")
def test_what_another_library_signs_is_verified() -> None:
    by_key = pyjwt.encode(CONTENT, private_pem(key()), RS256, headers={"kid": KID})
    hexadecimal = key().public_key.public_numbers()
    bare = [{"kty": "RSA", "kid": KID, "n": f"{hexadecimal.n:x}", "e": f"{hexadecimal.e:x}"}]

    assert verified(by_key, keys()) == verified(by_key, key_set_of_hexadecimal(bare)) == CONTENT
    by_secret = pyjwt.encode(CONTENT, SECRET, HS256)
    assert verified(by_secret, secret_key(SECRET), algorithm=HS256) == CONTENT


FORGERIES: dict[str, Callable[[str], str]] = {
    "other claims": lambda token: forgery.forged(token, sub="2"),
    "another header": lambda token: forgery.with_header(token, typ="JOSE"),
    "no signature": forgery.unsigned,
    "an empty signature": lambda token: f"{token.rpartition('.')[0]}.",
    "the public key as a secret": lambda token: forgery.confused(token, jwk()),
    "a stranger's key": lambda token: forgery.signed_by_stranger(claims_of(token), kid=KID),
    "a key that it brings along": lambda token: forgery.signed_by_stranger(
        claims_of(token), kid=KID, embedded=True
    ),
    "a key of its own": lambda token: forgery.of_unknown_key(claims_of(token), key()),
    "a defect": lambda token: forgery.DEFECTS["tampered"](claims_of(token), lambda content: good()),
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
@pytest.mark.parametrize("trusted", [key, keys])
def test_no_key_proves_a_forgery(trusted: Callable[[], Key | KeySet], forge: Callable[[str], str]) -> None:
    with pytest.raises(InvalidSignature):
        verified(forge(good()), trusted())


def test_a_set_proves_nothing_that_names_none_of_its_keys() -> None:
    with pytest.raises(InvalidSignature):
        verified(signed(CONTENT, key(), kid="another"), keys())


def test_a_token_is_pinned_to_its_algorithm() -> None:
    by_secret = signed(CONTENT, secret_key("x" * 32))

    with pytest.raises(InvalidSignature):
        verified(by_secret, secret_key("x" * 32), algorithm=RS256)
    with pytest.raises(InvalidSignature):
        verified(good(), key(), algorithm=HS256)


def test_a_strangers_key_is_nobodys_and_the_same() -> None:
    assert stranger() is stranger()
    assert stranger().thumbprint() != key().thumbprint()


def test_a_signature_has_one_spelling() -> None:
    message, signature = signature_of(good())

    assert good() == f"{message.decode()}.{base64url(signature)}"
    for other in (f"{good()[:-1]}{'h' if good()[-1] == 'g' else 'B'}", f"{good()}=", f"{good()} "):
        with pytest.raises(NotCompact):
            signature_of(other)


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "has 1 parts, not three"),
        ("a.b.c.d", "has 4 parts, not three"),
        ("a.b.c", "has a part that is not base64url JSON"),
        ("e30.e3\n0.", "has a part that is not base64url JSON"),
        ("🎮.🎮.🎮", "has a part that is not base64url JSON"),
        (f"e30.{'W1tb' * 2000}.", "has a part that is not base64url JSON"),
        ("e30.W10.", "has a part that is no JSON object"),
    ],
)
def test_what_is_no_token_is_told(text: str, what: str) -> None:
    with pytest.raises(NotCompact) as told:
        unverified(text)

    assert str(told.value) == what


def test_letters_beyond_ascii_take_no_more_bytes_than_in_utf_8() -> None:
    assert json_of({"payload": "ü🚀"}) == '{"payload":"ü🚀"}'.encode()
