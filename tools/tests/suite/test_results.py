from __future__ import annotations

from typing import Any

import pytest

from login_contract.suite.reporting.exchange import Exchange
from login_contract.suite.reporting.results import Finding, Results, Row, first_line, tally

URL = "http://x/projects/4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10/users/17?a=1"


def finding(verdict: Any, **more: Any) -> Finding:
    return Finding(**{"nodeid": "t", "group": "law", "subject": "a law", "verdict": verdict, **more})


@pytest.mark.parametrize(
    ("verdicts", "joined"),
    [
        (["passed", "passed"], "passed"),
        (["passed", "failed"], "failed"),
        (["unverified", "passed"], "unverified"),
        (["unverified", "failed"], "failed"),
        (["skipped", "passed"], "passed"),
        (["skipped"], "skipped"),
    ],
)
def test_gravest_verdict_counts(verdicts: list[str], joined: str) -> None:
    row = Row(subject="a law", findings=tuple(finding(verdict) for verdict in verdicts))

    assert row.verdict == joined


def test_row_gives_each_reason_of_its_verdict_once() -> None:
    findings = [
        finding("skipped", reason="no clock"),
        finding("skipped", reason="no clock"),
        finding("skipped", reason="no codes"),
    ]

    assert Row(subject="a law", findings=tuple(findings)).reason == "no clock; no codes"


def test_findings_are_joined_by_subject_in_their_order() -> None:
    findings = (
        finding("passed", subject="b"),
        finding("passed", subject="a"),
        finding("failed", subject="b"),
        finding("passed", subject="GET /x", group="operation"),
    )

    rows = Results(findings=findings, target="x").of("law")

    assert [(row.subject, row.verdict) for row in rows] == [("b", "failed"), ("a", "passed")]


@pytest.mark.parametrize(
    ("verdicts", "trouble", "status"),
    [
        (["passed", "skipped", "unverified"], "", 0),
        (["passed", "failed"], "", 1),
        (["passed"], "a worker died", 2),
        (["failed"], "a worker died", 2),
        ([], "", 2),
    ],
)
def test_exit_status(verdicts: list[str], trouble: str, status: int) -> None:
    findings = tuple(finding(verdict) for verdict in verdicts)

    assert Results(findings=findings, target="x", trouble=trouble).exit_status == status


def test_requests_are_counted_whichever_test_sent_them() -> None:
    findings = (
        finding("passed", requests={"GET /x": 3}),
        finding("passed", requests={"GET /x": 4, "GET /y": 1}),
    )

    assert Results(findings=findings, target="x").requests("GET /x") == 7


def test_shared_phase_speaks_for_the_operations_it_reached() -> None:
    journey = finding("passed", phase="stateful", requests={"GET /x": 3})
    row = Row(subject="GET /x", findings=(finding("passed", group="operation", phase="fuzzing"),))
    other = Row(subject="GET /y", findings=())
    results = Results(findings=(journey,), target="x")

    assert (results.phase(row, "stateful"), results.phase(other, "stateful")) == ("passed", None)
    assert results.phase(row, "fuzzing") == "passed"


def test_failed_shared_phase_blames_the_operation_it_names() -> None:
    journey = finding("failed", phase="stateful", requests={"GET /x": 1}, detail="GET /y went wrong")
    results = Results(findings=(journey,), target="x")

    assert results.phase(Row(subject="GET /y", findings=()), "stateful") == "failed"
    assert results.phase(Row(subject="GET /x", findings=()), "stateful") is None


def test_skip_reasons_are_counted() -> None:
    findings = (
        finding("skipped", reason="no clock"),
        finding("skipped", reason="no clock"),
        finding("passed"),
    )

    assert Results(findings=findings, target="x").skip_reasons == {"no clock": 2}


def test_tally_counts_every_verdict() -> None:
    assert tally([finding("passed"), finding("passed"), finding("failed")]) == {
        "passed": 2,
        "failed": 1,
        "skipped": 0,
        "unverified": 0,
    }


def test_first_line_is_cut_short() -> None:
    assert first_line("\n  one \ntwo") == "one"
    assert first_line("x" * 400, limit=10) == "xxxxxxxxx…"
    assert first_line("") == ""


def test_findings_of_one_cause_are_together_whatever_their_tests() -> None:
    lacks = "an answer lacks `x`"
    findings = (
        finding("failed", nodeid="t.py::test_a[1]"),
        finding("failed", nodeid="t.py::test_b", cause=lacks, subject="b"),
        finding("passed", cause=lacks),
        finding("failed", nodeid="t.py::test_a[2]"),
        finding("failed", nodeid="p.py::test_c[GET /x]", cause=lacks, group="operation", subject="GET /x"),
        finding("failed", nodeid="t.py::test_d", cause=lacks, exchanges=(Exchange(method="PUT", url=URL),)),
    )

    causes = Results(findings=findings, target="x").causes()

    assert [(cause.title, len(cause.findings)) for cause in causes] == [(lacks, 3), ("a law", 2)]
    assert causes[0].places == {"GET /x": 1, "PUT /projects/…/users/…": 1}
    assert causes[1].places == {}


def test_what_explains_the_rest_is_told_first() -> None:
    often = [finding("failed", cause="often") for _ in range(3)]
    findings = (*often, finding("failed", cause="explains it", fundamental=True))

    causes = Results(findings=findings, target="x").causes()

    assert [cause.title for cause in causes] == ["explains it", "often"]
