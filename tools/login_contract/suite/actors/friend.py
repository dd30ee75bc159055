"""Somebody who has friends: what they do to others, and what their lists show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import httpx
from attrs import field, frozen

from login_contract.suite.actors.jwt_client import JwtClient
from login_contract.suite.actors.user_token import claims

LISTS = ("friends", "friend_requested", "friend_requested_by", "blocked", "blocked_by")
LATEST_FIRST = {"sort_by": "by_updated", "sort_order": "desc"}
Entry = Mapping[str, Any]


@frozen(kw_only=True)
class Friend:
    """A user of a project, with a token; ``nickname`` is None where nobody gave one."""

    jwt_client: JwtClient
    user_id: str
    nickname: str | None
    token: str = field(repr=False)

    def act(self, action: str, other: Friend | str) -> httpx.Response:
        """Do something to somebody, or to whom an id names."""
        user = other if isinstance(other, str) else other.user_id
        body = {"action": action, "user": user}
        return self.jwt_client.call("update-users-friends", body=body, bearer=self.token)

    def does(self, action: str, other: Friend) -> None:
        """Do something to somebody that has to succeed."""
        __tracebackhide__ = True
        answer = self.act(action, other)
        assert answer.status_code == 204, f"{action}: {answer.status_code} {answer.text}"

    def page(self, list_type: str, **query: Any) -> httpx.Response:
        """Read a page of a list, the latest first unless the query says otherwise."""
        wanted = {"type": list_type, **LATEST_FIRST, **query}
        return self.jwt_client.call("get-users-friends", query=wanted, bearer=self.token)

    def entries(self, list_type: str, **query: Any) -> list[Entry]:
        """Read a list whole."""
        return [entry for page in self.pages(list_type, **query) for entry in page]

    def pages(self, list_type: str, **query: Any) -> Iterator[list[Entry]]:
        """Read a list page by page; what happens meanwhile happens between two of them."""
        __tracebackhide__ = True
        after: str | None = None
        passed: list[str] = []
        while True:
            answer = self.page(list_type, **query, **({"after": after} if after else {}))
            assert answer.status_code == 200, f"no page: {answer.status_code} {answer.text}"
            told = answer.json()
            yield told["relationships"]
            after = told["next_after"]
            assert (after is None) == (told["next_url"] is None)
            if after is None:
                return
            assert after not in passed, "the next page is one that was there before"
            passed.append(after)

    def lists(self) -> dict[str, list[Entry]]:
        """Read every list whole."""
        return {name: self.entries(name) for name in LISTS}


def befriended(jwt_client: JwtClient, name: str, *, nickname: str | None = None) -> Friend:
    """Let somebody come to a project who knows nobody there yet."""
    if jwt_client.control is None:
        given = {"nickname": nickname} if nickname is not None else {}
        token = jwt_client.registered(name, f"{name}@example.com", **given)
        return Friend(jwt_client=jwt_client, user_id=claims(token)["sub"], nickname=nickname, token=token)
    given = {"nickname": nickname} if nickname is not None else {}
    data = {"username": name, "email": f"{name}@example.com", "password": "correct-horse-7", **given}
    made = jwt_client.control.create_user(jwt_client.project_id, **data)
    token = jwt_client.control.token(project_id=jwt_client.project_id, user_id=made["user_id"])
    return Friend(jwt_client=jwt_client, user_id=made["user_id"], nickname=nickname, token=token)
