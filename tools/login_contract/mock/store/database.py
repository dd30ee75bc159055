"""Open SQLite or PostgreSQL and run short synchronous pieces of work in a transaction."""

from __future__ import annotations

import asyncio
import logging
import random
import re
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Protocol, TypeVar, cast
from urllib.parse import unquote, urlsplit

from login_contract import extras
from login_contract.errors import UsageError
from login_contract.mock.errors import LoginError
from login_contract.mock.store import schema

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


class Cursor(Protocol):
    """What both database drivers give: rows as mappings and the number of rows touched."""

    rowcount: int

    def fetchone(self) -> Any:
        """Return the next row, or None."""

    def fetchall(self) -> Sequence[Any]:
        """Return every row."""


Run = Callable[[str, Parameters], Cursor]


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
    SQLite are alone.
    ``listeners`` and ``queued_events`` say whether anybody registered for an event, and whether one waits.
    """

    def __init__(self, run: Run, clock: Clock, *, for_update: str = "") -> None:
        self._run = run
        self.for_update = for_update
        self._after_commit: list[Callable[[], None]] = []
        state = self.row(
            "SELECT clock_offset, changes, projects_revision, projects_emptied, pending_faults,"
            " EXISTS (SELECT 1 FROM event_webhooks) AS listeners,"
            " EXISTS (SELECT 1 FROM queued_events) AS queued_events FROM state"
        )
        self.clock_offset: float = state["clock_offset"]
        self.moment = clock.now()
        self.now: float = self.moment + self.clock_offset
        self.changes: int = state["changes"]
        self.projects_revision: int = state["projects_revision"]
        self.projects_emptied: int = state["projects_emptied"]
        self.pending_faults: int = state["pending_faults"]
        self.listeners = bool(state["listeners"])
        self.queued_events = bool(state["queued_events"])

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

    def add(self, table: str, /, **row: Any) -> bool:
        """Add a row unless one with a unique value of it is there; return whether it was added."""
        return self._run(addition(table, tuple(row)), row).rowcount == 1

    def put(self, table: str, key: tuple[str, ...], /, **row: Any) -> None:
        """Add a row, or write it over the one with the same values in the columns of ``key``."""
        self._run(replacement(table, tuple(row), key), row)

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


class SqliteStore:
    """A SQLite file, shared by threads and processes; without a path, one that goes with the store.

    A ``throwaway`` file is not meant to outlive a crash of the machine, so nothing waits for the disk.
    """

    def __init__(self, path: Path | None = None, *, throwaway: bool = False) -> None:
        self._throwaway = throwaway or path is None
        self._temporary = None if path else tempfile.TemporaryDirectory(prefix="login-mock-")
        self.path = path or Path(self._temporary.name if self._temporary else "") / "login.db"
        self._clock = Clock()
        self._local = threading.local()
        self._connections: list[sqlite3.Connection] = []
        self._lock = threading.Lock()
        try:
            self._check_tables()
            self._connection().execute("PRAGMA journal_mode = WAL")
            self._create_tables()
        except UsageError:
            self.close()
            raise
        except (sqlite3.Error, OSError, ValueError) as problem:
            self.close()
            raise UsageError(f"cannot open the database {self.path}: {problem}") from problem

    def _check_tables(self) -> None:
        connection = self._connection()
        present = [row["name"] for row in connection.execute("SELECT name FROM sqlite_master")]
        if not schema.belongs(present, lambda: [row["tables"] for row in connection.execute(schema.MADE_BY)]):
            raise UsageError(f"cannot use the database {self.path}: {OTHER_TABLES}")

    def _create_tables(self) -> None:
        connection = self._connection()
        connection.execute("BEGIN IMMEDIATE")
        for statement in schema.statements(identity="INTEGER PRIMARY KEY AUTOINCREMENT"):
            connection.execute(statement)
        connection.execute("COMMIT")

    def _connection(self) -> sqlite3.Connection:
        connection: sqlite3.Connection | None = getattr(self._local, "connection", None)
        if connection is None:
            connection = sqlite3.connect(
                self.path, timeout=BUSY_TIMEOUT_SECONDS, isolation_level=None, check_same_thread=False
            )
            connection.row_factory = sqlite3.Row
            connection.execute(f"PRAGMA synchronous = {'OFF' if self._throwaway else 'NORMAL'}")
            connection.execute(f"PRAGMA wal_autocheckpoint = {WAL_PAGES}")
            self._local.connection = connection
            with self._lock:
                self._connections.append(connection)
        return connection

    def run(self, work: Callable[[Transaction], T], *, write: bool = True) -> T:
        """Run ``work`` in this thread; writers queue (BEGIN IMMEDIATE), readers see one snapshot."""
        connection = self._connection()
        connection.execute("BEGIN IMMEDIATE" if write else "BEGIN")
        try:
            transaction = Transaction(cast("Run", connection.execute), self._clock)
            result = work(transaction)
        except LoginError:
            connection.execute("COMMIT")
            transaction.committed()
            raise
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        connection.execute("COMMIT")
        transaction.committed()
        return result

    async def transaction(self, work: Callable[[Transaction], T]) -> T:
        """Run ``work`` inline: a local file answers sooner than a thread could be woken."""
        return self.run(work)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run reading ``work`` inline."""
        return self.run(work, write=False)

    def moment(self) -> float:
        """Return real unix seconds, later than at any moment before."""
        return self._clock.now()

    def close(self) -> None:
        """Close every connection; a temporary file is removed."""
        with self._lock:
            for connection in self._connections:
                connection.close()
            self._connections.clear()
        self._local = threading.local()
        if self._temporary:
            self._temporary.cleanup()


