"""RSA keys made ahead of need: one takes as long to make as a hundred logins."""

from __future__ import annotations

import os
import sys
import threading
from collections import deque
from collections.abc import Callable

LEAST_PRIORITY = 19


class SpareKeys:
    """So many keys in stock, made by a thread of its own, and replaced when they are taken."""

    def __init__(self, make: Callable[[], str], size: int) -> None:
        self._make = make
        self._size = size
        self._ready: deque[str] = deque()
        self._changed = threading.Condition()
        self._stopped = False

    def begin(self) -> None:
        """Start to make keys; nothing waits for it, and it keeps no process from ending."""
        if self._size:
            threading.Thread(target=self._fill, name="spare-keys", daemon=True).start()

    def stop(self) -> None:
        """Make no more keys than the one that is being made."""
        with self._changed:
            self._stopped = True
            self._changed.notify_all()

    def take(self) -> str | None:
        """Return a key that nobody else gets, None when none is ready."""
        with self._changed:
            self._changed.notify_all()
            return self._ready.popleft() if self._ready else None

    def _fill(self) -> None:
        _yield_to_others()
        while self._lacking():
            key = self._make()
            with self._changed:
                self._ready.append(key)

    def _lacking(self) -> bool:
        with self._changed:
            self._changed.wait_for(lambda: self._stopped or len(self._ready) < self._size)
            return not self._stopped


def _yield_to_others() -> None:
    """Let this thread have what those that answer requests leave; not every system can tell them apart."""
    if sys.platform == "linux":
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LEAST_PRIORITY)
