"""What a test leaves behind for the report: its law or operation, its requests, why it is excused."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import httpx
import pytest
from attrs import define, field

from login_contract.lost_call import lost_call
from login_contract.suite.exchange import Exchange
from login_contract.suite.legible import legible
from login_contract.suite.recorder import Recorder
from login_contract.suite.results import Finding, Group, Verdict, first_line
from login_contract.target import Target

ATTRIBUTE = "contract_evidence"
KEPT_EXCHANGES = 40


class UnverifiedError(Exception):
    """A mismatch on a fact that no source states, met on a server that is not the mock."""


class Advice(Exception):
    """Something to mend that breaks no rule: the test warns instead of failing."""


@define
class Tape:
    """What the running test sent; one for a whole run, rewound before each test."""

    recorder: Recorder = field(factory=Recorder)
    requests: dict[str, int] = field(factory=dict)
    target: Target | None = None

    def rewind(self) -> None:
        """Forget the previous test."""
        self.recorder.clear()
        self.requests.clear()

    def count(self, operation: str) -> None:
        """Note one more request to an operation."""
        self.requests[operation] = self.requests.get(operation, 0) + 1


TAPE = pytest.StashKey[Tape]()


def attach(report: pytest.TestReport, item: pytest.Item, call: pytest.CallInfo[Any], tape: Tape) -> None:
    """Put the evidence on a report as one JSON text, which survives the way from a worker process."""
    law = item.get_closest_marker("law")
    origin = law.kwargs.get("origin") if law else None
    excuse = _excuse_for(report, call, origin, tape)
    if excuse is not None:
        _excuse(report, item, call, excuse)
    evidence = {
        "group": group_of(item),
        "subject": subject_of(item),
        "phase": phase_of(item),
        "origin": origin,
        "excuse": excuse or "",
        "excused": tape.recorder.masked(getattr(report, "contract_excused", "")),
    }
    if report.when == "call":
        evidence["requests"] = dict(tape.requests)
    if (report.failed or excuse == "warning") and call.excinfo is not None:
        evidence["essence"] = tape.recorder.masked(essence_of(call.excinfo.value))
    if report.failed or excuse is not None:
        evidence["exchanges"] = [each.as_json() for each in tape.recorder.shown(KEPT_EXCHANGES)]
    setattr(report, ATTRIBUTE, json.dumps(evidence))


def essence_of(problem: BaseException) -> str:
    """Return what went wrong without where: each failure of a group on its own, with its name."""
    if isinstance(problem, BaseExceptionGroup):
        return "\n".join(dict.fromkeys(essence_of(each) for each in problem.exceptions))
    text = str(problem).strip()
    if isinstance(problem, (AssertionError, Advice)):
        return text or "the assertion failed"
    if isinstance(problem, httpx.RequestError):
        return lost_call(problem).sentence
    return f"{type(problem).__name__}: {text}".rstrip(": ")


def conceal(report: pytest.TestReport, tape: Tape) -> None:
    """Replace a report's texts by such without passwords and tokens, which any process can carry."""

    def shown(text: str) -> str:
        return legible(tape.recorder.masked(text))

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
    essence = evidence.get("essence") or detail
    return Finding(
        nodeid=report.nodeid,
        group=evidence.get("group", "other"),
        subject=evidence.get("subject", report.nodeid),
        verdict=verdict,
        reason=evidence.get("excused") or first_line(essence),
        essence=essence if verdict in ("failed", "warning") else "",
        detail=detail if verdict == "failed" else "",
        phase=evidence.get("phase"),
        origin=evidence.get("origin"),
        seconds=report.duration,
        requests=evidence.get("requests", {}),
        exchanges=tuple(Exchange.from_json(each) for each in evidence.get("exchanges", [])),
    )


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


def phase_of(item: pytest.Item) -> str | None:
    """Return the phase of a property test."""
    marker = item.get_closest_marker("phase")
    return str(marker.args[0]) if marker else None


def _verdict(report: pytest.TestReport, evidence: Mapping[str, Any]) -> Verdict | None:
    if evidence.get("excuse"):
        excuse: Verdict = evidence["excuse"]
        return excuse
    if report.failed:
        return "failed"
    if report.skipped:
        return "skipped"
    return "passed" if report.when == "call" else None


def _detail(report: pytest.TestReport) -> str:
    if isinstance(report.longrepr, tuple):
        return str(report.longrepr[2]).removeprefix("Skipped: ")
    return report.longreprtext


def _excuse_for(
    report: pytest.TestReport, call: pytest.CallInfo[Any], origin: str | None, tape: Tape
) -> Verdict | None:
    """Say which milder verdict a failed test gets, None when it gets none."""
    if not report.failed or report.when != "call" or call.excinfo is None:
        return None
    if call.excinfo.errisinstance(Advice):
        return "warning"
    if call.excinfo.errisinstance(UnverifiedError):
        return "unverified"
    foreign = tape.target is not None and not tape.target.capabilities.is_mock
    return "unverified" if origin == "inferred" and foreign else None


def _excuse(
    report: pytest.TestReport, item: pytest.Item, call: pytest.CallInfo[Any], verdict: Verdict
) -> None:
    reason = first_line(str(call.excinfo.value) if call.excinfo else "") or "the assertion failed"
    report.outcome = "skipped"
    report.longrepr = (str(item.path), item.location[1] or 0, f"Skipped: {verdict}: {reason}")
    setattr(report, "contract_excused", reason)  # noqa: B010
