"""What is wrong with a document, and where."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from login_contract.description.references import Pointer, escape
from login_contract.errors import Failure

# A place in a document, and what is wrong there.
Fault = tuple[Pointer, str]


@attrs.frozen
class Problem:
    """One thing that is wrong: `file`, the place in it (a pointer, or a line), and what.

    `str()` is one line: `openapi/login.yaml#/info: message`, or `openapi/login.yaml:12: message`.
    """

    file: str
    message: str
    pointer: Pointer = ()
    line: int | None = None

    def __str__(self) -> str:
        place = f"#{escape(self.pointer)}" if self.line is None else f":{self.line}"
        return f"{self.file}{place}: {' '.join(self.message.split())}"


class DocumentError(Failure):
    """A document that cannot be used; `problems` holds everything found, in document order."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(map(str, self.problems)))


def in_one_line(error: DocumentError) -> str:
    """The first problem, without a place where the whole file is meant, and how many more there are."""
    first, *rest = error.problems
    about_file = not first.pointer and first.line is None
    line = f"{first.file}: {first.message}" if about_file else str(first)
    return f"{line} (and {len(rest)} more)" if rest else line


class ReadingError(Exception):
    """A text that cannot be read as it stands, and the line, where that is known."""

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message)
        self.line = line
