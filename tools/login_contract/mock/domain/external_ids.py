"""The id of a user on a partner's server, as tokens, profiles and searches tell it."""

from __future__ import annotations

from login_contract.mock.store import partner_data
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User


def of_user(tx: Transaction, user: User) -> str | None:
    """Return what the server said once, or else the id that the user logs in by there."""
    return user.external_id or partner_data.server_custom_id(tx, user.user_id)
