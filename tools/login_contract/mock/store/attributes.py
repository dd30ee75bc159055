"""Attributes of users; a key is unique for a user across both types."""

from __future__ import annotations

from collections.abc import Iterable

from attrs import frozen

from login_contract.mock.store.database import Transaction

CLIENT, SERVER = "client", "server"
PRIVATE = "private"


@frozen(kw_only=True)
class Attribute:
    """One attribute: ``attr_type`` is ``client`` or ``server``, ``permission`` ``public`` or ``private``."""

    key: str
    value: str
    attr_type: str = CLIENT
    permission: str = PRIVATE
    read_only: bool = False


def put(tx: Transaction, user_id: str, attributes: Iterable[Attribute]) -> None:
    """Create attributes or replace those with the same keys."""
    for attribute in attributes:
        tx.put(
            "attributes",
            ("user_id", "key"),
            user_id=user_id,
            key=attribute.key,
            attr_type=attribute.attr_type,
            value=attribute.value,
            permission=attribute.permission,
            read_only=int(attribute.read_only),
        )


def of_user(tx: Transaction, user_id: str) -> list[Attribute]:
    """Return a user's attributes by key."""
    rows = tx.all("SELECT * FROM attributes WHERE user_id = :user_id ORDER BY key", user_id=user_id)
    return [
        Attribute(
            key=row["key"],
            value=row["value"],
            attr_type=row["attr_type"],
            permission=row["permission"],
            read_only=bool(row["read_only"]),
        )
        for row in rows
    ]
