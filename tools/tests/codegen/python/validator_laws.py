"""What `TokenValidator` promises, as laws: each is a function that raises AssertionError when broken."""

from __future__ import annotations

import asyncio
import json
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

import httpx
import pytest
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding
from joserfc.jwk import RSAKey
from xsolla_login_client.signed_tokens.errors import (
    ExpiredToken,
    InvalidSignature,
    KeysUnavailable,
    MalformedToken,
    NotYetValid,
    TokenRefused,
    UnknownKey,
    WrongAlgorithm,
    WrongIssuer,
    WrongKind,
    WrongProject,
)
from xsolla_login_client.token_validator import TokenValidator

from login_contract.tokens.forgery import forged
from tests.codegen.python.key_server import BASE_URL, NOW, KeyServer, by_keys, by_secret, user_claims
from tests.webhooks_examples.signing import (
    KID,
    PROJECT,
    SECRET,
    b64,
    hs256,
    key_set,
    private_key,
    public_pem,
    rs256,
    unsigned,
)

CALLERS = 20


def rsa_of(key: Mapping[str, Any]) -> RSAKey:
    """The numbers of a key, whatever it is said to be for."""
    return RSAKey.import_key({"kty": "RSA", "n": key["n"], "e": key["e"]})


def refused(kind: type[TokenRefused], token: str, validator: TokenValidator | None = None) -> None:
    judge = validator or by_keys()
    for attempt in (judge.validate, lambda text: asyncio.run(judge.validate_async(text))):
        with pytest.raises(TokenRefused) as caught:
            attempt(token)
        assert type(caught.value) is kind


def every_named_defect_is_refused() -> None:
    other = "0" * 8 + PROJECT[8:]
    for sign, judge in ((rs256, by_keys), (hs256, by_secret)):
        refused(ExpiredToken, sign(user_claims(exp=NOW - 10)), judge())
        refused(NotYetValid, sign(user_claims(nbf=NOW + 11)), judge())
        refused(WrongIssuer, sign(user_claims(iss="https://login.example.com")), judge())
        refused(WrongProject, sign(user_claims(xsolla_login_project_id=other)), judge())
        refused(InvalidSignature, forged(sign(user_claims()), sub="user-2"), judge())
        refused(WrongAlgorithm, unsigned(user_claims()), judge())
    refused(UnknownKey, rs256(user_claims(), key=2, kid="key-2"))
    refused(InvalidSignature, rs256(user_claims(), key=2))
    refused(InvalidSignature, hs256(user_claims(), "another secret of thirty-two bytes"), by_secret())


def the_algorithm_is_never_that_of_the_header() -> None:
    for secret in (public_pem(), public_pem().strip(), key_set()["keys"][0]["n"].encode()):
        refused(WrongAlgorithm, hs256(user_claims(), secret, kid=KID))
    refused(WrongAlgorithm, hs256(user_claims(), SECRET, kid=KID))
    refused(WrongAlgorithm, rs256(user_claims()), by_secret())
    for algorithm in ("none", "None", "RS512", "rs256", "", None, ["RS256"]):
        refused(WrongAlgorithm, rs256(user_claims(), alg=algorithm))


def no_text_but_the_canonical_one_is_a_token() -> None:
    good = rs256(user_claims())
    head, payload, signature = good.split(".")
    doubled = json.dumps(user_claims())[:-1] + ', "sub": "user-2"}'
    twice = _signed('{"alg": "RS256", "typ": "JWT", "kid": "key-1"}', doubled)
    twice_in_head = _signed('{"alg": "none", "alg": "RS256", "kid": "key-1"}', json.dumps(user_claims()))
    for text in (
        "",
        "a.b",
        f"{good}.",
        f"{good}=",
        f" {good}",
        f"{head}.{payload}.{signature}+/",
        f"{head}.{payload}=.{signature}",
        twice,
        twice_in_head,
        rs256(user_claims(), crit=["exp"]),
        rs256(user_claims(), b64=False, crit=["b64"]),
        rs256(user_claims(payload="x" * 25000)),
    ):
        refused(MalformedToken, text)


def _signed(header: str, content: str) -> str:
    start = f"{b64(header.encode())}.{b64(content.encode())}"
    return f"{start}.{b64(private_key(1).sign(start.encode(), padding.PKCS1v15(), hashes.SHA256()))}"


def clocks_may_differ_by_the_leeway_and_no_more() -> None:
    for leeway in (0, 10, 300):
        judge = by_secret(leeway=leeway)
        for good in (
            user_claims(exp=NOW - leeway + 1),
            user_claims(nbf=NOW + leeway),
            user_claims(iat=NOW + leeway),
        ):
            assert judge.validate(hs256(good)).sub == "user-1"
        refused(ExpiredToken, hs256(user_claims(exp=NOW - leeway)), judge)
        refused(NotYetValid, hs256(user_claims(nbf=NOW + leeway + 1)), judge)
        refused(NotYetValid, hs256(user_claims(iat=NOW + leeway + 1)), judge)


def only_users_are_let_in() -> None:
    refused(WrongKind, rs256(user_claims(request_type="gateway_token")))
    refused(WrongKind, rs256(user_claims(sub=None, client_id=2001)))


