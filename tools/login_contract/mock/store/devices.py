"""What is told of devices, beside whose they are, which ``external_accounts`` knows."""

from __future__ import annotations

from attrs import field, frozen

from login_contract.mock.store.database import Row, Transaction
from login_contract.mock.store.external_accounts import DEVICE

OF_USER = (
    "SELECT devices.* FROM external_accounts"
    " JOIN devices ON devices.project_id = external_accounts.project_id"
    " AND devices.device_id = external_accounts.external_id"
    " WHERE external_accounts.user_id = :user_id AND external_accounts.provider = :kind"
)


@frozen(kw_only=True)
class NamedDevice:
    """A device as it presents itself: its id, its ``type`` and its name for people."""

    device_id: str = field(repr=False)
    type: str
    name: str


@frozen(kw_only=True)
class Device(NamedDevice):
    """A device that is known: ``id`` is the server's own, ``last_used_at`` in unix seconds."""

    id: int
    last_used_at: float


def note(tx: Transaction, project_id: str, device: NamedDevice) -> None:
    """Remember what a device says of itself, and that it is used now."""
    tx.put(
        "devices",
        ("project_id", "device_id"),
        project_id=project_id,
        device_id=device.device_id,
        type=device.type,
        name=device.name,
        last_used_at=tx.now,
    )


def of_user(tx: Transaction, user_id: str) -> list[Device]:
    """Return the devices that stand for a user, the oldest first."""
    return [_device(row) for row in tx.all(f"{OF_USER} ORDER BY devices.id", user_id=user_id, kind=DEVICE)]


def of_user_by_id(tx: Transaction, user_id: str, number: int) -> Device | None:
    """Return the device that the server gave an id, if it stands for the user."""
    row = tx.one(f"{OF_USER} AND devices.id = :number", user_id=user_id, kind=DEVICE, number=number)
    return _device(row) if row else None


def forget(tx: Transaction, number: int) -> None:
    """Forget what is told of a device."""
    tx.execute("DELETE FROM devices WHERE id = :number", number=number)


def _device(row: Row) -> Device:
    return Device(
        id=row["id"],
        device_id=row["device_id"],
        type=row["type"],
        name=row["name"],
        last_used_at=row["last_used_at"],
    )
