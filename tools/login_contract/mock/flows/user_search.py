"""What a partner's server finds out about the users of its project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from attrs import frozen

from login_contract.mock.contract.refusals import INVALID_VALUE
from login_contract.mock.domain import external_ids, named_users
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.profiles import Profile, profile_of
from login_contract.mock.settings.project import Project
from login_contract.mock.store import external_accounts, partner_data, user_search, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.external_accounts import DEVICE
from login_contract.mock.store.user_rows import User
from login_contract.mock.store.user_search import Filter, Numbered, Order

DAY_SECONDS = 86400


@frozen(kw_only=True)
class FoundUser:
    """A user whom a server finds; ``login_type`` is how they log in, as tokens say it."""

    profile: Profile
    login_type: str


@frozen(kw_only=True)
class UserPage:
    """Some of the users that were asked for, of so many; ``next`` is where the next page begins."""

    count: int
    users: Sequence[FoundUser]
    next: int | None


@frozen(kw_only=True)
class PlatformUser:
    """Whom an account at a platform stands for."""

    platform: str
    platform_user_id: str
    user: User | None
    external_id: str | None


@frozen
class UserSearch:
    """Finds users of a project."""

    _store: Store

    async def one(self, project: Project, user_id: str) -> FoundUser:
        """Return a user.

        Raises:
            LoginError: 404 003-002, the project has no such user.
        """

        def find(tx: Transaction) -> FoundUser:
            user = named_users.find(tx, project.project_id, user_id)
            return _found(tx, user)

        return await self._store.read(find)

    async def search(self, project: Project, asked: Mapping[str, Any]) -> UserPage:
        """Return users by a query of ``search-users-by-filter``; the next page begins at an offset.

        Raises:
            LoginError: 400 002-027, a day is none.
        """
        order = Order(column=asked.get("order_column"), descending=asked.get("order_dir") == "desc")
        wanted, most, skipped = _filter(asked), asked["limit"], asked["offset"]

        def find(tx: Transaction) -> UserPage:
            found = user_search.page(tx, project.project_id, wanted, order, most=most + 1, skipped=skipped)
            return _page(tx, project, wanted, found[:most], skipped + most if len(found) > most else None)

        return await self._store.read(find)

    async def listed(self, project: Project, asked: Mapping[str, Any]) -> UserPage:
        """Return users by a query of ``get-user-for-project``; the next page begins behind a number."""
        order = Order(descending=asked["order"].lower() == "desc")
        wanted, most = _filter(asked), asked["limit"]
        after = int(asked["after"]) if "after" in asked else None

        def find(tx: Transaction) -> UserPage:
            found = user_search.page(
                tx,
                project.project_id,
                wanted,
                order,
                most=most + 1,
                skipped=asked["offset"],
                after=after,
            )
            return _page(
                tx, project, wanted, found[:most], found[most - 1].number if len(found) > most else None
            )

        return await self._store.read(find)

    async def behind(self, project: Project, accounts: Sequence[Mapping[str, str]]) -> list[PlatformUser]:
        """Return whom accounts at platforms stand for; each has a ``platform`` and a ``user_id`` there."""

        def find(tx: Transaction) -> list[PlatformUser]:
            return [_behind(tx, project, each["platform"], each["user_id"]) for each in accounts]

        return await self._store.read(find)


def _filter(asked: Mapping[str, Any]) -> Filter:
    status, until = asked.get("status"), _moment(asked.get("activity_to"))
    return Filter(
        groups=asked.get("user_groups"),
        active=bool(status) if status is not None else None,
        text=asked.get("search_query", ""),
        by=asked.get("search_by"),
        active_from=_moment(asked.get("activity_from")),
        active_until=until + DAY_SECONDS if until is not None else None,
    )


def _moment(day: str | None) -> float | None:
    """Return when a day begins in UTC, in unix seconds."""
    if day is None:
        return None
    try:
        return datetime.fromisoformat(day).replace(tzinfo=UTC).timestamp()
    except ValueError:
        raise LoginError(INVALID_VALUE, f"{day} is no day.") from None


def _page(
    tx: Transaction, project: Project, wanted: Filter, found: Sequence[Numbered], following: int | None
) -> UserPage:
    return UserPage(
        count=user_search.count(tx, project.project_id, wanted),
        users=[_found(tx, each.user) for each in found],
        next=following,
    )


def _found(tx: Transaction, user: User) -> FoundUser:
    return FoundUser(profile=profile_of(tx, user), login_type=_login_type(tx, user))


def _login_type(tx: Transaction, user: User) -> str:
    """Return the first way to log in that a user has."""
    providers = set(external_accounts.providers(tx, user.user_id))
    ways = {
        "xsolla_login": user.username is not None or user.password_hash is not None,
        "social": bool(providers - {DEVICE}),
        "email": user.email is not None,
        "phone": user.phone_number is not None,
        "server_custom_id": partner_data.server_custom_id(tx, user.user_id) is not None,
        "device": DEVICE in providers,
    }
    return next((way for way, there in ways.items() if there), "xsolla_login")


def _behind(tx: Transaction, project: Project, platform: str, platform_user_id: str) -> PlatformUser:
    known = external_accounts.user_id(tx, project.project_id, platform, platform_user_id)
    user = users.by_id(tx, project.project_id, known) if known is not None else None
    external_id = external_ids.of_user(tx, user) if user is not None else None
    return PlatformUser(
        platform=platform, platform_user_id=platform_user_id, user=user, external_id=external_id
    )
