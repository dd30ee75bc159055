"""Users found by what is known of them on a partner's side: an attribute, or the partner's own id."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping, Sequence
from math import isfinite
from typing import Any

from attrs import frozen

from login_contract.mock.contract.refusals import INVALID_TOKEN, UNPROCESSABLE_VALUE
from login_contract.mock.domain.attribute_update import game_of
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.attributes import check_publisher, wanted
from login_contract.mock.settings.project import Project
from login_contract.mock.store import attributes, partner_data, users
from login_contract.mock.store.attributes import CLIENT, FIRST, Attribute, Search, Update
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.terminal import shown

LIKE = "like"


@frozen(kw_only=True)
class Found:
    """A user who was found, and the attributes that were asked for."""

    user_id: str
    attributes: Sequence[Attribute]
    email: str | None = None
    server_custom_id: str | None = None


@frozen(kw_only=True)
class Page:
    """Some of the users who were found; ``next_after`` is where the next page begins, None after the last."""

    users: Sequence[Found]
    next_after: str | None


@frozen
class AttributeSearch:
    """Finds users of a project, and tells of their attributes."""

    _store: Store

    async def by_attribute(self, project: Project, asked: Mapping[str, Any]) -> Page:
        """Return a page of the users who have an attribute.

        Raises:
            LoginError: 403 1901-0001, the project or the merchant is another; 422 002-027, no page told this
                ``after``.
        """
        check_publisher(project, asked)
        named = asked.get("login_project_id", project.project_id)
        if named.lower() != project.project_id:
            raise LoginError(INVALID_TOKEN, because=f"the token is one of project {project.project_id}")
        limit = asked.get("limit", 20)
        # One more than there are to be tells whether there is a next page.
        search = _search(asked, limit=limit + 1)
        return await self._store.read(lambda tx: _page(tx, project, search, asked.get("keys")))

    async def by_custom_ids(self, project: Project, asked: Mapping[str, Any]) -> list[Found]:
        """Return the users with these ids on the partner's server, each once, in the order of the ids."""
        ids = dict.fromkeys(asked.get("server_custom_ids", ()))

        def read(tx: Transaction) -> list[Found]:
            found = {each: partner_data.user_with(tx, project.project_id, each) for each in ids}
            return [
                Found(
                    user_id=user_id,
                    server_custom_id=custom_id,
                    attributes=wanted(attributes.of_user(tx, user_id), asked.get("keys"), None),
                )
                for custom_id, user_id in found.items()
                if user_id is not None
            ]

        return await self._store.read(read)


def _search(asked: Mapping[str, Any], *, limit: int) -> Search:
    return Search(
        key=asked["attribute"]["key"],
        value=asked["attribute"].get("value"),
        contained=asked.get("search_type") == LIKE,
        attr_type=asked.get("attr_type", CLIENT),
        publisher_project_id=game_of(asked),
        after=_cursor(asked["after"]) if "after" in asked else FIRST,
        limit=limit,
    )


def _cursor(told: str) -> Update:
    at, _, user_id = told.partition("_")
    with contextlib.suppress(ValueError):
        if isfinite(float(at)) and user_id:
            return Update(float(at), user_id)
    raise LoginError(UNPROCESSABLE_VALUE, because=f"no page told the cursor {shown(told)}")


def _page(tx: Transaction, project: Project, search: Search, keys: Sequence[str] | None) -> Page:
    found = attributes.updates(tx, project.project_id, search)
    told = found[: search.limit - 1]
    more = told and len(found) == search.limit
    return Page(
        users=[_found(tx, project, each.user_id, search, keys) for each in told],
        next_after=f"{told[-1].at!r}_{told[-1].user_id}" if more else None,
    )


def _found(
    tx: Transaction, project: Project, user_id: str, search: Search, keys: Sequence[str] | None
) -> Found:
    user = users.by_id(tx, project.project_id, user_id)
    return Found(
        user_id=user_id,
        email=user.email if user is not None else None,
        attributes=[
            each
            for each in wanted(attributes.of_user(tx, user_id), keys, search.attr_type)
            if each.publisher_project_id == search.publisher_project_id
        ],
    )
