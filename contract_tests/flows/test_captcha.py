"""A captcha before a message: which calls want one, and what a solved one opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import httpx
import pytest

from login_contract.suite.launcher import STATE, Launcher
from login_contract.suite.player import refusal

law = pytest.mark.law
MakeLauncher = Callable[..., Launcher]
Call = Callable[..., httpx.Response]
SOLVED = {"X-LOT-NUMBER": "1", "X-CAPTCHA-OUTPUT": "2", "X-PASS-TOKEN": "3", "X-GEN-TIME": "4"}
PHONE, EMAIL, OTHER = "+12025550143", "ann@example.com", "bob@example.com"
ASKED = {"name": "email", "type": "email", "required": True, "step": 0, "confirmation_type": "code"}
WANTED = (422, "003-038")


def jwt_phone(launcher: Launcher, **more: Any) -> httpx.Response:
    return launcher.player.call("jwt-start-auth-by-phone-number", body={"phone_number": PHONE}, **more)


def jwt_email(launcher: Launcher, **more: Any) -> httpx.Response:
    return launcher.player.call("jwt-start-auth-by-email", body={"email": EMAIL}, **more)


def oauth_phone(launcher: Launcher, **more: Any) -> httpx.Response:
    answer: httpx.Response = launcher.call(
        "oauth-20-start-auth-by-phone-number", body={"phone_number": PHONE}, **more
    )
    return answer


def oauth_email(launcher: Launcher, **more: Any) -> httpx.Response:
    answer: httpx.Response = launcher.call("oauth-20-start-auth-by-email", body={"email": EMAIL}, **more)
    return answer


CODE_REQUESTS = pytest.mark.parametrize("request_code", [jwt_phone, jwt_email, oauth_phone, oauth_email])


def asking(launcher: Launcher) -> str:
    """The token of somebody who logged in by phone and is asked for an e-mail address."""
    code, operation_id = launcher.player.code_for(PHONE)
    return str(launcher.player.confirm_code(PHONE, code, operation_id).json()["token"])


def jwt_ask(launcher: Launcher, token: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
    body = {"token": token, "updatedFields": {"email": OTHER}, "email": ""}
    return launcher.player.call("update-token", body=body, headers=headers)


def oauth_ask(launcher: Launcher, token: str, headers: Mapping[str, str] | None = None) -> httpx.Response:
    body = {"token": token, "updatedFields": {"email": OTHER}, "email": OTHER}
    query = {"client_id": launcher.client_id, "state": STATE}
    return launcher.player.call("oauth-20-user-ask", query=query, body=body, headers=headers)


ASKS = pytest.mark.parametrize("ask", [jwt_ask, oauth_ask])


def almost_solved() -> list[dict[str, str]]:
    """What a page sends that has no solved captcha: one of the four is missing or empty."""
    missing = [{name: value for name, value in SOLVED.items() if name != left_out} for left_out in SOLVED]
    return [{}, *missing, *({**SOLVED, name: ""} for name in SOLVED)]


@law("A project may want a captcha before it sends a code, and a solved one lets the request pass")
@CODE_REQUESTS
def test_code_may_want_a_captcha(make_launcher: MakeLauncher, request_code: Call) -> None:
    launcher = make_launcher(captcha_calls=["code"])

    for headers in almost_solved():
        refused = request_code(launcher, headers=headers)
        assert refusal(refused) == WANTED
        assert refused.headers["x-captcha-enabled"] == "1"
    assert launcher.player.messages() == []

    sent = request_code(launcher, headers=SOLVED)
    (message,) = launcher.player.messages()
    assert sent.json() == {"operation_id": message.operation_id}


@law("A project may want a captcha before it takes an answer, and a solved one lets the answer pass")
@ASKS
def test_ask_may_want_a_captcha(make_launcher: MakeLauncher, ask: Call) -> None:
    launcher = make_launcher(captcha_calls=["ask"], ask_fields=[ASKED])
    token = asking(launcher)

    for headers in almost_solved():
        refused = ask(launcher, token, headers)
        assert refusal(refused) == WANTED
        assert refused.headers["x-captcha-enabled"] == "1"
    assert launcher.player.messages(OTHER) == []
    assert launcher.player.asked(token).json() == [ASKED]

    answer = ask(launcher, token, SOLVED).json()
    assert answer["error"]["details"]["operation_id"] == launcher.player.message(OTHER).operation_id


@law("A captcha proves nothing about a token", security=True)
@ASKS
def test_captcha_is_no_token(make_launcher: MakeLauncher, ask: Call) -> None:
    launcher = make_launcher(captcha_calls=["ask"], ask_fields=[ASKED])

    for headers in ({}, SOLVED):
        assert refusal(ask(launcher, "no.real.token", headers)) == (401, "002-016")


@law("A project that wants no captcha asks for none, and each kind of call is asked for itself")
def test_captcha_is_wanted_where_it_was_set(make_launcher: MakeLauncher) -> None:
    for calls in ([], ["ask"]):
        launcher = make_launcher(captcha_calls=calls)
        for request_code in (jwt_phone, jwt_email, oauth_phone, oauth_email):
            assert request_code(launcher).status_code == 200
    for calls in ([], ["code"]):
        launcher = make_launcher(ask_fields=[ASKED])
        token = asking(launcher)
        settings = {"oauth_clients": launcher.clients.settings(("https://example.com/callback",))}
        launcher.control.change_project(launcher.player.project_id, captcha_calls=calls, **settings)
        assert jwt_ask(launcher, token).status_code == 200
