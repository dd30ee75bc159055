"""The pages in Markdown that are lists: the first page, and the error codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from login_contract.site import frame, pages, twin
from login_contract.site.article import Article
from login_contract.site.calls import names
from login_contract.site.pages import Shown
from login_contract.site.refusals import Code


def start(groups: Iterable[Shown], document: Mapping[str, Any]) -> str:
    """Return the first page."""
    offered = (f"- [{one.title}]({twin.name(one.address)}): {one.about}" for one in pages.cards(document))
    parts = [f"# {frame.NAME}", pages.LEAD, "\n".join(offered), *map(_group, groups)]
    return "\n\n".join(parts) + "\n"


def codes(known: Iterable[Code]) -> str:
    """Return the page of all error codes."""
    return (
        "\n\n".join(["# Error codes", pages.CODES, *(part for code in known for part in _code(code))]) + "\n"
    )


def item(article: Article) -> str:
    """Return an item of a list: a link to the page of an article, and what it is."""
    return f"- [{article.title}]({twin.name(article.page)}): {article.summary}".removesuffix(": ")


def _group(group: Shown) -> str:
    return f"## {group.title}\n\n" + "\n".join(map(item, group.articles))


def _code(code: Code) -> Iterator[str]:
    yield f"## {code.code} `{code.name}`"
    yield code.meaning
    if code.others:
        yield f"{pages.told_otherwise(code)}:"
        yield "\n".join(f"- {each}" for each in code.others)
    yield f"**What to do:** {code.advice}"
    if code.answered_by:
        many = len(code.answered_by) > pages.MOST_LISTED
        yield f"{pages.told(code)}{'.' if many else ':'}"
        if not many:
            yield "\n".join(
                f"- [{each.operation_id}]({names.page(each)}) {status}" for status, each in code.answered_by
            )
