"""Groups of users: those that a user is in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from login_contract.mock.store.database import Transaction
from login_contract.mock.store.users import User


@frozen
class Group:
    """A group of users."""

    id: int
    name: str

    @property
    def is_default(self) -> bool:
        """Whether it is the one that everybody is in."""
        return self.id == DEFAULT.id


DEFAULT = Group(1, "default")


def of_user(tx: Transaction, user: User) -> list[Group]:
    """Return the groups that a user is in."""
    return [DEFAULT]


def shown(found: Iterable[Group]) -> list[dict[str, Any]]:
    """Return groups as answers show them [sdk]."""
    return [
        {
            "id": group.id,
            "name": group.name,
            "is_default": group.is_default,
            "is_deletable": not group.is_default,
        }
        for group in found
    ]
