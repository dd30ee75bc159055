"""A partner's server that says which groups there are and who is in them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx
from attrs import define

from login_contract.suite.actors.project_server import ProjectServer

DEFAULT_GROUP: Mapping[str, Any] = {"id": 1, "name": "default", "is_default": True, "is_deletable": False}


@define(slots=False)
class GroupKeeper(ProjectServer):
    """Manages the groups of one project as its server."""

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
