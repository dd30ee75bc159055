"""Which calls the client makes again, and what it waits before: laws, for blocking and awaited calls."""

from __future__ import annotations

from typing import Any
from unittest.mock import patch

import httpx
import pytest
from attrs import field, frozen
from xsolla_login_client import Client, LoginError, Retries, Retry, TimedOut, TransportError

from tests.codegen.python.calls import call_of, client_to

READS, CHANGES, UPLOADS, PROVES_ONCE = (
    "get-user-details",
    "auth-by-username-and-password",
    "upload-user-picture",
    "otp-validate",
)
MANNERS = ("sync_detailed", "asyncio_detailed")
Outcome = httpx.Response | Exception
#: How often each call is made, of three times at most, by what comes of it: one that only reads, one that
#: changes something, one with a file, and one whose code is good once.
REPEATED: dict[int | type[Exception], tuple[int, int, int, int]] = {
    429: (3, 3, 1, 3),
    502: (3, 1, 1, 1),
    503: (3, 1, 1, 1),
    504: (3, 1, 1, 1),
    **dict.fromkeys((200, 302, 400, 401, 403, 404, 408, 409, 418, 422, 425, 500, 501, 520), (1, 1, 1, 1)),
    httpx.ConnectError: (3, 3, 1, 3),
    httpx.ProxyError: (3, 3, 1, 3),
    httpx.ReadError: (3, 1, 1, 1),
    httpx.WriteError: (3, 1, 1, 1),
    httpx.CloseError: (3, 1, 1, 1),
    httpx.RemoteProtocolError: (3, 1, 1, 1),
    **dict.fromkeys(
        (
            *(httpx.ConnectTimeout, httpx.ReadTimeout, httpx.WriteTimeout, httpx.PoolTimeout),
            *(httpx.LocalProtocolError, httpx.UnsupportedProtocol, httpx.DecodingError),
            *(httpx.TooManyRedirects, httpx.InvalidURL),
        ),
        (1, 1, 1, 1),
    ),
}


@frozen
class Course:
    """How a call went: what came of it at last, how often it was made, and the waits in between."""

    outcome: Any
    made: int
    pauses: list[float] = field(factory=list)
    told: list[Retry] = field(factory=list)


def course(operation_id: str, manner: str, outcomes: list[Outcome], **retries: Any) -> Course:
    """Make a call to a server that answers one outcome after another, the last of them for ever."""
    made: list[httpx.Request] = []
    pauses: list[float] = []
    told: list[Retry] = []

    def handler(request: httpx.Request) -> httpx.Response:
        made.append(request)
        outcome = outcomes[min(len(made), len(outcomes)) - 1]
        if isinstance(outcome, Exception):
            raise outcome
        return httpx.Response(outcome.status_code, headers=outcome.headers, content=outcome.content)

    async def wait(seconds: float) -> None:
        pauses.append(seconds)

    client = client_to(handler, retries=Retries(**{"on_retry": told.append, **retries}))
    with (
        patch("xsolla_login_client.client.time.sleep", pauses.append),
        patch("xsolla_login_client.client.asyncio.sleep", wait),
    ):
        try:
            outcome = call_of(operation_id).make(manner, client)
        except LoginError as error:
            outcome = error
    return Course(outcome, len(made), pauses, told)


def answer(status: int, **headers: str) -> httpx.Response:
    """Return an answer with headers: `retry_after="7"`."""
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return httpx.Response(status, headers=raw)


def judge_what_is_repeated() -> None:
    """Judge how often each kind of call is made for each outcome."""
    for manner in MANNERS:
        for what, counts in REPEATED.items():
            outcome: Outcome = answer(what) if isinstance(what, int) else what("no")
            for operation_id, count in zip((READS, CHANGES, UPLOADS, PROVES_ONCE), counts, strict=True):
                went = course(operation_id, manner, [outcome])
                assert went.made == count, f"{operation_id} was made {went.made} times after {what}"
                assert len(went.pauses) == len(went.told) == count - 1
                if isinstance(what, type):
                    timed_out = issubclass(what, httpx.TimeoutException)
                    assert type(went.outcome) is (TimedOut if timed_out else TransportError)
                    assert went.outcome.__cause__ is outcome
                else:
                    assert went.outcome.status_code == what


