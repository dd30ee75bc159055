"""The code of the single sign-on, which any client of the project exchanges."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import CALLBACK, query_of, refusal, token_of
from login_contract.suite.actors.oauth_client import (
    STATE,
    OAuthClient,
    code_of,
    target_of,
    tokens_of,
)
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    AMBIGUOUS_ADDRESS,
    INVALID_GRANT,
    UNREGISTERED_ADDRESS,
)

from .browser_sign_ins import signed_in

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
OTHER = "https://example.com/other"


@law("The code of the single sign-on works once, and its second use ends what the first gave", security=True)
def test_sso_code_works_once(oauth_client: OAuthClient) -> None:
    signed_in(oauth_client)
    code = oauth_client.jwt_client.call("jwt-sso").json()["code"]
    first = tokens_of(oauth_client.exchange(code, redirect_uri=None))
    assert claims(first["access_token"])["username"] == oauth_client.jwt_client.known_as("ann")

    assert refusal(oauth_client.exchange(code, redirect_uri=None)) == INVALID_GRANT
    assert not oauth_client.is_good(first["access_token"])


@law("The code of the single sign-on lives for a minute", security=True)
def test_sso_code_lives_for_a_minute(oauth_client: OAuthClient, control: Control) -> None:
    signed_in(oauth_client)
    code, late = (oauth_client.jwt_client.call("jwt-sso").json()["code"] for _ in range(2))

    control.advance(50)
    assert oauth_client.exchange(code).status_code == 200
    control.advance(11)
    assert refusal(oauth_client.exchange(late)) == INVALID_GRANT


@law("The code of the single sign-on is exchanged by any client of the project, and never refreshes")
@pytest.mark.parametrize("protocol", ["jwt", "oauth2", "both"])
def test_sso_code_is_for_any_client(make_oauth_client: MakeOAuthClient, protocol: str) -> None:
    oauth_client = make_oauth_client()
    signed_in(oauth_client)
    oauth_client.configure(protocol=protocol)
    query = {"payload": "from=sso", "scope": "offline"}

    for client_id in (oauth_client.clients.public, oauth_client.clients.confidential):
        code = oauth_client.jwt_client.call("jwt-sso", query=query).json()["code"]
        tokens = tokens_of(oauth_client.of(client_id).exchange(code, redirect_uri=None))
        assert "refresh_token" not in tokens
        assert claims(tokens["access_token"])["payload"] == "from=sso"
        assert oauth_client.is_good(tokens["access_token"])


@law("The code of the single sign-on is no good in another project", security=True)
def test_sso_code_is_bound_to_its_project(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client, elsewhere = make_oauth_client(), make_oauth_client()
    signed_in(oauth_client)
    code = oauth_client.jwt_client.call("jwt-sso").json()["code"]

    assert refusal(elsewhere.exchange(code)) == INVALID_GRANT
    assert oauth_client.exchange(code).status_code == 200


@law("The token of a single sign-on serves the ask calls like any other")
def test_sso_token_serves_the_ask_calls(oauth_client: OAuthClient) -> None:
    signed_in(oauth_client)
    code = oauth_client.jwt_client.call("jwt-sso").json()["code"]
    token = tokens_of(oauth_client.exchange(code))["access_token"]

    assert oauth_client.jwt_client.asked(token).json() == []
    updated = oauth_client.jwt_client.answer_asks(token, {})
    assert oauth_client.is_good(token_of(updated))
    body = {"token": token, "updatedFields": {}}
    answered = oauth_client.call("oauth-20-user-ask", query={"scope": "offline"}, body=body)
    assert query_of(target_of(answered))["state"] == STATE
    assert "refresh_token" in tokens_of(oauth_client.exchange(code_of(answered)))


@law("The redirect of the single sign-on leads to a registered Callback URL only", security=True)
def test_sso_redirect_leads_to_a_callback_url(make_oauth_client: MakeOAuthClient) -> None:
    one, two = make_oauth_client(), make_oauth_client(callback_urls=[CALLBACK, OTHER])
    for oauth_client in (one, two):
        signed_in(oauth_client)
        redirect = "jwt-sso-redirect"
        answer = oauth_client.jwt_client.call(redirect, query={"login_url": CALLBACK})
        assert target_of(answer).startswith(f"{CALLBACK}?")
        assert oauth_client.exchange(code_of(answer)).status_code == 200
        for wrong in ("https://evil.example/", f"{CALLBACK}/", CALLBACK.upper(), ""):
            refused = oauth_client.jwt_client.call(redirect, query={"login_url": wrong})
            assert refusal(refused) == UNREGISTERED_ADDRESS
            assert "location" not in refused.headers
        left_out = oauth_client.jwt_client.call(redirect)
        if oauth_client is one:
            assert target_of(left_out).startswith(f"{CALLBACK}?")
        else:
            assert refusal(left_out) == AMBIGUOUS_ADDRESS


@law("payload of the redirect of the single sign-on reaches the token")
def test_payload_of_an_sso_redirect_comes_back(oauth_client: OAuthClient) -> None:
    signed_in(oauth_client)

    answer = oauth_client.jwt_client.call("jwt-sso-redirect", query={"payload": "level=7"})

    content = claims(tokens_of(oauth_client.exchange(code_of(answer)))["access_token"])
    assert content["payload"] == "level=7"


@law("jwt/sso needs no login_url, but refuses a wrong one", origin="inferred", security=True)
def test_sso_code_needs_no_login_url(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(callback_urls=[CALLBACK, OTHER])
    signed_in(oauth_client)

    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200
    assert oauth_client.jwt_client.call("jwt-sso", query={"login_url": OTHER}).status_code == 200
    wrong = oauth_client.jwt_client.call("jwt-sso", query={"login_url": "https://evil.example/"})
    assert refusal(wrong) == UNREGISTERED_ADDRESS
