"""What a test sees of a mock in its own process, beside its answers."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event

from login_contract.mock.run import EmbeddedMock
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.schema import EMPTIED_BY_RESET

StartMock = Callable[..., EmbeddedMock]


def rows(mock: EmbeddedMock) -> dict[str, int]:
    """Count the rows of every table that requests write."""

    def count(tx: Transaction) -> dict[str, int]:
        return {table: tx.row(f"SELECT count(*) AS n FROM {table}")["n"] for table in EMPTIED_BY_RESET}

    return mock.app.services.store.run(count, write=False)


def waiters(mock: EmbeddedMock) -> int:
    """Count the requests that a mock holds until something changes."""
    return sum(poller._waiters for poller in mock.app.services.watch._pollers.values())


def tasks(mock: EmbeddedMock) -> int:
    """Count the tasks that serve requests."""
    return len(mock._server.server_state.tasks)


def until(condition: Callable[[], bool], *, seconds: float = 10) -> None:
    """Return as soon as another thread has brought a condition about; fail when it does not in time."""
    deadline = time.monotonic() + seconds
    pause = Event()
    while not condition():
        assert time.monotonic() < deadline, "it did not come about in time"
        pause.wait(0.005)
