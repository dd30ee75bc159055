"""What a social login still asks for: an address, a required field, agreement to the terms."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.jwt_client import CALLBACK, query_of, token_of
from login_contract.suite.actors.oauth_client import STATE, OAuthClient, code_of, target_of, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import CONFIRM_EMAIL, PARTNER_REFUSES_LOGIN

from .social_logins import (
    GINA,
    Login,
    access_token,
    credential,
    jwt_cross,
    jwt_one_tap,
    jwt_token,
    oauth_code,
    oauth_cross,
    oauth_one_tap,
    oauth_token,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]


@law("The scope email asks for an address where the network tells none", origin="doc")
@pytest.mark.parametrize("login", [oauth_token, oauth_one_tap, oauth_code, oauth_cross])
def test_scope_email_asks(oauth_client: OAuthClient, login: Login) -> None:
    told = login(oauth_client, credential(oauth_client, login, **GINA), scope="email")
    silent = credential(oauth_client, login, "gustav", name="Gustav")
    unasked = login(oauth_client, credential(oauth_client, login, "gustav"))

    answer = login(oauth_client, silent, scope="email")

    assert "ask_fields" not in told.json()
    assert "ask_fields" not in unasked.json()
    assert [field["name"] for field in answer.json()["ask_fields"]] == ["email"]
    assert "code" not in query_of(target_of(answer))
    assert oauth_client.jwt_client.asked(answer.json()["token"]).json() == answer.json()["ask_fields"]


@law(
    "An address that a social identity was asked for has to be proven; then the login goes on", security=True
)
def test_asked_address_is_proven(oauth_client: OAuthClient) -> None:
    secret = oauth_client.social("google", "gustav", name="Gustav").access_token
    token = oauth_token(oauth_client, secret, scope="email").json()["token"]
    client = {"client_id": oauth_client.client_id}
    body = {"token": token, "updatedFields": {"email": "gustav@example.com"}}

    asked = oauth_client.jwt_client.call("oauth-20-user-ask", query=client, body=body).json()["error"]
    message = oauth_client.jwt_client.message("gustav@example.com", "one_time_code")
    confirmation = {
        "email": "gustav@example.com",
        "code": message.code,
        "operation_id": asked["details"]["operation_id"],
    }
    answer = oauth_client.jwt_client.call("oauth-20-complete-auth-by-email", query=client, body=confirmation)

    assert asked["code"] == CONFIRM_EMAIL.code
    assert query_of(target_of(answer))["state"] == STATE
    content = claims(tokens_of(oauth_client.exchange(code_of(answer)))["access_token"])
    assert content["email"] == "gustav@example.com"
    again = oauth_token(oauth_client, secret, scope="email")
    assert "ask_fields" not in again.json()
    assert claims(access_token(oauth_client, again))["sub"] == content["sub"]


@law("fields=email asks for an address in the JWT protocol")
def test_fields_email_asks(oauth_client: OAuthClient) -> None:
    secret = oauth_client.social("steam", "gustav", name="Gustav").session_ticket

    answer = jwt_cross(oauth_client, secret, fields="email")

    assert [field["name"] for field in answer.json()["ask_fields"]] == ["email"]
    assert not oauth_client.is_good(answer.json()["token"])


@law(
    "While a required field is outstanding the token of a social login serves the ask calls only",
    security=True,
)
def test_token_of_a_social_login_asks(make_oauth_client: MakeOAuthClient) -> None:
    country = {"name": "country-name", "type": "str", "required": True, "step": 0}
    oauth_client = make_oauth_client(ask_fields=[country])

    token = jwt_token(oauth_client, oauth_client.social().access_token).json()["token"]

    assert not oauth_client.is_good(token)
    assert oauth_client.is_good(token_of(oauth_client.jwt_client.answer_asks(token, {"country-name": "DE"})))


@law("Agreement to the terms answers no other question", security=True)
def test_consent_answers_no_other_question(make_oauth_client: MakeOAuthClient) -> None:
    country = {"name": "country-name", "type": "str", "required": True, "step": 0}
    oauth_client = make_oauth_client(ask_fields=[country])
    token = jwt_token(oauth_client, oauth_client.social().access_token).json()["token"]
    body = {"token": token, "projectId": oauth_client.jwt_client.project_id, "accept_consent": True}

    target = target_of(oauth_client.jwt_client.call("social-consent", body=body))

    assert not oauth_client.is_good(query_of(target)["token"])
    assert not oauth_client.is_good(token)


@law("Agreement to the terms goes on with the login, refusal ends its token", origin="inferred")
@pytest.mark.parametrize("accept", [True, None, False])
def test_consent_goes_on(oauth_client: OAuthClient, accept: bool | None) -> None:
    token = token_of(jwt_one_tap(oauth_client, oauth_client.social().access_token))
    body = {"token": token, "projectId": oauth_client.jwt_client.project_id, "accept_consent": accept}

    target = target_of(oauth_client.jwt_client.call("social-consent", body=body))

    assert target.startswith(f"{CALLBACK}?")
    if accept is False:
        assert query_of(target)["error_code"] == PARTNER_REFUSES_LOGIN.code
        assert not oauth_client.is_good(token)
    else:
        assert oauth_client.is_good(query_of(target)["token"])
