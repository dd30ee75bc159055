"""What partners tell about users: free JSON, and the ids that users have on the partner's server."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from login_contract.mock.store.database import Transaction


def replace(tx: Transaction, user_id: str, data: Mapping[str, Any]) -> None:
    """Keep what the partner's latest answer says in place of what an earlier one said; nothing clears it."""
    tx.execute("DELETE FROM partner_data WHERE user_id = :user_id", user_id=user_id)
    if data:
        tx.insert(
            "partner_data",
            user_id=user_id,
            data=json.dumps(dict(data)),
        )


def of_user(tx: Transaction, user_id: str) -> dict[str, Any] | None:
    """Return what the partner said last about a user, None when that was nothing."""
    row = tx.one("SELECT data FROM partner_data WHERE user_id = :user_id", user_id=user_id)
    data: dict[str, Any] | None = json.loads(row["data"]) if row else None
    return data


def server_custom_id(tx: Transaction, user_id: str) -> str | None:
    """Return the id that a user has on the partner's server."""
    row = tx.one("SELECT server_custom_id FROM server_custom_ids WHERE user_id = :user_id", user_id=user_id)
    return row["server_custom_id"] if row else None


def user_with(tx: Transaction, project_id: str, server_custom_id: str) -> str | None:
    """Return whose id on the partner's server this is."""
    row = tx.one(
        "SELECT user_id FROM server_custom_ids"
        " WHERE project_id = :project_id AND server_custom_id = :server_custom_id",
        project_id=project_id,
        server_custom_id=server_custom_id,
    )
    return row["user_id"] if row else None


def take_server_custom_id(tx: Transaction, user_id: str) -> None:
    """Take the id away that a user has on the partner's server."""
    tx.execute("DELETE FROM server_custom_ids WHERE user_id = :user_id", user_id=user_id)


def forget(tx: Transaction, user_id: str) -> None:
    """Forget what the partner said about a user, and their id there."""
    tx.execute("DELETE FROM partner_data WHERE user_id = :user_id", user_id=user_id)
    take_server_custom_id(tx, user_id)


def set_server_custom_id(tx: Transaction, project_id: str, user_id: str, server_custom_id: str) -> bool:
    """Give a user an id on the partner's server; return False when another user of the project has it."""
    holder = user_with(tx, project_id, server_custom_id)
    if holder is not None:
        return holder == user_id
    # Not taken away and given anew: whoever is refused because of another one at the same time keeps theirs.
    renamed = tx.execute(
        "UPDATE server_custom_ids SET server_custom_id = :server_custom_id WHERE user_id = :user_id",
        server_custom_id=server_custom_id,
        user_id=user_id,
    )
    return renamed > 0 or tx.add(
        "server_custom_ids",
        project_id=project_id,
        server_custom_id=server_custom_id,
        user_id=user_id,
    )
