"""The server of a project: it calls with a token of its own, and speaks of users by their ids."""

from __future__ import annotations

from functools import cached_property
from typing import Any

import httpx
from attrs import define

from login_contract.suite.actors.jwt_client import JwtClient
from login_contract.suite.actors.oauth_client import OAuthClient, tokens_of

HEADER = "X-SERVER-AUTHORIZATION"


@define(slots=False)
class ProjectServer:
    """Speaks to one project as its server; ``oauth_client`` uses the same project."""

    oauth_client: OAuthClient

    @property
    def jwt_client(self) -> JwtClient:
        """Somebody who uses the project."""
        return self.oauth_client.jwt_client

    @cached_property
    def token(self) -> str:
        """The server's token, the same for every call."""
        server = self.oauth_client.of(self.oauth_client.clients.server)
        return str(tokens_of(server.grant("client_credentials"))["access_token"])

    def call(self, operation_id: str, **request: Any) -> httpx.Response:
        """Call an operation; ``request`` is what ``JwtClient.call`` takes."""
        __tracebackhide__ = True
        headers = {HEADER: self.token, **request.pop("headers", {})}
        return self.jwt_client.call(operation_id, headers=headers, **request)

    def log_in(self, custom_id: str, *, query: Any = None, **body: Any) -> httpx.Response:
        """Log a user in by an id of the server's own."""
        return self.call("auth-by-custom-id", body={"server_custom_id": custom_id, **body}, query=query)

    def give_id(self, user_id: str, custom_id: str | None) -> httpx.Response:
        """Give a user an id of the server's own, or take it away."""
        path = {"user_id": user_id}
        return self.call("put-user-custom-id", path=path, body={"server_custom_id": custom_id})

    def register(self, **body: Any) -> httpx.Response:
        """Make a user of an address, a number or both."""
        return self.call("register-new-user-from-server", body=body)

    def registered(self, **body: Any) -> str:
        """Make a user of an address, a number or both, and return the id."""
        __tracebackhide__ = True
        answer = self.register(**body)
        assert answer.status_code == 200, answer.text
        return str(answer.json()["user_id"])

    def link(self, code: str, platform: str, user_id: str, **body: Any) -> httpx.Response:
        """Link an account at a platform to the user who told a code."""
        given = {"code": code, "platform": platform, "user_id": user_id, **body}
        return self.call("link-accounts-by-code", body=given)

    def name(self, user_id: str, external_id: str) -> httpx.Response:
        """Say which id a user has on the server."""
        given = {"user_id": user_id, "external_account_id": external_id}
        return self.call("link-user-ids-via-external-id", body=given)

    def delete(self, user_id: str, *, query: Any = None) -> httpx.Response:
        """Delete a user."""
        return self.call("delete-user", path={"user_id": user_id}, query=query)

    def find(self, user_id: str) -> httpx.Response:
        """Read a user."""
        return self.call("get-user", path={"user_id": user_id})

    def search(self, **query: Any) -> httpx.Response:
        """Search users, a hundred at once where nothing else is said."""
        return self.call("search-users-by-filter", query={"limit": 100, **query})

    def found(self, **query: Any) -> list[str]:
        """Search users and return their ids in the order of the answer."""
        __tracebackhide__ = True
        answer = self.search(**query)
        assert answer.status_code == 200, answer.text
        return [str(each["id"]) for each in answer.json()["users"]]

    def listed(self, **query: Any) -> httpx.Response:
        """List users, a hundred at once and the oldest first where nothing else is said."""
        return self.call("get-user-for-project", query={"limit": 100, "order": "asc", **query})

    def behind(self, *accounts: Any, **body: Any) -> httpx.Response:
        """Ask whom accounts at platforms stand for."""
        body = {"users": list(accounts), **body}
        return self.call("get-users-ids-by-social-id-and-platform", body=body)
