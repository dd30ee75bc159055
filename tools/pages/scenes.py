"""All scenes: the pages that are rendered, and those that a running mock serves."""

from __future__ import annotations

from collections.abc import Iterator

from . import rendered
from .scene import Scene

PAGES = ("sign-in", "provider", "second-factor", "reset", "ask", "error", "mail", "outbox")


def scenes(tag: str) -> Iterator[Scene]:
    """Yields every page, in each state that looks different, in the language of a tag."""
    yield from rendered.scenes(tag)
