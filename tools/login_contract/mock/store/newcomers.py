"""Users who have registered, and have not passed yet what the project wants of a new user."""

from __future__ import annotations

from login_contract.mock.store.database import Transaction


def add(tx: Transaction, user_id: str) -> None:
    """Remember that a user has something left to pass."""
    tx.add("newcomers", user_id=user_id)


def take(tx: Transaction, user_id: str) -> bool:
    """Forget it; of two who try at once, one gets True."""
    return bool(tx.execute("DELETE FROM newcomers WHERE user_id = :user_id", user_id=user_id))
