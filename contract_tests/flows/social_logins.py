"""Every way to log in with what a social network gave, over either protocol."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import httpx
import pytest

from login_contract.suite.actors.jwt_client import query_of, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, code_of, target_of, tokens_of

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
