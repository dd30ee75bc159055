"""Tokens for tokens: other scopes, another protocol."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.jwt_client import refusal, token_of
from login_contract.suite.actors.oauth_client import TOKEN_EXCHANGE, OAuthClient, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    INVALID_GRANT,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]


@law("A token exchange gives the same user's token for other scopes")
def test_token_exchange_changes_scopes(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    first = oauth_client.tokens(scope="own", audience="https://api.example")

    same = tokens_of(oauth_client.grant(TOKEN_EXCHANGE, subject_token=first["access_token"]))
    other = tokens_of(
        oauth_client.grant(TOKEN_EXCHANGE, subject_token=first["access_token"], scope="other offline")
    )

    assert claims(same["access_token"])["scp"] == ["own"]
    assert "refresh_token" not in same
    assert claims(other["access_token"])["scp"] == ["other", "offline"]
    assert claims(other["access_token"])["sub"] == claims(first["access_token"])["sub"]
    assert oauth_client.is_good(first["access_token"])
    assert oauth_client.refresh(other["refresh_token"]).status_code == 200


@law("A token of the JWT protocol is exchanged for one of a client")
def test_token_exchange_takes_a_jwt(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    token = token_of(oauth_client.jwt_client.login("ann"))

    swapped = tokens_of(oauth_client.grant(TOKEN_EXCHANGE, subject_token=token, scope="own"))

    assert claims(swapped["access_token"])["sub"] == claims(token)["sub"]
    assert claims(swapped["access_token"])["scp"] == ["own"]


@law("A token exchange needs a good token of the project", security=True)
def test_token_exchange_needs_a_good_token(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client, elsewhere = make_oauth_client(), make_oauth_client()
    tokens = oauth_client.tokens(scope="offline")
    foreign = elsewhere.tokens()["access_token"]
    server = tokens_of(oauth_client.of(oauth_client.clients.server).grant("client_credentials"))[
        "access_token"
    ]
    oauth_client.revoke(tokens["refresh_token"])

    for bad in (tokens["access_token"], tokens["refresh_token"], foreign, server, "x"):
        assert refusal(oauth_client.grant(TOKEN_EXCHANGE, subject_token=bad)) == INVALID_GRANT


@law("A token that serves the ask calls only is exchanged for nothing", security=True)
def test_ask_token_is_not_exchanged(make_oauth_client: MakeOAuthClient) -> None:
    country = {"name": "country-name", "type": "str", "required": True, "step": 0}
    oauth_client = make_oauth_client(ask_fields=[country])
    oauth_client.member()
    tokens = (oauth_client.login().json()["token"], token_of(oauth_client.jwt_client.login("ann")))

    for token in tokens:
        assert refusal(oauth_client.grant(TOKEN_EXCHANGE, subject_token=token)) == INVALID_GRANT
