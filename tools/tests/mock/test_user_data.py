"""What stays of a deleted user in the database: nothing, in no table."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from login_contract.mock.domain.events import Events
from login_contract.mock.flows import account_linking
from login_contract.mock.settings.project import Project
from login_contract.mock.store import devices, external_accounts, schema, tickets, user_data, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.devices import NamedDevice
from login_contract.mock.store.sqlite import SqliteStore
from login_contract.mock.store.tickets import Ticket
from login_contract.mock.store.user_rows import User

PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
GONE = "11111111-1111-4111-8111-111111111111"
STAYS = "22222222-2222-4222-8222-222222222222"
VALUES = {"TEXT": "x", "BYTEA": b"x", "BLOB": b"x"}
# A column of any table that is called so names a user.
NAMES_A_USER = re.compile(r"(\w+_)?user_id|other_id|friend_id")
TABLES = sorted(schema.NAMES - schema.KEPT_BY_RESET - {"users"})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    opened = SqliteStore(tmp_path / "login.db")
    for user_id in (GONE, STAYS):
        user = User(user_id=user_id, project_id=PROJECT, username=user_id)
        opened.run(partial(users.create, user=user))
    yield opened
    opened.close()


def columns(tx: Transaction, table: str) -> dict[str, str]:
    """The columns of a table that somebody has to fill in, with their types."""
    found = tx.all(f"PRAGMA table_info({table})")
    return {row["name"]: row["type"] for row in found if not (row["pk"] and row["type"] == "INTEGER")}


def naming(tx: Transaction, table: str) -> list[str]:
    return [name for name in columns(tx, table) if NAMES_A_USER.fullmatch(name)]


def fill(tx: Transaction, table: str) -> None:
    """Add a row for each column that may name a user, once with each user in it."""
    number = 0
    for column in naming(tx, table):
        for user_id in (GONE, STAYS):
            number += 1
            row: dict[str, Any] = {}
            for name, kind in columns(tx, table).items():
                value = VALUES.get(kind, number)
                row[name] = f"{value}{number}" if isinstance(value, str) else value
            tx.insert(table, **{**row, column: user_id})


def told(tx: Transaction, table: str) -> str:
    return repr([tuple(row) for row in tx.all(f"SELECT * FROM {table}")])


@pytest.mark.parametrize("table", TABLES)
def test_no_row_names_a_deleted_user(store: SqliteStore, table: str) -> None:
    named = store.run(lambda tx: naming(tx, table))
    store.run(lambda tx: fill(tx, table))
    before = store.run(lambda tx: told(tx, table))
    gone = store.run(lambda tx: users.by_id(tx, PROJECT, GONE))
    assert gone is not None

    store.run(lambda tx: user_data.erase(tx, gone))

    after = store.run(lambda tx: told(tx, table))
    assert GONE not in after
    assert (before.count(STAYS), before.count(GONE)) == (len(named), len(named))
    assert after.count(STAYS) == len(named)
    assert store.run(lambda tx: users.by_id(tx, PROJECT, GONE)) is None


@pytest.mark.parametrize("table", TABLES)
def test_no_row_names_a_user_who_went_into_another_one(store: SqliteStore, table: str) -> None:
    named = store.run(lambda tx: naming(tx, table))
    store.run(lambda tx: fill(tx, table))
    before = store.run(lambda tx: told(tx, table))

    def join(tx: Transaction) -> None:
        gone, stays = (users.by_id(tx, PROJECT, each) for each in (GONE, STAYS))
        assert gone is not None
        assert stays is not None
        account_linking.join(tx, Project({"project_id": PROJECT}), stays, gone, Events(lambda: None))

    store.run(join)

    after = store.run(lambda tx: told(tx, table))
    assert (before.count(STAYS), before.count(GONE)) == (len(named), len(named))
    assert GONE not in after or table in account_linking.OUTLIVING
    assert store.run(lambda tx: users.by_id(tx, PROJECT, GONE)) is None


def test_tables_that_name_users_are_looked_at(store: SqliteStore) -> None:
    found = {table for table in TABLES if store.run(partial(naming, table=table))}

    assert {"sessions", "attributes", "server_custom_ids", "external_accounts", "linking_codes"} <= found


def test_devices_and_tickets_of_a_deleted_user_go(store: SqliteStore) -> None:
    def keep(tx: Transaction, user_id: str) -> None:
        device = NamedDevice(device_id=user_id, type="ios", name="Pocket 3")
        devices.note(tx, PROJECT, device)
        external_accounts.link(tx, PROJECT, external_accounts.DEVICE, user_id, user_id)
        tickets.add(tx, Ticket(user_id, PROJECT, "google", "link", {"of": [user_id]}, tx.now + 60))

    for user_id in (GONE, STAYS):
        store.run(partial(keep, user_id=user_id))
    gone = store.run(lambda tx: users.by_id(tx, PROJECT, GONE))
    assert gone is not None

    store.run(lambda tx: user_data.erase(tx, gone))

    for table in ("devices", "tickets"):
        told_now = store.run(partial(told, table=table))
        assert (GONE in told_now, STAYS in told_now) == (False, True), table
