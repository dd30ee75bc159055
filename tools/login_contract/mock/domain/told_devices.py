"""What is told of the devices of a user."""

from __future__ import annotations

from typing import Any

from login_contract.mock import moments
from login_contract.mock.store import devices
from login_contract.mock.store.database import Transaction


def told_devices(tx: Transaction, user_id: str) -> list[dict[str, Any]]:
    """Return ``{id, type, device, last_used_at}`` of each device of a user, the oldest first [doc]."""
    return [
        {
            "id": device.id,
            "type": device.type,
            "device": device.name,
            "last_used_at": moments.rfc3339(device.last_used_at),
        }
        for device in devices.of_user(tx, user_id)
    ]
