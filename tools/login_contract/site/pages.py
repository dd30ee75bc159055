"""The pages that are made of the description: the start, the error codes, the frame of the reference."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

from attrs import frozen

from login_contract.description.operation import METHODS
from login_contract.site import article, frame, reference
from login_contract.site.article import Article
from login_contract.site.frame import Chapter, Entry
from login_contract.site.refusals import Code

#: The locked npm package that shows the reference.
SCALAR_PACKAGE = Path(__file__).parent / "scalar"
_LOCKED = json.loads((SCALAR_PACKAGE / "package.json").read_text("utf-8"))["dependencies"]
#: What shows the reference; a new version has a new name, so that browsers may keep the file.
SCALAR = f"scalar-{_LOCKED['@scalar/api-reference']}.js"
# Whom each answers that more calls answer is told on the pages of the calls.
MOST_LISTED = 24
MOCK = "http://127.0.0.1:8480/docs/"
LEAD = (
    "The Xsolla Login API, described once: a Login server on your machine, typed clients, a contract suite, "
    "and what you need to know of each call."
)
CODES = (
    "Programs branch on `error.code`; the description beside it is for people and may change. The clients "
    "raise an error of the name that stands beside each code."
)


@frozen
class Card:
    """What the first page offers before all else."""

    address: str
    title: str
    about: str


@frozen
class Shown:
    """A group of articles with its title."""

    title: str
    articles: Sequence[Article]


def cards(document: Mapping[str, Any]) -> list[Card]:
    """Return what most readers come for."""
    calls = sum(len(item.keys() & set(METHODS)) for item in document["paths"].values())
    return [
        Card(
            "reference.html",
            "Reference",
            f"{calls} calls and {len(document['webhooks'])} webhooks, each with where its facts are from, "
            "its error codes, and a form to try it against the local server.",
        ),
        Card("codes.html", "Error codes", "What each code means, what to do about it, and who answers it."),
        Card(
            "local-server.html",
            "A Login server on your machine",
            "Real tokens, codes, mails and redirects, without an account.",
        ),
    ]


def start(groups: Iterable[Shown], chapters: Sequence[Chapter], document: Mapping[str, Any]) -> str:
    """Return the first page: what there is, and for whom."""
    shown = "\n".join(_group(each) for each in groups)
    offered = "\n".join(
        f'<li class="card"><h2><a href="{one.address}">{one.title}</a></h2>\n<p>{one.about}</p></li>'
        for one in cards(document)
    )
    body = f"""\
<h1>{frame.NAME}</h1>
<p class="lead">{LEAD}</p>
<ul class="cards">
{offered}
</ul>
{shown}"""
    return frame.page(name="index.html", title=frame.NAME, body=body, chapters=chapters)


def guide(one: Article, chapters: Sequence[Chapter]) -> str:
    """Return the page of an article."""
    contents = [Entry(f"#{each.anchor}", each.title, deeper=each.level > 2) for each in one.headings]
    body = f"<article>\n{one.html}</article>"
    return frame.page(name=one.page, title=one.title, body=body, chapters=chapters, contents=contents)


def codes(known: Iterable[Code], chapters: Sequence[Chapter]) -> str:
    """Return the page with all error codes, each with an anchor of its own."""
    body = f"""\
<article>
<h1>Error codes</h1>
<p>{article.inline(CODES)}</p>
{"".join(_code(each) for each in known)}</article>"""
    return frame.page(name="codes.html", title="Error codes", body=body, chapters=chapters)


def reference_page() -> str:
    """Return the page that shows the reference."""
    body = f"""\
<aside class="notice" id="from-disk" aria-label="Where to try calls" hidden>This page is not served by a local
Login server, so calls cannot be tried from it. Start one with <code>login-contract mock</code>
and open <a href="{MOCK}">{MOCK}</a>.</aside>
<noscript><p class="notice">This form of the reference needs JavaScript. <a href="calls.html">The list of
all calls</a>, with a page for each, <a href="codes.html">the error codes</a> and the guides do not. For
agents there is <a href="./llms.txt">a list of all pages in Markdown</a>.</p></noscript>
<div id="content" tabindex="-1"><div id="reference"></div></div>"""
    return frame.document(
        name=reference.PAGE,
        title="Reference",
        body=body,
        style="reference.css",
        scripts=["description.js", SCALAR, "reference.js"],
    )


def _group(group: Shown) -> str:
    links = "".join(
        f'<li><a href="{each.page}">{escape(each.title)}</a><br><span class="soft">'
        f"{escape(each.summary)}</span></li>"
        for each in group.articles
    )
    return f'<section class="group"><h2>{escape(group.title)}</h2>\n<ul>{links}</ul></section>'


def told(code: Code) -> str:
    """Return by how many calls a code is answered."""
    many = len({operation.operation_id for _, operation in code.answered_by})
    return "1 call answers it" if many == 1 else f"{many} calls answer it"


def told_otherwise(code: Code) -> str:
    """Return how many meanings a code has beside the commonest."""
    many = len(code.others)
    return f"{many} other meaning{'s' * (many > 1)} in some calls"


def _code(code: Code) -> str:
    others = "".join(f"<li>{article.inline(each)}</li>" for each in code.others)
    listed = f"<details><summary>{told_otherwise(code)}</summary><ul>{others}</ul></details>\n"
    return f"""\
<section class="code" id="{code.code}">
<h2><a href="#{code.code}">{code.code}</a> <code>{code.name}</code></h2>
<p>{article.inline(code.meaning)}</p>
{listed if others else ""}\
<p><strong>What to do:</strong> {article.inline(code.advice)}</p>
{_answered(code)}
</section>
"""


def _answered(code: Code) -> str:
    if not code.answered_by:
        return ""
    if len(code.answered_by) > MOST_LISTED:
        return f"<p>{told(code)}.</p>"
    by = "".join(
        f'<li><a href="{reference.address(operation)}">{escape(operation.operation_id)}</a> {status}</li>'
        for status, operation in code.answered_by
    )
    return f"<details><summary>{told(code)}</summary><ul>{by}</ul></details>"
