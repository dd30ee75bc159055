"""All scenes: the pages that are rendered, and the one that a running mock serves."""

from __future__ import annotations

from collections.abc import Iterator

from . import account, asked, outbox, rendered
from .people import People
from .scene import Scene

PAGES = ("account", "sign-in", "provider", "second-factor", "reset", "ask", "error", "mail", "outbox")


def scenes(people: People) -> Iterator[Scene]:
    """Yields every page, in each state that looks different; the accounts are those of ``people``."""
    yield from account.scenes(people)
    yield from rendered.scenes()
    yield from asked.scenes()
    yield from outbox.scenes()
