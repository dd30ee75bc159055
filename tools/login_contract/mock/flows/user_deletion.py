"""The end of a user, in the name of a partner's server."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.contract.refusals import UNKNOWN_USER
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.store import user_data, users
from login_contract.mock.store.database import Store, Transaction


@frozen
class UserDeletions:
    """Deletes users with all that is kept of them."""

    _store: Store

    async def delete(self, project: Project, user_id: str) -> None:
        """Delete a user; their tokens stop, and their names are free.

        Raises:
            LoginError: 404 003-002, the project has no such user.
        """

        def delete(tx: Transaction) -> None:
            user = users.by_id(tx, project.project_id, user_id.lower(), hold=True)
            if user is None:
                raise LoginError(UNKNOWN_USER, because=f"the project has no user {user_id}")
            user_data.erase(tx, user)

        await self._store.transaction(delete)
