from __future__ import annotations

import asyncio
import json
from typing import Any, assert_type
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st
from werkzeug.datastructures import Headers as FlaskHeaders
from xsolla_login_client import webhooks
from xsolla_login_client.models import NewUserDelivery, RefreshTokenDelivery
from xsolla_login_client.types import UNSET
from xsolla_login_client.webhooks.delivery import EITHER

from login_contract import resources
from tests.webhooks_examples.signing import (
    KID,
    PROJECT,
    SECRET,
    b64,
    bearer,
    claims,
    hs256,
    key_set,
    public_pem,
    rs256,
)

BODY = json.dumps(
    {"username": "jane.doe", "email": "jane.doe@example.com", "password": "correct-horse-7"}
).encode()
DESCRIPTION = json.loads(resources.path("generated/openapi/login.json").read_text("utf-8"))
BY_SECRET: webhooks.Verification = {"secret": SECRET, "project_id": PROJECT}


def body_of(webhook: str) -> dict[str, Any]:
    """Return what the description says of a webhook's body: `schema` and named `examples`."""
    operation = DESCRIPTION["webhooks"][f"custom-storage-{webhook}"]["post"]
    described: dict[str, Any] = operation["requestBody"]["content"]["application/json"]
    return described


def by_key() -> webhooks.Verification:
    return {"jwks": key_set(), "project_id": PROJECT}


def test_a_good_delivery_is_typed() -> None:
    delivery = webhooks.unwrap(BODY, bearer(hs256(claims())), webhook="new-user", **BY_SECRET)
    assert_type(delivery, webhooks.Delivery[NewUserDelivery])
    assert delivery.data == NewUserDelivery("jane.doe@example.com", "correct-horse-7", "jane.doe")
    assert (delivery.claims.username, delivery.claims.project_id) == ("jane.doe", PROJECT)
    assert delivery.claims.sub is None


def test_rs256_is_checked_with_the_key_that_the_token_names() -> None:
    delivery = webhooks.unwrap(BODY, bearer(rs256(claims())), webhook="new-user", **by_key())
    assert delivery.data.email == "jane.doe@example.com"


def test_keys_may_be_a_list_and_others_than_rsa_are_passed_over() -> None:
    keys = [{"kty": "oct", "kid": KID, "k": b64(SECRET.encode())}, *key_set()["keys"]]
    webhooks.unwrap(BODY, bearer(rs256(claims())), webhook="new-user", jwks=keys)


def test_the_event_loop_has_its_own_unwrap() -> None:
    work = webhooks.unwrap_async(BODY, bearer(hs256(claims())), webhook="new-user", secret=SECRET)
    assert asyncio.run(work).data.username == "jane.doe"


@pytest.mark.parametrize(
    ("webhook", "example"),
    [
        (webhook, sample["value"])
        for webhook in webhooks.MODELS
        for sample in body_of(webhook)["examples"].values()
    ],
)
def test_every_documented_sample_is_read(webhook: str, example: dict[str, Any]) -> None:
    body = json.dumps(example).encode()
    delivery = webhooks.unwrap(body, bearer(hs256(claims())), webhook=webhook, **BY_SECRET)
    assert_type(delivery, webhooks.Delivery[webhooks.AnyDelivery])
    assert type(delivery.data) is webhooks.MODELS[webhook]
    assert delivery.data.to_dict() == example


@pytest.mark.parametrize(
    ("webhook", "sample"),
    [
        ("new-user", {"username": "jane.doe", "password": "p", "email": "jane@example.com"}),
        ("new-user", {"email": "jane@example.com", "password": "p"}),
        ("new-user", {"email": "j.smith@email.com", "password": "123456", "username": "j.smith@email.com"}),
        ("user-verification", {"username": "jane.doe", "password": "p"}),
        ("user-verification", {"email": "jane@example.com", "password": "p"}),
        ("phone", {}),
        ("email", {}),
        ("social", {}),
        ("password-reset", {"username": "john@gmail.com", "fields": {"password": "NewPa$$word1"}}),
        ("password-reset", {"email": "john@gmail.com", "fields": {"password": "NewPa$$word1"}}),
        ("refresh-token", {}),
        ("password-change", {"email": "jane@example.com"}),
        ("email-change", {"token": "a.b.c"}),
    ],
)
def test_every_sample_of_the_vendors_pages_is_read(webhook: str, sample: dict[str, Any]) -> None:
    body = json.dumps(sample).encode()
    delivery = webhooks.unwrap(body, bearer(hs256(claims())), webhook=webhook, **BY_SECRET)
    assert delivery.data.to_dict() == sample


