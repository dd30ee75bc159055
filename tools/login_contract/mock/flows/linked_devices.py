"""The devices of an account: which there are, one more, one less."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from login_contract.mock.contract.refusals import LINKED_ALREADY, NOT_FOUND
from login_contract.mock.domain import ways_in
from login_contract.mock.domain.tokens import Bearer, Tokens
from login_contract.mock.domain.told_devices import told_devices
from login_contract.mock.errors import LoginError
from login_contract.mock.store import devices, external_accounts
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.devices import NamedDevice
from login_contract.mock.store.external_accounts import DEVICE


@frozen
class LinkedDevices:
    """Lists, links and unlinks the devices that log a user in."""

    _store: Store
    _tokens: Tokens

    async def of(self, bearer: Bearer) -> list[dict[str, Any]]:
        """Return what is told of the devices of a user, the oldest first."""
        return await self._store.read(lambda tx: told_devices(tx, bearer.user.user_id))

    async def link(self, bearer: Bearer, device: NamedDevice) -> None:
        """Let a device log the user in; one that does so already is named anew.

        Raises:
            LoginError: 422 010-016, the device is another user's; 401 002-016, the token has ended.
        """

        def link(tx: Transaction) -> None:
            user = self._tokens.holder(tx, bearer)
            place = user.project_id, DEVICE, device.device_id
            added = external_accounts.link(tx, *place, user.user_id)
            if not added and external_accounts.user_id(tx, *place) != user.user_id:
                raise LoginError(LINKED_ALREADY, because="the device stands for another user")
            devices.note(tx, user.project_id, device)

        await self._store.transaction(link)

    async def unlink(self, bearer: Bearer, number: int) -> None:
        """Let a device log the user in no more; ``number`` is the id that the server gave it.

        Raises:
            LoginError: 404 003-061, the user has no such device; 422 003-020, it is the last way to log in;
                401 002-016, the token has ended.
        """

        def unlink(tx: Transaction) -> None:
            user = self._tokens.holder(tx, bearer)
            device = devices.of_user_by_id(tx, user.user_id, number)
            if device is None:
                raise LoginError(NOT_FOUND, because=f"user {user.user_id} has no device {number}")
            ways_in.keep_one(tx, bearer.project, user, DEVICE, device.device_id)
            external_accounts.unlink(tx, user.project_id, DEVICE, device.device_id)
            devices.forget(tx, device.id)

        await self._store.transaction(unlink)
