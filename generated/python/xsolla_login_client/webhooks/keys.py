"""Key sets that are fetched from an address, kept for a while, and fetched anew for an unknown key."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

import httpx
from xsolla_login_client.signed_tokens.key_cache import MAX_LIFETIME, TIMEOUT, KeyCache
from xsolla_login_client.signed_tokens.signatures import find_key
from xsolla_login_client.webhooks.errors import KeysUnavailable
from xsolla_login_client.webhooks.translation import translated

if TYPE_CHECKING:
    from joserfc.jwk import RSAKey


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
        self._cache = KeyCache(lifetime, clock)
        self._lock = threading.Lock()

    def key(self, kid: str | None) -> RSAKey:
        """Return the key of that id, fetching the key set where needed.

        Raises:
            UnknownKey: a key set that was just fetched does not hold it.
            KeysUnavailable: the key set cannot be fetched.
        """
        if not self._cache.holds(kid):
            with self._lock:
                if _wants_fetch(self._cache, kid):
                    with _fetching(self._cache):
                        self._cache.keep(self._fetch())
        with translated():
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
        self._cache = KeyCache(lifetime, clock)
        self._lock = asyncio.Lock()

    async def key(self, kid: str | None) -> RSAKey:
        """Return the key of that id, fetching the key set where needed.

        Raises:
            UnknownKey: a key set that was just fetched does not hold it.
            KeysUnavailable: the key set cannot be fetched.
        """
        if not self._cache.holds(kid):
            async with self._lock:
                if _wants_fetch(self._cache, kid):
                    with _fetching(self._cache):
                        self._cache.keep(await self._fetch())
        with translated():
            return find_key(self._cache.keys, kid)

    async def _fetch(self) -> httpx.Response:
        if self._http is not None:
            return await self._http.get(self._url)
        async with httpx.AsyncClient(timeout=TIMEOUT) as http:
            return await http.get(self._url)


def _wants_fetch(cache: KeyCache, kid: str | None) -> bool:
    """Whether to fetch now; raises KeysUnavailable when that has just failed."""
    if cache.holds(kid):
        return False
    fresh = cache.is_fresh
    if fresh and cache.has_just_searched:
        return False
    if cache.has_just_failed:
        raise KeysUnavailable("The keys of the Login server cannot be fetched.")
    if fresh:
        cache.search()
    return True


@contextmanager
def _fetching(cache: KeyCache) -> Iterator[None]:
    """Remember that a fetch has failed, and raise KeysUnavailable for whatever went wrong."""
    try:
        yield
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as problem:
        cache.fail()
        raise KeysUnavailable("The keys of the Login server cannot be fetched.") from problem
