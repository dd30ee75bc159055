"""How long fetched keys are trusted, and when it is time to fetch them: without fetching."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

import httpx
from xsolla_login_client.signed_tokens.signatures import read_keys

if TYPE_CHECKING:
    from joserfc.jwk import RSAKey

#: The description of `json-web-key-set` has ten minutes.
MAX_LIFETIME = 600.0
#: A fetch gives up after so many seconds without a sign of life.
TIMEOUT = 3.0
#: Anybody can send tokens with invented keys, and must not make this side hammer the key server.
PAUSE = 5.0
#: So that those who waited for a fetch that failed do not each wait for another one.
PAUSE_AFTER_FAILURE = 1.0


class KeyCache:
    """The keys that were fetched last, by `kid`, and when that was.

    Args:
        lifetime: seconds that fetched keys are trusted for, at most 600.
        clock: a clock that never runs backwards, in seconds.

    Raises:
        ValueError: the lifetime is out of bounds.
    """

    def __init__(self, lifetime: float, clock: Callable[[], float]) -> None:
        if not 0 < lifetime <= MAX_LIFETIME:
            raise ValueError(f"lifetime: more than 0 and at most {MAX_LIFETIME:.0f} seconds")
        self._lifetime = lifetime
        self._clock = clock
        self._fetched_at = self._searched_at = self._failed_at = float("-inf")
        self.keys: Mapping[str, RSAKey] = {}

    @property
    def is_fresh(self) -> bool:
        """Whether the keys are trusted as they are."""
        return self.age < self._lifetime

    @property
    def age(self) -> float:
        """How many seconds ago they were fetched."""
        return self._clock() - self._fetched_at

    @property
    def has_just_failed(self) -> bool:
        """Whether a fetch has failed so short a time ago that the next would, too."""
        return self._clock() - self._failed_at < PAUSE_AFTER_FAILURE

    @property
    def has_failed_since(self) -> bool:
        """Whether a fetch has failed after the last that did not."""
        return self._failed_at > self._fetched_at

    def holds(self, kid: str | None) -> bool:
        """Whether a trusted key has this name."""
        return self.is_fresh and kid in self.keys

    @property
    def has_just_searched(self) -> bool:
        """Whether `search` was so short a time ago that its result has to do."""
        return self._clock() - self._searched_at < PAUSE

    def search(self) -> None:
        """Note that trusted keys are fetched anew, for one that is not among them."""
        self._searched_at = self._clock()

    def keep(self, answer: httpx.Response) -> None:
        """Trust what an answer brings from now on.

        Raises:
            httpx.HTTPStatusError, ValueError: it brings no keys.
        """
        answer.raise_for_status()
        self.keys = read_keys(answer.json())
        self._fetched_at = self._clock()

    def fail(self) -> None:
        """Note that a fetch has failed."""
        self._failed_at = self._clock()
