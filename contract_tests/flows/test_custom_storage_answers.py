"""Custom user-data storage: what is kept of a partner's answer, and which answers count as none."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.partner_flows import (
    FLOWS,
    JANE,
    ONE_EACH,
    Flow,
    code_by_phone,
    login,
    member,
    oauth_login,
    refresh,
    reset,
)
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import PARTNER_NOT_ANSWERING

law = pytest.mark.law
MakePartner = Callable[..., StoragePartner]
EVERY_FLOW = pytest.mark.parametrize("flow", FLOWS, ids=lambda flow: flow.name)
EVERY_WEBHOOK = pytest.mark.parametrize("flow", ONE_EACH, ids=lambda flow: flow.webhook)
OF_SOMEBODY_KNOWN = [
    flow for flow in ONE_EACH if flow.webhook not in ("new-user", "phone", "email", "social")
]
COMPANY = {"attr_type": "server", "key": "company", "permission": "private", "value": "facebook-promo"}
CUSTOM_ID = {"attr_type": "server", "key": "custom-id", "permission": "private", "value": 48582}


def free(length: int, character: str = "x") -> dict[str, str]:
    """JSON of so many characters, written without spaces."""
    return {"a": character * (length - len('{"a":""}'))}


def phoned(partner: StoragePartner, answer: Any, status: int = 200) -> httpx.Response:
    """Log in by phone, where the partner answers so."""
    partner.answer("phone", status, answer)
    return code_by_phone(partner)()


@law("The free JSON of an answer stands in the next token, its attributes with the user")
@EVERY_FLOW
def test_answer_is_kept(partner: StoragePartner, flow: Flow) -> None:
    step = flow.begin(partner)
    partner.answer(flow.webhook, json={"level": {"of": ["gold", 7, None]}, "attributes": [COMPANY]})

    answer = step()

    assert partner.user()["partner_data"] == {"level": {"of": ["gold", 7, None]}}
    assert partner.attributes() == {"company": {**COMPANY, "read_only": False}}
    if flow.logs_in:
        told = partner.claims(answer)
        assert told["partner_data"] == {"level": {"of": ["gold", 7, None]}}
        assert "attributes" not in told


@law("A later answer of any webhook replaces the free JSON, and leaves attributes that it does not name")
@pytest.mark.parametrize("flow", OF_SOMEBODY_KNOWN, ids=lambda flow: flow.webhook)
def test_later_answer_replaces(partner: StoragePartner, flow: Flow) -> None:
    step = flow.begin(partner)
    partner.answer("user-verification", json={"first": 1, "both": 1, "attributes": [COMPANY]})
    partner.jwt_client.login(JANE)
    partner.answer(flow.webhook, json={"both": 2, "attributes": [CUSTOM_ID]})

    step()

    assert partner.user()["partner_data"] == {"both": 2}
    assert list(partner.attributes()) == ["company", "custom-id"]


@law("An answer without free JSON takes the claim away")
@pytest.mark.parametrize(("status", "answer"), [(204, None), (200, {}), (200, {"attributes": [COMPANY]})])
def test_nothing_to_tell_takes_the_claim_away(partner: StoragePartner, status: int, answer: Any) -> None:
    assert "partner_data" in partner.claims(phoned(partner, {"level": "gold"}))

    later = partner.claims(phoned(partner, answer, status))

    assert "partner_data" not in later
    assert partner.user()["partner_data"] is None


@law(
    "What a login told stands in the tokens of every later login, and of refreshes that nobody is asked about"
)
def test_claim_stays_until_the_next_answer(make_partner: MakePartner) -> None:
    partner = make_partner()
    partner.answer("user-verification", json={"level": "gold"})
    tokens = partner.oauth_client.tokens(JANE, scope="offline")
    webhooks = partner.control.project(partner.project_id)["webhooks"]
    partner.change(webhooks={"user-verification": webhooks["user-verification"]})

    renewed = partner.oauth_client.refresh(tokens["refresh_token"]).json()

    assert claims(renewed["access_token"])["partner_data"] == {"level": "gold"}


@law("The free JSON may have 1000 characters, of any kind and without its attributes")
@pytest.mark.parametrize("character", ["x", "é", "密", "🔑", '"', "\n"])
def test_thousand_characters_are_kept(partner: StoragePartner, character: str) -> None:
    # A quote and a line break are written with two characters.
    written = len(json.dumps(character, ensure_ascii=False)) - 2
    told = {"a": character * ((1000 - len('{"a":""}')) // written)}
    attributes = [{"key": f"k{number}", "value": "v" * 256} for number in range(20)]

    answer = phoned(partner, {**told, "attributes": attributes}, 201)

    assert partner.claims(answer)["partner_data"] == told
    assert len(partner.attributes()) == 20


@law("White space and the spelling of characters do not count")
def test_white_space_does_not_count(partner: StoragePartner) -> None:
    told = free(1000, "🔑")
    body = json.dumps({**told, "attributes": []}, ensure_ascii=True, indent=40)
    partner.answer("phone", body=body, headers={"content-type": "application/json"})

    assert partner.claims(code_by_phone(partner)())["partner_data"] == told


@law("One character more refuses the whole answer")
@EVERY_WEBHOOK
def test_one_character_more_refuses_it_whole(partner: StoragePartner, flow: Flow) -> None:
    step = flow.begin(partner)
    before = partner.users()
    for character in ("x", "🔑"):
        partner.answer(flow.webhook, json={**free(1001, character), "attributes": [COMPANY]})
        assert refusal(step()) == PARTNER_NOT_ANSWERING
    assert partner.users() == before
    assert "1001 characters" in partner.deliveries(flow.webhook)[0]["remarks"][0]


@law("An attribute has a type, a permission and a text, those that the partner left out by default")
@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({}, {}),
        ({"attr_type": "server"}, {"attr_type": "server"}),
        ({"permission": None}, {}),
        ({"permission": "public"}, {"permission": "public"}),
        ({"read_only": True}, {"read_only": True}),
        ({"read_only": "true"}, {"read_only": True}),
        ({"read_only": "false"}, {}),
        ({"value": ""}, {"value": ""}),
        ({"value": "🔑" * 256}, {"value": "🔑" * 256}),
        ({"value": 48582}, {"value": "48582"}),
        ({"value": -1.5}, {"value": "-1.5"}),
        ({"value": 2**62}, {"value": str(2**62)}),
        ({"value": 0}, {"value": "0"}),
        ({"value": True}, {"value": "true"}),
        ({"value": False}, {"value": "false"}),
        ({"value": None}, {"value": "null"}),
        ({"value": "007"}, {"value": "007"}),
        ({"key": "K-9_z" * 51 + "x"}, {"key": "K-9_z" * 51 + "x"}),
        ({"more": "is ignored"}, {}),
    ],
)
def test_attribute_is_kept(partner: StoragePartner, given: dict[str, Any], kept: dict[str, Any]) -> None:
    defaults = {"key": "k", "value": "v"}

    phoned(partner, {"attributes": [{**defaults, **given}]})

    default = {**defaults, "attr_type": "client", "permission": "private", "read_only": False}
    assert partner.user()["attributes"] == [{**default, **kept}]


@law("An attribute that breaks a rule refuses the whole answer")
@pytest.mark.parametrize(
    "attributes",
    [
        [{"key": "k" * 257, "value": "v"}],
        [{"key": "", "value": "v"}],
        [{"key": "a b", "value": "v"}],
        [{"key": "a\n", "value": "v"}],
        [{"key": "ä", "value": "v"}],
        [{"key": "a.b", "value": "v"}],
        [{"key": 1, "value": "v"}],
        [{"value": "v"}],
        [{"key": "k"}],
        [{"key": "k", "value": "v" * 257}],
        [{"key": "k", "value": "v", "attr_type": "admin"}],
        [{"key": "k", "value": "v", "attr_type": None}],
        [{"key": "k", "value": "v", "permission": "friends"}],
        [{"key": "k", "value": "v", "read_only": "yes"}],
        [{"key": "k", "value": "v", "read_only": 1}],
        [{"key": "k", "value": "v"}, {"key": "k", "value": "v"}],
        [
            {"key": "k", "value": "v", "attr_type": "client"},
            {"key": "k", "value": "w", "attr_type": "server"},
        ],
        ["k"],
        {"key": "k", "value": "v"},
        None,
    ],
)
def test_wrong_attribute_refuses_it_whole(partner: StoragePartner, attributes: Any) -> None:
    member(partner)
    before = partner.users()
    partner.answer("user-verification", json={"level": "gold", "attributes": attributes})

    assert refusal(login(partner)()) == PARTNER_NOT_ANSWERING
    assert partner.users() == before
    assert partner.deliveries("user-verification")[0]["remarks"]


@law("An object or a list as a value refuses the whole answer, and the delivery says which one")
@pytest.mark.parametrize(
    ("value", "kind"), [({}, "an object"), ({"v": 1}, "an object"), (["v"], "a list"), ([], "a list")]
)
def test_nested_value_refuses_it_whole(partner: StoragePartner, value: Any, kind: str) -> None:
    member(partner)
    before = partner.users()
    attributes = [COMPANY, {"key": "nested", "value": value}]
    partner.answer("user-verification", json={"level": "gold", "attributes": attributes})

    assert refusal(login(partner)()) == PARTNER_NOT_ANSWERING
    assert partner.users() == before
    (remark,) = partner.deliveries("user-verification")[0]["remarks"]
    assert f"attribute nested is {kind}" in remark


@law("The partner changes every attribute: of the server, of the client, and those that are read-only")
def test_partner_changes_every_attribute(partner: StoragePartner) -> None:
    keys = ("a", "b", "c")
    first = [
        {"key": "a", "value": "1", "attr_type": "server"},
        {"key": "b", "value": "1", "read_only": True},
        {"key": "c", "value": "1", "permission": "public"},
    ]
    phoned(partner, {"attributes": first})

    phoned(partner, {"attributes": [{"key": key, "value": "2"} for key in keys]})

    assert [each["value"] for each in partner.user()["attributes"]] == ["2", "2", "2"]
    assert {each["attr_type"] for each in partner.user()["attributes"]} == {"client"}
    assert {each["read_only"] for each in partner.user()["attributes"]} == {False}


@law("An answer that is not as described in its form is taken, and the delivery says what was wrong")
@pytest.mark.parametrize(
    ("answer", "remark"),
    [
        ({"status": 200, "body": '{"level":1}', "headers": {"content-type": "text/plain"}}, "text/plain"),
        ({"status": 200, "body": '{"level":1}'}, "media type none"),
        ({"status": 200, "body": ""}, "no body"),
        ({"status": 201, "body": "  "}, "no body"),
    ],
)
def test_deviation_is_remarked(partner: StoragePartner, answer: dict[str, Any], remark: str) -> None:
    partner.answer("phone", **answer)

    partner.access_token(code_by_phone(partner)())

    (delivery,) = partner.deliveries("phone")
    assert delivery["verdict"] == "accepted"
    assert remark in " ".join(delivery["remarks"])


@law("A password reset and a refresh keep what they are told as well")
def test_reset_and_refresh_keep_what_they_are_told(partner: StoragePartner) -> None:
    partner.answer("password-reset", json={"told": "by the reset"})
    reset(partner)()
    assert partner.user()["partner_data"] == {"told": "by the reset"}

    partner.answer("refresh-token", json={"told": "by the refresh"})
    refreshed = refresh(partner)().json()

    assert claims(refreshed["access_token"])["partner_data"] == {"told": "by the refresh"}
    assert partner.claims(oauth_login(partner)()).get("partner_data") is None
