"""What a test leaves behind for the report: its law or operation, its requests, the verdict that it gets."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest
from attrs import define, field

from login_contract.legible import legible
from login_contract.lost_call import lost_call
from login_contract.suite.reporting.cause import cause_of
from login_contract.suite.reporting.exchange import Exchange
from login_contract.suite.reporting.recorder import Recorder
from login_contract.suite.reporting.results import Finding, Group, Verdict, first_line
from login_contract.suite.target import Target

ATTRIBUTE = "contract_evidence"
KEPT_EXCHANGES = 40


class UnverifiedError(Exception):
    """A mismatch on a fact that no source states, met on a server that is not the mock.

    ``grave`` says that the answer was neither a refusal nor of a described status: what it did instead of
    refusing is not known.
    """

    def __init__(self, message: str, *, grave: bool = False) -> None:
        super().__init__(message)
        self.grave = grave


class Advice(Exception):
    """Something to mend that breaks no rule: the test warns instead of failing."""


@define
class Recording:
    """What the running test sent; one for a whole run, rewound before each test."""

    recorder: Recorder = field(factory=Recorder)
    requests: dict[str, int] = field(factory=dict)
    target: Target | None = None

    def rewind(self, test: str = "") -> None:
        """Forget the previous test, and begin with ``test``."""
        self.recorder.clear()
        if self.recorder.log is not None:
            self.recorder.log.test = test
        self.requests.clear()

    def count(self, operation: str) -> None:
        """Note one more request to an operation."""
        self.requests[operation] = self.requests.get(operation, 0) + 1


# How pytest tells that a refusal was expected, and another one came: status and code of both.
_OTHER_REFUSAL = re.compile(r"assert \(4\d\d, '[^']*'\) == \(4\d\d, '[^']*'\)")
RECORDING = pytest.StashKey[Recording]()
# What a test is called where it is chosen and listed.
ID = pytest.StashKey[str]()


def attach(
    report: pytest.TestReport, item: pytest.Item, call: pytest.CallInfo[Any], recording: Recording
) -> None:
    """Put the evidence on a report as one JSON text, which survives the way from a worker process."""
    law = item.get_closest_marker("law")
    origin = law.kwargs.get("origin") if law else None
    security = is_about_security(item)
    milder = _milder_verdict(report, call, recording, inferred=origin == "inferred", security=security)
    if milder is not None:
        _soften(report, item, call, milder)
    evidence = {
        "group": group_of(item),
        "subject": subject_of(item),
        "phase": phase_of(item),
        "origin": origin,
        "security": security,
        "fundamental": bool(law and law.kwargs.get("fundamental")),
        "theme": theme_of(item),
        "milder": milder or "",
        "softened": recording.recorder.masked(getattr(report, "contract_softened", "")),
    }
    if report.when == "call":
        evidence["requests"] = dict(recording.requests)
    if (report.failed or milder == "warning") and call.excinfo is not None:
        problem, last = call.excinfo.value, recording.recorder.last
        evidence["summary"] = recording.recorder.masked(summary_of(problem, last))
        evidence["cause"] = recording.recorder.masked(cause_of(problem, last))
    if report.failed or milder is not None:
        evidence["exchanges"] = [each.as_json() for each in recording.recorder.shown(KEPT_EXCHANGES)]
    setattr(report, ATTRIBUTE, json.dumps(evidence))


def summary_of(problem: BaseException, last: Exchange | None = None) -> str:
    """Return what went wrong without where, each failure of a group on its own; ``last`` came before it."""
    if isinstance(problem, BaseExceptionGroup):
        return "\n".join(dict.fromkeys(summary_of(each, last) for each in problem.exceptions))
    text = _of_check(problem) or str(problem).strip()
    if isinstance(problem, (AssertionError, Advice, UnverifiedError, pytest.fail.Exception)):
        return text or "the assertion failed"
    if isinstance(problem, httpx.RequestError):
        return lost_call(problem).sentence
    after = f" after {last.method} {urlsplit(last.url).path}, answered {last.status}" if last else ""
    return f"the test could not go on{after}: {text or 'nothing was found'} ({type(problem).__name__})"


def _of_check(problem: BaseException) -> str:
    """Return what a check of Schemathesis found, beginning with what tells most; empty for other problems."""
    title, message = getattr(problem, "title", ""), getattr(problem, "message", "")
    if type(problem).__name__ == "CustomFailure":
        return str(message)
    return f"{title}: {message}".rstrip(": ") if title else ""


def conceal(report: pytest.TestReport, recording: Recording) -> None:
    """Replace a report's texts by such without passwords and tokens, which any process can carry."""

    def shown(text: str) -> str:
        return legible(recording.recorder.masked(text))

    if report.failed and report.longrepr is not None:
        report.longrepr = shown(str(report.longrepr))
    elif isinstance(report.longrepr, tuple):
        path, line, reason = report.longrepr
        report.longrepr = (path, line, shown(reason))
    report.sections = [(title, shown(text)) for title, text in report.sections]


