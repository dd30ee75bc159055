"""Refresh tokens: families that rotate, and what ends them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    INACTIVE_TOKEN,
    INVALID_GRANT,
    INVALID_TOKEN,
    WRONG_PROTOCOL,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]


@law("A refresh token comes with the scope offline, and with nothing else")
@pytest.mark.parametrize(
    ("scope", "given"),
    [
        ("offline", True),
        ("own offline", True),
        (None, False),
        ("own", False),
        ("offline_access", False),
        ("OFFLINE", False),
        ("offline,own", False),
    ],
)
def test_refresh_token_comes_with_offline(oauth_client: OAuthClient, scope: str | None, given: bool) -> None:
    assert ("refresh_token" in oauth_client.tokens(scope=scope)) is given


@law("Every use of a refresh token gives a new one")
def test_refresh_token_rotates(oauth_client: OAuthClient) -> None:
    refresh_tokens = [oauth_client.tokens(scope="offline")["refresh_token"]]
    for _ in range(3):
        refreshed = tokens_of(oauth_client.refresh(refresh_tokens[-1]))
        assert oauth_client.is_good(refreshed["access_token"])
        refresh_tokens.append(refreshed["refresh_token"])

    assert len(set(refresh_tokens)) == 4


@law("The token endpoint widens nothing: scopes and audience stay those of the login", security=True)
def test_token_endpoint_widens_nothing(oauth_client: OAuthClient) -> None:
    wider = {"scope": "offline own admin", "audience": "https://other.example"}
    code = oauth_client.authorized(scope="offline own", audience="https://api.example")

    first = tokens_of(oauth_client.exchange(code, **wider))
    second = tokens_of(oauth_client.refresh(first["refresh_token"], **wider))

    for each in (first, second):
        assert claims(each["access_token"])["scp"] == ["offline", "own"]
        assert claims(each["access_token"])["aud"] == ["https://api.example"]


@law("A refresh token that comes again ends its family, and no other", security=True)
def test_reuse_ends_the_family(oauth_client: OAuthClient) -> None:
    elsewhere = oauth_client.tokens(scope="offline")
    first = oauth_client.tokens(scope="offline")
    second = tokens_of(oauth_client.refresh(first["refresh_token"]))
    third = tokens_of(oauth_client.refresh(second["refresh_token"]))

    assert refusal(oauth_client.refresh(first["refresh_token"])) == INVALID_GRANT

    assert refusal(oauth_client.refresh(third["refresh_token"])) == INVALID_GRANT
    assert [oauth_client.is_good(each["access_token"]) for each in (first, second, third)] == [False] * 3
    assert oauth_client.is_good(elsewhere["access_token"])
    assert oauth_client.refresh(elsewhere["refresh_token"]).status_code == 200


@law("Of many uses of one refresh token at the same moment exactly one wins", security=True)
@pytest.mark.parametrize("times", [2, 20])
def test_one_refresh_wins(oauth_client: OAuthClient, times: int) -> None:
    token = oauth_client.tokens(scope="offline")["refresh_token"]

    answers = at_once(times, lambda _: oauth_client.refresh(token))

    assert Counter(answer.status_code for answer in answers) == {200: 1, 400: times - 1}
    assert {refusal(answer) for answer in answers if answer.status_code == 400} == {INVALID_GRANT}


def refreshed_at_once(oauth_client: OAuthClient, token: str) -> Sequence[httpx.Response]:
    return at_once(2, lambda _: oauth_client.refresh(token))


@law("Of two uses of one refresh token at the same moment the one that comes too late ends nothing")
def test_losing_refresh_does_no_harm(oauth_client: OAuthClient) -> None:
    survived = False
    # Nobody can make a network deliver two requests at once, and one after the other they are a reuse.
    for _ in range(8):
        answers = refreshed_at_once(oauth_client, oauth_client.tokens(scope="offline")["refresh_token"])
        (winner,) = [answer.json() for answer in answers if answer.status_code == 200]
        survived = oauth_client.is_good(winner["access_token"])
        if survived:
            assert oauth_client.refresh(winner["refresh_token"]).status_code == 200
            break

    assert survived, "each time the loser ended what the winner got"


@law("A refresh token works for its client only, and others do it no harm", security=True)
def test_refresh_token_is_bound_to_its_client(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client, elsewhere = make_oauth_client(), make_oauth_client()
    token = oauth_client.tokens(scope="offline")["refresh_token"]

    assert refusal(oauth_client.stranger.refresh(token)) == INVALID_GRANT
    assert refusal(elsewhere.refresh(token)) == INVALID_GRANT
    assert oauth_client.refresh(token).status_code == 200


@law("A refresh token lives for as long as the project says, from each use anew", security=True)
def test_refresh_token_expires(make_oauth_client: MakeOAuthClient, control: Control) -> None:
    oauth_client = make_oauth_client(refresh_token_lifetime=600)
    token = oauth_client.tokens(scope="offline")["refresh_token"]

    control.advance(500)
    token = tokens_of(oauth_client.refresh(token))["refresh_token"]
    control.advance(500)
    token = tokens_of(oauth_client.refresh(token))["refresh_token"]
    control.advance(601)
    assert refusal(oauth_client.refresh(token)) == INVALID_GRANT


@law("An access token is no refresh token, and a refresh token no access token", security=True)
def test_kinds_of_tokens_are_not_mixed_up(oauth_client: OAuthClient) -> None:
    tokens = oauth_client.tokens(scope="offline")

    assert refusal(oauth_client.refresh(tokens["access_token"])) == INVALID_GRANT
    assert refusal(oauth_client.jwt_client.validate(tokens["refresh_token"])) == INACTIVE_TOKEN
    assert refusal(oauth_client.jwt_client.asked(tokens["refresh_token"])) == INVALID_TOKEN


@law("A project that uses JWT only gets no refresh token, and its token endpoint refreshes nothing")
def test_jwt_project_gets_no_refresh(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client()
    token = oauth_client.tokens(scope="offline")["refresh_token"]

    oauth_client.control.change_project(oauth_client.jwt_client.project_id, protocol="jwt")

    assert refusal(oauth_client.refresh(token)) == WRONG_PROTOCOL
    server = oauth_client.of(oauth_client.clients.server)
    assert "refresh_token" not in tokens_of(server.grant("client_credentials"))
