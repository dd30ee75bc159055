"""Wait for what another thread or process will bring about."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Event

from login_contract.mock.run import EmbeddedMock


def until(condition: Callable[[], bool], *, seconds: float = 10) -> None:
    """Return as soon as a condition holds; fail when it does not in time."""
    deadline = time.monotonic() + seconds
    pause = Event()
    while not condition():
        assert time.monotonic() < deadline, "it did not come about in time"
        pause.wait(0.005)


def waiters(mock: EmbeddedMock) -> int:
    """Count the requests that a mock holds until something changes."""
    return sum(poller._waiters for poller in mock.app.services.watch._pollers.values())


def tasks(mock: EmbeddedMock) -> int:
    """Count the tasks that serve requests."""
    return len(mock._server.server_state.tasks)
