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

    It runs in a thread of its own, so that nobody who waits has to do it: a caller that is cancelled, or the
    event loop of which ends, neither breaks it off nor strands the others.

    Args:
        work: what to run. What it returns goes to all who wait; what went wrong is an outcome, too.
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
            self._thread = threading.Thread(target=self._run, args=(future,), name=self._name, daemon=False)
            self._thread.start()
            self._future = future
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


def wait(future: Future[Outcome]) -> Outcome:
    """Block this thread until the work is done, and return its outcome."""
    return future.result()


async def wait_async(future: Future[Outcome]) -> Outcome:
    """Let this task wait until the work is done, and return its outcome."""
    return await asyncio.wrap_future(future)
