"""What went over the wire during a test: kept masked, and written as `curl` lines."""

from __future__ import annotations

import os
import shlex
import time
from collections.abc import Iterable, Mapping
from typing import Any

import attrs
import httpx

from login_contract.suite.masking import MASK, masked

MOCK_DEFAULT_ORIGIN = "http://127.0.0.1:8480"
KEPT_BODY_CHARACTERS = 4000
SHOW_SECRETS = "--show-secrets"
SHOW_SECRETS_VARIABLE = "LOGIN_CONTRACT_SHOW_SECRETS"
_UNINTERESTING = {"accept", "accept-encoding", "connection", "content-length", "host", "user-agent"}


@attrs.frozen(kw_only=True)
class Exchange:
    """One request and its answer, passwords and tokens masked; ``status`` is None when no answer came.

    ``revealed`` is the ``curl`` line with passwords and tokens, where they were asked for.
    """

    method: str
    url: str
    headers: tuple[tuple[str, str], ...] = ()
    body: str | None = None
    status: int | None = None
    answer_headers: tuple[tuple[str, str], ...] = ()
    answer: str = ""
    milliseconds: float = 0.0
    revealed: str | None = attrs.field(default=None, repr=False)

    def curl(self, *, origins: Mapping[str, str] | None = None) -> str:
        """Returns the shell line that repeats the request; ``origins`` maps addresses to those to show.

        A line that lacks what was masked says that it is a template.
        """
        if self.revealed is not None:
            return _readdressed(self.revealed, origins)
        line = self._line(_readdressed(self.url, origins))
        lacking = self._lacking()
        return f"{line} # a template: {lacking}" if lacking else line

    def _lacking(self) -> str:
        """Says what the line cannot send, empty when it sends all that was sent."""
        if MASK in f"{self.url}{self.headers}{self.body}":
            return f"put the secrets in place of {MASK}, or run with {SHOW_SECRETS}"
        if self.body is not None and len(self.body) >= KEPT_BODY_CHARACTERS:
            return f"the body goes on after {KEPT_BODY_CHARACTERS} characters"
        return ""

    def _line(self, url: str) -> str:
        words = ["curl", "-i"]
        if self.method != ("GET" if self.body is None else "POST"):
            words += ["-X", self.method]
        words.append(shlex.quote(url))
        for name, value in self.headers:
            # With a colon, curl leaves out a header that is empty.
            words += ["-H", shlex.quote(f"{name}: {value}" if value else f"{name};")]
        if self.body is not None:
            if not any(name.lower() == "content-type" for name, _ in self.headers):
                # Else curl calls the body a form.
                words += ["-H", "Content-Type:"]
            words += ["--data-raw", shell_quoted(self.body)]
        return " ".join(words)

    def as_json(self) -> dict[str, Any]:
        """Returns plain values that survive the way from a worker process."""
        return attrs.asdict(self)

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Exchange:
        """Reads what ``as_json`` gave, lists standing for tuples."""
        pairs = {
            name: tuple((str(key), str(value)) for key, value in data[name])
            for name in ("headers", "answer_headers")
        }
        return cls(**{**data, **pairs})


def secrets_are_shown() -> bool:
    """Says whether the run was asked to put passwords and tokens into the lines that repeat requests."""
    return os.environ.get(SHOW_SECRETS_VARIABLE) == "1"


def _readdressed(text: str, origins: Mapping[str, str] | None) -> str:
    for actual, shown in (origins or {}).items():
        text = text.replace(actual, shown)
    return text


def shell_quoted(text: str) -> str:
    """Quotes a body for the shell; bytes that are no printable text are written in ANSI-C quoting."""
    if text.isprintable() or all(character.isprintable() or character in "\n\t" for character in text):
        return shlex.quote(text)
    escaped = "".join(
        character
        if character.isprintable() and character not in "\\'"
        else "".join(f"\\x{byte:02x}" for byte in character.encode("utf-8", "surrogateescape"))
        for character in text
    )
    return f"$'{escaped}'"


def revealed(method: str, url: str, headers: Iterable[tuple[str, str]], content: bytes) -> str | None:
    """Returns the line that repeats a request with its secrets, None unless the run was asked for them."""
    if not secrets_are_shown():
        return None
    body = as_text(content) if content else None
    return Exchange(method=method, url=url, headers=tuple(headers), body=body)._line(url)


def as_text(content: bytes) -> str:
    """Decodes a body; bytes that are not UTF-8 survive as surrogate escapes."""
    return content.decode("utf-8", "surrogateescape")


class Recorder:
    """Collects the exchanges of the HTTP clients that carry its hooks."""

    def __init__(self, *, secrets: Iterable[str] = ()) -> None:
        self._secrets = tuple(secrets)
        self._exchanges: list[Exchange] = []
        self._open: dict[int, tuple[int, float]] = {}

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """The exchanges so far, in the order the requests were sent."""
        return tuple(self._exchanges)

    def hide(self, *secrets: str) -> None:
        """Hides more values from now on."""
        self._secrets = (*self._secrets, *secrets)

    def clear(self) -> None:
        """Forgets everything recorded so far."""
        self._exchanges.clear()
        self._open.clear()

    def hooks(self) -> dict[str, list[Any]]:
        """Event hooks for ``httpx.Client``."""
        return {"request": [self.sent], "response": [self.received]}

    def sent(self, request: httpx.Request) -> None:
        """Notes a request that is about to leave."""
        self._open[id(request)] = (len(self._exchanges), time.perf_counter())
        self._exchanges.append(self._of_request(request))

    def received(self, response: httpx.Response) -> None:
        """Completes the exchange of the request that ``response`` answers."""
        response.read()
        position, started = self._open.pop(id(response.request), (None, 0.0))
        if position is None or position >= len(self._exchanges):
            return
        self._exchanges[position] = attrs.evolve(
            self._exchanges[position],
            status=response.status_code,
            answer_headers=self._headers(response.headers),
            answer=self._shown(response.content),
            milliseconds=round((time.perf_counter() - started) * 1000, 1),
        )

    def note(self, exchange: Exchange) -> None:
        """Adds an exchange that another transport made."""
        self._exchanges.append(exchange)

    def _of_request(self, request: httpx.Request) -> Exchange:
        try:
            content = request.content
        except httpx.RequestNotRead:
            content = b""
        return Exchange(
            method=request.method,
            url=self.masked(str(request.url)),
            headers=self._headers(request.headers),
            body=self._shown(content) if content else None,
            revealed=revealed(
                request.method,
                str(request.url),
                [pair for pair in request.headers.multi_items() if pair[0] not in _UNINTERESTING],
                content,
            ),
        )

    def _headers(self, headers: httpx.Headers) -> tuple[tuple[str, str], ...]:
        return tuple(
            (name, MASK if name in ("x-admin-token", "cookie", "set-cookie") else self.masked(value))
            for name, value in headers.multi_items()
            if name not in _UNINTERESTING
        )

    def _shown(self, content: bytes) -> str:
        return self.masked(as_text(content))[:KEPT_BODY_CHARACTERS]

    def masked(self, text: str) -> str:
        """Returns ``text`` without tokens, passwords and the recorder's own secrets."""
        return masked(text, secrets=self._secrets)
