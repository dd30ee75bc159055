"""Calls that this server makes: timed out, limited in size, to the very address and no other."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from attrs import frozen

LARGEST_ANSWER = 64 * 1024


class Unanswered(Exception):
    """No answer came; the message says why, ``in_time`` whether it was known before the time was over."""

    def __init__(self, reason: str, *, in_time: bool) -> None:
        super().__init__(reason)
        self.in_time = in_time


@frozen
class Answered:
    """An answer; of a body larger than ``LARGEST_ANSWER`` bytes only the beginning was read."""

    status: int
    headers: Mapping[str, str]
    body: bytes

    def shown(self) -> dict[str, Any]:
        """Return it as the log of deliveries keeps it."""
        text = self.body[:LARGEST_ANSWER].decode("utf-8", "replace")
        return {"status": self.status, "headers": dict(self.headers), "body": text}


async def post_json(url: str, content: bytes, *, timeout: float) -> Answered:
    """Send JSON with POST and return the answer, whatever its status; ``timeout`` is in seconds.

    Raises:
        Unanswered: none came.
    """
    import httpx

    # A small compressed body can unfold to any size.
    headers = {"Content-Type": "application/json", "Accept-Encoding": "identity"}
    read = bytearray()
    try:
        async with (
            asyncio.timeout(timeout),
            httpx.AsyncClient(
                verify=url.startswith("https:"), timeout=None, follow_redirects=False, trust_env=False
            ) as client,
            client.stream("POST", url, content=content, headers=headers) as response,
        ):
            async for chunk in response.aiter_raw():
                read += chunk
                if len(read) > LARGEST_ANSWER:
                    break
    except TimeoutError:
        raise Unanswered(f"No answer came within {timeout:g} seconds.", in_time=False) from None
    except (httpx.HTTPError, httpx.InvalidURL, OSError, ValueError) as problem:
        reason = f"The call failed: {type(problem).__name__}: {str(problem)[:300]}"
        raise Unanswered(reason, in_time=True) from None
    return Answered(response.status_code, dict(response.headers.items()), bytes(read))
