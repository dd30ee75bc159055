"""What was found on a page."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal, Self

from attrs import frozen

Scheme = Literal["light", "dark"]
# What axe would leave to people, and needs none: it cannot always tell what is behind a text, and nobody is
# spared a low contrast for that; and an id that two elements have is simply wrong.
COUNTED = frozenset({"color-contrast", "duplicate-id", "duplicate-id-active", "duplicate-id-aria"})


@frozen(kw_only=True)
class View:
    """How a page is looked at: the colours, and the width of the window in CSS pixels."""

    scheme: Scheme
    width: int

    def __str__(self) -> str:
        return f"{self.width} {self.scheme}"


# The least width that a page has to fit into (WCAG 2.2, 1.4.10), and that of a desktop.
VIEWS = tuple(View(scheme=scheme, width=width) for width in (320, 1280) for scheme in ("light", "dark"))


@frozen(kw_only=True)
class Finding:
    """One place that breaks a rule, of axe or of the layout; ``impact`` is what axe says it does."""

    rule: str
    impact: str
    where: str
    told: str

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> Self:
        """Read what a script in the page answered."""
        return cls(
            rule=found["rule"],
            impact=found.get("impact") or "layout",
            where=found["where"],
            told=found["told"],
        )

    @property
    def of_layout(self) -> bool:
        """Whether the layout was measured, not judged by axe."""
        return self.impact == "layout"

    def __str__(self) -> str:
        return f"{self.rule} ({self.impact}): {self.where}: {self.told}"


@frozen(kw_only=True)
class Verdict:
    """What one page in one language looks like in one view; ``undecided`` is what axe leaves to people.

    ``judged`` counts the rules of axe that found something to judge; None where only the layout was measured.
    """

    page: str
    language: str
    view: View
    judged: int | None
    findings: tuple[Finding, ...]
    undecided: tuple[Finding, ...] = ()

    @property
    def violations(self) -> int:
        """How much axe found."""
        return sum(not each.of_layout for each in self.findings)

    @property
    def overflows(self) -> int:
        """How much the layout breaks."""
        return sum(each.of_layout for each in self.findings)

    def __str__(self) -> str:
        return f"{self.page}, {self.language}, {self.view}"


def by_axe(answer: Mapping[str, Any]) -> tuple[list[Finding], list[Finding]]:
    """Return what axe found, and what it leaves to people."""
    found = [Finding.of(each) for each in answer["violations"]]
    incomplete = [Finding.of(each) for each in answer["incomplete"]]
    found += [each for each in incomplete if each.rule in COUNTED]
    if answer["judged"] == 0:
        found.append(Finding(rule="nothing-to-judge", impact="critical", where="html", told="an empty page"))
    return found, [each for each in incomplete if each.rule not in COUNTED]
