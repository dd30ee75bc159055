"""The sequence diagrams of the guides, as lists of messages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import frozen

from tests.docs.reading import blocks

_MESSAGE = re.compile(r"^\s*(\w+)\s*(--?>>)[+-]?\s*(\w+)\s*:\s*(.+?)\s*$")
_CALL = re.compile(r"(GET|PUT|POST|DELETE|PATCH)\b(?: (\S.*))?")
_STATUS = re.compile(r"([1-5]\d\d)\b")
_CODE = re.compile(r"\b\d{3,4}-\d{3,4}\b")


@frozen
class Message:
    """An arrow between two participants; `answers` is the call before it that it answers, if it does."""

    source: str
    target: str
    label: str
    answers: tuple[str, str] | None = None

    @property
    def call(self) -> tuple[str, str] | None:
        """Method and path of what is a call, an empty path where it says none."""
        said = _CALL.match(self.label)
        return (said[1], said[2] or "") if said else None

    @property
    def status(self) -> int | None:
        """The status that an answer begins with."""
        said = _STATUS.match(self.label)
        return int(said[1]) if said else None

    @property
    def codes(self) -> list[str]:
        """The error codes that the label names."""
        return _CODE.findall(self.label)


def diagrams(document: str) -> list[str]:
    """The diagrams of a document."""
    return blocks(document, "mermaid")


def messages(diagram: str) -> Iterator[Message]:
    """Yield what is said in a diagram; a dashed arrow answers the last call the other way.

    What comes after an `else` follows what stood before the `alt`.
    """
    calls: dict[tuple[str, str], tuple[str, str]] = {}
    before: list[dict[tuple[str, str], tuple[str, str]]] = []
    for line in diagram.splitlines():
        word = line.strip().partition(" ")[0]
        if word in ("alt", "opt", "loop"):
            before.append(dict(calls))
        elif word == "else":
            calls = dict(before[-1])
        elif word == "end":
            before.pop()
        elif said := _MESSAGE.match(line):
            source, arrow, target, label = said.groups()
            answers = calls.get((target, source)) if arrow.startswith("--") else None
            message = Message(source, target, label, answers)
            if message.call:
                calls[source, target] = message.call
            yield message
