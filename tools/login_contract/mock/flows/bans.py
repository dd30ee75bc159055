"""Bans: a partner's server shuts users out and lets them in again."""

from __future__ import annotations

from datetime import datetime

from attrs import frozen

from login_contract.mock.contract.refusals import UNPROCESSABLE_VALUE
from login_contract.mock.domain import named_users
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.store import users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.user_rows import Ban


@frozen
class Bans:
    """Bans users, and lifts bans."""

    _store: Store

    async def ban(
        self, project: Project, user_id: str, *, reason: str, begins: str | None, ends: str | None
    ) -> None:
        """Shut a user out from a moment, None for now, to another, None for good.

        Raises:
            LoginError: 404 003-002, the project has no such user; 422 002-027, there is no such period.
        """
        first, last = _moment(begins), _moment(ends)

        def ban(tx: Transaction) -> None:
            start = tx.now if first is None else first
            if last is not None and last <= start:
                raise LoginError(UNPROCESSABLE_VALUE, because="the ban would end before it begins")
            user = named_users.find(tx, project.project_id, user_id, hold=True)
            users.set_ban(tx, user.user_id, Ban(reason=reason, begins=start, ends=last))

        await self._store.transaction(ban)

    async def lift(self, project: Project, user_id: str) -> None:
        """Let a user in again, whether they are shut out or not.

        Raises:
            LoginError: 404 003-002, the project has no such user.
        """

        def lift(tx: Transaction) -> None:
            user = named_users.find(tx, project.project_id, user_id, hold=True)
            users.set_ban(tx, user.user_id, None)

        await self._store.transaction(lift)


def _moment(text: str | None) -> float | None:
    try:
        return datetime.fromisoformat(text).timestamp() if text is not None else None
    except ValueError:
        raise LoginError(UNPROCESSABLE_VALUE, because=f"{text} is no day of the calendar") from None
