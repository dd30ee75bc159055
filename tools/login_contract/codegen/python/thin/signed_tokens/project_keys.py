"""The public keys of a project, fetched from the Login server when they are needed: once, for everybody."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from contextlib import contextmanager
from typing import TYPE_CHECKING
from uuid import UUID

import httpx
from xsolla_login_client.signed_tokens.errors import KeysUnavailable
from xsolla_login_client.signed_tokens.key_cache import MAX_LIFETIME, TIMEOUT, KeyCache
from xsolla_login_client.signed_tokens.signatures import find_key
from xsolla_login_client.single_flight import SingleFlight, wait, wait_async

if TYPE_CHECKING:
    from joserfc.jwk import RSAKey

# Not that of the generated module: a client of a team's own may have been made without that call.
PATH = "/projects/{project_id}/jwks.json"
#: So long after their time keys still serve while no others can be fetched, in seconds.
STALE, MAX_STALE = 3600.0, 86400.0


class ProjectKeys:
    """The key set of a project; one object serves all threads, tasks and event loops.

    Keys are fetched when there are none, when their time is over, and for a token that names another, which
    happens once in five seconds at most: anybody can send tokens with invented keys.

    Args:
        project_id: of the Login project.
        base_url: address of the API.
        http: the client to fetch with (default: one for each fetch that gives up after 3 seconds).
        lifetime: seconds that fetched keys are trusted for, at most 600.
        stale: seconds that they still serve afterwards, while a fetch fails, at most a day.
        clock: a clock that never runs backwards, in seconds.

    Raises:
        ValueError: a time is out of bounds.
    """

    def __init__(
        self,
        project_id: UUID,
        *,
        base_url: str,
        http: httpx.Client | None = None,
        lifetime: float = MAX_LIFETIME,
        stale: float = STALE,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        if not 0 <= stale <= MAX_STALE:
            raise ValueError(f"stale: from 0 to {MAX_STALE:.0f} seconds")
        self._url = base_url.rstrip("/") + PATH.format(project_id=project_id)
        self._http = http
        self._trusted_for = lifetime + stale
        self._cache = KeyCache(lifetime, clock)
        self._flight: SingleFlight[httpx.Response | Exception] = SingleFlight(
            self._fetched, settle=self._settle, name="xsolla-login-keys"
        )

    def key(self, kid: str | None) -> RSAKey:
        """Return the key of that name, and fetch the keys where needed.

        Raises:
            UnknownKey: the project has none.
            KeysUnavailable: they cannot be fetched.
        """
        fetch = self._wanted(kid)
        if fetch is not None:
            wait(fetch)
        return self._found(kid)

    async def key_async(self, kid: str | None) -> RSAKey:
        """Do the same without blocking an event loop."""
        fetch = self._wanted(kid)
        if fetch is not None:
            await wait_async(fetch)
        return self._found(kid)

    def _wanted(self, kid: str | None) -> Future[httpx.Response | Exception] | None:
        """Return the fetch to wait for, if any."""
        cache = self._cache
        with self._flight.lock:
            if cache.is_fresh:
                if kid in cache.keys or cache.has_just_searched:
                    return None
                cache.search()
                return self._flight.join()
            if cache.has_just_failed:
                return None
            fetch = self._flight.join()
            # Who has keys that still serve does not wait for a server that has not answered lately.
            return None if cache.has_failed_since and self._serves(kid) else fetch

    def _found(self, kid: str | None) -> RSAKey:
        with self._flight.lock:
            if not self._cache.is_fresh and not self._serves(kid):
                raise KeysUnavailable("The keys of the Login server cannot be fetched.")
            return find_key(self._cache.keys, kid)

    def _serves(self, kid: str | None) -> bool:
        return self._cache.age < self._trusted_for and kid in self._cache.keys

    def _fetched(self) -> httpx.Response | Exception:
        try:
            with self._client() as http:
                # A public list needs no proof of who asks, and it is trusted from this address alone.
                return http.send(http.build_request("GET", self._url), auth=None, follow_redirects=False)
        except Exception as problem:
            # Whatever a transport raises, others wait for an outcome.
            return problem

    @contextmanager
    def _client(self) -> Iterator[httpx.Client]:
        if self._http is not None:
            yield self._http
            return
        with httpx.Client(timeout=TIMEOUT) as own:
            yield own

    def _settle(self, outcome: httpx.Response | Exception) -> None:
        try:
            if isinstance(outcome, Exception):
                raise outcome
            self._cache.keep(outcome)
        except Exception:
            self._cache.fail()
