"""Login with the id of a device: one id is one user."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from login_contract.suite.concurrency import at_once
from login_contract.suite.launcher import Launcher, code_of, tokens_of
from login_contract.suite.player import refusal, token_of
from login_contract.suite.token import claims

law = pytest.mark.law
MakeLauncher = Callable[..., Launcher]
DEVICE = {"device": "Pocket 3", "device_id": "9774d56d682e549c"}
KINDS = ("android", "ios", "macos", "windows")


def jwt(launcher: Launcher, kind: str = "android", *, query: Any = None, **body: str) -> httpx.Response:
    path = {"device_type": kind}
    return launcher.player.call("jwt-auth-via-device-id", path=path, query=query, body={**DEVICE, **body})


def both(launcher: Launcher, kind: str = "android", **body: str) -> list[httpx.Response]:
    """Log in by either protocol; by JWT alone where no client is known."""
    answers = [jwt(launcher, kind, **body)]
    return answers if launcher.client is None else [*answers, oauth(launcher, kind, **body)]


def oauth(launcher: Launcher, kind: str = "android", **body: str) -> httpx.Response:
    path = {"device_type": kind}
    answer: httpx.Response = launcher.call("oauth-20-auth-via-device-id", path=path, body={**DEVICE, **body})
    return answer


def user(token: str) -> str:
    return str(claims(token)["sub"])


@law("One device id is one user of a project, whatever its type, its name and the protocol")
def test_device_is_one_user(launcher: Launcher) -> None:
    tokens = [jwt(launcher, kind, device=kind).json()["token"] for kind in KINDS]
    if launcher.client is not None:
        tokens += [
            tokens_of(launcher.exchange(code_of(oauth(launcher, kind))))["access_token"] for kind in KINDS
        ]

    assert len({user(token) for token in tokens}) == 1
    assert {claims(token)["type"] for token in tokens} == {"device"}
    assert all(launcher.is_good(token) for token in tokens)


@law("Two device ids are two users, and so is one id in two projects")
def test_devices_are_apart(make_launcher: MakeLauncher) -> None:
    launcher, elsewhere = make_launcher(), make_launcher()
    other = DEVICE["device_id"].upper()

    tokens = [jwt(launcher), jwt(launcher, device_id=other), jwt(elsewhere)]

    assert len({user(answer.json()["token"]) for answer in tokens}) == 3


@law("Many first logins of one device at the same moment make one user")
def test_first_logins_make_one_user(launcher: Launcher) -> None:
    answers = at_once(20, lambda number: jwt(launcher, KINDS[number % 4]))

    assert {answer.status_code for answer in answers} == {200}
    assert len({user(answer.json()["token"]) for answer in answers}) == 1


@law("A device is named in up to 100 characters and has an id of 16 to 36", origin="doc")
def test_device_id_has_its_length(launcher: Launcher) -> None:
    for good in ({"device_id": "x" * 16}, {"device_id": "x" * 36}, {"device": "x" * 100}):
        assert {answer.status_code for answer in both(launcher, **good)} == {200}
    for bad in ({"device_id": "x" * 15}, {"device_id": "x" * 37}, {"device": "x" * 101}):
        assert {refusal(answer) for answer in both(launcher, **bad)} == {(400, "002-027")}


@law("A device of an unknown type is refused")
@pytest.mark.parametrize("kind", ["console", "Android", "linux"])
def test_unknown_type_is_refused(launcher: Launcher, kind: str) -> None:
    assert {refusal(answer) for answer in both(launcher, kind)} == {(400, "002-027")}


@law("payload and with_logout mean for devices what they mean for others")
def test_payload_and_logout(launcher: Launcher) -> None:
    earlier = jwt(launcher).json()["token"]

    latest = jwt(launcher, query={"payload": "level=7", "with_logout": "1"}).json()["token"]

    assert claims(latest)["payload"] == "level=7"
    assert not launcher.is_good(earlier)
    assert launcher.is_good(latest)


@law("While a required field is outstanding a device's token serves the ask calls only", security=True)
def test_device_is_asked(make_launcher: MakeLauncher) -> None:
    country = {"name": "country-name", "type": "str", "required": True, "step": 0}
    launcher = make_launcher(ask_fields=[country])

    token = jwt(launcher).json()["token"]

    assert refusal(launcher.player.validate(token)) == (422, "010-017")
    assert launcher.player.asked(token).json() == [country]
    assert launcher.is_good(token_of(launcher.player.answer_asks(token, {"country-name": "DE"})))
    assert launcher.is_good(jwt(launcher).json()["token"])
