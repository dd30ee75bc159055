"""Open SQLite or PostgreSQL and run short synchronous pieces of work in a transaction."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Any, Protocol, TypeVar

T = TypeVar("T")
Row = Mapping[str, Any]
Parameters = Mapping[str, Any]
BUSY_TIMEOUT_SECONDS = 30
WAL_PAGES = 8000
TIE_SECONDS = 1e-6
OTHER_TABLES = (
    "its tables are those of another version of login-contract, or of something else; name a new database,"
    " or delete this one"
)
log = logging.getLogger("login_contract.mock")


class Outdated(Exception):
    """What a transaction has read is no longer so: it has to run again, and sees what is.

    Writers of SQLite are alone, and never meet it.
    """


class Cursor(Protocol):
    """What both database drivers give: rows as mappings and the number of rows touched."""

    rowcount: int

    def fetchone(self) -> Any:
        """Return the next row, or None."""

    def fetchall(self) -> Sequence[Any]:
        """Return every row."""


Run = Callable[[str, Parameters], Cursor]
RunAll = Callable[[str, Sequence[Parameters]], object]


class Clock:
    """The time of this process, which a test may have frozen; even then no two transactions share a moment.

    What happened before and after is told by these moments.
    """

    def __init__(self) -> None:
        self._last = 0.0
        self._ties = 0
        self._lock = threading.Lock()

    def now(self) -> float:
        """Return unix seconds."""
        with self._lock:
            now = time.time()
            self._ties = self._ties + 1 if now == self._last else 0
            self._last = now
            return now + self._ties * TIE_SECONDS


class Transaction:
    """One open transaction: SQL text with ``:name`` placeholders, and the moment it began.

    ``moment`` is that in real unix seconds, ``now`` in the mock's time, with the offset that tests set.
    ``for_update`` ends a SELECT whose rows nobody else may change before this transaction ends; writers of
    SQLite are alone. ``by_code_point`` lets a text in ORDER BY count letter by letter, whatever the language
    of the database.
    """

    def __init__(
        self, run: Run, run_all: RunAll, clock: Clock, *, for_update: str = "", by_code_point: str = ""
    ) -> None:
        self._run = run
        self._run_all = run_all
        self.for_update = for_update
        self.by_code_point = by_code_point
        self._after_commit: list[Callable[[], None]] = []
        state = self.row(
            "SELECT clock_offset, changes, projects_revision, projects_emptied, pending_faults FROM state"
        )
        self.clock_offset: float = state["clock_offset"]
        self.moment = clock.now()
        self.now: float = self.moment + self.clock_offset
        self.changes: int = state["changes"]
        self.projects_revision: int = state["projects_revision"]
        self.projects_emptied: int = state["projects_emptied"]
        self.pending_faults: int = state["pending_faults"]

    def after_commit(self, action: Callable[[], None]) -> None:
        """Do something outside the database once the work is committed."""
        self._after_commit.append(action)

    def committed(self) -> None:
        """Do what was to be done after the commit."""
        for action in self._after_commit:
            action()

    def execute(self, sql: str, **parameters: Any) -> int:
        """Run a statement and return how many rows it touched."""
        return self._run(sql, parameters).rowcount

    def insert(self, table: str, /, **row: Any) -> None:
        """Add a row."""
        self._run(insertion(table, tuple(row)), row)

    def insert_all(self, table: str, rows: Sequence[Parameters]) -> None:
        """Add rows with the same columns, in one go."""
        if rows:
            self._run_all(insertion(table, tuple(rows[0])), rows)

    def add(self, table: str, /, **row: Any) -> bool:
        """Add a row unless one with a unique value of it is there; return whether it was added."""
        return self._run(addition(table, tuple(row)), row).rowcount == 1

    def put(self, table: str, key: tuple[str, ...], /, **row: Any) -> None:
        """Add a row, or write it over the one with the same values in the columns of ``key``."""
        self._run(replacement(table, tuple(row), key), row)

    def change(self, table: str, key: tuple[str, ...], /, **row: Any) -> None:
        """Write columns of the rows that have these values in those of ``key``."""
        self._run(alteration(table, tuple(row), key), row)

    def one(self, sql: str, **parameters: Any) -> Row | None:
        """Return the first row, or None."""
        row: Row | None = self._run(sql, parameters).fetchone()
        return row

    def row(self, sql: str, **parameters: Any) -> Row:
        """Return the first row of a query that always has one."""
        found = self.one(sql, **parameters)
        if found is None:
            raise LookupError(sql)
        return found

    def all(self, sql: str, **parameters: Any) -> list[Row]:
        """Return every row."""
        return list(self._run(sql, parameters).fetchall())


class Store(Protocol):
    """A database that runs work in transactions; a LoginError commits, any other exception rolls back."""

    def run(self, work: Callable[[Transaction], T], *, write: bool = True) -> T:
        """Run ``work`` in this thread."""

    async def transaction(self, work: Callable[[Transaction], T]) -> T:
        """Run ``work`` with the right to write."""

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run ``work`` that only reads."""

    def moment(self) -> float:
        """Return real unix seconds, later than at any moment before."""

    def close(self) -> None:
        """Close every connection and remove what was temporary."""


@cache
def insertion(table: str, columns: tuple[str, ...]) -> str:
    """Return the statement that adds a row."""
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join(f':{each}' for each in columns)})"


@cache
def addition(table: str, columns: tuple[str, ...]) -> str:
    """Return the statement that adds a row unless one with a unique value of it is there."""
    return f"{insertion(table, columns)} ON CONFLICT DO NOTHING"


@cache
def replacement(table: str, columns: tuple[str, ...], key: tuple[str, ...]) -> str:
    """Return the statement that adds a row or writes it over the one with the same key."""
    changed = ", ".join(f"{each} = excluded.{each}" for each in columns if each not in key)
    return f"{insertion(table, columns)} ON CONFLICT ({', '.join(key)}) DO UPDATE SET {changed}"


@cache
def alteration(table: str, columns: tuple[str, ...], key: tuple[str, ...]) -> str:
    """Return the statement that writes columns of the rows with a key."""
    changed = ", ".join(f"{each} = :{each}" for each in columns if each not in key)
    return f"UPDATE {table} SET {changed} WHERE {' AND '.join(f'{each} = :{each}' for each in key)}"
