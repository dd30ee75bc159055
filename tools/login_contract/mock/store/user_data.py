"""All that is kept of a user, in whatever table: taken away when the user goes."""

from __future__ import annotations

import re
from collections.abc import Collection

from login_contract.mock.store import devices, schema, tickets, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User

TABLE = re.compile(r"CREATE TABLE IF NOT EXISTS (\w+) \((.*?)\n\);", re.DOTALL)
# What a column is called that names a user; a name of a login that fails is the id of its user, too.
USER = re.compile(r"^    (user_id|other_id|login) TEXT", re.MULTILINE)
PLACES = tuple(
    (table, column)
    for table, columns in TABLE.findall(schema.TABLES)
    if table != "users"
    for column in USER.findall(columns)
)


def erase(tx: Transaction, user: User, *, kept: Collection[str] = ()) -> None:
    """Remove a user, whom the caller holds, and every row that names them but in the tables ``kept``."""
    for device in devices.of_user(tx, user.user_id):
        devices.forget(tx, device.id)
    if "tickets" not in kept:
        tickets.forget_user(tx, user.user_id)
    for table, column in PLACES:
        if table in kept:
            continue
        tx.execute(f"DELETE FROM {table} WHERE {column} = :user_id", user_id=user.user_id)
    users.delete(tx, user.user_id)
