"""Tokens of OAuth 2.0: the claims of an access token, how long it lives, and which login gives one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

import httpx
import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import PASSWORD, refusal, token_of
from login_contract.suite.actors.oauth_client import TOKEN_EXCHANGE, OAuthClient, tokens_of
from login_contract.suite.actors.user_token import claims, header
from login_contract.suite.judging.refusals import (
    BANNED_USER,
    INACTIVE_TOKEN,
    INVALID_GRANT,
    LOCKED_ACCOUNT,
    NOT_SIGNED_IN,
    WRONG_CREDENTIALS,
)
from login_contract.tokens.signing import HS256, key_set, key_set_of_hexadecimal, secret_key, verified

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
Login = Callable[..., httpx.Response]
SECRET = "a-shared-secret-of-at-least-32-characters"


def by_code(oauth_client: OAuthClient, password: str = PASSWORD, **query: str) -> httpx.Response:
    return oauth_client.login(password=password, **query)


def by_token(oauth_client: OAuthClient, password: str = PASSWORD, **query: str) -> httpx.Response:
    return oauth_client.jwt_client.call(
        "jwt-auth-by-username-and-password",
        query={"client_id": oauth_client.client_id, **query},
        body={"username": "ann", "password": password},
    )


def by_jwt(oauth_client: OAuthClient, password: str = PASSWORD, **query: str) -> httpx.Response:
    return oauth_client.jwt_client.login("ann", password, query=query)


@law("An access token says who logged in where, for whom, and for which scopes")
def test_access_token_has_the_documented_claims(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(oauth_token_lifetime=1800, publisher_id=2340)

    answer = tokens_of(
        oauth_client.exchange(oauth_client.authorized(scope="offline", audience="https://api.example"))
    )
    content = claims(answer["access_token"])

    assert content["iss"] == "https://login.xsolla.com"
    assert content["aud"] == ["https://api.example"]
    assert content["scp"] == ["offline"]
    assert content["type"] == "xsolla_login"
    assert content["xsolla_login_project_id"] == oauth_client.jwt_client.project_id
    assert (content["username"], content["email"]) == ("ann", "ann@example.com")
    assert content["publisher_id"] == 2340
    assert content["exp"] - content["iat"] == answer["expires_in"] == 1800
    assert str(UUID(content["sub"])) == content["sub"]
    assert str(UUID(content["jti"])) == content["jti"]
    assert answer["token_type"] == "bearer"


@law("A project's own scopes come back in the token, unprocessed and in their order")
def test_own_scopes_come_back(oauth_client: OAuthClient) -> None:
    scope = "offline shop:read Shop:READ z.y/x"

    tokens = oauth_client.tokens(scope=scope)

    assert claims(tokens["access_token"])["scp"] == scope.split()


@law("A token without scope and audience says so")
def test_no_scope_no_audience(oauth_client: OAuthClient) -> None:
    content = claims(oauth_client.tokens()["access_token"])

    assert (content["scp"], content["aud"]) == ([], [])


@law("payload comes back in the access token, and again after every refresh and exchange")
def test_payload_survives(oauth_client: OAuthClient) -> None:
    payload = 'level=7&name="Änn"'
    first = oauth_client.tokens(scope="offline", payload=payload)
    second = tokens_of(oauth_client.refresh(first["refresh_token"]))
    third = tokens_of(oauth_client.refresh(second["refresh_token"]))
    swapped = tokens_of(oauth_client.grant(TOKEN_EXCHANGE, subject_token=third["access_token"]))

    for each in (first, second, third, swapped):
        assert claims(each["access_token"])["payload"] == payload


@law("A refreshed token says the same, but for its time and its session")
def test_refreshed_token_says_the_same(oauth_client: OAuthClient) -> None:
    first = oauth_client.tokens(scope="offline own", audience="https://api.example")
    second = tokens_of(oauth_client.refresh(first["refresh_token"]))

    before, after = claims(first["access_token"]), claims(second["access_token"])
    own = ("jti", "iat", "exp")
    assert before["jti"] != after["jti"]
    assert {name: value for name, value in before.items() if name not in own} == {
        name: value for name, value in after.items() if name not in own
    }


@law("The project's published keys verify an access token")
def test_published_keys_verify_an_access_token(oauth_client: OAuthClient) -> None:
    token = oauth_client.tokens()["access_token"]
    in_hexadecimal = oauth_client.jwt_client.call("get-projects-keys").json()

    assert header(token)["alg"] == "RS256"
    assert header(token)["kid"] in [key["kid"] for key in in_hexadecimal]
    assert verified(token, key_set(oauth_client.jwt_client.call("json-web-key-set").json())) == claims(token)
    assert verified(token, key_set_of_hexadecimal(in_hexadecimal)) == claims(token)


@law("The shared secret of an HS256 project verifies an access token")
def test_shared_secret_verifies_an_access_token(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client = make_oauth_client(algorithm="HS256", hs256_secret=SECRET)
    token = oauth_client.tokens()["access_token"]

    assert verified(token, secret_key(SECRET), algorithm=HS256) == claims(token)
    assert oauth_client.is_good(token)


@law("An access token lives for as long as the project says", security=True)
def test_access_token_expires(make_oauth_client: MakeOAuthClient, control: Control) -> None:
    oauth_client = make_oauth_client(oauth_token_lifetime=60)
    token = oauth_client.tokens()["access_token"]

    control.advance(50)
    assert oauth_client.is_good(token)
    control.advance(11)
    assert refusal(oauth_client.jwt_client.validate(token)) == INACTIVE_TOKEN


@law("Answers with tokens forbid caches to keep them", security=True)
def test_tokens_are_not_kept(oauth_client: OAuthClient) -> None:
    assert oauth_client.exchange(oauth_client.authorized()).headers["cache-control"] == "no-store"


@law("A password is exchanged for tokens at once")
def test_password_gives_tokens(oauth_client: OAuthClient) -> None:
    oauth_client.member()
    query = {"client_id": oauth_client.client_id, "scope": "offline own", "payload": "p"}
    body = {"username": "ann", "password": PASSWORD}

    answer = oauth_client.jwt_client.call("jwt-auth-by-username-and-password", query=query, body=body)
    wrong = oauth_client.jwt_client.call(
        "jwt-auth-by-username-and-password", query=query, body={**body, "password": "not-the-password"}
    )

    content = claims(tokens_of(answer)["access_token"])
    assert (content["scp"], content["payload"]) == (["offline", "own"], "p")
    assert oauth_client.refresh(tokens_of(answer)["refresh_token"]).status_code == 200
    assert refusal(wrong) == WRONG_CREDENTIALS


@law("with_logout ends the user's earlier access and refresh tokens, and nobody else's", security=True)
def test_with_logout_ends_earlier_tokens(oauth_client: OAuthClient) -> None:
    bob = oauth_client.tokens("bob", scope="offline")
    earlier = oauth_client.tokens(scope="offline")

    latest = oauth_client.tokens(scope="offline", with_logout="1")

    assert not oauth_client.is_good(earlier["access_token"])
    assert refusal(oauth_client.refresh(earlier["refresh_token"])) == INVALID_GRANT
    for tokens in (latest, bob):
        assert oauth_client.is_good(tokens["access_token"])
        assert oauth_client.refresh(tokens["refresh_token"]).status_code == 200


@law(
    "with_logout of any password login ends tokens of either protocol, and codes that nobody exchanged yet",
    security=True,
)
@pytest.mark.parametrize("login", [by_code, by_token, by_jwt])
def test_with_logout_ends_unused_codes(oauth_client: OAuthClient, login: Login) -> None:
    earlier = oauth_client.tokens(scope="offline")
    jwt = token_of(oauth_client.jwt_client.login("ann"))
    code = oauth_client.authorized()

    assert login(oauth_client, with_logout="1").status_code == 200

    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT
    assert refusal(oauth_client.refresh(earlier["refresh_token"])) == INVALID_GRANT
    assert [oauth_client.is_good(token) for token in (earlier["access_token"], jwt)] == [False, False]


@law("A new password ends tokens, unused codes and the single sign-on", security=True)
def test_new_password_ends_everything(oauth_client: OAuthClient) -> None:
    tokens = oauth_client.tokens(scope="offline")
    code = oauth_client.authorized()
    user_id, reset_code = oauth_client.jwt_client.reset_link("ann", "ann@example.com")
    assert oauth_client.jwt_client.call("jwt-sso").status_code == 200

    assert oauth_client.jwt_client.confirm_reset(user_id, reset_code, "another-password-8").status_code == 204

    assert refusal(oauth_client.jwt_client.call("jwt-sso")) == NOT_SIGNED_IN
    assert refusal(oauth_client.exchange(code)) == INVALID_GRANT
    assert refusal(oauth_client.refresh(tokens["refresh_token"])) == INVALID_GRANT
    assert not oauth_client.is_good(tokens["access_token"])


@law("A banned user gets no tokens for the right password, and learns of it only then", security=True)
def test_banned_user_gets_no_tokens(oauth_client: OAuthClient) -> None:
    oauth_client.member(banned=True)

    assert refusal(by_token(oauth_client)) == BANNED_USER
    assert refusal(by_token(oauth_client, "not-the-password")) == WRONG_CREDENTIALS


@law("Wrong passwords are counted whichever login they come by, and the lock holds for all", security=True)
@pytest.mark.parametrize("login", [by_code, by_token, by_jwt])
def test_wrong_passwords_lock_every_login(make_oauth_client: MakeOAuthClient, login: Login) -> None:
    oauth_client = make_oauth_client(lockout={"attempts": 3, "seconds": 600, "captcha": False})
    oauth_client.member()

    for _ in range(3):
        assert refusal(login(oauth_client, "not-the-password")) == WRONG_CREDENTIALS

    for locked in (by_code, by_token, by_jwt):
        assert refusal(locked(oauth_client)) == LOCKED_ACCOUNT


@law("The scope playfab gives a session ticket where PlayFab keeps the users", origin="inferred")
@pytest.mark.parametrize(
    ("storage", "scope", "given"),
    [("playfab", "playfab", True), ("playfab", "own", False), ("xsolla", "playfab", False)],
)
def test_playfab_gives_a_session_ticket(
    make_oauth_client: MakeOAuthClient, storage: str, scope: str, given: bool
) -> None:
    content: dict[str, Any] = claims(make_oauth_client(storage=storage).tokens(scope=scope)["access_token"])

    assert ("session_ticket" in content) is given
    assert content.get("session_ticket") == content.get("SessionTicket")
