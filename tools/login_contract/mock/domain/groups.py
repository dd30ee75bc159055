"""Groups of users: those of a project, and those that a user is in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from login_contract.mock.contract.refusals import NOT_FOUND, UNPROCESSABLE_VALUE
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.store import groups, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.groups import DEFAULT, Group
from login_contract.mock.store.user_rows import User
from login_contract.mock.terminal import shown as legible


def of_user(tx: Transaction, user: User) -> list[Group]:
    """Return the groups that a user is in: the default one, and then their own, the oldest first."""
    # Hardly anybody is in a group, and nobody's login is to ask for nothing.
    return [DEFAULT, *(groups.of_user(tx, user.user_id) if user.grouped else ())]


def claimed(found: Iterable[Group]) -> list[dict[str, Any]]:
    """Return groups as a token names them [doc]."""
    return [{"id": group.id, "name": group.name, "is_default": group.is_default} for group in found]


def shown(found: Iterable[Group]) -> list[dict[str, Any]]:
    """Return groups as answers show them [sdk]."""
    return [
        {
            "id": group.id,
            "name": group.name,
            "is_default": group.is_default,
            "is_deletable": not group.is_default,
        }
        for group in found
    ]


@frozen
class ProjectGroups:
    """Makes, renames and deletes the groups of projects."""

    _store: Store

    async def listed(self, project: Project) -> list[Group]:
        """Return the groups of a project: the default one, and then the others, the oldest first."""
        found = await self._store.read(lambda tx: groups.of_project(tx, project.project_id))
        return [DEFAULT, *found]

    async def create(self, project: Project, name: str) -> None:
        """Create a group.

        Raises:
            LoginError: 422 002-027, a group has the name.
        """
        _check_free(name)

        def create(tx: Transaction) -> None:
            if not groups.add(tx, project.project_id, name):
                raise _taken(name)

        await self._store.transaction(create)

    async def rename(self, project: Project, group_id: int, name: str) -> None:
        """Give a group another name.

        Raises:
            LoginError: 404 003-061, there is no such group; 422 002-027, another one has the name, or it is
                the default group.
        """
        _check_own(group_id)
        _check_free(name)

        def rename(tx: Transaction) -> None:
            # Before the group: whoever holds a group waits for nothing else.
            users.one_at_a_time(tx, project.project_id)
            if not groups.rename(tx, project.project_id, _found(tx, project, group_id), name):
                raise _taken(name)

        await self._store.transaction(rename)

    async def remove(self, project: Project, group_id: int) -> None:
        """Delete a group; nobody is in it any more.

        Raises:
            LoginError: 404 003-061, there is no such group; 422 002-027, it is the default group.
        """
        _check_own(group_id)
        await self._store.transaction(lambda tx: groups.remove(tx, _found(tx, project, group_id)))


def _found(tx: Transaction, project: Project, group_id: int) -> Group:
    group = groups.find(tx, project.project_id, group_id)
    if group is None:
        raise LoginError(NOT_FOUND, because=f"project {project.project_id} has no group {group_id}")
    return group


def _check_own(group_id: int) -> None:
    if group_id == DEFAULT.id:
        raise LoginError(UNPROCESSABLE_VALUE, because="the default group stays as it is")


def _check_free(name: str) -> None:
    if name == DEFAULT.name:
        raise _taken(name)


def _taken(name: str) -> LoginError:
    return LoginError(UNPROCESSABLE_VALUE, because=f"a group of the project is named {legible(name)}")
