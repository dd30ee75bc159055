"""One request and its answer: how a report shows them, and the `curl` line that repeats the request."""

from __future__ import annotations

import os
import shlex
from collections.abc import Callable, Mapping
from typing import Any

import attrs

from login_contract.legible import KEPT
from login_contract.suite.reporting.masking import MASK

MOCK_DEFAULT_ORIGIN = "http://127.0.0.1:8480"
KEPT_BODY_CHARACTERS = 4000
COOKIES = ("cookie", "set-cookie")
SHOW_SECRETS = "--show-secrets"
SHOW_SECRETS_VARIABLE = "LOGIN_CONTRACT_SHOW_SECRETS"


@attrs.frozen(kw_only=True)
class Exchange:
    """One request and its answer; ``status`` is None when no answer came.

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
        line = self.line(_readdressed(self.url, origins))
        lacking = self._lacking()
        return f"{line} # a template: {lacking}" if lacking else line

    def _lacking(self) -> str:
        """Says what the line cannot send, empty when it sends all that was sent."""
        if MASK in f"{self.url}{self.headers}{self.body}":
            return f"put the secrets in place of {MASK}, or run with {SHOW_SECRETS}"
        if self.body is not None and len(self.body) >= KEPT_BODY_CHARACTERS:
            return f"the body goes on after {KEPT_BODY_CHARACTERS} characters"
        return ""

    def line(self, url: str) -> str:
        """Returns the shell line that sends what is kept of the request to an address."""
        words = ["curl", "-i"]
        if self.method != ("GET" if self.body is None else "POST"):
            words += ["-X", self.method]
        words.append(shell_quoted(url))
        for name, value in self.headers:
            # With a colon, curl leaves out a header that is empty.
            words += ["-H", shell_quoted(f"{name}: {value}" if value else f"{name};")]
        if self.body is None:
            return " ".join(words)
        if not any(name.lower() == "content-type" for name, _ in self.headers):
            # Else curl calls the body a form.
            words += ["-H", "Content-Type:"]
        if "\0" in self.body:
            # No argument of a program can hold it.
            return " ".join(
                ["printf", "%b", shlex.quote(_octal(self.body)), "|", *words, "--data-binary", "@-"]
            )
        return " ".join([*words, "--data-raw", shell_quoted(self.body)])

    def without_secrets(self, masked: Callable[[str], str]) -> Exchange:
        """Returns the exchange as a report may show it: secrets masked, long bodies cut."""
        return attrs.evolve(
            self,
            url=masked(self.url),
            headers=_shown(self.headers, masked),
            body=None if self.body is None else masked(self.body)[:KEPT_BODY_CHARACTERS],
            answer_headers=_shown(self.answer_headers, masked),
            answer=masked(self.answer)[:KEPT_BODY_CHARACTERS],
            revealed=self.revealed or (self.line(self.url) if secrets_are_shown() else None),
        )

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


def _shown(pairs: tuple[tuple[str, str], ...], masked: Callable[[str], str]) -> tuple[tuple[str, str], ...]:
    return tuple(
        (name, MASK if name in ("x-admin-token", *COOKIES) else masked(value)) for name, value in pairs
    )


def shell_quoted(text: str) -> str:
    """Quotes a word for the shell; bytes that are no printable text are written in ANSI-C quoting."""
    if all(character.isprintable() or character in KEPT for character in text):
        return shlex.quote(text)
    escaped = "".join(
        character
        if character.isprintable() and character not in "\\'"
        else "".join(f"\\x{byte:02x}" for byte in as_bytes(character))
        for character in text
    )
    return f"$'{escaped}'"


def _octal(text: str) -> str:
    """Writes a text for ``printf %b``."""
    return "".join(
        character
        if character.isprintable() and character != "\\"
        else "".join(f"\\0{byte:03o}" for byte in as_bytes(character))
        for character in text
    )


def as_bytes(text: str) -> bytes:
    """Encodes what ``as_text`` decoded; a surrogate that stands for no byte is written too."""
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text.encode("utf-8", "surrogatepass")


def as_text(content: bytes) -> str:
    """Decodes a body; bytes that are not UTF-8 survive as surrogate escapes."""
    return content.decode("utf-8", "surrogateescape")


def has_foreign_bytes(text: str) -> bool:
    """Says whether a body that ``as_text`` decoded was not all UTF-8."""
    return any("\udc80" <= character <= "\udcff" for character in text)
