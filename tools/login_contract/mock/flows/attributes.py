"""What may be read of a user's attributes, and by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import frozen

from login_contract.mock.contract.refusals import ATTRIBUTES_OF_NOBODY, INVALID_TOKEN
from login_contract.mock.domain.attribute_update import game_of
from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.store import attributes, users
from login_contract.mock.store.attributes import PUBLIC, Attribute
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.user_rows import User


@frozen
class UserAttributes:
    """Reads the attributes of users."""

    _store: Store

    async def of_client(self, bearer: Bearer, asked: Mapping[str, Any], *, attr_type: str) -> list[Attribute]:
        """Return attributes of a token's user, or the public ones of another; of a game, or common ones.

        Raises:
            LoginError: 422 003-002, there is no such user.
        """
        user_id = asked.get("user_id") or bearer.user.user_id
        found = await self._found(bearer.project, user_id, asked.get("keys"), attr_type)
        own = user_id.lower() == bearer.user.user_id
        game = game_of(asked)
        return [
            each for each in found if each.publisher_project_id == game and (own or each.permission == PUBLIC)
        ]

    async def of_user(
        self, project: Project, user_id: str, asked: Mapping[str, Any], *, attr_type: str
    ) -> list[Attribute]:
        """Return attributes of a user: of one game, or of every game and the common ones.

        Raises:
            LoginError: 403 1901-0001, the merchant is another; 422 003-002, there is no such user.
        """
        check_publisher(project, asked)
        found = await self._found(project, user_id, asked.get("keys"), attr_type)
        game = game_of(asked)
        return [each for each in found if game in (None, each.publisher_project_id)]

    async def _found(
        self, project: Project, user_id: str, keys: Sequence[str] | None, attr_type: str
    ) -> list[Attribute]:
        def read(tx: Transaction) -> list[Attribute]:
            return attributes.of_user(tx, somebody(tx, project, user_id).user_id)

        return wanted(await self._store.read(read), keys, attr_type)


def wanted(found: Iterable[Attribute], keys: Sequence[str] | None, attr_type: str | None) -> list[Attribute]:
    """Return attributes with these keys and of this type; without keys all, with None of both types.

    Some SDKs send an empty list of keys where a game names none [sdk].
    """
    return [each for each in found if (not keys or each.key in keys) and attr_type in (None, each.attr_type)]


def somebody(tx: Transaction, project: Project, user_id: str, *, hold: bool = False) -> User:
    """Return a user of a project; ``hold`` keeps other transactions from changing what they have.

    Raises:
        LoginError: 422 003-002, there is no such user.
    """
    user = users.by_id(tx, project.project_id, user_id.lower(), hold=hold)
    if user is None:
        raise LoginError(ATTRIBUTES_OF_NOBODY, because=f"there is no user {user_id}")
    return user


def check_publisher(project: Project, asked: Mapping[str, Any]) -> None:
    """Look whether a server names its own merchant, where it names any and the project's is known.

    Raises:
        LoginError: 403 1901-0001, it names another.
    """
    named, own = asked.get("publisher_id"), project["publisher_id"]
    if None not in (named, own) and named != own:
        raise LoginError(INVALID_TOKEN, because=f"the project has publisher_id = {own}, not {named}")
