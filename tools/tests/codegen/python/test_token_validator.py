"""The tokens of users, checked: what is good, each defect that is refused, and where keys come from."""

from __future__ import annotations

import asyncio
import json
import logging
from collections.abc import Callable
from typing import Any
from uuid import UUID

import httpx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from xsolla_login_client import Client, token_validator
from xsolla_login_client.api.tokens import json_web_key_set, validate_jwt
from xsolla_login_client.errors import LoginError, Refusal
from xsolla_login_client.models import TokenValidation
from xsolla_login_client.retries import Retries
from xsolla_login_client.signed_tokens import project_keys, proofs
from xsolla_login_client.token_validator import (
    ExpiredToken,
    InvalidSignature,
    MalformedToken,
    NotYetValid,
    TokenRefused,
    TokenValidator,
    WrongAudience,
    WrongIssuer,
    WrongKind,
    WrongProject,
)

from login_contract import resources
from tests.codegen.python.key_server import (
    BASE_URL,
    NOW,
    by_keys,
    by_secret,
    user_claims,
)
from tests.codegen.python.validator_laws import LAWS, refused
from tests.webhooks_examples.signing import (
    PROJECT,
    SECRET,
    b64,
    hs256,
    key_set,
    public_pem,
    rs256,
)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_law(law: Callable[[], None]) -> None:
    law()


def test_a_good_token_tells_whose_it_is() -> None:
    for validator, token in ((by_keys(), rs256(user_claims())), (by_secret(), hs256(user_claims()))):
        for user in (validator.validate(token), asyncio.run(validator.validate_async(token))):
            assert (user.sub, user.project_id) == ("user-1", PROJECT)
            assert (user.issued_at, user.expires_at) == (NOW, NOW + 300)
            assert user.raw == user_claims()
            assert "jane.doe" not in repr(user)


@pytest.mark.parametrize("project", [PROJECT.upper(), UUID(PROJECT)])
def test_a_project_may_be_written_in_any_case(project: str | UUID) -> None:
    token = hs256(user_claims(xsolla_login_project_id=PROJECT.upper()))
    validator = TokenValidator.by_secret(project, secret=SECRET, clock=lambda: NOW)
    assert validator.validate(token).project_id == PROJECT


@pytest.mark.parametrize("member", ["jwk", "jku", "x5u", "x5c", "unheard"])
def test_what_a_header_brings_along_is_not_read(member: str) -> None:
    values = {"jwk": key_set(2)["keys"][0], "x5c": ["MIIC0DCCAbigAwIBAgIUdGVzdA=="]}
    brought = {member: values.get(member, "https://evil.example/")}
    refused(InvalidSignature, rs256(user_claims(), key=2, **brought))
    assert by_keys().validate(rs256(user_claims(), **brought)).sub == "user-1"


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (user_claims(sub=None), WrongKind),
        (user_claims(sub=""), WrongKind),
        (user_claims(sub=7), WrongKind),
        (user_claims(request_type="gateway_token"), WrongKind),
        (user_claims(iss=None), WrongIssuer),
        (user_claims(iss="https://login.xsolla.com/"), WrongIssuer),
        (user_claims(iss=["https://login.xsolla.com"]), WrongIssuer),
        (user_claims(xsolla_login_project_id=None), WrongProject),
        (user_claims(xsolla_login_project_id=[PROJECT]), WrongProject),
        (user_claims(exp=None), MalformedToken),
        (user_claims(exp=str(NOW + 300)), MalformedToken),
        (user_claims(exp=True), MalformedToken),
        (user_claims(exp=1e999), MalformedToken),
        (user_claims(iat=None), MalformedToken),
        (user_claims(iat="now"), MalformedToken),
        (user_claims(nbf="now"), MalformedToken),
        (user_claims(iat=NOW + 11), NotYetValid),
    ],
)
def test_claims_that_are_not_a_users_are_refused(content: dict[str, Any], kind: type[TokenRefused]) -> None:
    refused(kind, rs256(content))


def test_claims_may_be_required_and_an_audience_too() -> None:
    token = hs256(user_claims(aud=["game"], jti="1"))
    assert by_secret(audience="game", required=["jti"]).validate(token).raw["jti"] == "1"
    assert by_secret(audience="game").validate(hs256(user_claims(aud="game"))).sub == "user-1"
    refused(WrongAudience, token, by_secret(audience="another"))
    refused(WrongAudience, hs256(user_claims()), by_secret(audience="game"))
    refused(MalformedToken, token, by_secret(required=["jti", "email"]))


@pytest.mark.parametrize(
    ("status", "kind"), [(422, TokenRefused), (404, TokenRefused), (429, Refusal), (503, LoginError)]
)
def test_the_server_is_asked_where_that_is_wanted(status: int, kind: type[LoginError]) -> None:
    asked: list[Any] = []

    def handle(request: httpx.Request) -> httpx.Response:
        asked.append((str(request.url), json.loads(request.read())))
        if len(asked) <= 2:
            return httpx.Response(204)
        return httpx.Response(status, json={"error": {"code": "010-017", "description": "No."}})

    client = Client(
        BASE_URL, retries=Retries(attempts=1), httpx_args={"transport": httpx.MockTransport(handle)}
    )
    validator = TokenValidator.by_server(PROJECT, client=client, clock=lambda: NOW)
    token = rs256(user_claims(), key=2)
    assert validator.validate(token) == asyncio.run(validator.validate_async(token))
    assert asked[0] == (f"{BASE_URL}/token/validate", {"token": token})
    with pytest.raises(kind) as caught:
        validator.validate(token)
    assert isinstance(caught.value, TokenRefused) == (kind is TokenRefused)
    assert caught.value.status == status
    with pytest.raises(kind):
        asyncio.run(validator.validate_async(token))
    for wrong, reason in ((user_claims(iss="x"), WrongIssuer), (user_claims(exp=NOW - 99), ExpiredToken)):
        asked.clear()
        refused(reason, rs256(wrong), validator)