def keys_for_something_else_are_unknown() -> None:
    others: list[dict[str, Any]] = [
        {"use": "wrap"},
        {"alg": "RS512"},
        {"kty": "EC"},
        {"kty": "oct", "k": b64(b"x" * 32)},
    ]
    for members in others:
        server = KeyServer(answer=partial(_answer, key_set(**members)))
        refused(UnknownKey, rs256(user_claims()), server.validator())
    # Of two keys with one name the first counts: it signs.
    both = {"keys": [*key_set()["keys"], *key_set(2)["keys"]]}
    server = KeyServer(answer=partial(_answer, both))
    assert server.validator().validate(rs256(user_claims())).sub == "user-1"
    refused(InvalidSignature, rs256(user_claims(), key=2), server.validator())


def _answer(keys: object) -> httpx.Response:
    return httpx.Response(200, json=keys)


def keys_are_fetched_once_and_anew_when_their_time_is_over() -> None:
    server = KeyServer()
    judge = server.validator()
    for _ in range(3):
        judge.validate(rs256(user_claims()))
    assert server.fetches == 1
    assert str(server.seen[0].url) == f"{BASE_URL}/projects/{PROJECT}/jwks.json"
    server.now += 600
    server.answer = partial(_answer, key_set(2, kid="key-2"))
    with pytest.raises(UnknownKey):
        judge.validate(rs256(user_claims()))
    assert judge.validate(rs256(user_claims(), key=2, kid="key-2")).sub == "user-1"
    assert server.fetches == 2


def a_new_key_is_found_at_once() -> None:
    server = KeyServer()
    judge = server.validator()
    judge.validate(rs256(user_claims()))
    server.answer = partial(_answer, {"keys": [*key_set(2, kid="key-2")["keys"], *key_set()["keys"]]})
    assert judge.validate(rs256(user_claims(), key=2, kid="key-2")).sub == "user-1"
    assert server.fetches == 2


def invented_keys_do_not_hammer_the_server() -> None:
    server = KeyServer()
    judge = server.validator()
    for number in range(100):
        server.now += 0.2
        with pytest.raises(UnknownKey):
            judge.validate(rs256(user_claims(), kid=f"invented-{number}"))
        judge.validate(rs256(user_claims()))
    # Twenty seconds: one fetch at the start, and one in five seconds.
    assert server.fetches <= 6
    fetches = server.fetches
    for token in (hs256(user_claims()), unsigned(user_claims()), "a.b.c", rs256(user_claims(), crit=["x"])):
        server.now += 10
        with pytest.raises(TokenRefused):
            judge.validate(token)
    assert server.fetches == fetches


def old_keys_serve_for_a_while_when_no_others_can_be_had() -> None:
    server = KeyServer()
    judge = server.validator(stale=100)
    judge.validate(rs256(user_claims()))
    server.answer = lambda: httpx.Response(503)
    server.now += 699
    assert judge.validate(rs256(user_claims())).sub == "user-1"
    assert server.fetches == 2
    with pytest.raises(KeysUnavailable):
        judge.validate(rs256(user_claims(), kid="key-2"))
    server.now += 2
    with pytest.raises(KeysUnavailable):
        judge.validate(rs256(user_claims()))
    strict = KeyServer()
    judge = strict.validator(stale=0)
    judge.validate(rs256(user_claims()))
    strict.answer, strict.now = (lambda: httpx.Response(503)), strict.now + 600
    with pytest.raises(KeysUnavailable):
        judge.validate(rs256(user_claims()))


def a_fetch_that_failed_is_not_repeated_at_once() -> None:
    def lost() -> httpx.Response:
        raise httpx.ConnectError("no route")

    answers: list[Callable[[], httpx.Response]] = [
        lost,
        lambda: httpx.Response(500),
        lambda: httpx.Response(302, json=key_set(), headers={"location": "https://evil.example/"}),
        lambda: httpx.Response(200, text="<html>"),
        lambda: httpx.Response(200, content=b"[" * 100_000),
        lambda: _answer({"keys": "none"}),
    ]
    for answer in answers:
        server = KeyServer(answer=answer)
        judge = server.validator()
        for _ in range(3):
            with pytest.raises(KeysUnavailable):
                judge.validate(rs256(user_claims()))
        assert server.fetches == 1
        server.answer, server.now = partial(_answer, key_set()), server.now + 1
        assert judge.validate(rs256(user_claims())).sub == "user-1"


def threads_and_loops_share_one_fetch() -> None:
    server = KeyServer(delay=0.05)
    judge = server.validator()
    token = rs256(user_claims())

    async def tasks() -> int:
        return len(await asyncio.gather(*(judge.validate_async(token) for _ in range(10))))

    with ThreadPoolExecutor(CALLERS) as pool:
        loops = [pool.submit(lambda: asyncio.run(tasks())) for _ in range(3)]
        threads = [pool.submit(judge.validate, token) for _ in range(CALLERS - 3)]
        assert [loop.result(10) for loop in loops] == [10] * 3
        assert {thread.result(10).sub for thread in threads} == {"user-1"}
    assert server.fetches == 1


LAWS = (
    every_named_defect_is_refused,
    the_algorithm_is_never_that_of_the_header,
    no_text_but_the_canonical_one_is_a_token,
    clocks_may_differ_by_the_leeway_and_no_more,
    only_users_are_let_in,
    keys_for_something_else_are_unknown,
    keys_are_fetched_once_and_anew_when_their_time_is_over,
    a_new_key_is_found_at_once,
    invented_keys_do_not_hammer_the_server,
    old_keys_serve_for_a_while_when_no_others_can_be_had,
    a_fetch_that_failed_is_not_repeated_at_once,
    threads_and_loops_share_one_fetch,
)
