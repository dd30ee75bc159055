"""Which events sign-ups and logins are, whichever way they come, and what is no event."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.event_subscriber import EventSubscriber
from login_contract.suite.actors.jwt_client import PASSWORD, query_of, refusal, token_of
from login_contract.suite.actors.oauth_client import target_of, tokens_of
from login_contract.suite.judging.refusals import (
    BANNED_USER,
    UNCONFIRMED_ACCOUNT,
    USERNAME_TAKEN,
    WRONG_CODE,
    WRONG_CREDENTIALS,
)

from .first_logins import CONFIRMED, LOGGED_IN, PHONE, REGISTERED, VERIFIED, WAYS, Way

law = pytest.mark.law
MakeListener = Callable[..., EventSubscriber]
COUNTRY = {"name": "country", "type": "str", "required": True, "step": 1}


@law("The first login by a code, a network or a device is a sign-up, the next one a login only")
@pytest.mark.parametrize(("way", "sign_up", "how"), WAYS, ids=[way.__name__ for way, _, _ in WAYS])
def test_first_login_is_a_sign_up(
    listener: EventSubscriber, way: Way, sign_up: list[str], how: dict[str, str]
) -> None:
    listener.hear()
    for _ in range(2):
        assert not way(listener).is_error
        listener.oauth_client.forget_cookies()

    expected = [*sign_up, LOGGED_IN, LOGGED_IN]
    assert listener.types(len(expected)) == expected
    events = listener.heard(len(expected))
    assert len({event["data"]["user_id"] for event in events}) == 1
    for event in events:
        told = {name: event["data"].get(name) for name in how}
        assert (told == how) == (event["event_type"] in (REGISTERED, LOGGED_IN)), event


@law("A sign-up with a password is told at once, the login when the address is confirmed")
def test_sign_up_with_a_password(listener: EventSubscriber) -> None:
    listener.hear()
    listener.jwt_client.register(username="ann", email="ann@example.com")
    assert listener.types(1) == [REGISTERED]

    listener.jwt_client.resend("ann")
    listener.jwt_client.open(listener.jwt_client.message("ann@example.com", "account_confirmation").link)

    assert listener.types(4) == [REGISTERED, CONFIRMED, VERIFIED, LOGGED_IN]


@law("Where no confirmation is wanted, a sign-up is a login and verifies the user")
@pytest.mark.parametrize("operation_id", ["jwt-register-new-user", "oauth-20-register-new-user"])
def test_sign_up_without_confirmation(make_listener: MakeListener, operation_id: str) -> None:
    listener = make_listener(confirmation_required=False)
    listener.hear()
    body = {"username": "ann", "email": "ann@example.com", "password": PASSWORD}
    answer = (
        listener.oauth_client.call(operation_id, body=body)
        if operation_id.startswith("oauth")
        else listener.jwt_client.call(operation_id, body=body)
    )
    assert answer.status_code == 200

    assert listener.types(3) == [REGISTERED, VERIFIED, LOGGED_IN]


@law("A refused sign-up or login is no event")
def test_refusals_are_no_events(listener: EventSubscriber) -> None:
    jwt_client = listener.jwt_client
    listener.hear()
    jwt_client.registered("ann", "ann@example.com")
    listener.oauth_client.member("bob", banned=True)
    jwt_client.register(username="eve", email="eve@example.com")

    assert refusal(jwt_client.register(username="ann", email="other@example.com")) == USERNAME_TAKEN
    assert refusal(jwt_client.login("ann", "wrong")) == WRONG_CREDENTIALS
    assert refusal(jwt_client.login("bob")) == BANNED_USER
    assert refusal(jwt_client.login("eve")) == UNCONFIRMED_ACCOUNT
    code, operation_id = jwt_client.code_for(PHONE)
    wrong = str((int(code) + 1) % 10**6).zfill(6)
    assert refusal(jwt_client.confirm_code(PHONE, wrong, operation_id)) == WRONG_CODE
    assert jwt_client.login("ann").status_code == 200

    events = listener.heard(6)
    anns = [event["event_type"] for event in events if event["data"]["username"] == "ann"]
    assert anns == [REGISTERED, CONFIRMED, VERIFIED, LOGGED_IN, LOGGED_IN]
    assert [event["event_type"] for event in events if event["data"]["username"] == "eve"] == [REGISTERED]
    assert len(listener.receiver.requests) == 6


@law("A login that asks for a required field is told when the field is given")
def test_login_that_asks_is_told_when_answered(make_listener: MakeListener) -> None:
    listener = make_listener(ask_fields=[COUNTRY])
    listener.oauth_client.member()
    listener.hear(LOGGED_IN)
    for _ in range(2):
        token = token_of(listener.jwt_client.login("ann"))
    answer = listener.jwt_client.answer_asks(token, {"country": "DE"})
    assert answer.status_code == 200
    tokens = [token_of(answer), token_of(listener.jwt_client.login("ann"))]

    assert listener.types(2) == [LOGGED_IN] * 2
    assert len(set(tokens)) == 2
    assert len(listener.receiver.requests) == 2


@law("A login that asks for an optional field is told once")
@pytest.mark.parametrize("protocol", ["jwt", "oauth2"])
def test_optional_field_is_no_second_login(make_listener: MakeListener, protocol: str) -> None:
    listener = make_listener(ask_fields=[{**COUNTRY, "required": False}])
    listener.oauth_client.member()
    listener.hear(LOGGED_IN)
    fields = {"country": "DE"}
    if protocol == "jwt":
        token = listener.jwt_client.login("ann").json()["token"]
        assert listener.jwt_client.answer_asks(token, fields).status_code == 200
    else:
        body = {"token": listener.oauth_client.login().json()["token"], "updatedFields": fields, "email": ""}
        assert listener.oauth_client.call("oauth-20-user-ask", body=body).status_code == 200
    assert listener.jwt_client.login("ann").status_code == 200

    assert listener.types(2) == [LOGGED_IN] * 2
    assert len(listener.receiver.requests) == 2


@law("With a second factor a login is told when its code is right")
def test_second_factor_completes_the_login(make_listener: MakeListener) -> None:
    listener = make_listener(two_factor="email")
    listener.oauth_client.member()
    listener.hear(LOGGED_IN)
    challenge_id = query_of(target_of(listener.jwt_client.login("ann")))["challenge_id"]
    code = listener.jwt_client.message("ann@example.com", "one_time_code").code
    query = {"challenge_id": challenge_id, "code": code}
    assert listener.receiver.requests == []

    assert listener.jwt_client.call("otp-validate", query=query).status_code == 200

    assert listener.types(1) == [LOGGED_IN]


@law("What goes on from a login is no other login: exchanges, refreshes, single sign-on, server tokens")
def test_continuations_are_no_logins(listener: EventSubscriber) -> None:
    oauth_client = listener.oauth_client
    listener.hear()
    listener.token()
    oauth_client.member()
    tokens = oauth_client.tokens(scope="offline")
    oauth_client.refresh(tokens["refresh_token"])
    assert oauth_client.call("check-user-authentication").status_code == 200
    assert oauth_client.call("oauth2-authorize", query={"response_type": "code"}).status_code == 302
    code = listener.jwt_client.call("jwt-sso").json()["code"]
    again = tokens_of(oauth_client.of(oauth_client.clients.confidential).exchange(code))["access_token"]
    assert listener.jwt_client.validate(again).status_code == 204
    oauth_client.forget_cookies()
    oauth_client.login()

    assert listener.types(2) == [LOGGED_IN] * 2
    assert len(listener.receiver.requests) == 2


@law("A password that is answered with tokens at once is a login")
def test_tokens_for_a_password_are_a_login(listener: EventSubscriber) -> None:
    oauth_client = listener.oauth_client
    oauth_client.member()
    listener.hear()
    body = {"username": "ann", "password": PASSWORD}
    query = {"client_id": oauth_client.client_id}
    tokens = listener.jwt_client.call("jwt-auth-by-username-and-password", query=query, body=body)
    assert tokens.status_code == 200

    assert listener.types(1) == [LOGGED_IN]
    assert listener.heard(1)[0]["data"]["login_type"] == "xsolla_login"


@law("The hosted page signs in and up like the calls do")
def test_hosted_page_is_a_login(listener: EventSubscriber) -> None:
    oauth_client, http = listener.oauth_client, listener.jwt_client.http
    oauth_client.member()
    listener.hear()
    page = target_of(oauth_client.call("oauth2-authorize", query={"response_type": "code"}))
    form = {"ticket": query_of(page)["ticket"], "action": "password", "username": "ann"}
    where = page.partition("?")[0]
    assert http.post(where, data={**form, "password": "wrong"}).status_code == 422
    assert http.post(where, data={**form, "password": PASSWORD}).status_code == 302

    assert listener.types(1) == [LOGGED_IN]


@law("Users whom the control interface makes have not signed up, but may still become verified")
def test_made_user_has_not_signed_up(listener: EventSubscriber) -> None:
    listener.hear()
    listener.oauth_client.member("bob", confirmed=False)
    listener.oauth_client.member("ann")
    listener.jwt_client.resend("bob")
    listener.jwt_client.open(listener.jwt_client.message("bob@example.com", "account_confirmation").link)
    listener.jwt_client.login("ann")

    told = [(event["data"]["username"], event["event_type"]) for event in listener.heard(4)]
    assert [kind for name, kind in told if name == "bob"] == [CONFIRMED, VERIFIED, LOGGED_IN]
    assert [kind for name, kind in told if name == "ann"] == [LOGGED_IN]
