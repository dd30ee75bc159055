"""The second factor: a code that follows the right password."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, query_of, refusal
from login_contract.suite.actors.oauth_client import STATE, OAuthClient, code_of, target_of, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    NOT_AVAILABLE,
    NOT_FOUND,
    TOO_MANY_WRONG_CODES,
    WRONG_CODE,
    WRONG_CREDENTIALS,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
EMAIL, PHONE = "ann@example.com", "+12025550143"


@pytest.fixture
def guarded(make_oauth_client: MakeOAuthClient) -> OAuthClient:
    """The client of a project that wants a second factor by mail; ann is a member."""
    oauth_client = make_oauth_client(two_factor="email")
    oauth_client.member()
    return oauth_client


def challenged(oauth_client: OAuthClient) -> str:
    """Give the right password and return the id of the challenge."""
    return query_of(target_of(oauth_client.jwt_client.login("ann")))["challenge_id"]


def sent_code(oauth_client: OAuthClient, recipient: str = EMAIL) -> str:
    return str(oauth_client.jwt_client.message(recipient, "one_time_code").code)


def validate(oauth_client: OAuthClient, challenge_id: str, code: str) -> httpx.Response:
    query = {"challenge_id": challenge_id, "code": code}
    return oauth_client.jwt_client.call("otp-validate", query=query)


def other_code(code: str) -> str:
    return f"{(int(code) + 1) % 10 ** len(code):0{len(code)}d}"


@law(
    "With a second factor the right password gives no token, but a challenge; its code completes the login",
    security=True,
)
def test_code_completes_the_login(guarded: OAuthClient) -> None:
    answer = guarded.jwt_client.login("ann")

    target = target_of(answer)
    assert {"token", "code"}.isdisjoint(query_of(target))
    assert "set-cookie" not in answer.headers
    completed = validate(guarded, query_of(target)["challenge_id"], sent_code(guarded))
    assert target_of(completed).startswith(f"{CALLBACK}?")
    token = query_of(target_of(completed))["token"]
    assert guarded.is_good(token)
    assert claims(token)["username"] == "ann"
    assert guarded.jwt_client.call("jwt-sso").status_code == 200


@law("A login of the OAuth 2.0 protocol ends with code and state after its second factor")
def test_oauth_login_is_completed(guarded: OAuthClient) -> None:
    target = target_of(guarded.login(scope="offline"))
    assert "code" not in query_of(target)

    completed = validate(guarded, query_of(target)["challenge_id"], sent_code(guarded))

    assert query_of(target_of(completed))["state"] == STATE
    assert "refresh_token" in tokens_of(guarded.exchange(code_of(completed)))


@law("The second factor comes by SMS where the project wants it so")
def test_code_comes_by_sms(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(two_factor="sms")
    oauth_client.member(phone_number=PHONE)

    challenge_id = challenged(oauth_client)

    assert validate(oauth_client, challenge_id, sent_code(oauth_client, PHONE)).status_code == 200


@law("A user without a place to send the code to is not asked for it")
def test_user_without_contact_is_not_asked(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(two_factor="sms")
    oauth_client.member()

    assert "token" in query_of(target_of(oauth_client.jwt_client.login("ann")))


@law("A wrong password asks for no second factor", security=True)
def test_wrong_password_sends_nothing(guarded: OAuthClient) -> None:
    assert refusal(guarded.jwt_client.login("ann", "not-the-password")) == WRONG_CREDENTIALS
    assert guarded.jwt_client.messages(EMAIL) == []


@law("The code of a second factor works once, with its own challenge only", security=True)
def test_code_works_once(guarded: OAuthClient) -> None:
    first, code = challenged(guarded), sent_code(guarded)
    second = challenged(guarded)

    for wrong in (second, "nonsense"):
        assert refusal(validate(guarded, wrong, code)) == WRONG_CODE
    assert validate(guarded, first, code).status_code == 200
    assert refusal(validate(guarded, first, code)) == WRONG_CODE


@law("The code of one user completes no other user's login", security=True)
def test_code_of_another_user_is_refused(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(two_factor="email", code_length=12)
    oauth_client.member()
    oauth_client.member("bob")
    anns, code = challenged(oauth_client), sent_code(oauth_client)
    bobs = query_of(target_of(oauth_client.jwt_client.login("bob")))["challenge_id"]

    assert refusal(validate(oauth_client, bobs, code)) == WRONG_CODE
    completed = validate(oauth_client, anns, code)
    assert claims(query_of(target_of(completed))["token"])["username"] == "ann"


@law("What a login was asked with comes back after its second factor")
def test_second_factor_keeps_the_request(guarded: OAuthClient) -> None:
    query = {"payload": "level=7"}
    target = target_of(guarded.jwt_client.login("ann", query=query, remember_me=True))

    completed = validate(guarded, query_of(target)["challenge_id"], sent_code(guarded))

    assert claims(query_of(target_of(completed))["token"])["payload"] == "level=7"
    assert query_of(target_of(completed))["remember_me"] == "true"


@law("with_logout ends earlier sessions when the second factor was given, and not before")
def test_with_logout_waits_for_the_second_factor(guarded: OAuthClient) -> None:
    earlier = query_of(target_of(validate(guarded, challenged(guarded), sent_code(guarded))))["token"]

    target = target_of(guarded.jwt_client.login("ann", query={"with_logout": "1"}))
    assert guarded.is_good(earlier)

    completed = validate(guarded, query_of(target)["challenge_id"], sent_code(guarded))
    assert not guarded.is_good(earlier)
    assert guarded.is_good(query_of(target_of(completed))["token"])


@law("The sign-in page asks for the second factor as well")
def test_sign_in_page_asks_too(guarded: OAuthClient) -> None:
    page = target_of(guarded.call("oauth2-authorize"))
    form = {"ticket": query_of(page)["ticket"], "action": "password", "username": "ann", "password": PASSWORD}

    answer = guarded.jwt_client.http.post(page.partition("?")[0], data=form)

    assert "code" not in query_of(target_of(answer))
    assert "set-cookie" not in answer.headers
    completed = validate(guarded, query_of(target_of(answer))["challenge_id"], sent_code(guarded))
    assert query_of(target_of(completed))["state"] == STATE
    assert guarded.exchange(code_of(completed)).status_code == 200


@law("After five wrong tries a second factor is dead, also when its code is sent again", security=True)
def test_wrong_tries_end_the_challenge(guarded: OAuthClient) -> None:
    challenge_id, code = challenged(guarded), sent_code(guarded)
    for _ in range(5):
        assert refusal(validate(guarded, challenge_id, other_code(code))) == WRONG_CODE

    assert refusal(validate(guarded, challenge_id, code)) == TOO_MANY_WRONG_CODES
    resent = {"challenge_id": challenge_id}
    guarded.jwt_client.call("otp-resend", query=resent, body={})
    assert refusal(validate(guarded, challenge_id, sent_code(guarded))) == TOO_MANY_WRONG_CODES


@law("The code of a second factor lives for three minutes", security=True)
def test_code_lives_for_three_minutes(guarded: OAuthClient, control: Control) -> None:
    challenge_id, code = challenged(guarded), sent_code(guarded)

    control.advance(181)

    assert refusal(validate(guarded, challenge_id, code)) == WRONG_CODE


@law("A second factor that is sent again is a new one; the old one dies", security=True)
def test_resent_code_replaces_the_old_one(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(two_factor="email", code_length=12)
    oauth_client.member()
    challenge_id, old = challenged(oauth_client), sent_code(oauth_client)

    answer = oauth_client.jwt_client.call(
        "otp-resend", query={"challenge_id": challenge_id}, body={"locale": "de_DE"}
    )

    assert answer.status_code == 204
    message = oauth_client.jwt_client.message(EMAIL)
    assert message.locale == "de_DE"
    assert refusal(validate(oauth_client, challenge_id, old)) == WRONG_CODE
    assert validate(oauth_client, challenge_id, str(message.code)).status_code == 200


@law("Nothing is sent again for a challenge that is unknown or over", security=True)
def test_unknown_challenge_is_not_found(guarded: OAuthClient) -> None:
    challenge_id = challenged(guarded)
    assert validate(guarded, challenge_id, sent_code(guarded)).status_code == 200

    for over in (challenge_id, "nonsense"):
        answer = guarded.jwt_client.call("otp-resend", query={"challenge_id": over}, body={})
        assert refusal(answer) == NOT_FOUND


@law(
    "The code of a second factor is no code for a login without password, nor the other way round",
    security=True,
)
def test_kinds_of_codes_are_not_mixed_up(guarded: OAuthClient) -> None:
    challenge_id, code = challenged(guarded), sent_code(guarded)

    assert refusal(guarded.jwt_client.confirm_code(EMAIL, code, challenge_id)) == WRONG_CODE
    passwordless, operation_id = guarded.jwt_client.code_for(EMAIL)
    assert refusal(validate(guarded, operation_id, passwordless)) == WRONG_CODE


@law(
    "Tokens at once for a password are not for projects with a second factor",
    origin="inferred",
    security=True,
)
def test_tokens_at_once_are_unavailable(guarded: OAuthClient) -> None:
    body = {"username": "ann", "password": PASSWORD}

    answer = guarded.jwt_client.call(
        "jwt-auth-by-username-and-password", query={"client_id": guarded.client_id}, body=body
    )

    assert refusal(answer) == NOT_AVAILABLE