@pytest.mark.parametrize("webhook", ["user-verification", "password-reset"])
@pytest.mark.parametrize("names", [{}, {"username": None}, {"email": ""}])
def test_a_delivery_about_nobody_is_refused(webhook: str, names: dict[str, Any]) -> None:
    body = json.dumps({**names, "password": "p", "fields": {"password": "p"}}).encode()
    with pytest.raises(webhooks.MalformedBody, match="neither username nor email"):
        webhooks.unwrap(body, bearer(hs256(claims())), webhook=webhook, **BY_SECRET)


@pytest.mark.parametrize("webhook", webhooks.MODELS)
def test_the_names_of_which_one_is_needed_are_those_of_the_description(webhook: str) -> None:
    name = body_of(webhook)["schema"]["$ref"].rpartition("/")[2]
    rules = [part["anyOf"] for part in DESCRIPTION["components"]["schemas"][name].get("allOf", ())]
    described = tuple(choice["required"][0] for rule in rules for choice in rule)
    assert EITHER.get(webhooks.MODELS[webhook], ()) == described


def test_every_described_webhook_has_a_model() -> None:
    described = {
        name.removeprefix("custom-storage-"): operation["post"]["requestBody"]["content"]["application/json"]
        for name, operation in DESCRIPTION["webhooks"].items()
        if name.startswith("custom-storage-")
    }
    models = {name: body["schema"]["$ref"].split("/")[-1] for name, body in described.items()}
    assert {name: model.__name__ for name, model in webhooks.MODELS.items()} == models


def test_one_address_for_all_webhooks_gives_a_dict() -> None:
    delivery = webhooks.unwrap(b'{"email": "a@b.example"}', bearer(hs256(claims())), **BY_SECRET)
    assert_type(delivery, webhooks.Delivery[dict[str, Any]])
    assert delivery.data == {"email": "a@b.example"}


def test_the_claims_tell_who_refreshes() -> None:
    content = claims(sub="1", provider="steam", id=76561198000000000, picture="https://example.com/jane.png")
    delivery = webhooks.unwrap(b"{}", bearer(hs256(content)), webhook="refresh-token", **BY_SECRET)
    assert delivery.data == RefreshTokenDelivery()
    assert (delivery.claims.sub, delivery.claims.id) == ("1", "76561198000000000")
    assert delivery.claims.raw["picture"] == "https://example.com/jane.png"


def test_neither_password_nor_token_is_in_the_repr() -> None:
    content = claims(token="inner-token")
    delivery = webhooks.unwrap(BODY, bearer(hs256(content)), webhook="new-user", **BY_SECRET)
    assert "correct-horse-7" not in repr(delivery)
    assert "inner-token" not in repr(delivery)


@pytest.mark.parametrize("name", ["Authorization", "authorization", "AUTHORIZATION", "aUTHORIZATION"])
def test_header_names_are_read_in_any_case(name: str) -> None:
    headers = {name: f"bearer {hs256(claims())}", "CONTENT-TYPE": "application/json; charset=utf-8"}
    for one in (headers, FlaskHeaders(headers)):
        assert webhooks.unwrap(BODY, one, webhook="new-user", **BY_SECRET).claims.username == "jane.doe"


@pytest.mark.parametrize(
    ("body", "message"),
    [
        (b"", "is not JSON"),
        (b"{", "is not JSON"),
        (b"[]", "is not a JSON object"),
        (b"\xff", "is not UTF-8"),
        (b'{"a": NaN}', "is not JSON: NaN"),
        (b'{"a": 1e999}', "not finite"),
        (b'{"a": ' + b"9" * 5000 + b"}", "beyond 64 bits"),
        (b'{"a": 9223372036854775808}', "beyond 64 bits"),
        (b'{"a": "\\ud83d"}', "half of a character"),
        (b'{"\\ud83d": 1}', "half of a character"),
        (b'{"a": "\\u0000"}', "NUL"),
        (b'{"a":' * 70 + b"1" + b"}" * 70, "nested too deep"),
        (b'{"a":' + b"[" * 60000, "nested too deep"),
        (b'{"username": "u", "email": "e"}', "lacks password"),
        (b'{"username": 1, "email": "e", "password": "p"}', "another type of username"),
        (b'{"username": "u", "email": null, "password": "p"}', "lacks email"),
    ],
)
def test_a_malformed_body_is_refused_with_a_reason(body: bytes, message: str) -> None:
    with pytest.raises(webhooks.MalformedBody, match=message) as caught:
        webhooks.unwrap(body, bearer(hs256(claims())), webhook="new-user", **BY_SECRET)
    assert caught.value.status == 400


def test_a_property_of_a_property_is_looked_at_too() -> None:
    values: list[Any] = [1, [], "x", None, {}, {"password": 1}, [["password", "p"]]]
    for fields in values:
        body = json.dumps({"username": "u", "email": "e", "fields": fields}).encode()
        with pytest.raises(webhooks.MalformedBody):
            webhooks.unwrap(body, bearer(hs256(claims())), webhook="password-reset", **BY_SECRET)


