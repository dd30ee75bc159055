"""A request to an ASGI application without a socket or an HTTP library in between."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from typing import Any
from urllib.parse import unquote

from attrs import field, frozen
from starlette.types import ASGIApp


@frozen
class Called:
    """An answer: its status, its headers with names in lower case, one by one, and its whole body."""

    status: int
    headers: Sequence[tuple[str, str]]
    body: bytes


@frozen
class InProcessExchange:
    """One request and what comes back for it."""

    scope: dict[str, Any]
    body: bytes
    _sent: list[Any] = field(factory=list)

    @classmethod
    def begin(cls, method: str, target: str, headers: Mapping[str, str], body: bytes) -> InProcessExchange:
        """Prepare a request; ``target`` is a path with its query, already encoded."""
        path, _, query = target.partition("?")
        scope = {
            "type": "http",
            "asgi": {"version": "3.0"},
            "http_version": "1.1",
            "method": method,
            "scheme": "http",
            "path": unquote(path),
            "raw_path": path.encode("ascii"),
            "query_string": query.encode("ascii"),
            "headers": [(name.lower().encode(), value.encode("latin-1")) for name, value in headers.items()],
            "client": ("127.0.0.1", 0),
            "server": None,
        }
        return cls(scope, body)

    async def run(self, app: ASGIApp) -> Called:
        """Let the application answer; its exceptions are the caller's."""
        given = iter([{"type": "http.request", "body": self.body, "more_body": False}])

        async def receive() -> Any:
            message = next(given, None)
            if message is None:
                # Nobody hangs up.
                await asyncio.Event().wait()
            return message

        async def send(message: Any) -> None:
            self._sent.append(message)

        await app(self.scope, receive, send)
        start, *rest = self._sent
        headers = [(name.decode().lower(), value.decode("latin-1")) for name, value in start["headers"]]
        return Called(start["status"], headers, b"".join(part.get("body", b"") for part in rest))
