"""The end of a user, in the name of a partner's server."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.domain import named_users
from login_contract.mock.settings.project import Project
from login_contract.mock.store import user_data
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
            user = named_users.find(tx, project.project_id, user_id, hold=True)
            user_data.erase(tx, user)

        await self._store.transaction(delete)
