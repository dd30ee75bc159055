"""A browser that signs in: where it is sent, and the cookie that it keeps."""

from __future__ import annotations

from typing import Any

import httpx

from login_contract.suite.actors.jwt_client import token_of
from login_contract.suite.actors.oauth_client import (
    OAuthClient,
)


def authorize(oauth_client: OAuthClient, **query: Any) -> httpx.Response:
    answer: httpx.Response = oauth_client.call("oauth2-authorize", query=query)
    return answer


def signed_in(oauth_client: OAuthClient, username: str = "ann") -> str:
    """Sign in with this browser, in place of whoever was, and return a token of the login."""
    if oauth_client.client is not None:
        return str(oauth_client.tokens(username)["access_token"])
    answer = oauth_client.jwt_client.login(username)
    if answer.status_code == 401:
        oauth_client.member(username)
        answer = oauth_client.jwt_client.login(username)
    return token_of(answer)


def cookie_of(oauth_client: OAuthClient) -> str:
    """The cookie of this browser."""
    name = oauth_client.cookie_name
    (value,) = [cookie.value for cookie in oauth_client.jwt_client.http.cookies.jar if cookie.name == name]
    return str(value)


def go_on_as(oauth_client: OAuthClient, cookie: str) -> None:
    """Go on in the browser that has this cookie."""
    oauth_client.forget_cookies()
    host = oauth_client.jwt_client.http.base_url.host
    # The cookie jar of the standard library knows hosts without a dot under this name.
    domain = host if "." in host else f"{host}.local"
    oauth_client.jwt_client.http.cookies.set(oauth_client.cookie_name, cookie, domain=domain, path="/")
