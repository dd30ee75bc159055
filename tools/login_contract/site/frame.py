"""What all pages of the site have: the head, the bar with the search, the list of pages."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape

from attrs import frozen

from login_contract.site import twin

# Nothing foreign is loaded, wherever the folder lies. What shows the reference sets styles itself.
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'"
)
NAME = "Xsolla Login contract"
TABS = (("index.html", "Guides"), ("reference.html", "Reference"), ("codes.html", "Error codes"))


@frozen
class Entry:
    """A link in the list of pages, or in the list of what a page contains."""

    address: str
    title: str
    deeper: bool = False


@frozen
class Chapter:
    """Links of the list of pages that stand together."""

    title: str
    entries: Sequence[Entry]


def page(
    *,
    name: str,
    title: str,
    body: str,
    chapters: Iterable[Chapter],
    contents: Sequence[Entry] = (),
) -> str:
    """Return the page `name`; `body` is HTML already. `contents` are its headings."""
    listed = "\n".join(_chapter(each, name) for each in chapters)
    here = _contents(contents) if len(contents) > 1 else ""
    inner = f"""\
<div class="columns">
<main id="content">
<p class="as-text" data-markdown-ignore>This page as <a href="{twin.name(name)}">Markdown</a>, and
<a href="./{twin.INDEX}">all of them</a> for agents.</p>
{body}
</main>
<nav class="pages" id="pages" aria-label="Pages">
{listed}
</nav>
{here}</div>"""
    return document(name=name, title=title, body=inner, style="site.css")


def document(*, name: str, title: str, body: str, style: str, scripts: Sequence[str] = ()) -> str:
    """Return a whole document with the bar above `body`; `style` and `scripts` are files of the site."""
    loaded = "".join(f'<script defer src="{each}"></script>\n' for each in ("site.js", *scripts))
    tab = _tab(name)
    tabs = "".join(
        f'<a href="{address}"{" aria-current=page" if address == tab else ""}>{label}</a>'
        for address, label in TABS
    )
    further = '<a class="to-pages" href="#pages">All pages</a>' if 'id="pages"' in body else ""
    whole = title if title == NAME else f"{title} · {NAME}"
    return f"""\
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="referrer" content="no-referrer">
<title>{escape(whole)}</title>
<link rel="icon" href="data:,">
<link rel="alternate" type="text/markdown" href="{twin.name(name)}">
<link rel="stylesheet" href="{style}">
{loaded}</head>
<body>
<a class="skip" href="#content">To the content</a>
<div class="bar">
<nav class="tabs" aria-label="Site"><a class="brand" href="index.html">{NAME}</a>{tabs}{further}</nav>
<search class="find" hidden>
<label class="unseen" for="find">Search guides, calls and error codes</label>
<input id="find" type="search" placeholder="Search" autocomplete="off" spellcheck="false"
 aria-keyshortcuts="/" aria-describedby="found-count">
<p class="unseen" id="found-count" role="status"></p>
<ul class="found" id="found" aria-label="Results" hidden></ul>
</search>
</div>
{body}
</body>
</html>
"""


def _tab(name: str) -> str:
    if name == "calls.html" or name.startswith(("call-", "webhook-")):
        return "reference.html"
    return name if name in {address for address, _ in TABS} else TABS[0][0]


def _chapter(chapter: Chapter, name: str) -> str:
    links = "".join(
        f'<li><a href="{each.address}"{" aria-current=page" if each.address == name else ""}>'
        f"{escape(each.title)}</a></li>"
        for each in chapter.entries
    )
    return f"<h2>{escape(chapter.title)}</h2>\n<ul>{links}</ul>"


def _contents(entries: Sequence[Entry]) -> str:
    links = "".join(
        f'<li{" class=deeper" if each.deeper else ""}><a href="{each.address}">{escape(each.title)}</a></li>'
        for each in entries
    )
    return f"""\
<nav class="contents" aria-labelledby="on-this-page">
<h2 id="on-this-page">On this page</h2>
<ul>{links}</ul>
</nav>
"""
