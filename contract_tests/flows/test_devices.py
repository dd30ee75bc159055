"""Login with the id of a device: one id is one user."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.jwt_client import refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, code_of, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import INACTIVE_TOKEN, INVALID_VALUE

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
DEVICE = {"device": "Pocket 3", "device_id": "9774d56d682e549c"}
KINDS = ("android", "ios", "macos", "windows")


def jwt(
    oauth_client: OAuthClient, kind: str = "android", *, query: Any = None, **body: str
) -> httpx.Response:
    path = {"device_type": kind}
    return oauth_client.jwt_client.call(
        "jwt-auth-via-device-id", path=path, query=query, body={**DEVICE, **body}
    )


def both(oauth_client: OAuthClient, kind: str = "android", **body: str) -> list[httpx.Response]:
    """Log in by either protocol; by JWT alone where no client is known."""
    answers = [jwt(oauth_client, kind, **body)]
    return answers if oauth_client.client is None else [*answers, oauth(oauth_client, kind, **body)]


def oauth(oauth_client: OAuthClient, kind: str = "android", **body: str) -> httpx.Response:
    path = {"device_type": kind}
    answer: httpx.Response = oauth_client.call(
        "oauth-20-auth-via-device-id", path=path, body={**DEVICE, **body}
    )
    return answer


def user(token: str) -> str:
    return str(claims(token)["sub"])


@law("One device id is one user of a project, whatever its type, its name and the protocol")
def test_device_is_one_user(oauth_client: OAuthClient) -> None:
    tokens = [jwt(oauth_client, kind, device=kind).json()["token"] for kind in KINDS]
    if oauth_client.client is not None:
        tokens += [
            tokens_of(oauth_client.exchange(code_of(oauth(oauth_client, kind))))["access_token"]
            for kind in KINDS
        ]

    assert len({user(token) for token in tokens}) == 1
    assert {claims(token)["type"] for token in tokens} == {"device"}
    assert all(oauth_client.is_good(token) for token in tokens)


@law("Two device ids are two users, and so is one id in two projects")
def test_devices_are_apart(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client, elsewhere = make_oauth_client(), make_oauth_client()
    other = DEVICE["device_id"].upper()

    tokens = [jwt(oauth_client), jwt(oauth_client, device_id=other), jwt(elsewhere)]

    assert len({user(answer.json()["token"]) for answer in tokens}) == 3


@law("Many first logins of one device at the same moment make one user")
def test_first_logins_make_one_user(oauth_client: OAuthClient) -> None:
    answers = at_once(20, lambda number: jwt(oauth_client, KINDS[number % 4]))

    assert {answer.status_code for answer in answers} == {200}
    assert len({user(answer.json()["token"]) for answer in answers}) == 1


@law("A device is named in up to 100 characters and has an id of 16 to 36", origin="doc")
def test_device_id_has_its_length(oauth_client: OAuthClient) -> None:
    for good in ({"device_id": "x" * 16}, {"device_id": "x" * 36}, {"device": "x" * 100}):
        assert {answer.status_code for answer in both(oauth_client, **good)} == {200}
    for bad in ({"device_id": "x" * 15}, {"device_id": "x" * 37}, {"device": "x" * 101}):
        assert {refusal(answer) for answer in both(oauth_client, **bad)} == {INVALID_VALUE}


@law("A device of an unknown type is refused")
@pytest.mark.parametrize("kind", ["console", "Android", "linux"])
def test_unknown_type_is_refused(oauth_client: OAuthClient, kind: str) -> None:
    assert {refusal(answer) for answer in both(oauth_client, kind)} == {INVALID_VALUE}


@law("payload and with_logout mean for devices what they mean for others")
def test_payload_and_logout(oauth_client: OAuthClient) -> None:
    earlier = jwt(oauth_client).json()["token"]

    latest = jwt(oauth_client, query={"payload": "level=7", "with_logout": "1"}).json()["token"]

    assert claims(latest)["payload"] == "level=7"
    assert not oauth_client.is_good(earlier)
    assert oauth_client.is_good(latest)


@law("While a required field is outstanding a device's token serves the ask calls only", security=True)
def test_device_is_asked(make_oauth_client: MakeOAuthClient) -> None:
    country = {"name": "country-name", "type": "str", "required": True, "step": 0}
    oauth_client = make_oauth_client(ask_fields=[country])

    token = jwt(oauth_client).json()["token"]

    assert refusal(oauth_client.jwt_client.validate(token)) == INACTIVE_TOKEN
    assert oauth_client.jwt_client.asked(token).json() == [country]
    assert oauth_client.is_good(token_of(oauth_client.jwt_client.answer_asks(token, {"country-name": "DE"})))
    assert oauth_client.is_good(jwt(oauth_client).json()["token"])
