"""What a token says because of where a project keeps its users' data."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from login_contract.suite.actors.jwt_client import JwtClient, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.partner_flows import FLOWS, Flow, login, refresh, sign_up, social
from login_contract.suite.actors.storage_partner import StoragePartner
from login_contract.suite.actors.user_token import claims

law = pytest.mark.law
MakePartner = Callable[..., StoragePartner]
MakeJwtClient = Callable[..., JwtClient]
MakeOAuthClient = Callable[..., OAuthClient]
Way = Callable[[JwtClient], str]
DEVICE = {"device": "Pixel 7", "device_id": "0123456789abcdef"}
NETWORKS = {"social_silent": "steam"}
AT_PLAYFAB = {"external_account_id", "entity_id", "entity_type", "entity_token"}
SESSION = {"session_ticket", "SessionTicket"}


@law("With custom storage a token is of the type proxy and names the network it is from, else xsolla")
@pytest.mark.parametrize("flow", [flow for flow in FLOWS if flow.logs_in], ids=lambda flow: flow.name)
def test_token_of_custom_storage(partner: StoragePartner, flow: Flow) -> None:
    told = partner.claims(flow.begin(partner)())

    network = NETWORKS.get(flow.name, "google") if "social" in flow.name else "xsolla"
    assert (told["type"], told["provider"]) == ("proxy", network)
    assert "external_account_id" not in told


@law("With custom storage a token is of the type proxy and names the network it is from, else xsolla")
def test_token_of_a_device_with_custom_storage(partner: StoragePartner) -> None:
    answer = partner.jwt_client.call("jwt-auth-via-device-id", path={"device_type": "android"}, body=DEVICE)

    told = partner.claims(answer)
    assert (told["type"], told["provider"]) == ("proxy", "xsolla")


@law("What a social login tells of the identity stands in the token whatever the storage")
def test_social_claims_do_not_depend_on_the_storage(partner: StoragePartner) -> None:
    answers = [partner.claims(social(partner)())]
    partner.change(storage="xsolla", webhooks={})
    answers.append(partner.claims(social(partner)()))

    assert [answer["type"] for answer in answers] == ["proxy", "social"]
    for name in ("provider", "id", "name", "picture"):
        assert answers[0][name] == answers[1][name]


@law("A token tells the user's id on the partner's server from the first answer on, also after a refresh")
def test_external_account_is_told(make_partner: MakePartner) -> None:
    partner = make_partner(key_map={name: {"id": "server_custom_id"} for name in ("new-user", "social")})
    partner.answer("new-user", json={"id": 4711})

    answers = [partner.claims(step(partner)()) for step in (sign_up, login, refresh)]

    told = [(each["external_account_id"], each["server_custom_id"]) for each in answers]
    assert told == [("4711", "4711")] * 3


def by_password(jwt_client: JwtClient) -> str:
    if jwt_client.login("ann").status_code == 401:
        jwt_client.registered("ann", "ann@example.com")
    return token_of(jwt_client.login("ann"))


def by_code(jwt_client: JwtClient) -> str:
    code, operation_id = jwt_client.code_for("ann@example.com")
    return token_of(jwt_client.confirm_code("ann@example.com", code, operation_id))


def by_device(jwt_client: JwtClient) -> str:
    answer = jwt_client.call("jwt-auth-via-device-id", path={"device_type": "android"}, body=DEVICE)
    return str(answer.json()["token"])


@law("Where PlayFab keeps the users, a token is of the type playfab and says who they are there")
@pytest.mark.parametrize("way", [by_password, by_code, by_device])
def test_token_of_playfab_storage(make_jwt_client: MakeJwtClient, way: Way) -> None:
    jwt_client = make_jwt_client(storage="playfab")

    first, second = (claims(way(jwt_client)) for _ in "ab")

    assert first["type"] == "playfab"
    assert set(first) >= AT_PLAYFAB
    assert not SESSION & set(first)
    assert all(re.fullmatch("[0-9A-F]{16}", first[name]) for name in ("external_account_id", "entity_id"))
    assert {name: second[name] for name in AT_PLAYFAB} == {name: first[name] for name in AT_PLAYFAB}


@law("Two users are two at PlayFab")
def test_users_differ_at_playfab(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(storage="playfab")
    ann, bob = (claims(oauth_client.tokens(name)["access_token"]) for name in ("ann", "bob"))

    for name in AT_PLAYFAB - {"entity_type"}:
        assert ann[name] != bob[name]


@law("Where the Login server keeps the users itself, a token says nothing of another storage")
@pytest.mark.parametrize("way", [by_password, by_code, by_device])
def test_token_of_xsolla_storage(jwt_client: JwtClient, way: Way) -> None:
    told: dict[str, Any] = claims(way(jwt_client))

    types: dict[Way, str] = {by_password: "xsolla_login", by_code: "email", by_device: "device"}
    assert told["type"] == types[way]
    assert not (AT_PLAYFAB | SESSION | {"provider", "partner_data", "server_custom_id"}) & set(told)
