"""The end of a token, on demand of its client."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient, tokens_of
from login_contract.suite.judging.refusals import (
    INVALID_CLIENT,
    INVALID_GRANT,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]


@law("A revoked access token is bad; its refresh token goes on", security=True)
def test_access_token_is_revoked(oauth_client: OAuthClient) -> None:
    tokens = oauth_client.tokens(scope="offline")

    answer = oauth_client.revoke(tokens["access_token"])

    assert (answer.status_code, answer.content) == (200, b"")
    assert not oauth_client.is_good(tokens["access_token"])
    assert oauth_client.refresh(tokens["refresh_token"]).status_code == 200


@law("A revoked refresh token takes its family along", security=True)
@pytest.mark.parametrize("hint", [None, "refresh_token", "access_token", "nonsense"])
def test_refresh_token_is_revoked(oauth_client: OAuthClient, hint: str | None) -> None:
    first = oauth_client.tokens(scope="offline")
    second = tokens_of(oauth_client.refresh(first["refresh_token"]))
    elsewhere = oauth_client.tokens(scope="offline")

    assert oauth_client.revoke(second["refresh_token"], token_type_hint=hint).status_code == 200

    assert refusal(oauth_client.refresh(second["refresh_token"])) == INVALID_GRANT
    assert [oauth_client.is_good(each["access_token"]) for each in (first, second)] == [False, False]
    assert oauth_client.is_good(elsewhere["access_token"])


@law("Revoking answers alike for every token, but ends those of the client only", security=True)
def test_foreign_token_is_not_revoked(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client, elsewhere = make_oauth_client(), make_oauth_client()
    tokens = oauth_client.tokens(scope="offline")
    strangers = (oauth_client.stranger, elsewhere)

    for stranger in strangers:
        for token in (*tokens.values(), "nonsense", "x.y.z"):
            assert stranger.revoke(str(token)).status_code == 200

    assert oauth_client.is_good(tokens["access_token"])
    assert oauth_client.refresh(tokens["refresh_token"]).status_code == 200


@law("Who revokes has to authenticate", security=True)
@pytest.mark.parametrize("secret", [None, "wrong"])
def test_revocation_needs_the_secret(oauth_client: OAuthClient, secret: str | None) -> None:
    confidential = oauth_client.of(oauth_client.clients.confidential)
    token = confidential.tokens()["access_token"]

    assert refusal(confidential.revoke(token, secret=secret)) == INVALID_CLIENT
    assert oauth_client.is_good(token)
    assert confidential.revoke(token).status_code == 200
    assert not oauth_client.is_good(token)