class PostgresStore:
    """A PostgreSQL database behind a pool; each piece of work runs in a thread."""

    POOL_SIZE = 16
    RETRIES = 12

    def __init__(self, url: str) -> None:
        extras.require("postgresql", what="a PostgreSQL database")
        import psycopg
        from psycopg.rows import dict_row
        from psycopg_pool import ConnectionPool, PoolTimeout

        self._clock = Clock()
        self._pool: Any = ConnectionPool(
            url,
            min_size=1,
            max_size=self.POOL_SIZE,
            open=False,
            timeout=BUSY_TIMEOUT_SECONDS,
            kwargs={"row_factory": dict_row, "connect_timeout": 5},
        )
        try:
            with psycopg.connect(url, connect_timeout=5):
                pass
            self._pool.open(wait=True, timeout=10)
            self._create_tables(masked(url))
        except UsageError:
            self.close()
            raise
        except (psycopg.Error, PoolTimeout) as problem:
            self.close()
            reason = str(problem).strip().splitlines()[0] if str(problem).strip() else type(problem).__name__
            if isinstance(problem, psycopg.ProgrammingError):
                reason = (
                    "the URL cannot be read"  # The driver quotes what it cannot read: maybe the password.
                )
            raise UsageError(f"cannot open the database {masked(url)}: {reason}") from problem

    def _create_tables(self, url: str) -> None:
        with self._pool.connection() as connection:
            # CREATE TABLE IF NOT EXISTS is no protection against two workers starting at once.
            connection.execute("SELECT pg_advisory_xact_lock(7301154204)")
            present = connection.execute(
                "SELECT tablename AS name FROM pg_tables WHERE schemaname = current_schema()"
            )
            if not schema.belongs(
                [row["name"] for row in present],
                lambda: [row["tables"] for row in connection.execute(schema.MADE_BY)],
            ):
                raise UsageError(f"cannot use the database {url}: {OTHER_TABLES}")
            for statement in schema.statements(identity="BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY"):
                connection.execute(statement)

    def run(self, work: Callable[[Transaction], T], *, write: bool = True) -> T:
        """Run ``work`` in this thread on a connection of the pool.

        Two transactions that would write one unique value: the later one runs again and sees the earlier.
        """
        from psycopg.errors import DeadlockDetected, UniqueViolation

        for attempt in range(1, self.RETRIES + 1):
            try:
                return self._run_once(work)
            except (DeadlockDetected, UniqueViolation):
                log.debug("a transaction runs again after a conflict")
                # Apart, so that many who met once do not all meet again.
                time.sleep(random.uniform(0, 0.01 * attempt))
        return self._run_once(work)

    def _run_once(self, work: Callable[[Transaction], T]) -> T:
        with self._pool.connection() as connection:

            def execute(sql: str, parameters: Parameters) -> Cursor:
                cursor: Cursor = connection.execute(pyformat(sql), parameters)
                return cursor

            transaction = Transaction(execute, self._clock, for_update=" FOR UPDATE")
            try:
                result = work(transaction)
            except LoginError:
                connection.commit()
                transaction.committed()
                raise
        transaction.committed()
        return result

    async def transaction(self, work: Callable[[Transaction], T]) -> T:
        """Run ``work`` in a thread, so that the event loop goes on."""
        return await asyncio.to_thread(self.run, work)

    async def read(self, work: Callable[[Transaction], T]) -> T:
        """Run reading ``work`` in a thread."""
        return await asyncio.to_thread(self.run, work, write=False)

    def moment(self) -> float:
        """Return real unix seconds, later than at any moment before."""
        return self._clock.now()

    def close(self) -> None:
        """Close the pool."""
        self._pool.close()


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


@lru_cache(maxsize=512)
def pyformat(sql: str) -> str:
    """Turn ``:name`` placeholders into ``%(name)s``; ``::casts`` stay as they are."""
    return re.sub(r"(?<!:):([a-z_]+)", r"%(\1)s", sql.replace("%", "%%"))


def masked(url: str) -> str:
    """Return a database URL without its password."""
    return re.sub(r"([?&]password=)[^&]*", r"\1***", re.sub(r"(://[^:/@]*):.*@", r"\1:***@", url))


def open_store(url: str | None, *, throwaway: bool = False) -> Store:
    """Open the store that a URL names; None is a temporary SQLite file, and so is a ``throwaway`` one.

    ``sqlite:///relative.db``, ``sqlite:////absolute.db`` and ``postgresql://…`` are understood.

    Raises:
        UsageError: the URL makes no sense or the database does not answer.
    """
    if url is None:
        return SqliteStore()
    try:
        parts = urlsplit(url)
    except ValueError as problem:
        raise UsageError(f"database URL {masked(url)!r} is not understood: {problem}") from problem
    if parts.scheme in ("postgresql", "postgres"):
        return PostgresStore(url)
    if parts.scheme == "sqlite" and not parts.netloc and len(parts.path) > 1:
        path = Path(unquote(parts.path[1:]))
        if not path.parent.is_dir():
            raise UsageError(f"cannot open the database {path}: its folder does not exist")
        return SqliteStore(path, throwaway=throwaway)
    raise UsageError(
        f"database URL {masked(url)!r} is not understood; use sqlite:///file.db, sqlite:////absolute.db or postgresql://…"
    )