def finding(report: pytest.TestReport) -> Finding | None:
    """Read the finding that a report stands for; None for a phase of a test that says nothing."""
    evidence = json.loads(getattr(report, ATTRIBUTE, "{}"))
    verdict = _verdict(report, evidence)
    if verdict is None:
        return None
    detail = "" if verdict == "passed" else _detail(report)
    summary = evidence.get("summary") or detail
    return Finding(
        nodeid=report.nodeid,
        group=evidence.get("group", "other"),
        subject=evidence.get("subject", report.nodeid),
        verdict=verdict,
        reason=evidence.get("softened") or first_line(_with_cause(summary, evidence.get("cause", ""))),
        cause=evidence.get("cause", ""),
        theme=evidence.get("theme", ""),
        security=evidence.get("security", False),
        fundamental=evidence.get("fundamental", False),
        summary=summary if verdict in ("failed", "warning") else "",
        detail=detail if verdict == "failed" else "",
        phase=evidence.get("phase"),
        origin=evidence.get("origin"),
        seconds=report.duration,
        requests=evidence.get("requests", {}),
        exchanges=tuple(Exchange.from_json(each) for each in evidence.get("exchanges", [])),
    )


def _with_cause(summary: str, cause: str) -> str:
    """Put the cause before a line that says less, such as one of two numbers."""
    line = first_line(summary)
    return f"{cause}; {line}" if cause and line.startswith("assert ") else line


def group_of(item: pytest.Item) -> Group:
    """Say which table a test belongs to."""
    if getattr(item, "operation_label", None):
        return "operation"
    return "law" if item.get_closest_marker("law") else "other"


def subject_of(item: pytest.Item) -> str:
    """Return the operation's method and path, the law's sentence, or the test's name."""
    label = getattr(item, "operation_label", None)
    law = item.get_closest_marker("law")
    return str(label or (law.args[0] if law else item.name))


def is_about_security(item: pytest.Item) -> bool:
    """Say whether nothing excuses a breach of a test's law."""
    law = item.get_closest_marker("law")
    return bool(law and law.kwargs.get("security"))


def theme_of(item: pytest.Item) -> str:
    """Return what the tests of its file are about, as the file's first sentence says."""
    return first_line(getattr(getattr(item, "module", None), "__doc__", None) or "").rstrip(".")


def phase_of(item: pytest.Item) -> str | None:
    """Return the phase of a property test."""
    marker = item.get_closest_marker("phase")
    return str(marker.args[0]) if marker else None


def _verdict(report: pytest.TestReport, evidence: Mapping[str, Any]) -> Verdict | None:
    if evidence.get("milder"):
        milder: Verdict = evidence["milder"]
        return milder
    if report.failed:
        return "failed"
    if report.skipped:
        return "skipped"
    return "passed" if report.when == "call" else None


def _detail(report: pytest.TestReport) -> str:
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[2]).removeprefix("Skipped: ")
    return report.longreprtext


def _milder_verdict(
    report: pytest.TestReport,
    call: pytest.CallInfo[Any],
    recording: Recording,
    *,
    inferred: bool,
    security: bool,
) -> Verdict | None:
    """Say which milder verdict a failed test gets, None when it gets none.

    What nobody states is unverified elsewhere, but nothing excuses a server error; and what has to be refused
    for the sake of security may be refused in another way, but not be accepted.
    """
    if not report.failed or report.when != "call" or call.excinfo is None:
        return None
    problem = call.excinfo.value
    if isinstance(problem, Advice):
        return "warning"
    if any(status >= 500 for status in recording.recorder.statuses):
        return None
    if isinstance(problem, UnverifiedError):
        return None if security and problem.grave else "unverified"
    foreign = recording.target is not None and not recording.target.capabilities.is_mock
    if not inferred or not foreign:
        return None
    return None if security and not _OTHER_REFUSAL.match(str(problem)) else "unverified"


def _soften(
    report: pytest.TestReport, item: pytest.Item, call: pytest.CallInfo[Any], verdict: Verdict
) -> None:
    reason = first_line(str(call.excinfo.value) if call.excinfo else "") or "the assertion failed"
    report.outcome = "skipped"
    report.longrepr = (str(item.path), item.location[1] or 0, f"Skipped: {verdict}: {reason}")
    setattr(report, "contract_softened", reason)  # noqa: B010