def test_an_optional_property_may_be_null_and_others_are_kept() -> None:
    body = b'{"username": "u", "password": "p", "email": null, "more": null}'
    data = webhooks.unwrap(body, bearer(hs256(claims())), webhook="user-verification", **BY_SECRET).data
    assert data.email is UNSET
    assert data.additional_properties == {"more": None}


def test_a_body_that_no_webhook_sends_is_refused_unread() -> None:
    with pytest.raises(webhooks.BodyTooLarge) as caught:
        webhooks.unwrap(b" " * 65537, bearer(hs256(claims())), webhook="new-user", **BY_SECRET)
    assert caught.value.status == 413


def test_another_media_type_is_refused() -> None:
    headers = bearer(hs256(claims())) | {"Content-Type": "text/plain"}
    with pytest.raises(webhooks.WrongMediaType) as caught:
        webhooks.unwrap(BODY, headers, webhook="new-user", **BY_SECRET)
    assert caught.value.status == 415


def test_an_unknown_webhook_is_not_found() -> None:
    with pytest.raises(webhooks.UnknownWebhook) as caught:
        webhooks.unwrap(BODY, bearer(hs256(claims())), webhook="new_user", **BY_SECRET)
    assert caught.value.status == 404


def test_nothing_is_read_before_the_token_is_proven() -> None:
    for webhook in ("new-user", "unheard-of", None):
        with pytest.raises(webhooks.InvalidSignature):
            webhooks.unwrap(b"{", bearer(hs256(claims(), "x" * 32)), webhook=webhook, **BY_SECRET)


def test_options_that_prove_nothing_are_mistakes_of_the_receiver() -> None:
    headers = bearer(hs256(claims(), b""))
    for how, expected, message in (
        ({}, TypeError, "either secret"),
        ({"secret": SECRET, "jwks": key_set()}, TypeError, "either secret"),
        ({"secret": ""}, ValueError, "^secret: it is empty"),
        ({"secret": public_pem().decode()}, ValueError, "^secret: it is a key in PEM"),
        ({"secret": SECRET, "leeway": -1}, ValueError, "^leeway"),
        ({"secret": SECRET, "leeway": 301}, ValueError, "^leeway"),
    ):
        with pytest.raises(expected, match=message):
            webhooks.unwrap(BODY, headers, **how)
    for jwks in ({}, {"keys": "x"}, "https://example.com/jwks", webhooks.AsyncJwksSource("http://x")):
        with pytest.raises(ValueError, match="jwks"):
            webhooks.unwrap(BODY, bearer(rs256(claims())), jwks=jwks)  # type: ignore[arg-type]


def test_every_error_knows_its_answer() -> None:
    pending = [webhooks.WebhookError]
    codes = []
    while pending:
        kind = pending.pop()
        pending += kind.__subclasses__()
        error = kind("one", "two") if kind is webhooks.Refusal else kind("two")
        assert error.answer() == {"error": {"code": error.code, "description": str(error)}}
        assert 400 <= error.status < 600
        codes.append(error.code)
    assert len(codes) == len(set(codes)) == 17


GOOD = hs256(claims(exp=2**40))


@given(st.binary(max_size=200) | st.text(max_size=200).map(str.encode))
def test_any_bytes_are_read_or_refused(body: bytes) -> None:
    for webhook in webhooks.MODELS:
        try:
            delivery = webhooks.unwrap(body, bearer(GOOD), webhook=webhook, **BY_SECRET)
        except webhooks.MalformedBody:
            continue
        assert delivery.data.to_dict() == json.loads(body)


class TestLoginEvent:
    def test_an_event_is_read(self) -> None:
        body = {
            "event_type": "registration",
            "event_time": "2026-01-01T12:00:00Z",
            "project_id": PROJECT,
            "data": {"email": "jane.doe@example.com", "more": {"nested": True}},
        }
        event = webhooks.login_event(json.dumps(body).encode())
        assert event.project_id == UUID(PROJECT)
        assert event.event_time.utcoffset() is not None
        assert event.data["more"] == {"nested": True}

    @pytest.mark.parametrize(
        "change",
        [
            {"event_type": "unheard-of"},
            {"event_time": "yesterday"},
            {"project_id": "x"},
            {"data": []},
            {"data": {"email": 1}},
            {"data": None},
        ],
    )
    def test_what_is_no_event_is_refused(self, change: dict[str, Any]) -> None:
        body = {
            "event_type": "registration",
            "event_time": "2026-01-01T12:00:00Z",
            "project_id": PROJECT,
            "data": {},
        }
        with pytest.raises(webhooks.MalformedBody):
            webhooks.login_event(json.dumps(body | change).encode())
