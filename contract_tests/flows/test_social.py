"""Social networks: whom they let in, what the token tells, and what a network's own word is worth."""

from __future__ import annotations

from collections.abc import Callable

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import NOT_FOUND, SOCIAL_NETWORK_REFUSES

from .social_logins import (
    GINA,
    GOOGLE,
    LOGINS,
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


@law("The first login of an identity makes a user, every later one finds it, whichever way it comes")
def test_identity_is_one_user(oauth_client: OAuthClient) -> None:
    ways = (jwt_token, jwt_one_tap, oauth_token, oauth_one_tap, oauth_code)

    users = {
        claims(access_token(oauth_client, way(oauth_client, credential(oauth_client, way, **GINA))))["sub"]
        for way in ways
        for _ in range(2)
    }

    assert len(users) == 1


@law("Two identities are two users, and so is one id at two networks or in two projects")
def test_identities_are_apart(make_oauth_client: MakeOAuthClient) -> None:
    oauth_client, elsewhere = make_oauth_client(), make_oauth_client()

    users = [
        claims(access_token(who, login(who, credential(who, login, identity))))["sub"]
        for who, login, identity in (
            (oauth_client, jwt_token, "gina"),
            (oauth_client, jwt_token, "gustav"),
            (oauth_client, jwt_cross, "gina"),
            (elsewhere, jwt_token, "gina"),
        )
    ]

    assert len(set(users)) == 4


@law("Many first logins of one identity at the same moment make one user")
def test_first_logins_make_one_user(oauth_client: OAuthClient) -> None:
    secret = oauth_client.social("google", "gina", **GINA).access_token

    answers = at_once(20, lambda _: jwt_token(oauth_client, secret))

    assert {answer.status_code for answer in answers} == {200}
    assert len({claims(answer.json()["token"])["sub"] for answer in answers}) == 1


@law("The token of a social login says which network vouched for whom")
@LOGINS
def test_token_names_the_network(oauth_client: OAuthClient, login: Login) -> None:
    secret = credential(oauth_client, login, **GINA)

    content = claims(access_token(oauth_client, login(oauth_client, secret)))

    platform = login in (jwt_cross, oauth_cross)
    assert content["type"] == "social"
    assert content["provider"] == ("steam" if platform else "google")
    assert content["id"] == "gina"
    assert content["is_cross_auth"] is platform
    assert (content["name"], content["picture"]) == (GINA["name"], GINA["picture"])
    assert content["email"] == GINA["email"]


@law("A token does not carry the access token of the network unless the project says so", security=True)
@LOGINS
def test_access_token_of_the_network_stays_there(oauth_client: OAuthClient, login: Login) -> None:
    content = claims(access_token(oauth_client, login(oauth_client, credential(oauth_client, login, **GINA))))

    assert "social_access_token" not in content


@law("A project may let its tokens carry an access token of the network, which the network knows again")
@LOGINS
def test_token_may_carry_that_of_the_network(make_oauth_client: MakeOAuthClient, login: Login) -> None:
    oauth_client = make_oauth_client(social_access_token=True)
    platform = login in (jwt_cross, oauth_cross)

    first = claims(access_token(oauth_client, login(oauth_client, credential(oauth_client, login, **GINA))))

    path = {"provider_name": "steam"} if platform else GOOGLE
    body = {"access_token": first["social_access_token"]}
    again = oauth_client.jwt_client.call("jwt-auth-via-access-token-of-social-network", path=path, body=body)
    assert claims(again.json()["token"])["sub"] == first["sub"]


@law("A credential that the network does not know is refused", security=True)
@LOGINS
def test_unknown_credential_is_refused(make_oauth_client: MakeOAuthClient, login: Login) -> None:
    oauth_client, elsewhere = make_oauth_client(), make_oauth_client()
    foreign = credential(elsewhere, login)
    other = oauth_client.social("facebook")
    platform = oauth_client.social("steam" if login in (jwt_cross, oauth_cross) else "google")
    wrong_kind = platform.access_token if login is oauth_code else platform.code

    for secret in ("nonsense", foreign, other.access_token, other.code, wrong_kind):
        assert refusal(login(oauth_client, secret)) == SOCIAL_NETWORK_REFUSES


@law("A code of a social network works once", security=True)
def test_social_code_works_once(oauth_client: OAuthClient) -> None:
    secret = oauth_client.social().code

    assert oauth_code(oauth_client, secret).status_code == 200
    assert refusal(oauth_code(oauth_client, secret)) == SOCIAL_NETWORK_REFUSES


@law("A platform's code works once, in place of a session ticket", security=True)
@pytest.mark.parametrize("login", [jwt_cross, oauth_cross])
def test_code_of_a_platform_works_once(oauth_client: OAuthClient, login: Login) -> None:
    code = oauth_client.social("steam").code

    def present(code: str) -> httpx.Response:
        return login(oauth_client, "", session_ticket=None, code=code)

    assert refusal(present("nonsense")) == SOCIAL_NETWORK_REFUSES
    assert claims(access_token(oauth_client, present(code)))["id"] == "gina"
    assert refusal(present(code)) == SOCIAL_NETWORK_REFUSES


@law("A network that the project does not offer is not found")
@LOGINS
def test_network_has_to_be_offered(make_oauth_client: MakeOAuthClient, login: Login) -> None:
    oauth_client = make_oauth_client(social_providers=["twitch"])

    assert refusal(login(oauth_client, "anything")) == NOT_FOUND
    link = oauth_client.jwt_client.call("jwt-get-link-for-social-auth", path=GOOGLE)
    assert refusal(link) == NOT_FOUND


@law("An address that an account has already does not let a social identity into that account", security=True)
@LOGINS
def test_known_address_is_no_proof(oauth_client: OAuthClient, login: Login) -> None:
    owner = oauth_client.member("gina")

    content = claims(access_token(oauth_client, login(oauth_client, credential(oauth_client, login, **GINA))))

    assert content["sub"] != owner["user_id"]
    assert "email" not in content


@law("payload comes back in the token of a social login")
@LOGINS
def test_payload_comes_back(oauth_client: OAuthClient, login: Login) -> None:
    answer = login(oauth_client, credential(oauth_client, login), payload="level=7")

    assert claims(access_token(oauth_client, answer))["payload"] == "level=7"


@law("with_logout of a social login ends the user's earlier sessions")
@LOGINS
def test_with_logout_ends_earlier_sessions(oauth_client: OAuthClient, login: Login) -> None:
    earlier = access_token(oauth_client, login(oauth_client, credential(oauth_client, login)))
    assert oauth_client.is_good(earlier)

    latest = access_token(oauth_client, login(oauth_client, credential(oauth_client, login), with_logout="1"))

    assert not oauth_client.is_good(earlier)
    assert oauth_client.is_good(latest)
