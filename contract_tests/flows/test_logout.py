"""Signing out: of the single sign-on, of everything, of one browser."""

from __future__ import annotations

from typing import Any

import pytest

from login_contract.suite.actors.jwt_client import refusal, token_of
from login_contract.suite.actors.oauth_client import (
    OAuthClient,
)
from login_contract.suite.judging.refusals import (
    INVALID_GRANT,
    INVALID_VALUE,
    MISSING_VALUE,
    NOT_SIGNED_IN,
)

from .browser_sign_ins import cookie_of, go_on_as, signed_in

law = pytest.mark.law


def session(oauth_client: OAuthClient, username: str = "ann") -> dict[str, Any]:
    """Sign in with this browser, and return the tokens that the protocol has."""
    if oauth_client.client is None:
        return {"access_token": signed_in(oauth_client, username)}
    return oauth_client.tokens(username, scope="offline")


@law("Signing out of the single sign-on ends it everywhere, and leaves tokens alone", security=True)
def test_logout_of_sso(oauth_client: OAuthClient) -> None:
    tokens = session(oauth_client)
    first = cookie_of(oauth_client)
    oauth_client.forget_cookies()
    signed_in(oauth_client)

    answer = oauth_client.jwt_client.call(
        "log-user-out", query={"sessions": "sso"}, bearer=tokens["access_token"]
    )

    assert (answer.status_code, answer.content) == (204, b"")
    for cookie in (first, cookie_of(oauth_client)):
        go_on_as(oauth_client, cookie)
        assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN
    assert oauth_client.is_good(tokens["access_token"])
    if "refresh_token" in tokens:
        assert oauth_client.refresh(tokens["refresh_token"]).status_code == 200


@law("Signing out of everything ends every token of the user as well, and nobody else's", security=True)
def test_logout_of_all(oauth_client: OAuthClient) -> None:
    bob = oauth_client.tokens("bob", scope="offline")
    bobs_browser = cookie_of(oauth_client)
    oauth_client.forget_cookies()
    tokens = [oauth_client.tokens(scope="offline") for _ in range(2)]
    jwt = token_of(oauth_client.jwt_client.login("ann"))
    code = oauth_client.authorized()

    answer = oauth_client.jwt_client.call(
        "log-user-out", query={"sessions": "all"}, bearer=tokens[0]["access_token"]
    )

    assert answer.status_code == 204
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN
    for each in tokens:
        assert not oauth_client.is_good(each["access_token"])
        assert refusal(oauth_client.refresh(each["refresh_token"])) == INVALID_GRANT
    assert not oauth_client.is_good(jwt)
    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT
    assert oauth_client.is_good(bob["access_token"])
    assert oauth_client.refresh(bob["refresh_token"]).status_code == 200
    go_on_as(oauth_client, bobs_browser)
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200


@law("Signing out ends what belongs to the token's user, whoever the browser is signed in as", security=True)
@pytest.mark.parametrize("sessions", ["sso", "all"])
def test_logout_goes_by_the_token(oauth_client: OAuthClient, sessions: str) -> None:
    ann = session(oauth_client, "ann")
    anns_browser = cookie_of(oauth_client)
    oauth_client.forget_cookies()
    bob = session(oauth_client, "bob")

    oauth_client.jwt_client.call("log-user-out", query={"sessions": sessions}, bearer=ann["access_token"])

    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200
    assert oauth_client.is_good(bob["access_token"])
    assert oauth_client.is_good(ann["access_token"]) is (sessions == "sso")
    go_on_as(oauth_client, anns_browser)
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN


@law("Signing out of nothing in particular is refused and ends nothing")
@pytest.mark.parametrize("sessions", [None, "", "ALL", "none", "sso,all", "all "])
def test_logout_needs_sessions(oauth_client: OAuthClient, sessions: str | None) -> None:
    tokens = session(oauth_client)

    answer = oauth_client.jwt_client.call(
        "log-user-out", query={"sessions": sessions}, bearer=tokens["access_token"]
    )

    assert refusal(answer) == (MISSING_VALUE if sessions is None else INVALID_VALUE)
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200
    assert oauth_client.is_good(tokens["access_token"])
    if "refresh_token" in tokens:
        assert oauth_client.refresh(tokens["refresh_token"]).status_code == 200


@law("Clearing the cookie forgets this browser only, and is no matter without one")
def test_clearing_forgets_this_browser(oauth_client: OAuthClient) -> None:
    assert oauth_client.jwt_client.call("clear-sso-cookie").status_code == 204
    tokens = session(oauth_client)
    first = cookie_of(oauth_client)
    oauth_client.forget_cookies()
    signed_in(oauth_client)
    second = cookie_of(oauth_client)

    answer = oauth_client.jwt_client.call("clear-sso-cookie")

    assert answer.status_code == 204
    assert not list(oauth_client.jwt_client.http.cookies.jar)
    go_on_as(oauth_client, second)
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN
    go_on_as(oauth_client, first)
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200
    assert oauth_client.is_good(tokens["access_token"])
