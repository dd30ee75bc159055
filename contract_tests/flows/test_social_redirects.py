"""Social logins by redirect: the page of a network, the silent login, and where both lead back to."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from login_contract.suite.actors.jwt_client import CALLBACK, query_of, refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, code_of, target_of, tokens_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import SOCIAL_NETWORK_REFUSES, UNREGISTERED_ADDRESS

from .social_logins import GOOGLE, OAUTH_STEAM, STEAM, jwt_token

law = pytest.mark.law
MakeOAuthClient = Callable[..., OAuthClient]


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
