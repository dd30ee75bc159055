"""Somebody who links social networks to their account, on the pages of the networks that the mock plays."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx
from attrs import field, frozen

from login_contract.suite.actors.jwt_client import JwtClient, query_of, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, target_of
from login_contract.suite.actors.user_token import claims

LINK = "get-url-to-link-social-network-to-account"


@frozen(kw_only=True)
class NetworkLinks:
    """A user with a token, in a browser."""

    oauth_client: OAuthClient
    user_id: str
    token: str = field(repr=False)

    @property
    def jwt_client(self) -> JwtClient:
        """Somebody who uses the project with JWT calls."""
        return self.oauth_client.jwt_client

    def start(self, provider: str = "google", *, operation_id: str = LINK, **query: Any) -> httpx.Response:
        """Ask for the page of a network."""
        return self.jwt_client.call(
            operation_id, path={"providerName": provider}, query=query, bearer=self.token
        )

    def page(self, provider: str = "google", **options: Any) -> str:
        """Ask for the page of a network, and return its address."""
        return target_of(self.start(provider, **options))

    def send(self, page: str, **form: str) -> httpx.Response:
        """Send a form of a page of a network."""
        return self.jwt_client.http.post(
            page.partition("?")[0], data={"state": query_of(page)["state"], **form}
        )

    def link(self, identity: str, provider: str = "google", **profile: str) -> Mapping[str, str]:
        """Link an account that the network has to be told of, and return what comes back in the address."""
        given = {"name": identity, **profile}
        answer = self.send(self.page(provider), action="add", id=identity, **given)
        self.oauth_client.forget_cookies()
        return query_of(target_of(answer))

    def linked(self) -> list[dict[str, Any]]:
        """List what is linked."""
        answer = self.jwt_client.call("get-linked-networks", bearer=self.token)
        found: list[dict[str, Any]] = answer.json()
        return found

    def remove(self, provider: str = "google") -> httpx.Response:
        """Remove a network."""
        path = {"providerName": provider}
        return self.jwt_client.call("delete-linked-networks", path=path, bearer=self.token)

    def logs_in(self, identity: str, provider: str = "google") -> str:
        """Log in by an account at a network, and return whose token comes of it."""
        return logged_in(self.oauth_client, identity, provider).user_id


def logged_in(oauth_client: OAuthClient, identity: str, provider: str = "google") -> NetworkLinks:
    """Log in by an account at a network."""
    secret = oauth_client.social(provider, identity).access_token
    answer = oauth_client.jwt_client.call(
        "jwt-auth-via-access-token-of-social-network",
        path={"provider_name": provider},
        body={"access_token": secret},
    )
    assert answer.status_code == 200, f"no login: {answer.status_code} {answer.text}"
    oauth_client.forget_cookies()
    return _holder(oauth_client, answer.json()["token"])


def registered(oauth_client: OAuthClient, name: str = "ann") -> NetworkLinks:
    """Make somebody with a password, and log them in."""
    oauth_client.member(name)
    token = token_of(oauth_client.jwt_client.login(name))
    oauth_client.forget_cookies()
    return _holder(oauth_client, token)


def _holder(oauth_client: OAuthClient, token: str) -> NetworkLinks:
    return NetworkLinks(oauth_client=oauth_client, user_id=claims(token)["sub"], token=token)