GOOD = {"keys": rs256(user_claims()), "secret": hs256(user_claims())}
JUDGES = {"keys": by_keys(), "secret": by_secret()}


@settings(deadline=None)
@given(data=st.data(), how=st.sampled_from(["keys", "secret"]))
def test_a_token_with_any_character_changed_is_refused(data: st.DataObject, how: str) -> None:
    token = GOOD[how]
    place = data.draw(st.integers(0, len(token) - 1) | st.just(len(token) - 1))
    character = data.draw(st.sampled_from("ABCDwxyz0189-_.=+/! ") | st.characters(max_codepoint=0x2FF))
    kind = data.draw(st.sampled_from(["replaced", "inserted", "dropped"]))
    changed = token[:place] + ("" if kind == "dropped" else character) + token[place + (kind != "inserted") :]
    if changed != token:
        with pytest.raises(TokenRefused):
            JUDGES[how].validate(changed)


PARTS = st.lists(st.binary().map(b64), min_size=3, max_size=3).map(".".join)


@settings(max_examples=50, deadline=None)
@given(st.text() | PARTS)
def test_any_text_is_refused(text: str) -> None:
    for judge in JUDGES.values():
        with pytest.raises(TokenRefused):
            judge.validate(text)


SCALARS = st.none() | st.booleans() | st.integers() | st.floats() | st.text()
VALUES = SCALARS | st.lists(SCALARS, max_size=2) | st.dictionaries(st.text(max_size=3), SCALARS, max_size=2)


@settings(max_examples=100, deadline=None)
@given(st.dictionaries(st.sampled_from(["exp", "iat", "nbf", "iss", "sub", "aud"]), VALUES, max_size=2))
def test_any_claims_that_are_signed_are_good_or_refused(changed: dict[str, Any]) -> None:
    content = {**user_claims(), **changed}
    try:
        user = JUDGES["secret"].validate(hs256(content))
    except TokenRefused:
        return
    assert user.sub == content["sub"]
    assert content["exp"] > NOW - 10


def test_neither_tokens_nor_secrets_are_in_reprs_logs_and_errors(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.DEBUG)
    token = rs256(user_claims(), key=2)
    validators = (by_keys(), by_secret())
    told = [repr(validator) + repr(validator._proof) for validator in validators]
    for validator in validators:
        with pytest.raises(TokenRefused) as caught:
            validator.validate(token)
        told += [repr(caught.value), str(caught.value)]
    text = "\n".join([*told, caplog.text])
    assert "jwks.json" in text
    assert not any(part in text for part in (*token.split("."), SECRET))


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"leeway": -1}, "leeway"),
        ({"leeway": 301}, "leeway"),
        ({"leeway": float("nan")}, "leeway"),
        ({"required": "jti"}, "required"),
        ({"secret": ""}, "secret: it is empty"),
        ({"secret": public_pem().decode()}, "secret: it is a key in PEM"),
    ],
)
def test_options_that_make_no_sense_are_refused(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}"):
        TokenValidator.by_secret(PROJECT, **{"secret": SECRET, **options})


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"lifetime": 601}, "lifetime"),
        ({"lifetime": 0}, "lifetime"),
        ({"stale": -1}, "stale"),
        ({"stale": 1e6}, "stale"),
    ],
)
def test_times_of_keys_are_bounded(options: dict[str, Any], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}"):
        TokenValidator.by_keys(PROJECT, **options)
    with pytest.raises(ValueError, match=r"^project_id"):
        TokenValidator.by_keys("my game")


def test_the_calls_are_those_of_the_description() -> None:
    assert proofs.OPERATION == validate_jwt.OPERATION
    assert validate_jwt._get_kwargs(body=TokenValidation("a"))["url"] == proofs.PATH
    project = UUID(PROJECT)
    assert json_web_key_set._get_kwargs(project)["url"] == project_keys.PATH.format(project_id=project)


def test_tokens_may_be_as_long_as_the_description_has_them() -> None:
    described = json.loads(resources.path("generated/openapi/login.json").read_text("utf-8"))
    most = described["components"]["schemas"]["TokenValidation"]["properties"]["token"]["maxLength"]
    assert most == token_validator.MAX_CHARACTERS
    longest = hs256(user_claims(payload="x" * 24000))
    assert 32000 < len(longest) <= most
    assert by_secret().validate(longest).sub == "user-1"
    refused(MalformedToken, hs256(user_claims(payload="x" * 25000)), by_secret())


def test_every_public_name_is_listed() -> None:
    assert all(hasattr(token_validator, name) for name in token_validator.__all__)
    from xsolla_login_client.signed_tokens import errors

    own = {
        name for name, value in vars(errors).items() if getattr(value, "__module__", "") == errors.__name__
    }
    assert own <= set(token_validator.__all__)
