"""The report as one HTML file that needs nothing else: no script, no font, no network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from attrs import frozen

from login_contract.legible import legible
from login_contract.suite.reporting.comparison import Comparison, compared
from login_contract.suite.reporting.console import shown_origins
from login_contract.suite.reporting.results import (
    EXPLAINED,
    PHASES,
    WORST_FIRST,
    Cause,
    Finding,
    Results,
    Row,
    Verdict,
    tally,
)
from login_contract.suite.reporting.switched_off import SwitchedOff

TEMPLATE = "report.html.jinja"
# Of each cause so many findings are shown with everything, the others with their reason and a curl line.
SHOWN_WHOLE = 20
# So many findings of a cause are not folded away, and so many causes are listed first.
FEW, MANY = 10, 40
# What a finding of its own is told of, and where.
SECTIONS: tuple[tuple[Verdict, str], ...] = (
    ("failed", "Failures"),
    ("warning", "Warnings"),
    ("unverified", "Unverified"),
)
WITHOUT_THEME = "Other tests"


@frozen(kw_only=True)
class ShownFinding:
    """A finding as the report tells it; ``whole`` says that nothing is left out."""

    finding: Finding
    anchor: str
    whole: bool
    curl: str
    before: Sequence[str]
    comparison: Comparison | None

    @property
    def brief(self) -> str:
        """Its reason without the cause that it is told under, or its name where nothing is left."""
        reason = self.finding.reason.removeprefix(self.finding.cause).removeprefix("; ")
        return reason or self.finding.nodeid.rpartition("::")[2]

    @property
    def last(self) -> Any:
        """The request that it ends with, None when there was none."""
        return self.finding.exchanges[-1] if self.finding.exchanges else None


@frozen(kw_only=True)
class ShownCause:
    """A cause with its findings."""

    title: str
    anchor: str
    places: Mapping[str, int]
    findings: Sequence[ShownFinding]


@frozen(kw_only=True)
class Theme:
    """The laws of one file."""

    title: str
    rows: Sequence[Row]

    @property
    def verdicts(self) -> Mapping[str, int]:
        """How many of its laws ended so, the gravest first."""
        counted = {verdict: sum(row.verdict == verdict for row in self.rows) for verdict in WORST_FIRST}
        return {verdict: count for verdict, count in counted.items() if count}


def render(
    results: Results,
    *,
    names: Mapping[str, str],
    switched_off: Sequence[SwitchedOff],
    finished: datetime,
) -> str:
    """Return the report's HTML.

    ``names`` maps an operation's method and path to its operation id; ``switched_off`` lists the checks
    that did not run.
    """
    anchors = {id(finding): f"finding-{number}" for number, finding in enumerate(results.findings)}
    operations = results.of("operation")
    html: str = _template().render(
        results=results,
        counts=tally(results.findings),
        phases=PHASES,
        operations=operations,
        operation_verdicts=Theme(title="", rows=operations).verdicts,
        themes=themes([*results.of("law"), *results.of("other")]),
        sections=[
            (verdict, title, shown)
            for verdict, title in SECTIONS
            if (shown := _causes(results, verdict, anchors))
        ],
        links=lambda row: [
            anchors[id(each)] for each in row.findings if each.verdict == row.verdict in dict(SECTIONS)
        ],
        explained=EXPLAINED,
        few=FEW,
        many=MANY,
        names=names,
        switched_off=switched_off,
        finished=finished.strftime("%Y-%m-%d %H:%M"),
    )
    return html


def themes(rows: Iterable[Row]) -> Sequence[Theme]:
    """Return laws by what the tests of their file are about; those with failures come first."""
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.findings[0].theme or WITHOUT_THEME, []).append(row)
    return sorted(
        (Theme(title=title, rows=each) for title, each in found.items()),
        key=lambda theme: "failed" not in theme.verdicts,
    )


def _causes(results: Results, verdict: Verdict, anchors: Mapping[int, str]) -> Sequence[ShownCause]:
    origins = shown_origins(results)
    return [
        _shown_cause(cause, f"{verdict}-{number}", anchors, origins)
        for number, cause in enumerate(results.causes(verdict), 1)
    ]


def _shown_cause(
    cause: Cause, anchor: str, anchors: Mapping[int, str], origins: Mapping[str, str]
) -> ShownCause:
    return ShownCause(
        title=cause.title,
        anchor=anchor,
        places=cause.places,
        findings=[
            _shown(finding, anchors[id(finding)], origins, whole=number < SHOWN_WHOLE)
            for number, finding in enumerate(cause.findings)
        ],
    )


def _shown(finding: Finding, anchor: str, origins: Mapping[str, str], *, whole: bool) -> ShownFinding:
    exchanges = finding.exchanges
    return ShownFinding(
        finding=finding,
        anchor=anchor,
        whole=whole,
        curl=exchanges[-1].curl(origins=origins) if exchanges else "",
        before=[exchange.curl(origins=origins) for exchange in exchanges[:-1]] if whole else [],
        comparison=compared(finding.summary or finding.reason),
    )


@cache
def _template() -> Any:
    from jinja2 import Environment, PackageLoader, StrictUndefined
    from markupsafe import Markup

    def shown(value: Any) -> Any:
        return legible(value) if isinstance(value, str) and not isinstance(value, Markup) else value

    environment = Environment(
        loader=PackageLoader("login_contract.suite.reporting", "templates"),
        autoescape=True,
        finalize=shown,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return environment.get_template(TEMPLATE)
