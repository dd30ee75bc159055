"""One run of Node that judges a description by all rule sets and its words by a dictionary."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from attrs import frozen

from node.judge import answer

from .finding import Finding

PACKAGE = "lint"
LONGEST = 300  # seconds


@frozen
class Judgement:
    """What the rule sets found, which rules IBM's offers, and which words the dictionary does not know."""

    findings: tuple[Finding, ...]
    offered: tuple[str, ...]
    unknown: tuple[str, ...]


def judge(
    document: Any, *, shared: Iterable[str] = (), words: Iterable[str] = (), known: Iterable[str] = ()
) -> Judgement:
    """Judges `document` (None: no document) and `words`, of which those of `known` are right as well.

    Of the rules of IBM's validator those of `shared` count.

    Raises `UsageError` where the program does not end well, `NodeUnavailableError` without Node.
    """
    asked = {"document": document, "shared": list(shared), "words": list(words), "known": list(known)}
    told = answer(PACKAGE, asked, seconds=LONGEST)
    found = (
        Finding(rule_set=one["set"], rule=one["rule"], pointer=tuple(one["pointer"]), message=one["message"])
        for one in told["findings"]
    )
    return Judgement(findings=tuple(found), offered=tuple(told["offered"]), unknown=tuple(told["unknown"]))
