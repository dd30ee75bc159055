"""Social networks: whom they let in, and what a network's own word is worth."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.jwt_client import CALLBACK, query_of, refusal, token_of
from login_contract.suite.actors.oauth_client import STATE, OAuthClient, code_of, target_of, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    CONFIRM_EMAIL,
    NOT_FOUND,
    PARTNER_REFUSES_LOGIN,
    SOCIAL_NETWORK_REFUSES,
    UNREGISTERED_ADDRESS,
)

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]
Login = Callable[..., httpx.Response]
GOOGLE, STEAM = {"provider_name": "google"}, {"cross_social_provider_name": "steam"}
OAUTH_STEAM = {"oauth2_cross_social_provider_name": "steam"}
GINA = {"name": "Gina", "email": "gina@example.com", "picture": "https://example.com/gina.png"}


def jwt_token(oauth_client: OAuthClient, secret: str, **query: Any) -> httpx.Response:
    return oauth_client.jwt_client.call(
        "jwt-auth-via-access-token-of-social-network",
        path=GOOGLE,
        query=query,
        body={"access_token": secret},
    )


def jwt_one_tap(oauth_client: OAuthClient, secret: str, **query: Any) -> httpx.Response:
    body = {"access_token": secret}
    return oauth_client.jwt_client.call("one-tap-complete", path=GOOGLE, query=query, body=body)


def jwt_cross(oauth_client: OAuthClient, secret: str, **query: Any) -> httpx.Response:
    query = {"session_ticket": secret, "is_redirect": "false", **query}
    return oauth_client.jwt_client.call("jwt-silent-authentication", path=STEAM, query=query)


def oauth_token(oauth_client: OAuthClient, secret: str, **query: Any) -> httpx.Response:
    operation_id = "oauth-20-auth-via-access-token-of-social-network"
    answer: httpx.Response = oauth_client.call(
        operation_id, path=GOOGLE, query=query, body={"access_token": secret}
    )
    return answer


def oauth_one_tap(oauth_client: OAuthClient, secret: str, **query: Any) -> httpx.Response:
    body = {"access_token": secret}
    answer: httpx.Response = oauth_client.call(
        "oauth-20-one-tap-complete", path=GOOGLE, query=query, body=body
    )
    return answer


def oauth_code(oauth_client: OAuthClient, secret: str, **query: Any) -> httpx.Response:
    answer: httpx.Response = oauth_client.call(
        "oauth-20-mobile-social-code", path=GOOGLE, query=query, body={"code": secret}
    )
    return answer


def oauth_cross(oauth_client: OAuthClient, secret: str, **query: Any) -> httpx.Response:
    query = {"session_ticket": secret, "is_redirect": "false", **query}
    answer: httpx.Response = oauth_client.call(
        "oauth-20-silent-authentication", path=OAUTH_STEAM, query=query
    )
    return answer


LOGINS = pytest.mark.parametrize(
    "login", [jwt_token, jwt_one_tap, jwt_cross, oauth_token, oauth_one_tap, oauth_code, oauth_cross]
)


def credential(oauth_client: OAuthClient, login: Login, identity: str = "gina", **profile: str) -> str:
    """What the network gives for this kind of login."""
    provider = "steam" if login in (jwt_cross, oauth_cross) else "google"
    given = oauth_client.social(provider, identity, **profile)
    if login is oauth_code:
        return given.code
    return given.session_ticket if provider == "steam" else given.access_token


def access_token(oauth_client: OAuthClient, answer: httpx.Response) -> str:
    """The user token that a login led to, in either protocol."""
    if "token" in answer.json() and "login_url" not in answer.json():
        return str(answer.json()["token"])
    if "code" in query_of(target_of(answer)):
        return str(tokens_of(oauth_client.exchange(code_of(answer)))["access_token"])
    return token_of(answer)


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


@law("A silent login redirects unless it is told not to, also when the platform refuses")
def test_silent_login_redirects(oauth_client: OAuthClient) -> None:
    ticket = oauth_client.social("steam").session_ticket
    for path, query, call in (
        (STEAM, {}, "jwt-silent-authentication"),
        (OAUTH_STEAM, oauth_client.start(), "oauth-20-silent-authentication"),
    ):
        good = oauth_client.jwt_client.call(call, path=path, query={**query, "session_ticket": ticket})
        bad = oauth_client.jwt_client.call(call, path=path, query={**query, "session_ticket": "nonsense"})

        assert good.status_code == bad.status_code == 302
        assert "error_code" not in query_of(target_of(good))
        assert query_of(target_of(bad))["error_code"] == SOCIAL_NETWORK_REFUSES.code
        assert query_of(target_of(bad)).get("state") == query.get("state")
        assert target_of(good).startswith(f"{CALLBACK}?")
        assert target_of(bad).startswith(f"{CALLBACK}?")


@law("The link of a social network leads to its page, and so does the redirect")
@pytest.mark.parametrize(
    "operation_id",
    [
        "jwt-get-link-for-social-auth",
        "jwt-auth-via-social-network",
        "oauth-20-get-link-for-social-auth",
        "oauth-20-auth-via-social-network",
    ],
)
def test_link_leads_to_the_network(oauth_client: OAuthClient, operation_id: str) -> None:
    query = oauth_client.start() if operation_id.startswith("oauth") else {}

    first = target_of(oauth_client.jwt_client.call(operation_id, path=GOOGLE, query=query))
    second = target_of(oauth_client.jwt_client.call(operation_id, path=GOOGLE, query=query))

    for page in (first, second):
        assert urlsplit(page).hostname
        assert not page.startswith(CALLBACK)
    if oauth_client.jwt_client.control is not None:
        assert urlsplit(first).path == "/_mock/provider/google"
    assert query_of(first)["state"] != query_of(second)["state"]


@law(
    "The page of a social network leads back to where the login began, with what it was asked with, and once"
)
@pytest.mark.parametrize("operation_id", ["jwt-auth-via-social-network", "oauth-20-auth-via-social-network"])
@pytest.mark.needs("is_mock")
def test_page_of_the_network_leads_back(oauth_client: OAuthClient, operation_id: str) -> None:
    oauth = operation_id.startswith("oauth")
    query = {**(oauth_client.start() if oauth else {}), "payload": "level=7"}
    page = target_of(oauth_client.jwt_client.call(operation_id, path=GOOGLE, query=query))
    form = {"state": query_of(page)["state"], "action": "add", "id": "gina", "name": "Gina"}

    answer = oauth_client.jwt_client.http.post(page.partition("?")[0], data=form)
    again = oauth_client.jwt_client.http.post(page.partition("?")[0], data=form)

    assert target_of(answer).startswith(f"{CALLBACK}?")
    assert query_of(target_of(answer)).get("state") == query.get("state")
    content = claims(
        tokens_of(oauth_client.exchange(code_of(answer)))["access_token"] if oauth else token_of(answer)
    )
    assert (content["provider"], content["id"], content["payload"]) == ("google", "gina", "level=7")
    assert again.status_code == 404
    assert "set-cookie" not in again.headers


@law("A project may let its tokens carry an access token of the network, which the network knows again")
@pytest.mark.parametrize("carried", [False, True])
def test_page_of_the_network_gives_an_access_token(make_oauth_client: MakeOAuthClient, carried: bool) -> None:
    oauth_client = make_oauth_client(social_access_token=carried)
    page = target_of(oauth_client.jwt_client.call("jwt-auth-via-social-network", path=GOOGLE))
    form = {"state": query_of(page)["state"], "action": "add", "id": "gina", "name": "Gina"}

    content = claims(token_of(oauth_client.jwt_client.http.post(page.partition("?")[0], data=form)))

    assert ("social_access_token" in content) is carried
    if carried:
        again = jwt_token(oauth_client, content["social_access_token"])
        assert claims(again.json()["token"])["sub"] == content["sub"]


@law("A link to a social network carries no unregistered login_url", security=True)
@pytest.mark.parametrize("operation_id", ["jwt-get-link-for-social-auth", "jwt-auth-via-social-network"])
def test_link_leads_back_to_a_callback_url(oauth_client: OAuthClient, operation_id: str) -> None:
    query = {"login_url": "https://evil.example/"}

    answer = oauth_client.jwt_client.call(operation_id, path=GOOGLE, query=query)

    assert refusal(answer) == UNREGISTERED_ADDRESS
    assert "location" not in answer.headers


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
