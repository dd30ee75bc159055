"""What a library for receivers has to make of a request: how it is checked, and what comes of it."""

from __future__ import annotations

import base64
import json
import time
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import field, frozen

from tests.webhooks_examples.signing import (
    KID,
    PROJECT,
    SECRET,
    b64,
    bearer,
    claims,
    hs256,
    key_set,
    modulus,
    public_pem,
    rs256,
    unsigned,
)

JANE = {"username": "jane.doe", "email": "jane.doe@example.com", "password": "correct-horse-7"}
BODY = json.dumps(JANE).encode()
GOOD = "taken"
OTHER_PROJECT = "00000000-0000-4000-8000-000000000000"


@frozen
class Law:
    """A request, and the name of the error that it ends in: `GOOD` where it is taken."""

    name: str
    outcome: str
    headers: Any
    body: bytes = BODY
    how: Mapping[str, Any] = field(factory=dict)


def laws() -> list[Law]:
    """Returns all laws about tokens, bodies and headers, with tokens that are good now."""
    return [*_tokens(), *_algorithms(), *_keys(), *_times(), *_claims(), *_headers(), *_bodies()]


def by_secret(name: str, outcome: str, token: str, body: bytes = BODY, **how: Any) -> Law:
    """Returns a law about a project that signs with a secret."""
    given = {"webhook": "new-user", "secret": SECRET, "projectId": PROJECT} | how
    return Law(name, outcome, bearer(token), body, given)


def by_key(name: str, outcome: str, token: str, **how: Any) -> Law:
    """Returns a law about a project that signs with a key."""
    given = {"webhook": "new-user", "jwks": key_set(), "projectId": PROJECT} | how
    return Law(name, outcome, bearer(token), BODY, given)


def _tokens() -> Iterator[Law]:
    good = {"secret": hs256(claims()), "key": rs256(claims())}
    yield by_secret("a token signed with the secret", GOOD, good["secret"])
    yield by_key("a token signed with the key", GOOD, good["key"])
    for text in ("a", "a.b", "a.b.c.d", "..", "!.!.!", f"{b64(b'[]')}.{b64(b'{}')}.", "a" * 20000):
        yield by_secret(f"no token: {text[:10]}", "MalformedToken", text)
        yield by_key(f"no token for a key: {text[:10]}", "MalformedToken", text)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    for how, token in good.items():
        law = by_secret if how == "secret" else by_key
        # The last character of the signature holds bits that decoders pass over.
        neighbour = alphabet[alphabet.index(token[-1]) + 1]
        for text in (token[:-1] + neighbour, token + "=", token.replace(".", "=.", 1), f"{token}!"):
            yield law(f"another spelling by {how}: {text[-4:]}", "MalformedToken", text)
        yield law(f"half a signature by {how}", "InvalidSignature", token[: token.rindex(".") + 21])
        yield law(f"no signature by {how}", "InvalidSignature", token[: token.rindex(".") + 1])
    yield by_secret("another secret", "InvalidSignature", hs256(claims(), "another-secret-of-32-characters"))
    yield by_key("another key", "InvalidSignature", rs256(claims(), key=2))
    start, payload, signature = good["secret"].split(".")
    other = b64(json.dumps(claims(username="somebody.else")).encode())
    yield by_secret("other claims", "InvalidSignature", f"{start}.{other}.{signature}")
    header = b64(json.dumps({"alg": "HS256"}).encode())
    yield by_secret("another header", "InvalidSignature", f"{header}.{payload}.{signature}")
    yield by_secret("a critical header", "MalformedToken", hs256(claims(), crit=["unheard"], unheard=1))


def _algorithms() -> Iterator[Law]:
    yield by_secret("unsigned", "WrongAlgorithm", unsigned(claims()))
    yield by_key("unsigned for a key", "WrongAlgorithm", unsigned(claims()))
    n = key_set()["keys"][0]["n"].encode()
    for number, key in enumerate((public_pem(), public_pem().strip(), n)):
        token = hs256(claims(), key, kid=KID)
        yield by_key(f"HS256 with the public key, {number}", "WrongAlgorithm", token)
    yield by_secret("RS256 where a secret signs", "WrongAlgorithm", rs256(claims()))
    yield by_key("HS256 where a key signs", "WrongAlgorithm", hs256(claims()))
    yield by_key("RS512", "WrongAlgorithm", rs256(claims(), alg="RS512"))
    yield by_key("a list of algorithms", "WrongAlgorithm", rs256(claims(), alg=["RS256"]))


