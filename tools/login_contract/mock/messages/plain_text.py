"""The text part of a mail that has HTML alone: what a reader without pictures and styles would see.

The library's parser takes minutes over hostile markup of this length; this one looks at each character once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

from attrs import define, field

UNSEEN = frozenset({"script", "style", "title", "template"})
BLOCKS = frozenset(
    {"address", "article", "blockquote", "br", "div", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header"}
    | {"hr", "li", "main", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul"}
)
COMMENT, COMMENT_END = "<!--", "-->"
# A tag with its name and attributes, or what browsers pass over. Nothing goes on beyond the next "<".
TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[a-zA-Z][a-zA-Z0-9]*+)(?P<rest>(?:[^<>"']|"[^"<]*+"|'[^'<]*+')*+)>"""
    r"|<[!?/][^<>]*+>"
)
ADDRESS = re.compile(r"""(?<![\w-])href\s*+=\s*+(?:"([^"]*)"|'([^']*)'|([^\s"'>]++))""", re.IGNORECASE)
SPACES = re.compile(r"\s+")


def plain_text(html: str) -> str:
    """Return what an HTML document says, a line for each block, and where its links lead."""
    reader = _Reader()
    for piece in _pieces(html):
        if isinstance(piece, str):
            reader.pieces.append(SPACES.sub(" ", unescape(piece)))
        elif piece["name"]:
            reader.meet(piece["name"].lower(), piece["rest"], ends=bool(piece["end"]))
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


@define
class _Reader:
    """Collects the text that is seen."""

    pieces: list[str] = field(factory=list)
    _link: tuple[str, int] | None = None

    def meet(self, tag: str, rest: str, *, ends: bool) -> None:
        """Go on to what a tag begins or ends."""
        if tag in BLOCKS:
            self.pieces.append("\n")
        elif tag == "a" and ends:
            self._close_link()
        elif tag == "a":
            found = ADDRESS.search(rest)
            address = next(filter(None, found.groups()), "") if found else ""
            self._link = (unescape(address), len(self.pieces))

    def _close_link(self) -> None:
        address, begins = self._link or ("", 0)
        self._link = None
        if address and address not in "".join(self.pieces[begins:]):
            self.pieces.append(f" ({address})")


def _pieces(html: str) -> Iterator[str | re.Match[str]]:
    """Yield texts and tags, without comments and what is not seen."""
    position = 0
    while (begins := html.find("<", position)) >= 0:
        yield html[position:begins]
        tag = TAG.match(html, begins)
        if html.startswith(COMMENT, begins):
            ends = html.find(COMMENT_END, begins)
            position = len(html) if ends < 0 else ends + len(COMMENT_END)
        elif tag is None:
            yield "<"
            position = begins + 1
        else:
            yield tag
            position = _after(html, tag)
    yield html[position:]


def _after(html: str, tag: re.Match[str]) -> int:
    """Return where the text after a tag begins that is seen."""
    name = (tag["name"] or "").lower()
    if name not in UNSEEN or tag["end"]:
        return tag.end()
    closing = re.compile(f"</{name}", re.IGNORECASE).search(html, tag.end())
    return closing.start() if closing else len(html)
