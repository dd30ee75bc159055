from __future__ import annotations

import base64
import json
import time
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import Headers as FlaskHeaders
from xsolla_login_client import webhooks

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

BODY = json.dumps(
    {"username": "jane.doe", "email": "jane.doe@example.com", "password": "correct-horse-7"}
).encode()
BY_SECRET: webhooks.Verification = {"secret": SECRET, "project_id": PROJECT}
GOOD = {"secret": hs256(claims(exp=2**40)), "jwks": rs256(claims(exp=2**40))}


def by_key() -> webhooks.Verification:
    return {"jwks": key_set(), "project_id": PROJECT}


def refused(kind: type[webhooks.WebhookError], token: str, how: webhooks.Verification = BY_SECRET) -> None:
    with pytest.raises(webhooks.WebhookError) as caught:
        webhooks.unwrap(BODY, bearer(token), webhook="new-user", **how)
    assert type(caught.value) is kind
    assert caught.value.status == 400


@pytest.mark.parametrize("value", [None, "", "Bearer", "Bearer ", "Basic dXNlcjpw", "a.b.c", "Bearer a b"])
def test_without_a_token_nothing_is_read(value: str | None) -> None:
    headers = {} if value is None else {"Authorization": value}
    with pytest.raises(webhooks.MissingToken):
        webhooks.unwrap(BODY, headers, webhook="new-user", **BY_SECRET)


def test_two_tokens_are_none() -> None:
    headers = FlaskHeaders([("Authorization", f"Bearer {hs256(claims())}")] * 2)
    with pytest.raises(webhooks.MalformedToken):
        webhooks.unwrap(BODY, headers, webhook="new-user", **BY_SECRET)


@pytest.mark.parametrize(
    "token", ["a", "a.b", "a.b.c.d", "..", "!.!.!", "é.é.é", f"{b64(b'[]')}.{b64(b'{}')}.", "a" * 20000]
)
def test_what_is_no_token_is_refused(token: str) -> None:
    refused(webhooks.MalformedToken, token)
    refused(webhooks.MalformedToken, token, by_key())


@pytest.mark.parametrize("how", ["secret", "jwks"])
def test_a_token_has_one_spelling_only(how: str) -> None:
    # The last character of the signature holds bits that decoders pass over.
    token, alphabet = GOOD[how], "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    neighbour = alphabet[alphabet.index(token[-1]) + 1]
    verification = by_key() if how == "jwks" else BY_SECRET
    for spelling in (
        token[:-1] + neighbour,
        token + "=",
        token + "==",
        token.replace(".", "=.", 1),
        f"{token}!",
    ):
        refused(webhooks.MalformedToken, spelling, verification)


def test_another_key_is_refused() -> None:
    refused(webhooks.InvalidSignature, hs256(claims(), "another-secret-of-32-characters-or-so"))
    refused(webhooks.InvalidSignature, rs256(claims(), key=2), by_key())


def test_unsigned_tokens_are_refused() -> None:
    refused(webhooks.WrongAlgorithm, unsigned(claims()))
    refused(webhooks.WrongAlgorithm, unsigned(claims()), by_key())


@pytest.mark.parametrize("header", [{}, {"kid": KID}])
def test_hs256_signed_with_the_public_key_is_refused(header: dict[str, str]) -> None:
    n = key_set()["keys"][0]["n"]
    for key in (public_pem(), public_pem().strip(), n.encode()):
        refused(webhooks.WrongAlgorithm, hs256(claims(), key, **header), by_key())


def test_the_algorithm_is_that_of_the_project() -> None:
    refused(webhooks.WrongAlgorithm, rs256(claims()))
    refused(webhooks.WrongAlgorithm, hs256(claims()), by_key())
    refused(webhooks.WrongAlgorithm, rs256(claims(), alg="RS512"), by_key())
    refused(webhooks.WrongAlgorithm, rs256(claims(), alg=["RS256"]), by_key())


@pytest.mark.parametrize("kid", ["key-2", "", None, 1, ["key-1"], {"key": 1}])
def test_an_unknown_key_is_refused(kid: Any) -> None:
    refused(webhooks.UnknownKey, rs256(claims(), kid=kid), by_key())


@pytest.mark.parametrize("members", [{"use": "wrap"}, {"alg": "RS512"}, {"kty": "EC"}, {"n": "!"}, {"e": 3}])
def test_a_key_for_something_else_is_unknown(members: dict[str, Any]) -> None:
    how: webhooks.Verification = {"jwks": key_set(**members)}
    refused(webhooks.UnknownKey, rs256(claims()), how)