def _keys() -> Iterator[Law]:
    for kid in ("key-2", "", None, 1, ["key-1"], {"key": 1}, "__proto__", "constructor"):
        yield by_key(f"the unknown key {kid!r}", "UnknownKey", rs256(claims(), kid=kid))
    for members in ({"use": "wrap"}, {"alg": "RS512"}, {"kty": "EC"}, {"n": "!"}, {"e": 3}, {"n": ""}):
        yield by_key(f"a key with {members}", "UnknownKey", rs256(claims()), jwks=key_set(**members))
    padded = base64.urlsafe_b64encode(modulus()).decode()
    plain = base64.b64encode(b"\0" + modulus()).decode()
    spellings: list[dict[str, Any]] = [
        {"use": "enc"},
        {"e": "AQAB=="},
        {"n": padded},
        {"use": "enc", "n": plain},
    ]
    for number, members in enumerate(spellings):
        yield by_key(f"a key in spelling {number}", GOOD, rs256(claims()), jwks=key_set(**members))
    oct_key = {"kty": "oct", "kid": KID, "k": b64(SECRET.encode())}
    keys = [oct_key, None, 7, *key_set()["keys"]]
    yield by_key("a list of keys, others among them", GOOD, rs256(claims()), jwks=keys)


def _times() -> Iterator[Law]:
    token = hs256(claims(nbf=1000, exp=2000, iat=9000))
    for now, leeway, outcome in (
        (1000, 0, GOOD),
        (1999.9, 0, GOOD),
        (990, 10, GOOD),
        (2009.9, 10, GOOD),
        (999.9, 0, "NotYetValid"),
        (989.9, 10, "NotYetValid"),
        (2000, 0, "ExpiredToken"),
        (2010, 10, "ExpiredToken"),
    ):
        what = f"at {now} with a leeway of {leeway}"
        yield by_secret(what, outcome, token, now=now, leewaySeconds=leeway)
    now = int(time.time())
    yield by_secret("expired by the clock", "ExpiredToken", hs256(claims(exp=now - 11)))
    yield by_secret("early by the clock", "NotYetValid", hs256(claims(nbf=now + 30)))
    ends: list[Any] = [None, "9999999999", True, [], float("nan"), 1e999]
    for exp in ends:
        yield by_secret(f"exp {exp}", "MalformedToken", hs256(claims(exp=exp)))


def _claims() -> Iterator[Law]:
    for project in (None, "another", OTHER_PROJECT, PROJECT[:-1], [PROJECT], 1):
        token = hs256(claims(xsolla_login_project_id=project))
        yield by_secret(f"the project {project}", "WrongProject", token)
        yield by_secret(f"the project {project}, not compared", GOOD, token, projectId=None)
    upper = hs256(claims(xsolla_login_project_id=PROJECT.upper()))
    yield by_secret("a project in capital letters", GOOD, upper)
    yield by_secret("a project wanted in capital letters", GOOD, hs256(claims()), projectId=PROJECT.upper())
    for kind in (None, "user_token", "Gateway_Token", ["gateway_token"], True):
        yield by_secret(f"the type {kind}", "WrongRequestType", hs256(claims(request_type=kind)))
    yield by_secret("a name that is a list", "MalformedToken", hs256(claims(username=["jane.doe"])))
    yield by_secret("a name that is a truth", "MalformedToken", hs256(claims(username=True)))
    yield by_secret("claims with a NUL", "MalformedToken", hs256(claims(username="\0")))
    bare = hs256({"request_type": "gateway_token", "exp": 2**40})
    yield by_secret("claims of purpose and end alone", GOOD, bare, projectId=None)


