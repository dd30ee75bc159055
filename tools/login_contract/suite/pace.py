"""Keeps requests apart, so that a server that is not the mock is not flooded."""

from __future__ import annotations

import threading
import time


class Pace:
    """Lets at most ``rate`` requests per second leave, shared by all threads; without a rate, all of them."""

    def __init__(self, rate: float | None) -> None:
        self._interval = 1 / rate if rate else 0.0
        self._next = 0.0
        self._lock = threading.Lock()

    def wait(self, _request: object = None) -> None:
        """Block until the next request may leave; also an event hook of ``httpx.Client``."""
        if not self._interval:
            return
        with self._lock:
            now = time.monotonic()
            leaves = max(now, self._next)
            self._next = leaves + self._interval
        time.sleep(leaves - now)
