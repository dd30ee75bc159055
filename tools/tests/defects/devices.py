"""Defects of the devices of an account."""

from __future__ import annotations

import pytest
from attrs import evolve

from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.flows import linked_devices
from login_contract.mock.flows.linked_devices import LinkedDevices
from login_contract.mock.store import devices, external_accounts
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.devices import Device, NamedDevice
from login_contract.mock.store.external_accounts import DEVICE
from tests.defects.planting import altered


def device_goes_to_the_latest(patch: pytest.MonkeyPatch) -> None:
    """Link a device whoever has it."""

    def link(tx: Transaction, project_id: str, provider: str, external_id: str, user_id: str) -> bool:
        external_accounts.unlink(tx, project_id, provider, external_id)
        return external_accounts.link(tx, project_id, provider, external_id, user_id)

    patch.setattr(linked_devices, "external_accounts", altered(external_accounts, link=link))


def refused_device_is_renamed(patch: pytest.MonkeyPatch) -> None:
    """Note what a device says before asking whose it is."""
    sound = LinkedDevices.link

    async def link(self: LinkedDevices, bearer: Bearer, device: NamedDevice) -> None:
        await self._store.transaction(lambda tx: devices.note(tx, bearer.project.project_id, device))
        await sound(self, bearer, device)

    patch.setattr(LinkedDevices, "link", link)


def linked_device_logs_nobody_in(patch: pytest.MonkeyPatch) -> None:
    """Link the id of a device without its last character."""
    sound = LinkedDevices.link

    async def link(self: LinkedDevices, bearer: Bearer, device: NamedDevice) -> None:
        await sound(self, bearer, evolve(device, device_id=device.device_id[:-1]))

    patch.setattr(LinkedDevices, "link", link)


def unlinked_device_logs_in(patch: pytest.MonkeyPatch) -> None:
    """Take a device off the list only."""
    patch.setattr(linked_devices, "external_accounts", altered(external_accounts, unlink=lambda *given: None))


def anybodys_device_is_unlinked(patch: pytest.MonkeyPatch) -> None:
    def of_user_by_id(tx: Transaction, user_id: str, number: int) -> Device | None:
        row = tx.one(
            "SELECT user_id FROM external_accounts WHERE provider = :kind AND external_id ="
            " (SELECT device_id FROM devices WHERE id = :number)",
            kind=DEVICE,
            number=number,
        )
        return devices.of_user_by_id(tx, row["user_id"] if row else user_id, number)

    patch.setattr(linked_devices, "devices", altered(devices, of_user_by_id=of_user_by_id))


def latest_login_is_not_told(patch: pytest.MonkeyPatch) -> None:
    """Note a device at its first login only."""
    sound = devices.note

    def note(tx: Transaction, project_id: str, device: NamedDevice) -> None:
        known = tx.one("SELECT id FROM devices WHERE device_id = :device_id", device_id=device.device_id)
        if known is None:
            sound(tx, project_id, device)

    patch.setattr(devices, "note", note)


def kind_of_a_computer_is_told_as_a_phone(patch: pytest.MonkeyPatch) -> None:
    sound = devices.note

    def note(tx: Transaction, project_id: str, device: NamedDevice) -> None:
        kind = {"macos": "ios", "windows": "android"}.get(device.type, device.type)
        sound(tx, project_id, evolve(device, type=kind))

    patch.setattr(devices, "note", note)
