"""A panel of named rows for a terminal; Rich would be a tenth of the mock's start and of its memory."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

GAP = 2
LEAST_CELLS = 10


def panel(title: str, rows: Sequence[tuple[str, str]], *, width: int, bold: bool = False) -> str:
    """Return rows of a name and a text in a frame, at most ``width`` cells wide; long texts are folded.

    ``bold`` sets the names off with the codes that terminals know.
    """
    names = max(cells(name) for name, _ in rows)
    room = max(width - names - GAP - 4, LEAST_CELLS)
    folded = [(name, line) for name, text in rows for name, line in _lines(name, text, room)]
    inner = names + GAP + max(cells(line) for _, line in folded)
    inner = max(inner, cells(title) + 2)
    top = f"╭─ {title} {'─' * (inner - cells(title) - 1)}╮"
    between = []
    for name, line in folded:
        label = f"\x1b[1m{name}\x1b[0m" if bold and name else name
        space = " " * (names + GAP - cells(name))
        between.append(f"│ {label}{space}{line}{' ' * (inner - names - GAP - cells(line))} │")
    return "\n".join([top, *between, f"╰{'─' * (inner + 2)}╯"])


def cells(text: str) -> int:
    """Return how many columns a text takes in a terminal."""
    return sum(_cells(character) for character in text)


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in ("W", "F") else 1


def _lines(name: str, text: str, room: int) -> Iterator[tuple[str, str]]:
    for line in text.split("\n"):
        for part in _folded(line, room):
            yield name, part
            name = ""


def _folded(line: str, room: int) -> Iterator[str]:
    """Break a line between its words, and a word that is too long inside."""
    rest = line
    while cells(rest) > room:
        fitting = _fitting(rest, room)
        end = rest.rfind(" ", 0, fitting + 1)
        end = end if end > 0 else fitting
        yield rest[:end].rstrip()
        rest = rest[end:].lstrip()
    yield rest


def _fitting(text: str, room: int) -> int:
    """Return how many characters fit into so many cells, at least one."""
    taken = 0
    for number, character in enumerate(text):
        taken += _cells(character)
        if taken > room:
            return max(number, 1)
    return len(text)
