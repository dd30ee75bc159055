"""The text part of a mail that has HTML alone: what a reader without pictures and styles would see."""

from __future__ import annotations

import re
from html.parser import HTMLParser

UNSEEN = frozenset({"script", "style", "title", "template"})
BLOCKS = frozenset(
    {"address", "article", "blockquote", "br", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
    | {"hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)


def plain_text(html: str) -> str:
    """Return what an HTML document says, a line for each block, and where its links lead."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


class _Reader(HTMLParser):
    """Collects the text that is seen."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._unseen: list[str] = []
        self._links: list[tuple[str, int]] = []

    def parse_marked_section(self, i: int, report: int = 1) -> int:
        # The library fails on sections that it does not know; browsers take all of them for comments.
        return self.parse_bogus_comment(i, False)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in UNSEEN:
            self._unseen.append(tag)
        elif tag == "a":
            self._links.append((dict(attrs).get("href") or "", len(self.pieces)))
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._unseen and tag == self._unseen[-1]:
            self._unseen.pop()
        elif tag == "a" and self._links:
            self._close_link()
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._unseen:
            self.pieces.append(re.sub(r"\s+", " ", data))

    def _close_link(self) -> None:
        address, begins = self._links.pop()
        if address and address not in "".join(self.pieces[begins:]):
            self.pieces.append(f" ({address})")
