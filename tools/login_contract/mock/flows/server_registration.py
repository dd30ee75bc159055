"""New accounts that a partner's server makes."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.contract.refusals import CONTACT_TAKEN, NOT_AVAILABLE, UNPROCESSABLE_VALUE
from login_contract.mock.domain.events import Events
from login_contract.mock.errors import LoginError
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.user_rows import User
from login_contract.mock.terminal import shown

XSOLLA = "xsolla"


@frozen(kw_only=True)
class ServerRegistration:
    """Of whom a server makes a user: an address or a number, or both, and their id there."""

    email: str | None = None
    phone_number: str | None = None
    external_id: str | None = None


@frozen
class ServerRegistrations:
    """Makes accounts in the name of a partner's server."""

    _store: Store
    _randomness: Randomness
    _events: Events

    async def register(self, project: Project, wanted: ServerRegistration) -> User:
        """Make an account; what is known of its user counts as proven.

        Raises:
            LoginError: 422 003-020, the users' data is kept elsewhere; 422 003-004, another user has the
                address or the number; 422 002-027, another user has the external id.
        """
        if project["storage"] != XSOLLA:
            because = f'the project has storage = "{project["storage"]}"'
            raise LoginError(NOT_AVAILABLE, because=because)
        user = User(
            user_id=self._randomness.uuid(),
            project_id=project.project_id,
            email=wanted.email,
            phone_number=wanted.phone_number,
            external_id=wanted.external_id,
            confirmed=True,
        )

        def create(tx: Transaction) -> User:
            if not users.create(tx, user):
                raise _taken(tx, user)
            way = "email" if user.email is not None else "phone"
            proven = user.email is not None
            self._events.registered(tx, project, user, login_type=way, proven_address=proven)
            return user

        return await self._store.transaction(create)


def _taken(tx: Transaction, user: User) -> LoginError:
    held = user.external_id and users.by_external_id(tx, user.project_id, user.external_id)
    if held:
        return LoginError(UNPROCESSABLE_VALUE, because=f"another user has {shown(user.external_id)}")
    because = f"another user has {shown(user.email)} or {shown(user.phone_number)}"
    return LoginError(CONTACT_TAKEN, because=because)
