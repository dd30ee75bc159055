"""A PostgreSQL database, for many workers."""

from __future__ import annotations

import asyncio
import logging
import random
import re
import time
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import Any, TypeVar

from login_contract import extras
from login_contract.errors import UsageError
from login_contract.mock.errors import LoginError
from login_contract.mock.store import schema
from login_contract.mock.store.database import (
    BUSY_TIMEOUT_SECONDS,
    OTHER_TABLES,
    Clock,
    Cursor,
    Outdated,
    Parameters,
    Transaction,
)

T = TypeVar("T")
log = logging.getLogger("login_contract.mock")


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

        Two transactions that would write one unique value: the later one runs again and sees the earlier. So
        does one that finds out by itself that what it has read is no longer so.
        """
        from psycopg.errors import DeadlockDetected, UniqueViolation

        for attempt in range(1, self.RETRIES + 1):
            try:
                return self._run_once(work)
            except (DeadlockDetected, UniqueViolation, Outdated) as conflict:
                log.debug("a transaction runs again after a conflict: %s", type(conflict).__name__)
                # Apart, so that many who met once do not all meet again.
                time.sleep(random.uniform(0, 0.01 * attempt))
        return self._run_once(work)

    def _run_once(self, work: Callable[[Transaction], T]) -> T:
        with self._pool.connection() as connection:

            def execute(sql: str, parameters: Parameters) -> Cursor:
                cursor: Cursor = connection.execute(pyformat(sql), parameters)
                return cursor

            def execute_all(sql: str, rows: Sequence[Parameters]) -> None:
                with connection.cursor() as cursor:
                    cursor.executemany(pyformat(sql), rows)

            transaction = Transaction(
                execute, execute_all, self._clock, for_update=" FOR UPDATE", by_code_point=' COLLATE "C"'
            )
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


@lru_cache(maxsize=512)
def pyformat(sql: str) -> str:
    """Turn ``:name`` placeholders into ``%(name)s``; ``::casts`` stay as they are."""
    return re.sub(r"(?<!:):([a-z_]+)", r"%(\1)s", sql.replace("%", "%%"))


def masked(url: str) -> str:
    """Return a database URL without its password."""
    return re.sub(r"([?&]password=)[^&]*", r"\1***", re.sub(r"(://[^:/@]*):.*@", r"\1:***@", url))
