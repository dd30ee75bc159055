"""One request after the other over one connection: what a request costs, finer than a load tool tells."""

from __future__ import annotations

import http.client
import json
import time
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from attrs import field, frozen


@frozen
class Latencies:
    """How long requests took that were answered 2xx, in milliseconds, and how many were not."""

    milliseconds: list[float] = field(factory=list)
    lost: list[int] = field(factory=list)

    def percentile(self, share: float) -> float:
        """The time within which so many of a hundred were answered; 0 when none was."""
        ordered = sorted(self.milliseconds)
        return ordered[min(len(ordered) - 1, int(len(ordered) * share / 100))] if ordered else 0.0


class Caller:
    """A connection to one server."""

    def __init__(self, origin: str) -> None:
        parts = urlsplit(origin)
        self._connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=60)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._connection.close()

    def reconnect(self) -> None:
        """Lets the next request open a connection: a server closes one that was idle for some seconds."""
        self._connection.close()

    def send(self, method: str, target: str, body: Any) -> int:
        """Sends a JSON document and returns the status of the whole answer, 0 when none came."""
        try:
            self._connection.request(method, target, json.dumps(body), {"content-type": "application/json"})
            with self._connection.getresponse() as answer:
                answer.read()
                return answer.status
        except (OSError, http.client.HTTPException):
            self.reconnect()
            return 0

    def timed(self, target: str, body: Any, into: Latencies) -> None:
        """Posts a JSON document and notes how long the answer took."""
        begun = time.perf_counter()
        status = self.send("POST", target, body)
        if 200 <= status < 300:
            into.milliseconds.append(1000 * (time.perf_counter() - begun))
        else:
            into.lost.append(status)
