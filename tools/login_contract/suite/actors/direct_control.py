"""The control interface of a mock in this process, past everything that a game's tests replace or forbid."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any, Protocol
from urllib.parse import urlencode

from login_contract.suite.actors.control import Control, ControlError


class DirectAnswer(Protocol):
    """An answer: its status, its headers one by one, and its whole body."""

    @property
    def status(self) -> int:
        """The HTTP status."""

    @property
    def headers(self) -> Sequence[tuple[str, str]]:
        """Names in lower case, and values."""

    @property
    def body(self) -> bytes:
        """The bytes of the body."""


class DirectServer(Protocol):
    """A server in this process that can be called without a socket."""

    @property
    def origin(self) -> str:
        """Its address without a path."""

    def call(self, method: str, target: str, *, headers: Mapping[str, str], body: bytes) -> DirectAnswer:
        """Answer a request; ``target`` is a path with its query."""


class DirectControl(Control):
    """Calls the server itself: neither replaced HTTP clients nor forbidden sockets stand in the way."""

    def __init__(self, server: DirectServer) -> None:
        self.origin = server.origin
        self._server = server

    def close(self) -> None:
        """There is nothing to close."""

    def request(self, method: str, path: str, **options: Any) -> Any:
        """Send a control request and return its decoded JSON answer, None when the answer is empty.

        ``options`` may hold ``json``, or ``content`` and ``headers``, and ``params``.

        Raises:
            ControlError: the answer is not 2xx.
        """
        query = urlencode(options.get("params", {}))
        body = (
            json.dumps(options["json"]).encode()
            if "json" in options
            else b"".join(options.get("content", ()))
        )
        headers = options.get("headers", {"content-type": "application/json"} if body else {})
        answer = self._server.call(method, f"{path}?{query}" if query else path, headers=headers, body=body)
        if not 200 <= answer.status < 300:
            raise ControlError(f"{method} {path}: {answer.status} {answer.body.decode()[:500]}")
        return json.loads(answer.body) if answer.body else None
