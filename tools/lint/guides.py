"""The words that people read in guides and decisions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from attrs import frozen

from login_contract import resources

from .prose import spoken

CHECKOUT = resources.checkout()
FOLDERS = ("docs", "openapi")
# What stands between backticks, in a comment or a tag, in a path or an address is code.
_CODE = re.compile(
    r"^(?P<fence>```+).*?^(?P=fence)$|<!--.*?-->|<[^>\n]+>|\]\([^)\s]*\)|(?<!`)(`+)(?!`).+?(?<!`)\2(?!`)",
    re.DOTALL | re.MULTILINE,
)
_PATH = re.compile(r"\S*[/\\@=]\S*|[\w-]+(?:\.\w+)+")


@frozen
class Line:
    """A line of a file of the checkout, counted from 1."""

    file: str
    number: int


def guides() -> list[Path]:
    """Guides and decisions, and what else is told beside them."""
    return [path for folder in FOLDERS for path in sorted((CHECKOUT / folder).rglob("*.md"))]


def words(paths: Iterable[Path]) -> dict[str, Line]:
    """Each word of the prose of Markdown files, and where it stands first; code is left out."""
    found: dict[str, Line] = {}
    for path in paths:
        name = path.relative_to(CHECKOUT).as_posix()
        for number, line in enumerate(_plain(path.read_text("utf-8")).splitlines(), start=1):
            for word in spoken(_PATH.sub(" ", line)):
                found.setdefault(word, Line(name, number))
    return found


def _plain(text: str) -> str:
    """The text without code, in as many lines."""
    return _CODE.sub(lambda code: "\n" * code[0].count("\n") or " ", text)
