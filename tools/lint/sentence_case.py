"""Whether what names a call, a webhook, a tag or a group of tags is written like a sentence.

Only the first word begins with a capital letter, beside abbreviations (`SMS`) and names (`names.txt`), and no
full stop ends it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from login_contract.description.references import Pointer

from .finding import Finding

RULE = "sentence-case"
HEADINGS = {"summary", "x-displayName"}
GROUPS = "x-tagGroups"
# What stands there is data or about data, or is a sentence.
OTHERS = {"example", "examples", "schema", "schemas", "properties", "value", "info"}
ABOUT_INFO = "$.info"
_CAPITAL = re.compile(r"(?<![\w'’])[A-Z]")
_ABBREVIATION = r"[A-Z][A-Z0-9]+s?"


def headings(part: Any, pointer: Pointer = ()) -> dict[Pointer, str]:
    """The summaries of calls, and what tags and their groups are called, in a description or an overlay."""
    return dict(_headings(part, pointer))


def findings(told: Mapping[Pointer, str], names: Iterable[str]) -> list[Finding]:
    """Those headings that are not in sentence case."""
    known = _pattern(names)
    return [
        Finding(rule_set="own", rule=RULE, pointer=tuple(map(str, pointer)), message=f"{text!r} {fault}")
        for pointer, text in told.items()
        if (fault := _fault(text, known))
    ]


def unneeded(texts: Iterable[str], names: Iterable[str]) -> list[str]:
    """Names that no heading has."""
    written = "\n".join(texts)
    return [f"names.txt: no heading has {name}" for name in names if name not in written]


def _fault(text: str, known: re.Pattern[str]) -> str | None:
    if text.endswith("."):
        return "ends with a full stop"
    if not text[:1].isupper():
        return "begins with no capital letter"
    later = _CAPITAL.search(known.sub("", text), 0 if known.match(text) else 1)
    return f"has the capital letter {later[0]} after its first word" if later else None


def _pattern(names: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join([*longest_first, _ABBREVIATION])})(?!\w)")


def _headings(part: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(part, list):
        for index, each in enumerate(part):
            yield from _headings(each, (*pointer, str(index)))
    if not isinstance(part, dict) or part.get("target") == ABOUT_INFO:
        return
    for name, each in part.items():
        place = (*pointer, name)
        if isinstance(each, str) and (name in HEADINGS or (name == "name" and GROUPS in pointer[-2:])):
            yield place, each
        elif name not in OTHERS:
            yield from _headings(each, place)
