"""The profile of a user: read and changed by themselves, and the part that others see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from login_contract.mock.contract.refusals import BIRTHDAY_TOLD_BEFORE, UNPROCESSABLE_VALUE
from login_contract.mock.domain import external_ids, groups, named_users
from login_contract.mock.domain.key_map import is_date
from login_contract.mock.domain.tokens import Bearer, Tokens
from login_contract.mock.domain.told_devices import told_devices
from login_contract.mock.domain.told_properties import properties
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.store import external_accounts, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.groups import Group
from login_contract.mock.store.user_rows import Ban, User

NICKNAME, BIRTHDAY = "nickname", "birthday"


@frozen(kw_only=True)
class Profile:
    """What is known of a user: ``told`` are properties that the user, a partner or a network told.

    ``ban`` is one that holds or is to come. ``anonymous`` is who came with a device, or with an id of the
    partner's server, and told nothing else to log in with.
    """

    user: User
    told: Mapping[str, str | None]
    groups: Sequence[Group]
    devices: Sequence[Mapping[str, Any]]
    external_id: str | None
    anonymous: bool
    ban: Ban | None

    @property
    def last_login(self) -> float:
        """When the user logged in last, in unix seconds; whoever never did came into being then."""
        return last_login(self.user)


def last_login(user: User) -> float:
    """Return when a user logged in last, or else came into being, in unix seconds."""
    return user.last_login if user.last_login is not None else user.created_at


@frozen
class Profiles:
    """Reads and changes profiles."""

    _store: Store
    _tokens: Tokens

    async def of(self, bearer: Bearer) -> Profile:
        """Return the profile of the user of a token."""
        return await self._store.read(lambda tx: profile_of(tx, bearer.user))

    async def change(self, bearer: Bearer, given: Mapping[str, str]) -> Profile:
        """Change what is given, all of it or nothing, and return the profile as it is then.

        Raises:
            LoginError: 401 002-016, the token has ended meanwhile; 422 002-061, a birthday was told before;
                422 002-027, it is no day.
        """

        def change(tx: Transaction) -> Profile:
            user = self._tokens.holder(tx, bearer)
            if BIRTHDAY in given:
                _check_birthday(user, given[BIRTHDAY])
            told = {name: value for name, value in given.items() if name != NICKNAME}
            if told:
                users.set_fields(tx, user, told)
            if NICKNAME in given:
                users.set_nickname(tx, user.user_id, given[NICKNAME])
            return profile_of(tx, users.by_id(tx, user.project_id, user.user_id) or user)

        return await self._store.transaction(change)

    async def public(self, project: Project, user_id: str) -> User:
        """Return a user of a project.

        Raises:
            LoginError: 404 003-002, there is none with this id.
        """
        return await self._store.read(lambda tx: named_users.find(tx, project.project_id, user_id))


def _check_birthday(user: User, birthday: str) -> None:
    if properties(user.fields)[BIRTHDAY] is not None:
        raise LoginError(BIRTHDAY_TOLD_BEFORE, because="a birthday can be told once")
    if not is_date(birthday):
        raise LoginError(UNPROCESSABLE_VALUE, because=f"{birthday} is no day")


def profile_of(tx: Transaction, user: User) -> Profile:
    """Return what is known of a user."""
    over = user.ban is not None and user.ban.ends is not None and user.ban.ends <= tx.now
    return Profile(
        user=user,
        told=properties(user.fields),
        groups=groups.of_user(tx, user),
        devices=told_devices(tx, user.user_id),
        external_id=external_ids.of_user(tx, user),
        anonymous=_is_anonymous(tx, user),
        ban=None if over else user.ban,
    )


def _is_anonymous(tx: Transaction, user: User) -> bool:
    if user.username is not None or user.email is not None or user.phone_number is not None:
        return False
    return all(name != name.lower() for name in external_accounts.providers(tx, user.user_id))
