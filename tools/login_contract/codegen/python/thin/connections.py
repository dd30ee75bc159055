"""The clients of httpx through which calls are made: opened when they are needed, one for each event loop."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from threading import Lock
from weakref import WeakKeyDictionary

import httpx


class Connections:
    """Keeps one client of httpx for blocking calls, and one for the awaited calls of each event loop.

    Connections belong to the loop that they were opened in, so that no other can use them. What is opened
    before any loop runs is taken over by the first one. A client of httpx that was given serves all calls.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._blocking: httpx.Client | None = None
        self._given: httpx.Client | None = None
        self._given_async: httpx.AsyncClient | None = None
        self._early: httpx.AsyncClient | None = None
        self._of_loops: WeakKeyDictionary[asyncio.AbstractEventLoop, httpx.AsyncClient] = WeakKeyDictionary()

    def __reduce__(self) -> tuple[type[Connections], tuple[()]]:
        # Nothing that is open can be copied, or sent to another process.
        return Connections, ()

    def give(self, client: httpx.Client) -> None:
        """Let blocking calls be made with this client."""
        self._given = client

    def give_async(self, client: httpx.AsyncClient) -> None:
        """Let awaited calls be made with this client, in whatever loop."""
        self._given_async = client

    def blocking(self, make: Callable[[], httpx.Client]) -> httpx.Client:
        """Return the client for blocking calls; threads that ask at once get the same."""
        found = self._blocking if self._given is None else self._given
        if found is None:
            with self._lock:
                found = self._blocking = self._blocking or make()
        return found

    def awaited(self, make: Callable[[], httpx.AsyncClient]) -> httpx.AsyncClient:
        """Return the client for awaited calls of the running loop."""
        if self._given_async is not None:
            return self._given_async
        loop = _running()
        with self._lock:
            if loop is None:
                found = self._early = self._early or make()
                return found
            known = self._of_loops.get(loop)
            if known is None:
                known = self._of_loops[loop] = self._early or make()
                self._early = None
            return known

    def close(self) -> None:
        """Close what blocking calls have opened, and a client that was given; the former opens anew."""
        with self._lock:
            opened, self._blocking = self._blocking, None
        for each in (opened, self._given):
            if each is not None:
                each.close()

    async def aclose(self) -> None:
        """Close what awaited calls of the running loop have opened; as `close`."""
        loop = _running()
        with self._lock:
            opened = self._of_loops.pop(loop, None) if loop is not None else None
            early, self._early = self._early, None
        for each in (opened, early, self._given_async):
            if each is not None:
                await each.aclose()


def _running() -> asyncio.AbstractEventLoop | None:
    try:
        return asyncio.get_running_loop()
    except RuntimeError:
        return None
