"""When a call is made once more, and how long it waits before."""

from __future__ import annotations

import random
from collections.abc import Callable, Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpx
from attrs import field, frozen
from attrs.validators import ge, instance_of

#: The server has not done anything: it was not reached, or it sent the call away.
_NEVER_SENT = (httpx.ConnectError, httpx.ProxyError)
_BROKEN = (httpx.NetworkError, httpx.RemoteProtocolError)
_SENT_AWAY = frozenset({429})
#: Whether the server has done anything is not known.
_PERHAPS_DONE = frozenset({502, 503, 504})
_FIRST_PAUSE = 0.25


@frozen(kw_only=True)
class Retry:
    """A call that is about to be made once more: the hook of `Retries` is given one."""

    #: The id of the operation.
    operation: str
    #: How often the call was made so far.
    attempt: int
    #: The wait that follows, in seconds.
    pause: float
    #: The status that was answered, or None.
    status: int | None
    #: Why there was no answer, or None.
    error: Exception | None


@frozen(kw_only=True)
class Retries:
    """How calls are repeated; `Retries(attempts=1)` never does.

    Any call is repeated that the server did not take: it could not be connected to, or answered 429. A call
    that changes nothing is also repeated when the connection broke, and on 502, 503 and 504. No call is
    repeated that ran out of time: the time is the caller's. `Retry-After` is waited for, with a little
    on top so that not everybody comes back at once; where it asks for more than `longest_wait` seconds, the
    answer is given back at once.
    """

    attempts: int = field(default=3, validator=[instance_of(int), ge(1)])
    longest_wait: float = field(default=30.0, validator=ge(0))
    on_retry: Callable[[Retry], None] | None = None

    def pause(
        self, attempt: int, *, repeatable: bool, outcome: httpx.Response | httpx.HTTPError
    ) -> float | None:
        """Return how many seconds to wait before the call is made again, or None where it is not.

        Args:
            attempt: how often it was made so far.
            repeatable: whether the operation may be repeated after it was perhaps done.
            outcome: what came of it.
        """
        if attempt >= self.attempts or not _may_be_repeated(outcome, repeatable=repeatable):
            return None
        wanted = _retry_after(outcome) if isinstance(outcome, httpx.Response) else None
        pause = _FIRST_PAUSE * 2 ** (attempt - 1)
        # No secret depends on it.
        if wanted is None:
            return min(random.uniform(pause / 2, pause), self.longest_wait)
        return wanted + random.uniform(0, pause) if wanted <= self.longest_wait else None

    def tell(
        self, operation: str, attempt: int, pause: float, outcome: httpx.Response | httpx.HTTPError
    ) -> None:
        """Call the hook, if there is one."""
        if self.on_retry is not None:
            answered = isinstance(outcome, httpx.Response)
            self.on_retry(
                Retry(
                    operation=operation,
                    attempt=attempt,
                    pause=pause,
                    status=outcome.status_code if isinstance(outcome, httpx.Response) else None,
                    error=None if answered else outcome,  # type: ignore[arg-type]
                )
            )


def can_be_sent_again(arguments: Mapping[str, Any]) -> bool:
    """Whether a request is still there after it was sent: a file is read only once."""
    return "files" not in arguments and not hasattr(arguments.get("content"), "read")


def _may_be_repeated(outcome: httpx.Response | httpx.HTTPError, *, repeatable: bool) -> bool:
    if isinstance(outcome, httpx.Response):
        return outcome.status_code in _SENT_AWAY or (repeatable and outcome.status_code in _PERHAPS_DONE)
    if isinstance(outcome, httpx.TimeoutException):
        return False
    return isinstance(outcome, (*_NEVER_SENT, *_BROKEN) if repeatable else _NEVER_SENT)


def _retry_after(response: httpx.Response) -> float | None:
    """Return the seconds that the answer asks to wait, by a number or a date (RFC 9110, 10.2.3)."""
    text = response.headers.get("retry-after", "").strip()
    if text.isascii() and text.isdigit():
        return float(text[:9])
    until = _date(text)
    if until is None:
        return None
    now = _date(response.headers.get("date", "")) or datetime.now(UTC)
    return max(0.0, (until - now) / timedelta(seconds=1))


def _date(text: str) -> datetime | None:
    try:
        date = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return date if date.tzinfo else date.replace(tzinfo=UTC)
