"""What others tell of somebody stands in the profile: networks, partners, registrations and asks."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from login_contract.suite.actors.jwt_client import JwtClient, refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.partner_flows import login, sign_up
from login_contract.suite.actors.partner_flows import social as partner_social
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.judging.refusals import BIRTHDAY_TOLD_BEFORE

from .profiles import EMAIL, by_network, change, details, filled, public, without

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
MakePartner = Callable[..., StoragePartner]


@law("What a social network told of somebody stands in the profile")
def test_network_tells_the_profile(oauth_client: OAuthClient) -> None:
    gina = {
        "name": "Gina \u202eרג\u202c 🚀",
        "email": "gina@example.com",
        "picture": "https://example.com/g.png",
    }

    token = by_network(oauth_client, "gina", **gina)

    profile = details(oauth_client.jwt_client, token)
    assert {name: profile[name] for name in gina} == gina
    assert profile["nickname"] == gina["name"]
    assert (profile["username"], profile["is_anonymous"]) == (None, False)
    shown = public(oauth_client.jwt_client, token, profile["id"])
    assert (shown["nickname"], shown["avatar"]) == (gina["name"], gina["picture"])
    assert shown["tag"] == profile["tag"]


@law("What a partner with storage of its own told of somebody stands in the profile")
@pytest.mark.parametrize(
    ("webhook", "step"), [("new-user", sign_up), ("user-verification", login), ("social", partner_social)]
)
def test_partner_tells_the_profile(make_partner: MakePartner, webhook: str, step: Any) -> None:
    names = ("nickname", "first_name", "last_name", "gender", "birthday", "server_custom_id")
    partner = make_partner(key_map={webhook: {f"in.{name}": name for name in names}})
    told = {
        "nickname": filled(255, "Nické🚀"),
        "first_name": filled(255, "רג"),
        "last_name": filled(255, "Doe"),
        "gender": "female",
        "birthday": "2000-02-29",
        "server_custom_id": "p-1",
    }
    partner.answer(webhook, json={"in": told})

    token = partner.access_token(step(partner)())

    profile = details(partner.jwt_client, token)
    wanted = {**without(told, "server_custom_id"), "gender": "f", "external_id": "p-1"}
    assert {name: profile[name] for name in wanted} == wanted
    assert profile["tag"].isdecimal()
    assert refusal(change(partner.jwt_client, token, birthday="2000-03-01")) == BIRTHDAY_TOLD_BEFORE


@law("What fits of the fields of a registration stands in the profile, and a change replaces it")
@pytest.mark.parametrize("mark", ["_", "-"])
def test_registration_tells_the_profile(make_jwt_client: MakeJwtClient, mark: str) -> None:
    jwt_client = make_jwt_client(confirmation_required=False)
    fields = {
        "nickname": "Annie",
        f"given{mark}name": "Ann",
        f"family{mark}name": "Smith",
        "bday": "1990-05-15",
        "gender": "none of these",
        f"country{mark}name": 7,
    }

    token = token_of(jwt_client.register(username="ann", email=EMAIL, fields=fields))

    wanted = {
        "nickname": "Annie",
        "first_name": "Ann",
        "last_name": "Smith",
        "birthday": "1990-05-15",
        "gender": None,
        "country": None,
    }
    profile = details(jwt_client, token)
    assert {name: profile[name] for name in wanted} == wanted
    assert change(jwt_client, token, first_name="Nan").json() == {**profile, "first_name": "Nan"}


@law("An answer to an ask stands in the profile")
def test_ask_tells_the_profile(make_jwt_client: MakeJwtClient) -> None:
    asked = {"name": "country-name", "type": "str", "required": False, "step": 0}
    jwt_client = make_jwt_client(ask_fields=[asked])
    token = jwt_client.login_by_code(EMAIL)

    answered = token_of(jwt_client.answer_asks(token, {"country-name": "DE"}))

    assert details(jwt_client, answered)["country"] == "DE"
