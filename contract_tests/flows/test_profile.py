"""The profile: what it tells of somebody new and of their logins, and what others see of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.jwt_client import JwtClient, refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import UNKNOWN_USER

from .profiles import EMAIL, PHONE, WHOLE, by_network, change, details, public, without

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
NOBODY_TOLD = dict.fromkeys(
    (
        "name",
        "nickname",
        "first_name",
        "last_name",
        "picture",
        "country",
        "birthday",
        "gender",
        "phone",
        "external_id",
        "connection_information",
        "ban",
    )
)


@law("The profile of somebody new tells who they are, the groups of the token, and nothing that nobody told")
def test_profile_of_somebody_new(jwt_client: JwtClient) -> None:
    token = jwt_client.registered("Ann", "Ann@example.com")

    profile = details(jwt_client, token)

    assert without(profile, "registered", "last_login") == {
        **NOBODY_TOLD,
        "id": claims(token)["sub"],
        "username": jwt_client.known_as("Ann"),
        "email": jwt_client.known_as("Ann@example.com"),
        "is_anonymous": False,
        "is_last_email_confirmed": True,
        "is_user_active": True,
        "groups": [{**group, "is_deletable": False} for group in claims(token)["groups"]],
        "devices": [],
    }
    assert profile["registered"] <= profile["last_login"]


@law("Who came with a device and told nothing more is anonymous")
def test_device_is_anonymous(jwt_client: JwtClient) -> None:
    body = {"device": "Pixel", "device_id": "0f8e2d7c5b3a4c1d"}
    answer = jwt_client.call("jwt-auth-via-device-id", path={"device_type": "android"}, body=body)
    token = answer.json()["token"]

    assert details(jwt_client, token)["is_anonymous"] is True
    for other in (jwt_client.login_by_code(EMAIL), jwt_client.login_by_code(PHONE)):
        assert details(jwt_client, other)["is_anonymous"] is False


@law("The number to log in with is phone_auth, in digits")
def test_number_of_a_login_is_phone_auth(jwt_client: JwtClient) -> None:
    profile = details(jwt_client, jwt_client.login_by_code(PHONE))

    assert (profile["phone_auth"], profile["phone"]) == (PHONE.removeprefix("+"), None)


@law("Others see nickname, tag, picture and times, and of every user the right ones")
def test_public_profile(jwt_client: JwtClient) -> None:
    tokens = [jwt_client.registered(name, f"{name}@example.com") for name in ("ann", "bob")]
    change(jwt_client, tokens[0], **WHOLE)
    ann, bob = (details(jwt_client, token) for token in tokens)

    for profile in (ann, bob):
        seen = [public(jwt_client, token, profile["id"].upper()) for token in tokens]
        assert seen[0] == seen[1]
        assert seen[0] == {
            "user_id": profile["id"],
            "nickname": profile["nickname"],
            **({"tag": profile["tag"]} if profile is ann else {}),
            "registered": profile["registered"].replace("+0000", "+00:00"),
            "last_login": profile["last_login"].replace("+0000", "+00:00"),
        }


@law("A user of another project is as unknown as nobody", security=True)
def test_stranger_is_unknown(make_jwt_client: MakeJwtClient) -> None:
    jwt_client, elsewhere = make_jwt_client(), make_jwt_client()
    token = jwt_client.registered("ann", EMAIL)
    stranger = claims(elsewhere.registered("ann", EMAIL))["sub"]

    answers = [
        jwt_client.call("get-user-public-profile", path={"user_id": user_id}, bearer=token)
        for user_id in (stranger, f"{stranger[:-1]}{'0' if stranger[-1] != '0' else '1'}")
    ]

    assert {refusal(answer) for answer in answers} == {UNKNOWN_USER}
    assert answers[0].json() == answers[1].json()


def by_password(oauth_client: OAuthClient) -> str:
    return token_of(oauth_client.jwt_client.login("ann"))


def by_code(oauth_client: OAuthClient) -> str:
    return oauth_client.jwt_client.login_by_code(EMAIL)


def by_client(oauth_client: OAuthClient) -> str:
    return str(oauth_client.tokens("ann")["access_token"])


def by_client_at_once(oauth_client: OAuthClient) -> str:
    answer = oauth_client.jwt_client.call(
        "jwt-auth-by-username-and-password",
        query={"client_id": oauth_client.client_id},
        body={"username": "ann", "password": "correct-horse-7"},
    )
    return str(answer.json()["access_token"])


def by_device(oauth_client: OAuthClient) -> str:
    body = {"device": "Pocket 3", "device_id": "9774d56d682e549c"}
    path = {"device_type": "android"}
    answer = oauth_client.jwt_client.call("jwt-auth-via-device-id", path=path, body=body)
    return str(answer.json()["token"])


def by_server(oauth_client: OAuthClient) -> str:
    return str(ProjectServer(oauth_client).log_in("p-1").json()["token"])


def by_gina(oauth_client: OAuthClient) -> str:
    return by_network(oauth_client, "gina")


@law("Every login, and nothing else, moves last_login; registered stays")
@pytest.mark.parametrize(
    "log_in", [by_password, by_code, by_client, by_client_at_once, by_device, by_server, by_gina]
)
def test_login_moves_last_login(oauth_client: OAuthClient, log_in: Callable[[OAuthClient], str]) -> None:
    jwt_client = oauth_client.jwt_client
    oauth_client.member("ann")
    first = log_in(oauth_client)
    before = details(jwt_client, first)
    oauth_client.control.advance(100)
    jwt_client.login("ann", "not-the-password")
    change(jwt_client, first, first_name="Ann")
    assert details(jwt_client, first) == {**before, "first_name": "Ann"}

    after = details(jwt_client, log_in(oauth_client))

    assert after["last_login"] > before["last_login"]
    moved = ("last_login", "devices")
    assert without(after, *moved) == {**without(before, *moved), "first_name": "Ann"}
