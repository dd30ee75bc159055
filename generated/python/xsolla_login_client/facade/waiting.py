"""A call that waits: it is made again until something came, its time is over, or nobody wants it any more."""

from __future__ import annotations

import asyncio
import math
import threading
import time
from collections.abc import Awaitable, Callable, Coroutine
from concurrent.futures import Future
from typing import Any, TypeVar

import httpx
from attrs import define
from xsolla_login_client.error_codes import CODES
from xsolla_login_client.errors import Cancelled, LoginError, Refusal, TimedOut, TransportError
from xsolla_login_client.facade.cancel_token import CancelToken

T = TypeVar("T")
#: So many seconds lie between two calls at least: a server that does not wait is not stormed.
PACE = 1.0
_LONGEST_PAUSE = 10.0
_CONNECT = 5.0
#: So often in a row a call may fail without an answer of the server itself.
FAILURES = 3
# A proxy on the way says 408 in words of its own.
_BROKEN = frozenset({408, 502, 503, 504})
_TOO_MANY = 429


@define
class Deadline:
    """Decides what follows a call that brought nothing.

    Args:
        seconds: for all calls together; None for any number of them.
        code: of the refusal that says "not yet".
        operation: the id of the operation.
    """

    seconds: float | None
    code: str
    operation: str
    begun: float
    called: float = 0.0
    failures: int = 0

    @classmethod
    def starting(cls, seconds: float | None, *, code: str, operation: str) -> Deadline:
        """Return one that begins now.

        Raises:
            ValueError: the time is negative, or no number.
        """
        if seconds is not None and not seconds >= 0:
            raise ValueError("timeout: seconds are expected, or None")
        return cls(None if seconds == math.inf else seconds, code, operation, begun=time.monotonic())

    def patience(self) -> httpx.Timeout:
        """Return how long the next call may take, which is about to be made."""
        self.called = time.monotonic()
        left = self._left()
        return httpx.Timeout(left, connect=_CONNECT if left is None else min(left, _CONNECT))

    def pause(self, error: LoginError) -> float:
        """Return how many seconds to wait before the next call.

        Raises:
            LoginError: there is none: the error, or that the time is over.
        """
        is_answer = isinstance(error, Refusal) and error.code == self.code
        if isinstance(error, TransportError) or (error.status in _BROKEN and not is_answer):
            self.failures += 1
        else:
            self.failures = 0
        left = self._left()
        if not is_answer and left is not None and left <= 0 and isinstance(error, TimedOut):
            raise self._over() from error
        if self.failures > FAILURES or not (is_answer or self.failures or error.status == _TOO_MANY):
            raise error
        taken = time.monotonic() - self.called
        pause = max(0.0, PACE - taken) if is_answer else min(PACE * 2**self.failures, _LONGEST_PAUSE)
        if left is not None and left <= pause:
            raise error if is_answer else self._over() from error
        return pause

    def _left(self) -> float | None:
        return None if self.seconds is None else max(0.0, self.begun + self.seconds - time.monotonic())

    def _over(self) -> LoginError:
        kind = CODES.get(self.code, Refusal)
        return kind(f"nothing came in {self.seconds:g} s", code=self.code, operation=self.operation)


def wait(ask: Callable[[httpx.Timeout], T], deadline: Deadline, token: CancelToken | None) -> T:
    """Call until something comes.

    A call that is cancelled is left alone in a thread: it ends by itself, and nobody looks at what it brings.

    Raises:
        Cancelled: `token` was cancelled.
        LoginError: the time is over (the refusal of the deadline's code), or the call failed otherwise.
    """
    while True:
        patience = deadline.patience()
        try:
            return ask(patience) if token is None else _aside(lambda: ask(patience), token, deadline)  # noqa: B023
        except Cancelled:
            raise
        except LoginError as error:
            pause = deadline.pause(error)
        _sleep(pause, token)


async def wait_async(
    ask: Callable[[httpx.Timeout], Awaitable[T]], deadline: Deadline, token: CancelToken | None
) -> T:
    """Do the same without blocking; a task that is cancelled ends the call, too.

    Raises:
        Cancelled: `token` was cancelled.
        LoginError: as for `wait`.
    """
    if token is None:
        return await _calls(ask, deadline)
    if token.cancelled:
        raise _cancelled(deadline)
    return await _unless_cancelled(_calls(ask, deadline), token, deadline)


async def _calls(ask: Callable[[httpx.Timeout], Awaitable[T]], deadline: Deadline) -> T:
    while True:
        try:
            return await ask(deadline.patience())
        except LoginError as error:
            pause = deadline.pause(error)
        await asyncio.sleep(pause)


async def _unless_cancelled(work: Coroutine[Any, Any, T], token: CancelToken, deadline: Deadline) -> T:
    loop = asyncio.get_running_loop()
    task = loop.create_task(work)

    def stop() -> None:
        if not loop.is_closed():
            loop.call_soon_threadsafe(task.cancel)

    with token.telling(stop):
        try:
            return await task
        except asyncio.CancelledError:
            here = asyncio.current_task()
            if token.cancelled and (here is None or not here.cancelling()):
                raise _cancelled(deadline) from None
            raise


def _aside(work: Callable[[], T], token: CancelToken, deadline: Deadline) -> T:
    """Run something in a thread, and leave it there when it is cancelled."""
    result: Future[T] = Future()
    ready = threading.Event()

    def run() -> None:
        try:
            result.set_result(work())
        except BaseException as error:
            result.set_exception(error)
        ready.set()

    with token.telling(ready.set):
        if not token.cancelled:
            threading.Thread(target=run, name="xsolla-login-wait", daemon=True).start()
        ready.wait()
    if token.cancelled:
        raise _cancelled(deadline)
    return result.result()


def _sleep(seconds: float, token: CancelToken | None) -> None:
    # The next call notices that the token was cancelled.
    if token is None:
        time.sleep(seconds)
        return
    ready = threading.Event()
    with token.telling(ready.set):
        ready.wait(seconds)


def _cancelled(deadline: Deadline) -> Cancelled:
    return Cancelled("the wait was cancelled", operation=deadline.operation)


__all__ = ["Deadline", "wait", "wait_async"]
