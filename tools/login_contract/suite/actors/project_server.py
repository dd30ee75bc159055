"""A partner's server, which manages the users of its project; ``oauth_client`` uses the same project."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from typing import Any

import httpx
from attrs import frozen

from login_contract.suite.actors.jwt_client import JwtClient
from login_contract.suite.actors.oauth_client import OAuthClient, tokens_of

HEADER = "X-SERVER-AUTHORIZATION"
DEFAULT_GROUP: Mapping[str, Any] = {"id": 1, "name": "default", "is_default": True, "is_deletable": False}


@frozen(kw_only=True, slots=False)
class ProjectServer:
    """Calls what the server of a project may call, with one token."""

    oauth_client: OAuthClient

    @property
    def jwt_client(self) -> JwtClient:
        """Somebody who uses the project with JWT calls."""
        return self.oauth_client.jwt_client

    @cached_property
    def token(self) -> str:
        """The token of the server."""
        server = self.oauth_client.of(self.oauth_client.clients.server)
        return str(tokens_of(server.grant("client_credentials"))["access_token"])

    def call(self, operation_id: str, **request: Any) -> httpx.Response:
        """Send a request to an operation; ``path`` names what the project's id does not."""
        __tracebackhide__ = True
        return self.jwt_client.call(operation_id, headers={HEADER: self.token}, **request)

    def groups(self) -> list[dict[str, Any]]:
        """Return the groups of the project."""
        return _listed(self.call("get-project-user-groups"))

    def new_group(self, name: str) -> dict[str, Any]:
        """Make a group and return it as it is listed."""
        __tracebackhide__ = True
        answer = self.call("post-project-user-group", body={"name": name})
        assert answer.status_code == 204, answer.text
        (made,) = (group for group in self.groups() if group["name"] == name)
        return made

    def group_call(self, operation_id: str, group_id: int, **request: Any) -> httpx.Response:
        """Send a request about one group."""
        __tracebackhide__ = True
        return self.call(operation_id, path={"group_id": str(group_id)}, **request)

    def member_call(self, operation_id: str, user_id: str, **body: Any) -> httpx.Response:
        """Send a request about the groups of a user."""
        __tracebackhide__ = True
        return self.call(operation_id, path={"user_id": user_id}, body=body or None)

    def groups_of(self, user_id: str) -> list[dict[str, Any]]:
        """Return the groups of a user."""
        return _listed(self.member_call("get-user-groups", user_id))

    def join(self, user_id: str, *ids: int) -> list[dict[str, Any]]:
        """Put a user into groups and return those they are in then."""
        return _listed(self.member_call("manage-user-groups", user_id, add_user_groups=list(ids)))


def _listed(answer: httpx.Response) -> list[dict[str, Any]]:
    __tracebackhide__ = True
    assert answer.status_code == 200, f"no list: {answer.status_code} {answer.text}"
    listed: list[dict[str, Any]] = answer.json()
    return listed
