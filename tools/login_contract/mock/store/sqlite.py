"""A SQLite file: the database of a mock that is given no other."""

from __future__ import annotations

import sqlite3
import tempfile
import threading
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar, cast

from login_contract.errors import UsageError
from login_contract.mock.errors import LoginError
from login_contract.mock.store import schema
from login_contract.mock.store.database import BUSY_TIMEOUT_SECONDS, OTHER_TABLES, Clock, Run, Transaction

T = TypeVar("T")
WAL_PAGES = 8000


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
            transaction = Transaction(cast("Run", connection.execute), connection.executemany, self._clock)
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
