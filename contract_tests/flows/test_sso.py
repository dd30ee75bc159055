"""Single sign-on: the cookie of a browser, what it signs in to, and for how long."""

from __future__ import annotations

from collections.abc import Callable
from http.cookies import SimpleCookie
from urllib.parse import urlsplit

import httpx
import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import CALLBACK, query_of, refusal
from login_contract.suite.actors.oauth_client import (
    OAuthClient,
    target_of,
    tokens_of,
)
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    NOT_SIGNED_IN,
)

from .browser_sign_ins import authorize, cookie_of, go_on_as, signed_in

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]


def at_sign_in(oauth_client: OAuthClient, answer: httpx.Response) -> bool:
    """Whether nobody is signed in: the browser is sent to a page, without a code."""
    target = target_of(answer)
    if oauth_client.jwt_client.control is not None:
        return urlsplit(target).path == "/_mock/sign-in"
    return not target.startswith(CALLBACK) and "code" not in query_of(target)


@law("A login leaves a cookie that no script reads and no other site sends along", security=True)
def test_cookie_is_http_only_and_lax(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    logins = [oauth_client.jwt_client.login("ann")]
    if oauth_client.client is not None:
        logins.append(oauth_client.login())

    for answer in logins:
        (morsel,) = SimpleCookie(answer.headers["set-cookie"]).values()
        assert morsel["httponly"]
        assert morsel["samesite"] == "Lax"
        assert morsel["path"] == "/"
        assert not morsel["domain"]
        assert len(morsel.value) >= 32


@law("A failed login leaves no cookie", security=True)
def test_failed_login_leaves_no_cookie(oauth_client: OAuthClient) -> None:
    oauth_client.member()

    assert "set-cookie" not in oauth_client.jwt_client.login("ann", "not-the-password").headers
    if oauth_client.client is not None:
        assert "set-cookie" not in oauth_client.login(password="not-the-password").headers
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN


@law("Every sign-in changes the cookie, so that nobody can plant one", security=True)
def test_cookie_changes_with_every_sign_in(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    go_on_as(oauth_client, "planted-by-somebody-else")
    oauth_client.login()
    first = cookie_of(oauth_client)
    oauth_client.login()

    assert first != "planted-by-somebody-else"
    go_on_as(oauth_client, first)
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN
    go_on_as(oauth_client, "planted-by-somebody-else")
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN


@law("A sign-in holds for its project only", security=True)
def test_sign_in_holds_for_its_project(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client, elsewhere = make_oauth_client(), make_oauth_client()
    signed_in(oauth_client)

    assert refusal(elsewhere.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN
    assert refusal(elsewhere.call("check-user-authentication")) == NOT_SIGNED_IN
    assert at_sign_in(elsewhere, authorize(elsewhere))
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200


@law("A browser is signed in to several projects at once, and to each as whoever came last")
def test_browser_is_signed_in_to_several_projects(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client, elsewhere = make_oauth_client(), make_oauth_client()
    signed_in(oauth_client, "ann")
    signed_in(oauth_client, "bob")
    signed_in(elsewhere, "cleo")

    for where, username in ((oauth_client, "bob"), (elsewhere, "cleo")):
        code = where.jwt_client.call("jwt-sso").json()["code"]
        assert claims(tokens_of(where.exchange(code))["access_token"])["username"] == username


@law("A sign-in lasts for as long as the project says", security=True)
def test_sign_in_ends(make_oauth_client: MakeOAuthClient, control: Control) -> None:
    oauth_client = make_oauth_client(sso_lifetime=600)
    signed_in(oauth_client)

    control.advance(590)
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200
    control.advance(11)
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN


@law("A browser that nobody is signed in with is refused", security=True)
@pytest.mark.parametrize("cookie", [None, "", "nonsense", "A" * 4096])
def test_stranger_is_refused(oauth_client: OAuthClient, cookie: str | None) -> None:
    oauth_client.member()
    if cookie is not None:
        go_on_as(oauth_client, cookie)

    for operation_id in ("jwt-sso", "jwt-sso-redirect"):
        assert refusal(oauth_client.jwt_client.call(operation_id)) == NOT_SIGNED_IN
    if oauth_client.client is not None:
        assert refusal(oauth_client.call("check-user-authentication")) == NOT_SIGNED_IN
        assert at_sign_in(oauth_client, authorize(oauth_client))


@law("While a required field is outstanding nobody is signed in", security=True)
def test_ask_signs_nobody_in(make_oauth_client: MakeOAuthClient) -> None:
    country = {"name": "country-name", "type": "str", "required": True, "step": 0}
    oauth_client = make_oauth_client(ask_fields=[country])
    oauth_client.member()

    answer = oauth_client.login()

    assert answer.json()["ask_fields"]
    assert "set-cookie" not in answer.headers
    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN


@law("Where nobody can be asked, who lacks a required field by now gets no code", origin="inferred")
def test_missing_field_is_worth_no_code(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client()
    signed_in(oauth_client)
    country = {"name": "country-name", "type": "str", "required": True, "step": 0}

    oauth_client.configure(ask_fields=[country])
    for client, operation_id in (
        (oauth_client.jwt_client, "jwt-sso"),
        (oauth_client.jwt_client, "jwt-sso-redirect"),
        (oauth_client, "check-user-authentication"),
    ):
        assert refusal(client.call(operation_id)) == NOT_SIGNED_IN

    oauth_client.configure(ask_fields=[{**country, "required": False}])
    assert oauth_client.jwt_client.call("jwt-sso").json()["code"]
    assert "code" in query_of(oauth_client.call("check-user-authentication").json()["login_url"])
