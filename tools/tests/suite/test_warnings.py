"""A test that warns: neither passed nor failed, shown with what it saw."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

import pytest
from rich.console import Console

from login_contract.suite.reporting.console import print_results
from login_contract.suite.reporting.exchange import Exchange
from login_contract.suite.reporting.report import render
from login_contract.suite.reporting.results import Finding, Results, Row, tally

WARNING = Finding(
    nodeid="t",
    group="law",
    subject="Answer 415",
    verdict="warning",
    reason="text/plain was accepted",
    summary="text/plain was accepted",
    exchanges=(Exchange(method="POST", url="http://127.0.0.1:3000/x", body="{}", status=200),),
)
RESULTS = Results(findings=(WARNING,), target="http://127.0.0.1:3000", seconds=1)


def test_warning_keeps_the_exit_status() -> None:
    assert RESULTS.exit_status == 0
    assert RESULTS.failures == []
    assert RESULTS.warnings == [WARNING]


@pytest.mark.parametrize(
    ("verdicts", "joined"),
    [
        (["warning", "passed"], "warning"),
        (["warning", "failed"], "failed"),
        (["warning", "skipped"], "warning"),
        (["warning", "unverified"], "unverified"),
    ],
)
def test_warning_outweighs_what_passed(verdicts: list[Any], joined: str) -> None:
    findings = tuple(
        Finding(nodeid="t", group="law", subject="a law", verdict=verdict) for verdict in verdicts
    )

    assert Row(subject="a law", findings=findings).verdict == joined


def test_warnings_are_counted_only_where_there_are_any() -> None:
    assert tally([WARNING, WARNING])["warning"] == 2
    assert "warning" not in tally([])


def test_console_shows_the_reason() -> None:
    out = io.StringIO()
    print_results(Console(file=out, width=120), RESULTS, names={})

    assert "text/plain was accepted" in out.getvalue()
    assert "0 passed, 1 warning, in 1.0 s" in out.getvalue()


def test_report_shows_request_and_answer() -> None:
    html = render(RESULTS, names={}, switched_off=(), finished=datetime(2026, 1, 1))

    assert "Warnings" in html
    assert "Failures" not in html
    assert "curl -i http://127.0.0.1:3000/x" in html
    assert "It answered 200" in html
    assert "The whole failure" not in html
