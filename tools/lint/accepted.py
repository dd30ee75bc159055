"""The findings that are accepted, each kind with its reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from attrs import Factory, frozen

from login_contract.document.loader import load
from login_contract.errors import UsageError

from .finding import Finding, node

FIELDS = {"rule", "at", "where", "reason"}


@frozen
class Accepted:
    """Findings of `rules` that are right as things are, and why.

    `at` are regular expressions, one of which is found in the place; `where` are keywords with the values one
    of which the node has. Without either, all findings of the rules are meant.
    """

    rules: tuple[str, ...]
    reason: str
    at: tuple[str, ...] = ()
    where: Mapping[str, tuple[Any, ...]] = Factory(dict)

    def covers(self, finding: Finding, document: Any) -> bool:
        """Whether this entry is about `finding` in `document`, the bundle."""
        if finding.rule not in self.rules:
            return False
        if self.at and not any(re.search(each, finding.place) for each in self.at):
            return False
        found = node(document, finding.pointer)
        keywords = found if isinstance(found, dict) else {}
        return all(keywords.get(name) in values for name, values in self.where.items())


def read(path: Path) -> tuple[Accepted, ...]:
    """The entries of the file at `path`; raises `UsageError` for one that is not whole."""
    return tuple(_entry(path, each) for each in load(path))


def _entry(path: Path, given: Any) -> Accepted:
    if not isinstance(given, dict) or not {"rule", "reason"} <= given.keys() <= FIELDS:
        raise UsageError(
            f"{path.name}: an entry has a rule and a reason, and may have `at` and `where`: {given}"
        )
    return Accepted(
        rules=_several(given["rule"]),
        reason=given["reason"],
        at=_several(given.get("at", [])),
        where={name: tuple(values) for name, values in given.get("where", {}).items()},
    )


def _several(given: str | list[str]) -> tuple[str, ...]:
    return (given,) if isinstance(given, str) else tuple(given)


def sift(
    findings: Iterable[Finding], entries: Iterable[Accepted], document: Any
) -> tuple[list[Finding], list[Accepted]]:
    """The findings that no entry covers, and the entries that cover none."""
    left = []
    idle = list(entries)
    known = tuple(idle)
    for finding in findings:
        covering = [entry for entry in known if entry.covers(finding, document)]
        if not covering:
            left.append(finding)
        idle = [entry for entry in idle if entry not in covering[:1]]
    return left, idle
