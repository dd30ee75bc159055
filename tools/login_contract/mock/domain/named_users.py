"""Users whom a call names by their ids: of the project of the call, or unknown to it."""

from __future__ import annotations

from login_contract.mock.contract.refusals import UNKNOWN_USER
from login_contract.mock.errors import LoginError
from login_contract.mock.store import users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User


def find(tx: Transaction, project_id: str, user_id: str, *, hold: bool = False) -> User:
    """Return a project's user by id, in either case; ``hold`` keeps other transactions from changing it.

    Raises:
        LoginError: 404 003-002, the project has no such user; one of another project is no hint.
    """
    user = users.by_id(tx, project_id, user_id.lower(), hold=hold)
    if user is None:
        raise LoginError(UNKNOWN_USER, because=f"project {project_id} has no user {user_id}")
    return user
