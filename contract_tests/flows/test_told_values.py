"""Answers tell what the server holds: every item whole, and as the server itself acts on it."""

from __future__ import annotations

import base64
from collections.abc import Callable
from typing import Any

import pytest
from joserfc.jwk import RSAKey

from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, JwtClient, query_of, refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.judging.refusals import INACTIVE_TOKEN

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
MakeOAuthClient = Callable[..., OAuthClient]
EMAIL, PHONE = "ann@example.com", "+12025550143"
EVERY_RULE = {
    "allowed_characters": "ABCDEFG 0123456789<",
    "forbidden_characters": ">&",
    "min_length": 2,
    "max_length": 64,
    "regexps": ["^[A-Z]+", "[0-9]$"],
    "should_contain": [{"characters": "0123456789", "count": 2}, {"characters": "<", "count": 0}],
    "settings_state": {"numerals": True, "depth": {"of": [1, None]}},
}
ASKED: tuple[dict[str, Any], ...] = (
    {"name": "country-name", "type": "select", "required": False, "step": 7, "default_value": "DE"},
    {"name": "promo_email_agreement", "type": "bool", "required": False, "step": 1, "default_value": False},
    {"name": "bday", "type": "date", "required": False, "step": 3, "validation": {}},
    {"name": "tags", "type": "multi-select", "required": False, "step": 2, "default_value": ["a", {"b": 1}]},
    {"name": "code", "type": "str", "required": False, "step": 0, "validation": EVERY_RULE},
    {"name": "secret", "type": "pass", "required": False, "step": 0, "validation": {"min_length": 8}},
    {"name": "email", "type": "email", "required": False, "step": 5, "confirmation_type": "link"},
    {"name": "nothing", "type": "str", "required": False, "step": 9, "default_value": None},
)
IN_ORDER = sorted(ASKED, key=lambda field: int(field["step"]))