def _headers() -> Iterator[Law]:
    how = {"webhook": "new-user", "secret": SECRET, "projectId": PROJECT}
    token, media_type = f"Bearer {hs256(claims())}", "application/json"
    for value in (None, "", "Bearer", "Bearer ", "Basic dXNlcjpw", "a.b.c", "Bearer a b"):
        given: Any = {} if value is None else {"Authorization": value}
        yield Law(f"the header {value!r}", "MissingToken", given, how=how)
    for name in ("authorization", "AUTHORIZATION", "aUTHORIZATION"):
        yield Law(f"a header {name}", GOOD, {name: token, "CONTENT-TYPE": media_type}, how=how)
    yield Law("a bearer in small letters", GOOD, {"authorization": token.lower()[:6] + token[6:]}, how=how)
    yield Law("pairs", GOOD, [["Authorization", token], ["Content-Type", media_type]], how=how)
    yield Law("a flat list", GOOD, ["Authorization", token, "Content-Type", media_type], how=how)
    yield Law("lists of values", GOOD, {"authorization": [token], "content-type": [media_type]}, how=how)
    yield Law("two tokens", "MalformedToken", {"authorization": [token, token]}, how=how)
    yield Law("two tokens, flat", "MalformedToken", ["a", token, *["Authorization", token] * 2], how=how)
    for kind in ("text/plain", "application/x-www-form-urlencoded", ""):
        headers = {"authorization": token, "content-type": kind}
        yield Law(f"the media type {kind!r}", "WrongMediaType", headers, how=how)
    for kind in ("application/json; charset=utf-8", "Application/JSON ; a=b"):
        yield Law(f"the media type {kind}", GOOD, {"authorization": token, "content-type": kind}, how=how)


def _bodies() -> Iterator[Law]:
    token = hs256(claims())
    for name, body in MALFORMED.items():
        yield by_secret(f"a body that is {name}", "MalformedBody", token, body)
    yield by_secret("a body of 64 KiB and a byte", "BodyTooLarge", token, b" " * 65537)
    yield by_secret("a body of 64 KiB", GOOD, token, BODY + b" " * (65536 - len(BODY)))
    for webhook in ("new_user", "", "__proto__", "toString"):
        yield by_secret(f"the webhook {webhook!r}", "UnknownWebhook", token, webhook=webhook)
    for names in ({}, {"username": None}, {"email": ""}):
        body = json.dumps({**names, "password": "p", "fields": {"password": "p"}}).encode()
        for webhook in ("user-verification", "password-reset"):
            what = f"about nobody, {sorted(names)}: {webhook}"
            yield by_secret(what, "MalformedBody", token, body, webhook=webhook)
    for number, fields in enumerate([1, [], "x", None, {}, {"password": 1}, [["password", "p"]]]):
        body = json.dumps({"username": "u", "email": "e", "fields": fields}).encode()
        yield by_secret(f"wrong fields {number}", "MalformedBody", token, body, webhook="password-reset")
    stranger = hs256(claims(), "x" * 32)
    for webhook in ("new-user", "unheard-of"):
        yield by_secret(f"nothing is read for {webhook}", "InvalidSignature", stranger, b"{", webhook=webhook)


MALFORMED = {
    "empty": b"",
    "cut": b"{",
    "a list": b"[]",
    "null": b"null",
    "a text": b'"text"',
    "no UTF-8": BODY[:-1] + b', "more": "\xff"}',
    "in Latin-1": BODY[:-1] + b', "more": "caf\xe9"}',
    "marked as UTF-8": b"\xef\xbb\xbf" + BODY,
    "not a number": BODY[:-1] + b', "a": NaN}',
    "not finite": BODY[:-1] + b', "a": 1e999}',
    "a long integer": BODY[:-1] + b', "a": ' + b"9" * 5000 + b"}",
    "an integer beyond 64 bits": BODY[:-1] + b', "a": 9223372036854775808}',
    "half of a character": BODY[:-1] + b', "a": "\\ud83d"}',
    "half of a name": BODY[:-1] + b', "\\ud83d": 1}',
    "a NUL": BODY[:-1] + b', "a": "\\u0000"}',
    "deep": BODY[:-1] + b', "a":' + b'{"a":' * 70 + b"1" + b"}" * 71,
    "a deep beginning": b'{"a":' + b"[" * 60000,
    "without password": b'{"username": "u", "email": "e"}',
    "without address": b'{"username": "u", "email": null, "password": "p"}',
    "with a number for a name": b'{"username": 1, "email": "e", "password": "p"}',
    "with a password that an object has anyway": b'{"__proto__": {"password": "p"}, "email": "e"}',
}
