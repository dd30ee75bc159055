"""Calls that this server makes: timed out, limited in size, to the very address and no other."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Mapping
from contextvars import ContextVar
from typing import Any

from attrs import frozen

from login_contract.lost_call import LostCall, lost_call, too_large

LARGEST_ANSWER = 64 * 1024
LIBRARY_LOGS = ("httpx", "httpcore.connection", "httpcore.http11")
_calling: ContextVar[bool] = ContextVar("_calling", default=False)


@frozen
class Answered:
    """An answer; of a body larger than ``LARGEST_ANSWER`` bytes only the beginning was read.

    ``lost`` is why the body cannot be read, None when it can; ``body`` is then what came of it.
    """

    status: int
    headers: Mapping[str, str]
    body: bytes
    lost: LostCall | None = None

    @property
    def media_type(self) -> str:
        """The media type without its parameters, in lower case."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    def shown(self) -> dict[str, Any]:
        """Return it as the log of deliveries keeps it."""
        text = self.body[:LARGEST_ANSWER].decode("utf-8", "replace")
        return {"status": self.status, "headers": dict(self.headers), "body": text}


class Unanswered(Exception):
    """No answer came; the message says why, ``in_time`` whether it was known before the time was over."""

    def __init__(self, lost: LostCall) -> None:
        super().__init__(lost.sentence)
        self.in_time = lost.cause != "timed_out"


async def post_json(
    url: str, content: bytes, *, timeout: float, headers: Mapping[str, str] | None = None
) -> Answered:
    """Send JSON with POST and return the answer, whatever its status; ``timeout`` is in seconds.

    Raises:
        Unanswered: none came.
    """
    import httpx

    from login_contract.http_client import make_direct_client

    sent = {
        **(headers or {}),
        "Content-Type": "application/json",
        # A small compressed body can unfold to any size.
        "Accept-Encoding": "identity",
    }
    read = bytearray()
    quiet = _calling.set(True)
    try:
        async with (
            asyncio.timeout(timeout),
            make_direct_client(url) as client,
            client.stream("POST", url, content=content, headers=sent) as response,
        ):
            async for chunk in response.aiter_raw():
                read += chunk
                if len(read) > LARGEST_ANSWER:
                    break
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as problem:
        raise Unanswered(lost_call(problem, seconds=timeout)) from None
    finally:
        _calling.reset(quiet)
    return _answered(response.status_code, dict(response.headers.items()), bytes(read))


def _answered(status: int, headers: Mapping[str, str], read: bytes) -> Answered:
    if len(read) > LARGEST_ANSWER:
        return Answered(status, headers, read, too_large(LARGEST_ANSWER))
    encoding = headers.get("content-encoding", "identity").strip().lower()
    if encoding in ("", "identity") or not read:
        return Answered(status, headers, read)
    clause = f"the answer says that it is encoded as {encoding[:40]}, which nobody asked for"
    return Answered(status, headers, read, LostCall("decoding", clause))


def _unheard(record: logging.LogRecord) -> bool:
    """Keep the HTTP library from writing a receiver's headers, with what they repeat, into its own log."""
    return not _calling.get()


for _name in LIBRARY_LOGS:
    logging.getLogger(_name).addFilter(_unheard)
