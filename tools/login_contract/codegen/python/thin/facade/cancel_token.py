"""Ends a wait from anywhere: another thread, a signal handler, a button."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class CancelToken:
    """Given to a call that waits; `cancel()` ends every wait that it was given to, now and later."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._cancelled = False
        self._listeners: list[Callable[[], None]] = []

    @property
    def cancelled(self) -> bool:
        """Whether it was cancelled."""
        return self._cancelled

    def cancel(self) -> None:
        """End the waits; once more does nothing."""
        with self._lock:
            self._cancelled, listeners, self._listeners = True, self._listeners, []
        for listener in listeners:
            listener()

    @contextmanager
    def telling(self, listener: Callable[[], None]) -> Iterator[None]:
        """Call `listener` when it is cancelled, at once if it is, until the block ends."""
        with self._lock:
            is_late = self._cancelled
            if not is_late:
                self._listeners.append(listener)
        if is_late:
            listener()
        try:
            yield
        finally:
            with self._lock:
                if listener in self._listeners:
                    self._listeners.remove(listener)

    def __repr__(self) -> str:
        return f"CancelToken({'cancelled' if self._cancelled else 'waiting'})"


__all__ = ["CancelToken"]
