"""A user with attributes, seen from the game and from its server: plain answers of both."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import httpx
from attrs import define

from login_contract.suite.actors.jwt_client import JwtClient, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, tokens_of
from login_contract.suite.actors.user_token import claims

# What an attribute is where nothing else was said of it, but for its key and its value.
USUAL: Mapping[str, Any] = {
    "data_type": None,
    "description": None,
    "format": None,
    "permission": "private",
}
SERVER_HEADER = "X-SERVER-AUTHORIZATION"


def whole(key: str, value: str, **told: Any) -> dict[str, Any]:
    """Return an attribute as an answer tells it; ``told`` is what is unusual."""
    return {"key": key, "value": value, **USUAL, **told}


@define(slots=False)
class AttributeKeeper:
    """Reads and writes attributes as one user, and as the server of the user's project."""

    oauth_client: OAuthClient
    username: str
    user_id: str

    @classmethod
    def at(cls, oauth_client: OAuthClient, username: str = "ann") -> AttributeKeeper:
        """Make a user of a project."""
        return cls(oauth_client, username, oauth_client.member(username)["user_id"])

    @classmethod
    def holding(cls, oauth_client: OAuthClient, token: str) -> AttributeKeeper:
        """Be the user of a token."""
        user = cls(oauth_client, "", claims(token)["sub"])
        user.token = token
        return user

    @property
    def jwt_client(self) -> JwtClient:
        """Somebody who uses the project."""
        return self.oauth_client.jwt_client

    @cached_property
    def token(self) -> str:
        """The user's token."""
        return token_of(self.jwt_client.login(self.username))

    @cached_property
    def server_token(self) -> str:
        """The token of the project's server."""
        server = self.oauth_client.of(self.oauth_client.clients.server)
        return str(tokens_of(server.grant("client_credentials"))["access_token"])

    def update(self, *attributes: Mapping[str, Any], **asked: Any) -> httpx.Response:
        """Change attributes as the user."""
        __tracebackhide__ = True
        body = {"attributes": list(attributes), **asked}
        return self.jwt_client.call("update-users-attributes-from-client", body=body, bearer=self.token)

    def read(self, *, read_only: bool = False, **asked: Any) -> Any:
        """Return what the user is told."""
        __tracebackhide__ = True
        kind = "read-only-attributes" if read_only else "attributes"
        answer = self.jwt_client.call(f"get-users-{kind}-from-client", body=asked, bearer=self.token)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def served(
        self, operation_id: str, *, path: Mapping[str, str] | None = None, **body: Any
    ) -> httpx.Response:
        """Call an operation as the project's server."""
        __tracebackhide__ = True
        return self.jwt_client.call(
            operation_id,
            path=path,
            body={"publisher_id": None, **body},
            headers={SERVER_HEADER: self.server_token},
        )

    def serve(self, *attributes: Mapping[str, Any], read_only: bool = False, **asked: Any) -> httpx.Response:
        """Change attributes of the user as the server."""
        __tracebackhide__ = True
        kind = "read-only-attributes" if read_only else "attributes"
        return self.served(
            f"update-users-{kind}-from-server",
            path={"user_id": self.user_id},
            **{"attributes": list(attributes), **asked},
        )

    def seen(self, *, read_only: bool = False, **asked: Any) -> Any:
        """Return what the server is told of the user."""
        __tracebackhide__ = True
        kind = "read-only-attributes" if read_only else "attributes"
        path = {"user_id": self.user_id}
        answer = self.served(f"get-users-{kind}-from-server", path=path, **asked)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def put_schema(self, schema: Mapping[str, Any]) -> httpx.Response:
        """Put the schema of the project's attributes as the server."""
        __tracebackhide__ = True
        headers = {SERVER_HEADER: self.server_token}
        return self.jwt_client.call("put-attributes-schema", body=schema, headers=headers)

    def schema(self) -> Any:
        """Return the schema of the project's attributes."""
        __tracebackhide__ = True
        headers = {SERVER_HEADER: self.server_token}
        answer = self.jwt_client.call("get-attributes-schema", headers=headers)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def delete_schema(self) -> httpx.Response:
        """Remove the schema of the project's attributes."""
        __tracebackhide__ = True
        headers = {SERVER_HEADER: self.server_token}
        return self.jwt_client.call("delete-attributes-schema", headers=headers)

    def named(self, custom_id: str) -> AttributeKeeper:
        """Give the user an id of the server's own."""
        __tracebackhide__ = True
        answer = self.jwt_client.call(
            "put-user-custom-id",
            path={"user_id": self.user_id},
            body={"server_custom_id": custom_id},
            headers={SERVER_HEADER: self.server_token},
        )
        assert answer.status_code == 204, answer.text
        return self

    def search(self, key: str, **asked: Any) -> Any:
        """Return a page of the users who have an attribute."""
        __tracebackhide__ = True
        wanted = {name: asked.pop(name) for name in ("value",) if name in asked}
        answer = self.served("get-users-by-attribute-from-server", attribute={"key": key, **wanted}, **asked)
        assert answer.status_code == 200, answer.text
        return answer.json()
