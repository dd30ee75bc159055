"""What a run found: one finding per test, joined into rows per operation and per law."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal
from urllib.parse import urlsplit

from attrs import field, frozen

from login_contract.suite.reporting.exchange import Exchange

Verdict = Literal["passed", "failed", "skipped", "unverified", "warning"]
Group = Literal["operation", "law", "other"]

PHASES = ("examples", "coverage", "fuzzing", "stateful")
WORST_FIRST: tuple[Verdict, ...] = ("failed", "unverified", "warning", "passed", "skipped")
SHOWN_REASONS = 3
_ID = re.compile(r"(?<=/)(?:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d+)(?=/|$)")
# What a row says beside its verdict only when it has one of these.
EXPLAINED: tuple[Verdict, ...] = ("skipped", "unverified", "warning")


@frozen(kw_only=True)
class Finding:
    """How one test ended.

    ``reason`` says in one line why it was skipped, is unverified, warns or failed, ``summary`` in several
    lines what went wrong, ``detail`` where, with the source. ``cause`` is what other tests may have failed of
    as well, empty where nothing such is known. ``theme`` is what the tests of its file are about. What is
    ``fundamental`` is told before everything else, because it explains the rest.
    """

    nodeid: str
    group: Group
    subject: str
    verdict: Verdict
    reason: str = ""
    summary: str = ""
    detail: str = ""
    cause: str = ""
    theme: str = ""
    security: bool = False
    fundamental: bool = False
    phase: str | None = None
    origin: str | None = None
    seconds: float = 0.0
    requests: Mapping[str, int] = field(factory=dict)
    exchanges: tuple[Exchange, ...] = ()

    @property
    def place(self) -> str:
        """Method and path of the request that it ends with, without ids; empty without requests."""
        if self.group == "operation":
            return self.subject
        if not self.exchanges:
            return ""
        last = self.exchanges[-1]
        return f"{last.method} {_ID.sub('…', urlsplit(last.url).path)}"


@frozen(kw_only=True)
class Row:
    """The joined findings about one operation or one law."""

    subject: str
    findings: tuple[Finding, ...]

    @property
    def verdict(self) -> Verdict:
        """The gravest verdict: one failure outweighs any number of passes."""
        return next(verdict for verdict in WORST_FIRST if any(f.verdict == verdict for f in self.findings))

    @property
    def reason(self) -> str:
        """Why the row is not simply passed; the first reasons of its findings, each once."""
        reasons = list(
            dict.fromkeys(f.reason for f in self.findings if f.verdict == self.verdict and f.reason)
        )
        more = len(reasons) - SHOWN_REASONS
        return "; ".join([*reasons[:SHOWN_REASONS], *([f"and {more} more"] if more > 0 else [])])

    @property
    def seconds(self) -> float:
        """How long its tests took together."""
        return sum(finding.seconds for finding in self.findings)

    def phase(self, name: str) -> Verdict | None:
        """The verdict of one phase of the property tests, None when it did not run."""
        verdicts = [finding.verdict for finding in self.findings if finding.phase == name]
        return next((verdict for verdict in WORST_FIRST if verdict in verdicts), None)

    def count(self, verdict: Verdict) -> int:
        """How many of its tests ended so."""
        return sum(finding.verdict == verdict for finding in self.findings)


@frozen(kw_only=True)
class Cause:
    """The findings that one and the same thing stands behind, as far as can be told."""

    title: str
    findings: tuple[Finding, ...]

    @property
    def places(self) -> Mapping[str, int]:
        """The requests that the findings end with, by method and path, and how many end with each."""
        found: dict[str, int] = {}
        for finding in self.findings:
            place = finding.place
            if place:
                found[place] = found.get(place, 0) + 1
        return dict(sorted(found.items(), key=lambda pair: -pair[1]))


@frozen(kw_only=True)
class Results:
    """Everything a run found, and what it ran against.

    ``left_out`` counts the tests that did not run because others had failed. ``traffic`` tells where the
    traffic was written and how much, ``unwritten`` why it was not.
    """

    findings: tuple[Finding, ...]
    target: str
    seconds: float = 0.0
    trouble: str = ""
    left_out: int = 0
    traffic: str = ""
    unwritten: str = ""

    def of(self, group: Group) -> list[Row]:
        """Return the rows of a group, in the order their first test ran."""
        found: dict[str, list[Finding]] = {}
        for finding in self.findings:
            if finding.group == group:
                found.setdefault(finding.subject, []).append(finding)
        return [Row(subject=subject, findings=tuple(each)) for subject, each in found.items()]

    def requests(self, operation: str) -> int:
        """How many requests the property tests sent to an operation, whichever test sent them."""
        return sum(finding.requests.get(operation, 0) for finding in self.findings)

    def phase(self, row: Row, name: str) -> Verdict | None:
        """The verdict of a phase on an operation, also where one test concerns several operations."""
        shared = [f for f in self.findings if f.phase == name and f.group != "operation"]
        for finding in shared:
            if finding.verdict == "failed" and row.subject in finding.detail:
                return "failed"
            if finding.verdict == "passed" and row.subject in finding.requests:
                return "passed"
        return row.phase(name)

    def count(self, verdict: Verdict) -> int:
        """How many tests ended so."""
        return sum(finding.verdict == verdict for finding in self.findings)

    @property
    def failures(self) -> Sequence[Finding]:
        """The tests that failed."""
        return [finding for finding in self.findings if finding.verdict == "failed"]

    def causes(self, verdict: Verdict = "failed") -> Sequence[Cause]:
        """Return the findings of a verdict by their cause: the fundamental first, then the most frequent.

        Without a known cause, those of one test and law that differ in nothing but parameters are together.
        """
        groups: dict[tuple[str, ...], list[Finding]] = {}
        for finding in self.findings:
            if finding.verdict == verdict:
                groups.setdefault(_kind(finding), []).append(finding)
        found = [
            Cause(title=each[0].cause or each[0].subject, findings=tuple(each)) for each in groups.values()
        ]
        return sorted(found, key=lambda cause: (not cause.findings[0].fundamental, -len(cause.findings)))

    @property
    def warnings(self) -> Sequence[Finding]:
        """The tests that found what should be mended, though it breaks no rule."""
        return [finding for finding in self.findings if finding.verdict == "warning"]

    @property
    def skip_reasons(self) -> Mapping[str, int]:
        """Why tests were skipped, and how many for each reason."""
        reasons: dict[str, int] = {}
        for finding in self.findings:
            if finding.verdict == "skipped":
                reasons[finding.reason] = reasons.get(finding.reason, 0) + 1
        return reasons

    @property
    def tested(self) -> bool:
        """Whether any test came to a verdict about the target."""
        return any(finding.verdict != "skipped" for finding in self.findings)

    @property
    def exit_status(self) -> int:
        """0: nothing failed; 1: a test failed; 2: the run itself did not work."""
        if self.trouble or not self.findings:
            return 2
        return 1 if self.failures else 0


def _kind(finding: Finding) -> tuple[str, ...]:
    if finding.cause:
        return (finding.cause,)
    test = finding.nodeid if finding.group == "operation" else finding.nodeid.partition("[")[0]
    return (test, finding.subject)


def first_line(text: str, *, limit: int = 300) -> str:
    """Return the first line of a text that has one; a longer one is cut short."""
    return next((_ended(line.strip(), limit) for line in text.splitlines() if line.strip()), "")


def _ended(text: str, limit: int) -> str:
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def tally(findings: Iterable[Finding]) -> dict[str, Any]:
    """Return how many findings there are of each verdict, in the order they are shown.

    Warnings are counted only where there are any: most parts of the suite know none.
    """
    counted = dict.fromkeys(("passed", "failed", "skipped", "unverified"), 0)
    for finding in findings:
        counted[finding.verdict] = counted.get(finding.verdict, 0) + 1
    return counted
