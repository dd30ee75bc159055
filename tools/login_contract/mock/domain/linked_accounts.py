"""Users behind accounts elsewhere and behind devices."""

from __future__ import annotations

from collections.abc import Callable

from login_contract.mock.store import external_accounts, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User


def user_behind(
    tx: Transaction, project_id: str, provider: str, external_id: str, make: Callable[[], User]
) -> User:
    """Return the user that an external account stands for; the first one to ask makes one."""
    known = external_accounts.user_id(tx, project_id, provider, external_id)
    # Held first, as by a deletion: whoever writes of the account and then of the user would meet it halfway.
    user = users.by_id(tx, project_id, known, hold=True) if known else None
    if user is not None:
        return user
    user = make()
    if external_accounts.link(tx, project_id, provider, external_id, user.user_id):
        return user
    # Somebody linked the account a moment ago: theirs is the user, and this one was never needed.
    users.delete(tx, user.user_id)
    winner = external_accounts.user_id(tx, project_id, provider, external_id)
    return users.by_id(tx, project_id, winner or "") or user
