"""Which groups a user is put into and taken out of by a partner's server."""

from __future__ import annotations

from collections.abc import Callable, Collection

from attrs import frozen

from login_contract.mock.contract.refusals import UNPROCESSABLE_VALUE
from login_contract.mock.domain import groups, named_users
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.store import groups as kept
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.groups import DEFAULT, Group
from login_contract.mock.store.user_rows import User


@frozen
class Memberships:
    """Reads and changes the groups of users; a change that cannot be made whole is not made."""

    _store: Store

    async def of_user(self, project: Project, user_id: str) -> list[Group]:
        """Return the groups of a user, the default one first.

        Raises:
            LoginError: 404 003-002, there is no such user.
        """
        return await self._store.read(
            lambda tx: groups.of_user(tx, named_users.find(tx, project.project_id, user_id))
        )

    async def change(
        self, project: Project, user_id: str, *, joined: Collection[int], left: Collection[int]
    ) -> list[Group]:
        """Put a user into some groups and take them out of others; return those they are in then.

        Raises:
            LoginError: 404 003-002, there is no such user; 422 002-027, the project has no such group, it is
                the default one, or it is to be joined and left.
        """
        if both := set(joined) & set(left):
            raise _refused(both, "is to be joined and left")

        return await self._changed(
            project, user_id, lambda tx, user: _changed_groups(tx, project, user, joined=joined, left=left)
        )

    async def replace(self, project: Project, user_id: str, ids: Collection[int]) -> list[Group]:
        """Let a user be in these groups and no others but the default one; return them.

        Raises:
            LoginError: 404 003-002, there is no such user; 422 002-027, the project has no such group.
        """
        wanted = set(ids) - {DEFAULT.id}

        def replace(tx: Transaction, user: User) -> None:
            others = {group.id for group in kept.of_user(tx, user.user_id)} - wanted
            _changed_groups(tx, project, user, joined=wanted, left=others)

        return await self._changed(project, user_id, replace)

    async def _changed(
        self, project: Project, user_id: str, work: Callable[[Transaction, User], None]
    ) -> list[Group]:
        def changed(tx: Transaction) -> list[Group]:
            work(tx, named_users.find(tx, project.project_id, user_id, hold=True))
            return groups.of_user(tx, named_users.find(tx, project.project_id, user_id))

        return await self._store.transaction(changed)


def move(tx: Transaction, user: User, account: User) -> None:
    """Let an account be in the groups of a user who becomes part of it."""
    if user.grouped:
        kept.join(tx, account, [group.id for group in kept.of_user(tx, user.user_id)])


def _changed_groups(
    tx: Transaction, project: Project, user: User, *, joined: Collection[int], left: Collection[int]
) -> None:
    # A refusal keeps what was written before it, so all of it comes first.
    _check_own(tx, project, {*joined, *left})
    kept.leave(tx, user, left)
    kept.join(tx, user, joined)


def _check_own(tx: Transaction, project: Project, ids: Collection[int]) -> None:
    if DEFAULT.id in ids:
        raise _refused({DEFAULT.id}, "is the default group")
    found = {group.id for group in kept.among(tx, project.project_id, ids)}
    if unknown := set(ids) - found:
        raise _refused(unknown, "is no group of the project")


def _refused(ids: Collection[int], why: str) -> LoginError:
    return LoginError(UNPROCESSABLE_VALUE, because=f"{min(ids)} {why}")
