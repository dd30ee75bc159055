"""A table in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table, or an empty text where it has no rows."""
    lines = ["| {} |".format(" | ".join(map(cell, row))) for row in rows]
    if not lines:
        return ""
    return "\n".join(["| {} |".format(" | ".join(head)), "|---" * len(head) + "|", *lines])


def cell(text: str) -> str:
    """Return a text as a cell holds it: in one line, without a bar that would end it."""
    return " ".join(text.split()).replace("|", "\\|")
