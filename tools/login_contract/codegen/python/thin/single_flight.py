"""One run of some work for everybody who waits for it: threads, tasks, and tasks of other event loops."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from concurrent.futures import Future
from typing import Generic, TypeVar

Outcome = TypeVar("Outcome")

__all__ = ["SingleFlight", "wait", "wait_async"]


class SingleFlight(Generic[Outcome]):
    """Work that is under way at most once at a time.

    It runs in a thread of its own. So nobody who waits has to do it: a caller that is cancelled, interrupted, or
    whose event loop ends, neither breaks it off nor strands the others.

    Args:
        work: what to run. What it returns goes to all who wait. It raises nothing: what went wrong is an outcome.
        settle: told the outcome before anybody else, while `lock` is held.
        name: of the thread.
    """

    def __init__(self, work: Callable[[], Outcome], *, settle: Callable[[Outcome], None], name: str) -> None:
        self.lock = threading.Lock()
        self._work = work
        self._settle = settle
        self._name = name
        self._future: Future[Outcome] | None = None
        self._thread: threading.Thread | None = None

    @property
    def is_under_way(self) -> bool:
        """Whether the work is being done; ask while `lock` is held."""
        return self._future is not None

    def join(self) -> Future[Outcome]:
        """Return what will have the outcome of the work, which is started if it is not under way.

        The caller holds `lock`.

        Raises:
            RuntimeError: no thread can be started.
        """
        if self._future is None:
            future: Future[Outcome] = Future()
            # From here on, who stops waiting cannot cancel it for the others.
            future.set_running_or_notify_cancel()
            # Python waits for it before it ends: what was begun here should not be lost.
            thread = threading.Thread(target=self._run, args=(future,), name=self._name, daemon=False)
            thread.start()
            self._future, self._thread = future, thread
        return self._future

    def is_here(self) -> bool:
        """Whether the caller is the work itself, which would wait for ever for its own end."""
        return threading.current_thread() is self._thread

    def _run(self, future: Future[Outcome]) -> None:
        try:
            outcome = self._work()
        except BaseException as problem:
            # Nobody may be left waiting, whatever happened.
            with self.lock:
                self._future = None
            future.set_exception(problem)
            return
        with self.lock:
            self._settle(outcome)
            self._future = None
        future.set_result(outcome)


def wait(held: Future[Outcome] | Outcome) -> Outcome:
    """Return what is known, or block this thread until the work that brings it is done."""
    return held.result() if isinstance(held, Future) else held


async def wait_async(held: Future[Outcome] | Outcome) -> Outcome:
    """Return what is known, or let this task wait until the work that brings it is done."""
    return await asyncio.wrap_future(held) if isinstance(held, Future) else held
