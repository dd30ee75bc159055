"""The documentation as it is built: one page of each kind, opened from disk."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any

from login_contract.mock.messages.locales import DEFAULT
from login_contract.site.build import build

from .scene import Scene

PAGE = "docs"
CALL = "reference.html#tag/password/auth-by-username-and-password"
#: Address by what is seen there.
STATES = {
    "start": "index.html",
    "guide with a diagram": "receivers.html",
    "guide with tables": "local-server.html",
    "error codes": "codes.html",
    "call": CALL,
}
# Read at a desk: what is pressed there may be as small as WCAG 2.2 allows.
LEAST = 24
SCROLLING = ("pre", ".wide", ".pages", ".contents", "#reference")
WAIVED = {"css-orientation-lock": "the styles of what shows the reference turn a picture, not the page"}


def scenes() -> Iterator[Scene]:
    """Yields a page of each kind; the site is built when the first is opened."""
    for state, address in STATES.items():
        yield Scene(
            page=PAGE,
            state=state,
            open=_opening(address),
            target_height=LEAST,
            scrolling=SCROLLING,
            waived=WAIVED,
            spoken=(DEFAULT,),
            share="nothing",
        )


def _opening(address: str) -> Callable[[Any, str], None]:
    def open_in(tab: Any, _: str) -> None:
        tab.goto(f"{_site().as_uri()}/{address}")
        if address.startswith("reference"):
            tab.locator("#reference section", has_text="auth-by-username-and-password").last.wait_for()

    return open_in


@cache
def _site() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="documentation-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    return build(folder / "docs")[0]