@pytest.mark.parametrize(
    "members",
    [
        {"use": "enc"},
        {"e": "AQAB="},
        {"e": "AQAB=="},
        {"n": base64.urlsafe_b64encode(modulus()).decode()},
        {"n": base64.b64encode(modulus()).decode(), "e": "AQAB"},
        {"use": "enc", "n": base64.b64encode(b"\0" + modulus()).decode()},
    ],
)
def test_a_key_is_read_however_the_reference_writes_it(members: dict[str, Any]) -> None:
    delivery = webhooks.unwrap(b"{}", bearer(rs256(claims())), jwks=key_set(**members))
    assert delivery.claims.username == "jane.doe"


def test_a_header_that_must_be_understood_and_is_not_refuses_the_token() -> None:
    refused(webhooks.MalformedToken, hs256(claims(), crit=["unheard"], unheard=1))


def test_a_token_is_good_from_nbf_until_exp_give_or_take_the_leeway() -> None:
    token = hs256(claims(nbf=1000, exp=2000, iat=9000))

    def at(now: float, leeway: float = 0.0) -> None:
        webhooks.unwrap(BODY, bearer(token), webhook="new-user", secret=SECRET, now=now, leeway=leeway)

    at(1000)
    at(1999.9)
    at(990, 10)
    at(2009.9, 10)
    for early in (999.9, -5.0):
        with pytest.raises(webhooks.NotYetValid):
            at(early)
    for late in (2000.0, 3000.0):
        with pytest.raises(webhooks.ExpiredToken):
            at(late)
    with pytest.raises(webhooks.NotYetValid):
        at(989.9, 10)
    with pytest.raises(webhooks.ExpiredToken):
        at(2010, 10)


def test_times_are_compared_with_the_clock() -> None:
    refused(webhooks.ExpiredToken, hs256(claims(exp=int(time.time()) - 11)))
    refused(webhooks.NotYetValid, hs256(claims(nbf=int(time.time()) + 30)))


@pytest.mark.parametrize("exp", [None, "9999999999", True, [], float("nan"), 1e999])
def test_a_token_without_an_end_is_refused(exp: Any) -> None:
    refused(webhooks.MalformedToken, hs256(claims(exp=exp)))


@pytest.mark.parametrize("project", [None, "another", PROJECT[:-1], [PROJECT], 1])
def test_the_token_of_another_project_is_refused(project: Any) -> None:
    refused(webhooks.WrongProject, hs256(claims(xsolla_login_project_id=project)))


@pytest.mark.parametrize("project", [None, "another", 1])
def test_without_a_project_to_compare_any_token_of_the_key_is_good(project: Any) -> None:
    token = hs256(claims(xsolla_login_project_id=project))
    told = webhooks.unwrap(BODY, bearer(token), webhook="new-user", secret=SECRET).claims
    assert told.project_id == (project if isinstance(project, str) else None)


def test_a_token_needs_no_claim_but_its_purpose_and_its_end() -> None:
    bare = {"request_type": "gateway_token", "exp": 2**40}
    told = webhooks.unwrap(BODY, bearer(hs256(bare)), webhook="new-user", secret=SECRET).claims
    assert (told.sub, told.username, told.project_id) == (None, None, None)


def test_the_case_of_a_project_id_does_not_matter() -> None:
    token = hs256(claims(xsolla_login_project_id=PROJECT.upper()))
    webhooks.unwrap(BODY, bearer(token), webhook="new-user", secret=SECRET, project_id=UUID(PROJECT))


@pytest.mark.parametrize("request_type", [None, "user_token", "Gateway_Token", ["gateway_token"], True])
def test_a_token_of_another_type_is_refused(request_type: Any) -> None:
    refused(webhooks.WrongRequestType, hs256(claims(request_type=request_type)))


def test_a_claim_that_is_no_text_is_refused() -> None:
    refused(webhooks.MalformedToken, hs256(claims(username=["jane.doe"])))


@given(data=st.data(), how=st.sampled_from(["secret", "jwks"]))
def test_a_token_with_any_character_changed_is_refused(data: st.DataObject, how: str) -> None:
    token = GOOD[how]
    # The last character is where decoders look at some of its bits only.
    place = data.draw(st.integers(0, len(token) - 1) | st.just(len(token) - 1))
    character = data.draw(st.sampled_from("ABCDwxyz0189-_.=+/! ") | st.characters(max_codepoint=0x2FF))
    kind = data.draw(st.sampled_from(["replaced", "inserted", "dropped"]))
    changed = token[:place] + ("" if kind == "dropped" else character) + token[place + (kind != "inserted") :]
    if changed == token or changed.strip() == token:
        return
    with pytest.raises(webhooks.InvalidToken):
        webhooks.unwrap(
            BODY, bearer(changed), webhook="new-user", **(by_key() if how == "jwks" else BY_SECRET)
        )
