"""The style sheets and modules that a hosted page links: files beside this one, read once."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path

from attrs import frozen

from login_contract.mock.calls import html_document
from login_contract.mock.contract.refusals import NOT_FOUND
from login_contract.mock.errors import LoginError

FOLDER = Path(__file__).with_name("account")
# Of the page with the messages, which links nothing else.
OUTBOX = Path(__file__).with_name("outbox")
MEDIA_TYPES = {".css": "text/css", ".js": "text/javascript"}
SHARED = "page.css"


@frozen
class PageFile:
    """A file as browsers get it."""

    media_type: str
    text: str


@cache
def all_files() -> Mapping[str, PageFile]:
    """Return every file by its name: those of the page, and the style that all pages share."""
    return {SHARED: PageFile("text/css", html_document.STYLE), **_files(FOLDER)}


@cache
def _files(folder: Path) -> Mapping[str, PageFile]:
    return {
        path.name: PageFile(MEDIA_TYPES[path.suffix], path.read_text(encoding="utf-8"))
        for path in sorted(folder.iterdir())
        if path.suffix in MEDIA_TYPES
    }


def named(name: str) -> PageFile:
    """Return a file.

    Raises:
        LoginError: 404 003-061, there is none of this name.
    """
    file = all_files().get(name) or _files(OUTBOX).get(name)
    if file is None:
        raise LoginError(NOT_FOUND)
    return file
