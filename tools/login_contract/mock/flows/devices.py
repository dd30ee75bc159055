"""Login of a device, without asking its user anything."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.domain.events import Events
from login_contract.mock.domain.linked_accounts import user_behind
from login_contract.mock.flows.login import Grant, Logins
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import devices, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.devices import NamedDevice as NamedDevice
from login_contract.mock.store.external_accounts import DEVICE
from login_contract.mock.store.user_rows import User


@frozen
class DeviceLogins:
    """Lets devices in."""

    _store: Store
    _randomness: Randomness
    _events: Events
    _logins: Logins

    async def log_in(
        self, project: Project, device: NamedDevice, request: LoginRequest, *, browser: str | None
    ) -> Grant:
        """Let the one user of a device in; its first login makes one.

        Raises:
            LoginError: 401 002-040, the user is banned.
        """

        def log_in(tx: Transaction) -> Grant:
            user = self._user(tx, project, device.device_id)
            devices.note(tx, project.project_id, device)
            return self._logins.grant(tx, project, user, request, browser=browser)

        return await self._store.transaction(log_in)

    def _user(self, tx: Transaction, project: Project, device_id: str) -> User:
        made: list[User] = []

        def make() -> User:
            user = User(user_id=self._randomness.uuid(), project_id=project.project_id, confirmed=True)
            users.create(tx, user)
            made.append(user)
            return user

        user = user_behind(tx, project.project_id, DEVICE, device_id, make)
        if user in made:
            self._events.registered(tx, project, user, login_type="device")
        return user
