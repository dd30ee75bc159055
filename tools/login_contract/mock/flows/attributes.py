"""What may be read and written of a user's attributes, and by whom."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from login_contract.mock.contract.refusals import ATTRIBUTES_OF_NOBODY
from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.errors import LoginError
from login_contract.mock.settings.project import Project
from login_contract.mock.store import attributes, users
from login_contract.mock.store.attributes import CLIENT, Attribute
from login_contract.mock.store.database import Store, Transaction

PUBLIC = "public"


@frozen
class UserAttributes:
    """Reads the attributes of users."""

    _store: Store

    async def of_client(
        self, bearer: Bearer, user_id: str | None, keys: Sequence[str] | None
    ) -> list[Attribute]:
        """Return the attributes of the user of a token, or the public ones of another user.

        Raises:
            LoginError: 422 003-002, there is no such user.
        """
        own = user_id is None or user_id.lower() == bearer.user.user_id
        found = await self.of_user(bearer.project, bearer.user.user_id if own else str(user_id), keys)
        return [each for each in found if own or each.permission == PUBLIC]

    async def of_user(self, project: Project, user_id: str, keys: Sequence[str] | None) -> list[Attribute]:
        """Return the attributes of a user that a client may change; ``keys`` names those wanted, None all.

        Raises:
            LoginError: 422 003-002, there is no such user.
        """

        def read(tx: Transaction) -> list[Attribute]:
            if users.by_id(tx, project.project_id, user_id.lower()) is None:
                raise LoginError(ATTRIBUTES_OF_NOBODY, because=f"there is no user {user_id}")
            return attributes.of_user(tx, user_id.lower())

        found = await self._store.read(read)
        return [each for each in found if each.attr_type == CLIENT and (keys is None or each.key in keys)]
