"""Key sets that are fetched from an address, kept for a while, and fetched anew for an unknown key."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx
from xsolla_login_client.webhooks.errors import KeysUnavailable
from xsolla_login_client.webhooks.signatures import find_key, read_keys

if TYPE_CHECKING:
    from joserfc.jwk import RSAKey

MAX_LIFETIME = 600.0
TIMEOUT = 3.0
# Anybody can send tokens with invented keys, and must not make this side hammer the key server.
PAUSE = 5.0
# So that those who waited for a fetch that failed do not each wait for another one.
PAUSE_AFTER_FAILURE = 1.0


class JwksSource:
    """The key set of a project at its address, for `unwrap`. One object serves all threads.

    Args:
        url: address of the key set.
        http: the client to fetch with (default: one for each fetch that gives up after 3 seconds).
        lifetime: seconds that fetched keys are trusted for, at most 600.
        clock: a clock that never runs backwards, in seconds.

    Raises:
        ValueError: the lifetime is out of bounds.
    """

    def __init__(
        self,
        url: str,
        *,
        http: httpx.Client | None = None,
        lifetime: float = MAX_LIFETIME,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = url
        self._http = http
        self._cache = _Cache(lifetime, clock)
        self._lock = threading.Lock()

    def key(self, kid: str | None) -> RSAKey:
        """Return the key of that id, fetching the key set where needed.

        Raises:
            UnknownKey: a key set that was just fetched does not hold it.
            KeysUnavailable: the key set cannot be fetched.
        """
        if not self._cache.holds(kid):
            with self._lock:
                if self._cache.wants_fetch(kid):
                    with self._cache.fetching():
                        self._cache.keep(self._fetch())
        return find_key(self._cache.keys, kid)

    def _fetch(self) -> httpx.Response:
        if self._http is not None:
            return self._http.get(self._url)
        return httpx.get(self._url, timeout=TIMEOUT)


class AsyncJwksSource:
    """The same for `unwrap_async`. One object serves all tasks of one event loop.

    Args:
        url: address of the key set.
        http: the client to fetch with (default: one for each fetch that gives up after 3 seconds).
        lifetime: seconds that fetched keys are trusted for, at most 600.
        clock: a clock that never runs backwards, in seconds.

    Raises:
        ValueError: the lifetime is out of bounds.
    """

    def __init__(
        self,
        url: str,
        *,
        http: httpx.AsyncClient | None = None,
        lifetime: float = MAX_LIFETIME,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._url = url
        self._http = http
        self._cache = _Cache(lifetime, clock)
        self._lock = asyncio.Lock()

    async def key(self, kid: str | None) -> RSAKey:
        """Return the key of that id, fetching the key set where needed.

        Raises:
            UnknownKey: a key set that was just fetched does not hold it.
            KeysUnavailable: the key set cannot be fetched.
        """
        if not self._cache.holds(kid):
            async with self._lock:
                if self._cache.wants_fetch(kid):
                    with self._cache.fetching():
                        self._cache.keep(await self._fetch())
        return find_key(self._cache.keys, kid)

    async def _fetch(self) -> httpx.Response:
        if self._http is not None:
            return await self._http.get(self._url)
        async with httpx.AsyncClient(timeout=TIMEOUT) as http:
            return await http.get(self._url)


class _Cache:
    """When to fetch, without fetching."""

    def __init__(self, lifetime: float, clock: Callable[[], float]) -> None:
        if not 0 < lifetime <= MAX_LIFETIME:
            raise ValueError(f"lifetime: more than 0 and at most {MAX_LIFETIME:.0f} seconds")
        self._lifetime = lifetime
        self._clock = clock
        self._fetched_at = self._searched_at = self._failed_at = float("-inf")
        self.keys: Mapping[str, RSAKey] = {}

    def holds(self, kid: str | None) -> bool:
        return self._is_fresh() and kid in self.keys

    def wants_fetch(self, kid: str | None) -> bool:
        """Whether to fetch now; raises KeysUnavailable when that has just failed."""
        if self.holds(kid):
            return False
        fresh, now = self._is_fresh(), self._clock()
        if fresh and now - self._searched_at < PAUSE:
            return False
        if now - self._failed_at < PAUSE_AFTER_FAILURE:
            raise KeysUnavailable("The keys of the Login server cannot be fetched.")
        if fresh:
            self._searched_at = now
        return True

    def keep(self, answer: httpx.Response) -> None:
        answer.raise_for_status()
        self.keys = read_keys(answer.json())
        self._fetched_at = self._clock()

    @contextmanager
    def fetching(self) -> Iterator[None]:
        """Remember that a fetch has failed, and raise KeysUnavailable for whatever went wrong."""
        try:
            yield
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as problem:
            self._failed_at = self._clock()
            raise KeysUnavailable("The keys of the Login server cannot be fetched.") from problem

    def _is_fresh(self) -> bool:
        return self._clock() - self._fetched_at < self._lifetime
