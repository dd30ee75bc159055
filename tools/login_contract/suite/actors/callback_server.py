"""A server that a test is called back at: it records what comes and answers as told."""

from __future__ import annotations

import contextlib
import json
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from types import TracebackType
from typing import Any, Self

from attrs import field, frozen

from login_contract.plain_server import POLL_SECONDS, PlainHandler, PlainServer

JSON = "application/json"


@frozen(kw_only=True)
class Received:
    """One request; names of headers are lower case, ``json`` is None where the body is no JSON."""

    method: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    at: float

    @property
    def json(self) -> Any:
        """The body as a JSON value."""
        try:
            return json.loads(self.body)
        except ValueError:
            return None


@frozen(kw_only=True)
class CannedAnswer:
    """What to answer: ``json`` or ``body``, or neither; ``delay`` in seconds comes before it."""

    status: int = 204
    json: Any = None
    body: bytes | str | None = None
    headers: Mapping[str, str] = field(factory=dict)
    delay: float = 0

    @property
    def content(self) -> bytes:
        """The body as bytes."""
        if self.json is not None:
            return json.dumps(self.json).encode()
        return self.body.encode() if isinstance(self.body, str) else self.body or b""

    @property
    def all_headers(self) -> dict[str, str]:
        """The headers, with the media type of JSON where ``json`` is given, unless told otherwise."""
        typed = {"content-type": JSON} if self.json is not None else {}
        return {**typed, **{name.lower(): value for name, value in self.headers.items()}}


Answering = CannedAnswer | Callable[[Received], CannedAnswer]


class CallbackServer:
    """A context manager around one server on a free port of this machine.

    ``answers`` holds what a path (without query) is answered: an ``Answer``, or a function that makes one;
    other paths get what ``answer`` was told last, at first 204 without a body.
    """

    def __init__(self) -> None:
        self.answers: dict[str, Answering] = {}
        self._default: Answering = CannedAnswer()
        self._requests: list[Received] = []
        self._lock = threading.Lock()
        self._server = _Server(self)

    def __enter__(self) -> Self:
        self._server.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Stop answering; who calls from now on is refused."""
        self._server.stopping.set()
        self._server.close()

    @property
    def port(self) -> int:
        """The port it listens on, of 127.0.0.1."""
        return self._server.server_port

    def url(self, path: str = "/") -> str:
        """Return the address of a path."""
        return f"{self._server.origin}{path}"

    @property
    def requests(self) -> Sequence[Received]:
        """Every request so far, oldest first."""
        with self._lock:
            return list(self._requests)

    def of(self, path: str) -> list[Received]:
        """Return the requests to a path, oldest first."""
        return [request for request in self.requests if request.path == path]

    def forget(self) -> None:
        """Forget the requests so far."""
        with self._lock:
            self._requests.clear()

    def answer(
        self,
        status: int | Callable[[Received], CannedAnswer] = 204,
        json: Any = None,
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
        delay: float = 0,
    ) -> None:
        """Say what every path without an answer of its own is answered from now on."""
        if callable(status):
            self._default = status
        else:
            self._default = CannedAnswer(
                status=status, json=json, body=body, headers=headers or {}, delay=delay
            )

    def wait_for(self, count: int, *, path: str | None = None, seconds: float = 10) -> list[Received]:
        """Wait until so many requests have come, to a path if one is named, and return them all.

        Raises:
            AssertionError: they did not come within ``seconds``.
        """
        __tracebackhide__ = True
        deadline = time.monotonic() + seconds
        while True:
            found = [request for request in self.requests if path in (None, request.path)]
            if len(found) >= count:
                return found
            assert time.monotonic() < deadline, f"{len(found)} of {count} requests came within {seconds} s"
            time.sleep(POLL_SECONDS)

    def take(self, request: Received) -> CannedAnswer:
        """Record a request and return its answer."""
        with self._lock:
            self._requests.append(request)
        answering = self.answers.get(request.path.partition("?")[0], self._default)
        return answering(request) if callable(answering) else answering


class _Server(PlainServer):
    """``stopping`` ends the delays of answers."""

    def __init__(self, receiver: CallbackServer) -> None:
        self.receiver = receiver
        self.stopping = threading.Event()
        super().__init__(_Handler)


class _Handler(PlainHandler):
    server: _Server

    def respond(self) -> None:
        request = Received(
            method=self.command,
            path=self.path,
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.body(),
            at=time.monotonic(),
        )
        answer = self.server.receiver.take(request)
        if answer.delay:
            self.server.stopping.wait(answer.delay)
        with contextlib.suppress(OSError):
            self.answer(answer.status, answer.content, answer.all_headers)
