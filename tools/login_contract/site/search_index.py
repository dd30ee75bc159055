"""What the search finds: parts of articles, calls and webhooks, error codes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from login_contract.description.operation import operations
from login_contract.site import reference, shelf
from login_contract.site.article import Article
from login_contract.site.refusals import Code

# Of a part of an article: what is further down is found by its own heading.
MOST_WORDS = 160
Found = dict[str, str]


def entries(articles: Iterable[Article], document: Mapping[str, Any], codes: Iterable[Code]) -> list[Found]:
    """Return what can be found, best first among equals: kind, title, address, page, words."""
    return [*_codes(codes), *_calls(document), *_articles(articles)]


def _codes(codes: Iterable[Code]) -> Iterator[Found]:
    for each in codes:
        title = f"{each.code} {each.name}"
        yield _found(
            "code",
            title,
            f"codes.html#{each.code}",
            words=" ".join([each.meaning, *each.others, each.advice]),
        )


def _calls(document: Mapping[str, Any]) -> Iterator[Found]:
    names = {tag["name"]: tag.get("x-displayName", tag["name"]) for tag in document.get("tags", [])}
    for each in operations(document):
        told = each.definition
        tags = " ".join(names.get(tag, tag) for tag in told.get("tags", []))
        words = f"{each.operation_id} {each.label} {tags} {told.get('description', '')}"
        kind = "webhook" if each.is_webhook else "call"
        yield _found(kind, told.get("summary", each.operation_id), reference.address(each), words=words)


def _articles(articles: Iterable[Article]) -> Iterator[Found]:
    for each in articles:
        for section in each.sections:
            anchor = f"#{section.anchor}" if section.level > 1 else ""
            address = f"{each.page}{anchor}"
            yield _found(
                _kind(each), section.title or each.title, address, page=each.title, words=section.words
            )


def _kind(article: Article) -> str:
    if article.file.parts[0] == "openapi":
        return "decision"
    return "guide" if article.file.parts[0] == "docs" or article.file in shelf.ALONE else "example"


def _found(kind: str, title: str, address: str, *, page: str = "", words: str) -> Found:
    return {"k": kind, "t": title, "a": address, "p": page, "w": " ".join(words.split()[:MOST_WORDS])}
