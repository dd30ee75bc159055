"""A captcha before a message: which calls want one, and what a solved one opens."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import httpx
import pytest

from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import STATE, OAuthClient
from login_contract.suite.judging.refusals import CAPTCHA_REQUIRED, INVALID_TOKEN

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
Call = Callable[..., httpx.Response]
SOLVED = {"X-LOT-NUMBER": "1", "X-CAPTCHA-OUTPUT": "2", "X-PASS-TOKEN": "3", "X-GEN-TIME": "4"}
PHONE, EMAIL, OTHER = "+12025550143", "ann@example.com", "bob@example.com"
ASKED = {"name": "email", "type": "email", "required": True, "step": 0, "confirmation_type": "code"}


def jwt_phone(oauth_client: OAuthClient, **more: Any) -> httpx.Response:
    return oauth_client.jwt_client.call(
        "jwt-start-auth-by-phone-number", body={"phone_number": PHONE}, **more
    )


def jwt_email(oauth_client: OAuthClient, **more: Any) -> httpx.Response:
    return oauth_client.jwt_client.call("jwt-start-auth-by-email", body={"email": EMAIL}, **more)


def oauth_phone(oauth_client: OAuthClient, **more: Any) -> httpx.Response:
    answer: httpx.Response = oauth_client.call(
        "oauth-20-start-auth-by-phone-number", body={"phone_number": PHONE}, **more
    )
    return answer


def oauth_email(oauth_client: OAuthClient, **more: Any) -> httpx.Response:
    answer: httpx.Response = oauth_client.call("oauth-20-start-auth-by-email", body={"email": EMAIL}, **more)
    return answer


CODE_REQUESTS = pytest.mark.parametrize("request_code", [jwt_phone, jwt_email, oauth_phone, oauth_email])


def asking(oauth_client: OAuthClient) -> str:
    """The token of somebody who logged in by phone and is asked for an e-mail address."""
    code, operation_id = oauth_client.jwt_client.code_for(PHONE)
    return str(oauth_client.jwt_client.confirm_code(PHONE, code, operation_id).json()["token"])


def jwt_ask(
    oauth_client: OAuthClient, token: str, headers: Mapping[str, str] | None = None
) -> httpx.Response:
    body = {"token": token, "updatedFields": {"email": OTHER}, "email": ""}
    return oauth_client.jwt_client.call("update-token", body=body, headers=headers)


def oauth_ask(
    oauth_client: OAuthClient, token: str, headers: Mapping[str, str] | None = None
) -> httpx.Response:
    body = {"token": token, "updatedFields": {"email": OTHER}, "email": OTHER}
    query = {"client_id": oauth_client.client_id, "state": STATE}
    return oauth_client.jwt_client.call("oauth-20-user-ask", query=query, body=body, headers=headers)


ASKS = pytest.mark.parametrize("ask", [jwt_ask, oauth_ask])


def almost_solved() -> list[dict[str, str]]:
    """What a page sends that has no solved captcha: one of the four is missing or empty."""
    missing = [{name: value for name, value in SOLVED.items() if name != left_out} for left_out in SOLVED]
    return [{}, *missing, *({**SOLVED, name: ""} for name in SOLVED)]


@law("A project may want a captcha before it sends a code, and a solved one lets the request pass")
@CODE_REQUESTS
def test_code_may_want_a_captcha(make_oauth_client: MakeOAuthClient, request_code: Call) -> None:
    oauth_client = make_oauth_client(captcha_calls=["code"])

    for headers in almost_solved():
        refused = request_code(oauth_client, headers=headers)
        assert refusal(refused) == CAPTCHA_REQUIRED
        assert refused.headers["x-captcha-enabled"] == "1"
    assert oauth_client.jwt_client.messages() == []

    sent = request_code(oauth_client, headers=SOLVED)
    (message,) = oauth_client.jwt_client.messages()
    assert sent.json() == {"operation_id": message.operation_id}


@law("A project may want a captcha before it takes an answer, and a solved one lets the answer pass")
@ASKS
def test_ask_may_want_a_captcha(make_oauth_client: MakeOAuthClient, ask: Call) -> None:
    oauth_client = make_oauth_client(captcha_calls=["ask"], ask_fields=[ASKED])
    token = asking(oauth_client)

    for headers in almost_solved():
        refused = ask(oauth_client, token, headers)
        assert refusal(refused) == CAPTCHA_REQUIRED
        assert refused.headers["x-captcha-enabled"] == "1"
    assert oauth_client.jwt_client.messages(OTHER) == []
    assert oauth_client.jwt_client.asked(token).json() == [ASKED]

    answer = ask(oauth_client, token, SOLVED).json()
    assert answer["error"]["details"]["operation_id"] == oauth_client.jwt_client.message(OTHER).operation_id


@law("A captcha proves nothing about a token", security=True)
@ASKS
def test_captcha_is_no_token(make_oauth_client: MakeOAuthClient, ask: Call) -> None:
    oauth_client = make_oauth_client(captcha_calls=["ask"], ask_fields=[ASKED])

    for headers in ({}, SOLVED):
        assert refusal(ask(oauth_client, "no.real.token", headers)) == INVALID_TOKEN


@law("A project that wants no captcha asks for none, and each kind of call is asked for itself")
def test_captcha_is_wanted_where_it_was_set(make_oauth_client: MakeOAuthClient) -> None:
    for calls in ([], ["ask"]):
        oauth_client = make_oauth_client(captcha_calls=calls)
        for request_code in (jwt_phone, jwt_email, oauth_phone, oauth_email):
            assert request_code(oauth_client).status_code == 200
    for calls in ([], ["code"]):
        oauth_client = make_oauth_client(ask_fields=[ASKED])
        token = asking(oauth_client)
        settings = {"oauth_clients": oauth_client.clients.settings(("https://example.com/callback",))}
        oauth_client.control.change_project(
            oauth_client.jwt_client.project_id, captcha_calls=calls, **settings
        )
        assert jwt_ask(oauth_client, token).status_code == 200
