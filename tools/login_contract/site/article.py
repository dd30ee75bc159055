"""A document as the site shows it: its HTML, its headings, the words that are found, where it leads."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from html import escape
from itertools import takewhile
from pathlib import PurePosixPath
from typing import Any

from attrs import frozen
from markdown_it import MarkdownIt
from markdown_it.token import Token

from login_contract.site import named, shelf, twin
from login_contract.site.diagrams import reading
from login_contract.site.diagrams.figure import figure
from login_contract.site.diagrams.sequence import Diagram

_FOREIGN = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
#: A table of more columns is looked things up in rather than read.
MOST_COLUMNS = 6
#: Of this many characters a list can be read at a glance.
LONGEST_SUMMARY = 200
_HIGHEST_LISTED = ("h2", "h3")
#: A name of so few characters fits into the narrowest column, and is read whole.
MOST_UNBROKEN = 12


@frozen
class Section:
    """A heading with its anchor (empty for the text before the first), and the words below it."""

    level: int
    title: str
    anchor: str
    words: str


@frozen
class Article:
    """One document; `leads_to` are the files of the checkout that the site has to have as well.

    `markdown` is the same for those who read no HTML, with links to pages of the same kind.
    """

    file: PurePosixPath
    title: str
    html: str
    markdown: str
    sections: Sequence[Section]
    leads_to: frozenset[PurePosixPath]

    @property
    def page(self) -> str:
        """What its page is called."""
        return shelf.page_name(self.file)

    @property
    def summary(self) -> str:
        """The first sentence; of a long one, what stands before its colon."""
        words = next((each.words for each in self.sections if each.words), "")
        sentence = re.match(r".+?[.?](?=\s|$)", words)
        whole = sentence[0] if sentence else words
        before = re.match(r".+?:(?=\s|$)", whole)
        return (before[0] if before and len(whole) > LONGEST_SUMMARY else whole).rstrip(":").strip()

    @property
    def headings(self) -> list[Section]:
        """What its list of contents shows."""
        return [each for each in self.sections if f"h{each.level}" in _HIGHEST_LISTED]


def read(file: PurePosixPath) -> Article:
    """Read a document, or a program as one block of code."""
    text = shelf.text(file)
    if file.suffix == ".md":
        return _document(file, text, twin.of_document(text, file))
    code = f'<pre tabindex="0"><code>{escape(text)}</code></pre>'
    html = f"<h1>{escape(file.name)}</h1>\n<p><code>{escape(str(file))}</code></p>\n{code}"
    sections = [Section(1, file.name, "", str(file))]
    return Article(file, file.name, html, twin.of_program(text, file), sections, frozenset())


def made(name: str, text: str) -> Article:
    """Return a page that the site makes itself, from Markdown whose links are names of pages in Markdown."""
    return _document(PurePosixPath(name), text, text)


def inline(text: str) -> str:
    """Return a line of Markdown as HTML."""
    return str(_parser().renderInline(text))


def _document(file: PurePosixPath, text: str, markdown: str) -> Article:
    parser, environment = _parser(), dict[str, Any]()
    tokens = parser.parse(twin.FRONT_MATTER.sub("", text), environment)
    _with_diagrams(tokens, file)
    anchors = _with_anchors(tokens)
    leads_to = frozenset(_with_pages(tokens, file))
    for token in tokens:
        named.with_links(token)
    html = parser.renderer.render(tokens, parser.options, environment)
    sections = list(_sections(tokens, anchors))
    title = next((each.title for each in sections if each.level == 1), file.stem)
    return Article(file, title, html, markdown, sections, leads_to)


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False}).enable("table")
    rules = parser.renderer.rules  # type: ignore[attr-defined]
    # What is too wide scrolls by itself, also for those who have a keyboard alone.
    rules["table_open"] = _table
    rules["table_close"] = lambda *_: "</table></div>\n"
    # The one mark-up that a generated table has: two lines in a cell.
    rules["text"] = lambda tokens, index, *_: escape(tokens[index].content).replace("&lt;br&gt;", "<br>")
    rules["code_inline"] = _code
    rules["fence"] = _fence
    rules["code_block"] = _fence
    return parser


def _table(tokens: Sequence[Token], index: int, *_: Any) -> str:
    number = sum(token.type == "table_open" for token in tokens[: index + 1])
    first_row = takewhile(lambda token: token.type != "tr_close", tokens[index:])
    columns = sum(token.type == "th_open" for token in first_row)
    kind = "wide survey" if columns > MOST_COLUMNS else "wide"
    return f'<div class="{kind}" tabindex="0" role="region" aria-label="Table {number}"><table>\n'


def _code(tokens: Sequence[Token], index: int, *_: Any) -> str:
    text = tokens[index].content
    kind = ' class="name"' if len(text) <= MOST_UNBROKEN else ""
    return f"<code{kind}>{escape(text)}</code>"


def _fence(tokens: Sequence[Token], index: int, *_: Any) -> str:
    drawn = _diagram(tokens[index])
    if drawn is None:
        return f'<pre tabindex="0"><code>{escape(tokens[index].content)}</code></pre>\n'
    return figure(drawn, sum(_diagram(token) is not None for token in tokens[: index + 1]))


def _with_diagrams(tokens: Iterable[Token], file: PurePosixPath) -> None:
    """Read the diagrams of a document, which `_diagram` returns from now on."""
    for token in tokens:
        if token.type == "fence" and token.info.strip() == "mermaid" and token.map:
            line = token.map[0] + 1
            token.meta["diagram"] = reading.diagram(token.content, file=str(file), line=line)


def _diagram(token: Token) -> Diagram | None:
    found = token.meta.get("diagram")
    return found if isinstance(found, Diagram) else None


def _with_anchors(tokens: Sequence[Token]) -> dict[int, str]:
    """Give headings the anchors that GitHub gives them; return them by the index of their token."""
    used: Counter[str] = Counter()
    given = {}
    for index, token in enumerate(tokens):
        if token.type == "heading_open":
            slug = re.sub(r"[^\w\- ]", "", _told(tokens[index + 1]).lower()).replace(" ", "-")
            given[index] = f"{slug}-{used[slug]}" if used[slug] else slug
            used[slug] += 1
            token.attrSet("id", given[index])
    return given


def _with_pages(tokens: Iterable[Token], file: PurePosixPath) -> Iterator[PurePosixPath]:
    """Lead links to pages of the site; yield the files of these pages. What the site lacks is no link."""
    for token in tokens:
        lost = False
        for child in token.children or ():
            if child.type == "link_open":
                target = _led(child, file)
                lost = target is None
                if lost:
                    child.tag = "span"
                    child.attrs.clear()
                elif target:
                    yield target
            elif child.type == "link_close" and lost:
                child.tag, lost = "span", False


def _led(link: Token, file: PurePosixPath) -> PurePosixPath | None:
    """Point one link to its page; return the file of it, an empty one where it leads elsewhere."""
    target, _, anchor = str(link.attrs["href"]).partition("#")
    if _FOREIGN.match(target):
        link.attrSet("rel", "noreferrer")
        return file
    if not target:
        return file
    found = shelf.linked(target, file) if shelf.is_file(file) else file
    if found is not None:
        page = shelf.page_name(found) if shelf.is_file(file) else re.sub(r"\.md$", ".html", target)
        link.attrSet("href", page + (f"#{anchor}" if anchor else ""))
    return found


def _sections(tokens: Sequence[Token], anchors: dict[int, str]) -> Iterator[Section]:
    level, title, anchor, words = 0, "", "", list[str]()
    for index, token in enumerate(tokens):
        if index in anchors:
            if title or words:
                yield Section(level, title, anchor, " ".join(words))
            level, title, anchor, words = int(token.tag[1]), _told(tokens[index + 1]), anchors[index], []
        elif token.type == "inline" and index - 1 not in anchors:
            words.append(_told(token))
        elif drawn := _diagram(token):
            words.append(f"{drawn.title}. {drawn.description}")
        elif token.type == "fence":
            words.append(token.content)
    yield Section(level, title, anchor, " ".join(words))


def _told(token: Token) -> str:
    told = (
        " " if child.type in ("softbreak", "hardbreak") or child.content == "<br>" else child.content
        for child in token.children or ()
    )
    return "".join(told)