#: `Retry-After`, `Date`, and the shortest wait that both ask for; None where the answer is given back.
WAITS: dict[tuple[str, str], float | None] = {
    ("7", ""): 7,
    (" 7 ", ""): 7,
    ("0", ""): 0,
    ("30", ""): 30,
    ("31", ""): None,
    ("9" * 400, ""): None,
    ("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:30 GMT"): 7,
    ("Sunday, 06-Nov-94 08:49:37 GMT", "Sun, 06 Nov 1994 08:49:30 GMT"): 7,
    ("Sun Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:30 GMT"): 7,
    ("Sun, 06 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 1994 08:50:30 GMT"): 0,
    ("Sun, 06 Nov 1994 08:49:37 GMT", ""): 0,
    ("Sun, 06 Nov 2994 08:49:37 GMT", ""): None,
    ("Sun, 06 Nov 1994 09:49:37 GMT", "Sun, 06 Nov 1994 08:49:30 GMT"): None,
}
NONSENSE = ("", "-1", "1.5", "soon", "5, 10", "٣", "\xff", "Wed, 99 Foo 99999 99:99:99 GMT", "Sun, 06 Nov")


def judge_waits() -> None:
    """Judge how long the client waits for whom."""
    for manner in MANNERS:
        for (after, date), least in WAITS.items():
            headers = {"retry_after": after} | ({"date": date} if date else {})
            went = course(CHANGES, manner, [answer(429, **headers), answer(200)])
            assert went.made == (1 if least is None else 2), f"Retry-After: {after}, Date: {date}"
            for pause in went.pauses:
                assert least is not None
                assert least <= pause <= least + 0.25, f"Retry-After: {after}, Date: {date}"
        for nonsense in NONSENSE:
            went = course(CHANGES, manner, [answer(429, retry_after=nonsense)], attempts=4)
            for pause, longest in zip(went.pauses, (0.25, 0.5, 1.0), strict=True):
                assert longest / 2 <= pause <= longest, f"Retry-After: {nonsense!r}"
    assert course(READS, "sync", [answer(503)], longest_wait=0).pauses == [0, 0]


def judge_spread() -> None:
    """Judge that not everybody comes back at once."""
    for headers in ({}, {"retry_after": "1"}):
        pauses = [course(READS, "sync", [answer(503, **headers)]).pauses[0] for _ in range(20)]
        assert max(pauses) - min(pauses) > 0.02, "all come back at once"


def judge_hook() -> None:
    """Judge what the hook is told, and that it may end the call."""

    class Enough(Exception):
        pass

    def enough(_: Retry) -> None:
        raise Enough

    broken = httpx.ReadError("gone")
    for manner in MANNERS:
        went = course(READS, manner, [answer(503), broken, answer(200)])
        told = [(each.attempt, each.status, each.error) for each in went.told]
        assert told == [(1, 503, None), (2, None, broken)], f"the hook is told {told}"
        assert [each.pause for each in went.told] == went.pauses
        assert {each.operation for each in went.told} == {READS}
        with pytest.raises(Enough):
            course(READS, manner, [answer(503)], on_retry=enough)


def judge_timeouts(address: str) -> None:
    """Judge that a call to a socket which never answers ends when it is told to, after one attempt."""
    told: list[Retry] = []
    patient: dict[str, Any] = {"timeout": 20, "verify_ssl": False, "httpx_args": {"trust_env": False}}
    for manner, timeout in (("sync", 0.05), ("asyncio", httpx.Timeout(0.05)), ("sync_detailed", 0.05)):
        with Client(address, retries=Retries(on_retry=told.append), **patient) as client:
            with pytest.raises(TimedOut) as caught:
                call_of(READS).make(manner, client, timeout=timeout)
            assert isinstance(caught.value.__cause__, httpx.ReadTimeout)
            limits = caught.value.__cause__.request.extensions["timeout"]
            assert limits["read"] == 0.05, f"it may take {limits}"
    assert told == []
