"""All scenes: the pages that are rendered, and those that a running mock serves."""

from __future__ import annotations

from collections.abc import Iterator

from . import asked, outbox, rendered
from .scene import Scene

PAGES = ("sign-in", "provider", "second-factor", "reset", "ask", "error", "mail", "outbox")


def scenes() -> Iterator[Scene]:
    """Yields every page, in each state that looks different."""
    yield from rendered.scenes()
    yield from asked.scenes()
    yield from outbox.scenes()