@law("An ask field is told whole, as the project has it, by every call that tells it")
def test_ask_field_is_told_whole(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(ask_fields=[*ASKED])
    oauth_client.member(phone_number=PHONE)
    jwt_client = oauth_client.jwt_client

    fields = [field for field in IN_ORDER if field["name"] != "email"]
    login = jwt_client.login("ann").json()
    assert login["ask_fields"] == fields
    assert jwt_client.asked(login["token"]).json() == fields
    assert oauth_client.login().json()["ask_fields"] == fields

    device = {"device": "Phone", "device_id": "d" * 16}
    by_device = jwt_client.call("jwt-auth-via-device-id", path={"device_type": "ios"}, body=device).json()
    assert jwt_client.asked(by_device["token"]).json() == IN_ORDER


@law("Answered fields are told no more, and those that are left are told as before")
def test_left_fields_are_told_as_before(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(ask_fields=[*ASKED])
    token = jwt_client.login_by_code(PHONE)

    for number, field in enumerate(IN_ORDER):
        assert jwt_client.asked(token).json() == IN_ORDER[number:]
        if field["name"] == "email":
            code = jwt_client.answer_asks(token, {"email": EMAIL}).json()["error"]["details"]["operation_id"]
            jwt_client.confirm_code(EMAIL, str(jwt_client.message(EMAIL).code), code)
        else:
            value = {"code": "ABC 42", "secret": "8 or more"}.get(field["name"], "x")
            assert jwt_client.answer_asks(token, {field["name"]: value}).status_code == 200


@law("Whether a field is required is told as the server acts on it")
@pytest.mark.parametrize("required", [[True, False], [False, True], [False, False], [True, True]])
def test_required_is_told_as_it_is_enforced(make_jwt_client: MakeJwtClient, required: list[bool]) -> None:
    asked = [
        {"name": name, "type": "str", "required": wanted, "step": 0}
        for name, wanted in zip("ab", required, strict=True)
    ]
    jwt_client = make_jwt_client(ask_fields=asked)
    code, operation_id = jwt_client.code_for(EMAIL)
    answer = jwt_client.confirm_code(EMAIL, code, operation_id).json()
    token = answer["token"]

    while missing := [field["name"] for field in answer["ask_fields"] if field["required"]]:
        assert refusal(jwt_client.validate(token)) == INACTIVE_TOKEN
        answered = jwt_client.answer_asks(token, {missing[0]: "x"})
        token = token_of(answered)
        answer = {"ask_fields": jwt_client.asked(token).json()}

    assert jwt_client.validate(token).status_code == 204
    assert {field["name"] for field in answer["ask_fields"]} == {
        field["name"] for field in asked if not field["required"]
    }


@law("How a contact is confirmed is told as the server acts on it")
@pytest.mark.parametrize("confirmation", [None, "code", "link"])
def test_confirmation_is_told_as_it_is_enforced(
    make_jwt_client: MakeJwtClient, confirmation: str | None
) -> None:
    field = {"name": "email", "type": "email", "required": True, "step": 0}
    jwt_client = make_jwt_client(
        ask_fields=[{**field, **({"confirmation_type": confirmation} if confirmation else {})}]
    )
    code, operation_id = jwt_client.code_for(PHONE)
    answer = jwt_client.confirm_code(PHONE, code, operation_id).json()

    (told,) = answer["ask_fields"]
    answered = jwt_client.answer_asks(answer["token"], {"email": EMAIL}).json()

    assert ("error" in answered) == ("confirmation_type" in told)
    assert told.get("confirmation_type") == confirmation
    assert bool(jwt_client.messages(EMAIL)) == (confirmation is not None)


@law("A login form is told every setting of its project, and nothing else")
def test_widget_settings_are_told_whole(make_oauth_client: MakeOAuthClient) -> None:
    networks = ["google", "steam", "vk", "twitch", "discord", "github"]
    oauth_client = make_oauth_client(
        name="Ünï <Game> & 🚀",
        magic_links=False,
        geo_country="DE",
        social_providers=networks,
        social_order={"DE": ["vk", "google"]},
    )
    ordered = ["vk", "google", "steam", "twitch", "discord", "github"]

    told = oauth_client.jwt_client.call(
        "widget-settings", query={"login_url": CALLBACK, "locale": "de_DE"}
    ).json()

    assert (told["game_name"], told["enable_magic_link"]) == ("Ünï <Game> & 🚀", False)
    assert told["geo_ip_country"] == "DE"
    assert set(told["social_links"]) == {"primary", "secondary"}
    links = [*told["social_links"]["primary"], *told["social_links"]["secondary"]]
    assert [set(link) for link in links] == [{"name", "url"}] * len(ordered)
    assert [link["name"] for link in links] == ordered
    for link in links:
        assert link["url"].partition("?")[0].endswith(f"/api/social/{link['name']}/login_redirect")
        carried = {"projectId": oauth_client.jwt_client.project_id, "login_url": CALLBACK, "with_logout": "0"}
        assert query_of(link["url"]) == carried


@law("A registration form is told the fields that registration wants")
def test_registration_fields_are_told_as_they_are_enforced(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(confirmation_required=False)
    told = jwt_client.call("widget-settings").json()["registration_fields"]
    given = {"username": "ann", "email": EMAIL, "password": PASSWORD}

    assert {field["name"] for field in told if field["required"]} == set(given)
    for field in told:
        rest = {name: value for name, value in given.items() if name != field["name"]}
        refused = jwt_client.call("jwt-register-new-user", body=rest)
        assert (refused.status_code == 400) == field["required"], field
    assert jwt_client.call("jwt-register-new-user", body=given).status_code == 200


@law("Both lists of a project's keys are told whole and hold the same key: the one that signs")
@pytest.mark.needs("configure")
def test_keys_are_told_whole(jwt_client: JwtClient, signing_key: str) -> None:
    public = RSAKey.import_key(signing_key).as_dict(private=False)

    (listed,) = jwt_client.call("get-projects-keys").json()
    (published,) = jwt_client.call("json-web-key-set").json()["keys"]

    kid = published["kid"]
    shared = {"kid": kid, "alg": "RS256", "use": "sig", "kty": "RSA"}
    assert published == {**shared, "n": public["n"], "e": public["e"]}
    assert listed == {**shared, "n": hexadecimal(public["n"]), "e": hexadecimal(public["e"])}


def hexadecimal(encoded: Any) -> str:
    """Return a number of a JSON web key as the other list writes it."""
    octets = base64.urlsafe_b64decode(f"{encoded}{'=' * (-len(encoded) % 4)}")
    return f"{int.from_bytes(octets):x}"
