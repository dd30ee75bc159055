"""Authorization codes: who gets one, what it is bound to, how often and how long it works."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import Any

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, query_of, refusal
from login_contract.suite.actors.oauth_client import STATE, OAuthClient, code_of, target_of, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    INACTIVE_TOKEN,
    INVALID_GRANT,
    WRONG_CODE,
)

from .oauth2_logins import EMAIL, LOGINS, OTHER, by_mail, by_password, by_sms, by_social_token

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
Login = Callable[..., httpx.Response]
COUNTRY = {"name": "country-name", "type": "str", "required": True, "step": 0}
ASKED = {"scope": "offline own", "audience": "https://api.example", "payload": "level=7"}
GIVEN = {"scp": ["offline", "own"], "aud": ["https://api.example"], "payload": "level=7"}


def told(oauth_client: OAuthClient, answer: httpx.Response) -> dict[str, Any]:
    """What an access token says of the request that began its login."""
    content = claims(tokens_of(oauth_client.exchange(code_of(answer)))["access_token"])
    return {name: content.get(name) for name in GIVEN}


@law("Every OAuth 2.0 login ends on the redirect URI, with a code for tokens and the state it came with")
@LOGINS
def test_login_gives_a_code(oauth_client: OAuthClient, login: Login) -> None:
    answer = login(oauth_client)

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer))["state"] == STATE
    assert answer.headers["cache-control"] == "no-store"
    assert oauth_client.is_good(tokens_of(oauth_client.exchange(code_of(answer)))["access_token"])


@law("An authorization code works once, and its second use ends what the first one gave", security=True)
@LOGINS
def test_second_use_ends_what_the_first_gave(oauth_client: OAuthClient, login: Login) -> None:
    code = code_of(login(oauth_client))
    first = tokens_of(oauth_client.exchange(code))
    assert oauth_client.is_good(first["access_token"])

    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT

    assert not oauth_client.is_good(first["access_token"])


@law("Every OAuth 2.0 login signs the browser in")
@LOGINS
def test_login_signs_the_browser_in(oauth_client: OAuthClient, login: Login) -> None:
    login(oauth_client)

    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200


@law("The access token of every OAuth 2.0 login says what its request asked for")
@LOGINS
def test_token_says_what_was_asked(oauth_client: OAuthClient, login: Login) -> None:
    assert told(oauth_client, login(oauth_client, **ASKED)) == GIVEN


@law("The access token of an OAuth 2.0 login says so also when a field or a confirmation came in between")
@pytest.mark.project(confirmation_required=True)
def test_interrupted_login_keeps_the_request(oauth_client: OAuthClient) -> None:
    body = {"username": "ann", "password": PASSWORD, "email": EMAIL}
    oauth_client.call("oauth-20-register-new-user", query=ASKED, body=body)
    confirmed = oauth_client.jwt_client.open(
        oauth_client.jwt_client.message(EMAIL, "account_confirmation").link
    )
    oauth_client.configure(ask_fields=[COUNTRY])
    token = by_sms(oauth_client, **ASKED).json()["token"]
    body_of_ask = {"token": token, "updatedFields": {"country-name": "DE"}}
    client = {"client_id": oauth_client.client_id}
    answered = oauth_client.jwt_client.call("oauth-20-user-ask", query=client, body=body_of_ask)

    assert told(oauth_client, confirmed) == GIVEN
    assert told(oauth_client, answered) == GIVEN


@law("A second use ends what the first one gave also when the code would have expired by then", security=True)
def test_late_second_use_ends_it_too(oauth_client: OAuthClient, control: Control) -> None:
    code = oauth_client.authorized()
    first = tokens_of(oauth_client.exchange(code))

    control.advance(120)
    assert oauth_client.is_good(first["access_token"])

    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT
    assert not oauth_client.is_good(first["access_token"])


@law("An authorization code works once, and its second use ends what the first one gave", security=True)
def test_second_use_ends_the_refresh_token(oauth_client: OAuthClient) -> None:
    code = oauth_client.authorized(scope="offline")
    first = tokens_of(oauth_client.exchange(code))
    second = tokens_of(oauth_client.refresh(first["refresh_token"]))
    elsewhere = oauth_client.tokens(scope="offline")

    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT

    assert refusal(oauth_client.refresh(second["refresh_token"])) == INVALID_GRANT
    assert not oauth_client.is_good(second["access_token"])
    assert oauth_client.is_good(elsewhere["access_token"])
    assert oauth_client.refresh(elsewhere["refresh_token"]).status_code == 200


@law("Of many exchanges of one code at the same moment exactly one gets tokens", security=True)
def test_one_code_gives_tokens_once(oauth_client: OAuthClient) -> None:
    code = oauth_client.authorized()

    answers = at_once(20, lambda _: oauth_client.exchange(code))

    assert Counter(answer.status_code for answer in answers) == {200: 1, 400: 19}
    assert {refusal(answer) for answer in answers if answer.status_code == 400} == {INVALID_GRANT}


@law("An authorization code works for its client only, and others cannot use it up", security=True)
def test_code_is_bound_to_its_client(oauth_client: OAuthClient) -> None:
    code = oauth_client.authorized()

    assert refusal(oauth_client.stranger.exchange(code)) == INVALID_GRANT
    assert oauth_client.exchange(code).status_code == 200


@law("An authorization code works in its project only", security=True)
def test_code_is_bound_to_its_project(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client, elsewhere = make_oauth_client(), make_oauth_client()
    code = oauth_client.authorized()

    assert refusal(elsewhere.exchange(code)) == INVALID_GRANT
    assert oauth_client.exchange(code).status_code == 200


@law("An authorization code works with its redirect URI only; leaving it out is no defect", security=True)
@pytest.mark.parametrize(
    "other",
    [OTHER, f"{CALLBACK}/", CALLBACK.upper(), ""],
    ids=["another", "with a slash", "in capitals", "empty"],
)
def test_code_is_bound_to_its_redirect_uri(make_oauth_client: MakeOAuthClient, other: str) -> None:
    oauth_client = make_oauth_client(redirect_uris=(CALLBACK, OTHER))
    code = oauth_client.authorized()

    assert refusal(oauth_client.exchange(code, redirect_uri=other)) == INVALID_GRANT
    assert oauth_client.exchange(code, redirect_uri=None).status_code == 200


@law("An authorization code lives for a minute", security=True)
def test_code_lives_for_a_minute(oauth_client: OAuthClient, control: Control) -> None:
    code, late = oauth_client.authorized(), oauth_client.authorized()

    control.advance(50)
    assert oauth_client.exchange(code).status_code == 200
    control.advance(11)
    assert refusal(oauth_client.exchange(late)) == INVALID_GRANT


@law("A made-up authorization code is refused", security=True)
@pytest.mark.parametrize("code", ["x", "3q0UuT9cT1m7dA5xw2Vb", "A" * 4096])
def test_made_up_code_is_refused(oauth_client: OAuthClient, code: str) -> None:
    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT


@law("A code of one client's request is not confirmed by another client", security=True)
@pytest.mark.parametrize("stranger", ["other client", "no client"])
def test_one_time_code_is_bound_to_its_client(oauth_client: OAuthClient, stranger: str) -> None:
    asked = oauth_client.call("oauth-20-start-auth-by-email", body={"email": EMAIL}).json()
    code = oauth_client.jwt_client.message(EMAIL, "one_time_code").code
    body = {"email": EMAIL, "operation_id": asked["operation_id"], "code": code}
    confirming = "oauth-20-complete-auth-by-email"

    if stranger == "no client":
        answer = oauth_client.jwt_client.call("jwt-complete-auth-by-email", body=body)
    else:
        other = {"client_id": oauth_client.stranger.client_id}
        answer = oauth_client.jwt_client.call(confirming, query=other, body=body)

    assert refusal(answer) == WRONG_CODE
    own = oauth_client.jwt_client.call(confirming, query={"client_id": oauth_client.client_id}, body=body)
    assert oauth_client.exchange(code_of(own)).status_code == 200


@law("A confirmation cannot turn a login elsewhere", security=True)
def test_confirmation_keeps_the_redirect_uri(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(redirect_uris=(CALLBACK, OTHER))
    asked = oauth_client.call("oauth-20-start-auth-by-email", body={"email": EMAIL}).json()
    body = {
        "email": EMAIL,
        "operation_id": asked["operation_id"],
        "code": oauth_client.jwt_client.message(EMAIL, "one_time_code").code,
    }

    query = {
        "client_id": oauth_client.client_id,
        "redirect_uri": OTHER,
        "state": "another-state",
        "scope": "x",
    }
    answer = oauth_client.jwt_client.call("oauth-20-complete-auth-by-email", query=query, body=body)

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer))["state"] == STATE
    assert claims(tokens_of(oauth_client.exchange(code_of(answer)))["access_token"])["scp"] == []


@law(
    "While a required field is outstanding there is no code; the answer to it brings code and state",
    security=True,
)
@pytest.mark.parametrize("login", [by_password, by_mail, by_sms, by_social_token])
def test_ask_holds_the_code_back(oauth_client: OAuthClient, login: Login) -> None:
    oauth_client.configure(ask_fields=[COUNTRY])

    answer = login(oauth_client)
    token = answer.json()["token"]

    assert "code" not in query_of(target_of(answer))
    assert [field["name"] for field in answer.json()["ask_fields"]] == ["country-name"]
    assert refusal(oauth_client.jwt_client.validate(token)) == INACTIVE_TOKEN
    assert oauth_client.jwt_client.asked(token).json() == answer.json()["ask_fields"]
    body = {"token": token, "updatedFields": {"country-name": "DE"}}
    answered = oauth_client.jwt_client.call(
        "oauth-20-user-ask", query={"client_id": oauth_client.client_id}, body=body
    )
    assert query_of(target_of(answered))["state"] == STATE
    assert oauth_client.is_good(tokens_of(oauth_client.exchange(code_of(answered)))["access_token"])


@law("Where all that is asked for is optional, the code comes with the question")
def test_optional_ask_holds_nothing_back(oauth_client: OAuthClient) -> None:
    optional = {**COUNTRY, "required": False}
    oauth_client.configure(ask_fields=[optional])

    answer = by_mail(oauth_client)

    assert refusal(oauth_client.jwt_client.validate(answer.json()["token"])) == INACTIVE_TOKEN
    assert oauth_client.exchange(code_of(answer)).status_code == 200


@law("A confirmed registration ends on the redirect URI, with code and state")
@pytest.mark.project(confirmation_required=True)
def test_confirmation_link_gives_a_code(oauth_client: OAuthClient) -> None:
    body = {"username": "ann", "password": PASSWORD, "email": EMAIL}
    assert oauth_client.call("oauth-20-register-new-user", body=body).status_code == 204

    opened = oauth_client.jwt_client.open(oauth_client.jwt_client.message(EMAIL, "account_confirmation").link)

    assert query_of(target_of(opened))["state"] == STATE
    assert oauth_client.exchange(code_of(opened)).status_code == 200
