"""Wait for something in the store to change, also when another worker changes it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import TypeVar
from weakref import WeakKeyDictionary

from login_contract.mock.store.database import Store, Transaction

T = TypeVar("T")
POLL_SECONDS = 0.05


class Watch:
    """One poller per event loop looks at the store's change counter; all waiters share it."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._pollers: WeakKeyDictionary[asyncio.AbstractEventLoop, _Poller] = WeakKeyDictionary()
        self._stopped = False

    def stop(self) -> None:
        """End every wait as at its deadline, those that begin later at once."""
        self._stopped = True
        for poller in self._pollers.values():
            poller.wake()

    @property
    def stopped(self) -> bool:
        """Whether the server stops."""
        return self._stopped

    async def until(self, look: Callable[[Transaction], T | None], *, seconds: float) -> T | None:
        """Return what ``look`` finds as soon as it does, or None after ``seconds`` of real time."""
        loop = asyncio.get_running_loop()
        poller = self._pollers.setdefault(loop, _Poller(self._store))
        deadline = loop.time() + seconds
        with poller:
            while True:
                changed = poller.next_change()
                found = await self._store.read(look)
                remaining = deadline - loop.time()
                if found is not None or remaining <= 0 or self._stopped:
                    return found
                try:
                    # Not wait_for: before Python 3.12 it loses a cancellation that meets the change.
                    async with asyncio.timeout(remaining):
                        await changed.wait()
                except TimeoutError:
                    return await self._store.read(look)


class _Poller:
    """Reads the change counter while somebody waits, and wakes everybody when it moves."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._waiters = 0
        self._task: asyncio.Task[None] | None = None
        self._changed = asyncio.Event()

    def __enter__(self) -> None:
        self._waiters += 1
        if self._task is None:
            self._task = asyncio.create_task(self._poll())

    def __exit__(self, *exc_info: object) -> None:
        self._waiters -= 1
        if self._waiters == 0 and self._task is not None:
            self._task.cancel()
            self._task = None

    def next_change(self) -> asyncio.Event:
        """Return the event that the next change sets."""
        return self._changed

    def wake(self) -> None:
        """Let everybody look again."""
        woken, self._changed = self._changed, asyncio.Event()
        woken.set()

    async def _poll(self) -> None:
        seen: int | None = None
        while True:
            changes = await self._store.read(lambda tx: tx.changes)
            # The first reading counts as a change: one may have come between a waiter's look and this.
            if changes != seen:
                self.wake()
            seen = changes
            await asyncio.sleep(POLL_SECONDS)


def announce_change(tx: Transaction) -> None:
    """Wake the waiters of every worker once this transaction is committed."""
    tx.execute("UPDATE state SET changes = changes + 1")
