from __future__ import annotations

import io
import threading

from rich.console import Console

from login_contract.suite.reporting.console import RunProgress, print_results, summary
from login_contract.suite.reporting.exchange import Exchange
from login_contract.suite.reporting.results import Finding, Results


def printed(results: Results, *, width: int = 120) -> str:
    out = io.StringIO()
    print_results(Console(file=out, width=width), results, names={"GET /x": "get-x"})
    return out.getvalue()


def failure(number: int) -> Finding:
    return Finding(
        nodeid=f"t{number}",
        group="law",
        subject=f"law {number}",
        verdict="failed",
        summary="\n".join(f"line {line} of {number}" for line in range(40)),
        exchanges=(Exchange(method="GET", url="http://127.0.0.1:4711/x", body="[bold]"),),
    )


def test_tables_show_every_operation_and_law() -> None:
    findings = (
        Finding(nodeid="a", group="operation", subject="GET /x", verdict="passed", phase="fuzzing"),
        Finding(nodeid="b", group="law", subject="A law", verdict="skipped", reason="no clock"),
        Finding(nodeid="c", group="other", subject="test_c", verdict="passed"),
    )

    text = printed(Results(findings=findings, target="the embedded mock", seconds=3))

    for expected in ("GET /x", "get-x", "A law", "no clock", "test_c", "2 passed, 1 skipped", "in 3.0 s"):
        assert expected in text, expected


def test_failure_is_shown_in_brief_with_its_curl_line() -> None:
    text = printed(Results(findings=(failure(1),), target="the embedded mock"))

    assert "line 0 of 1" in text
    assert "line 39 of 1" not in text
    assert "curl -i -X GET http://127.0.0.1:8480/x -H Content-Type: --data-raw '[bold]'" in text


def test_many_failures_are_not_all_printed() -> None:
    text = printed(Results(findings=tuple(failure(number) for number in range(40)), target="x"))

    assert "law 39" in text
    assert "line 0 of 39" not in text
    assert "28 more failures" in text


def test_address_that_stays_is_not_replaced() -> None:
    text = printed(Results(findings=(failure(1),), target="http://127.0.0.1:4711/api"))

    assert "http://127.0.0.1:4711/x" in text


def test_narrow_terminal_loses_nothing() -> None:
    findings = (Finding(nodeid="b", group="law", subject="A long law " * 10, verdict="passed"),)

    text = printed(Results(findings=findings, target="x"), width=40)

    assert text.count("long") == 10


def test_summary_names_what_there_was() -> None:
    assert (
        summary(Results(findings=(failure(1),), target="x", seconds=1)).plain
        == "0 passed, 1 failed, in 1.0 s, against x"
    )


def test_log_says_what_will_run_and_names_a_failure_at_once() -> None:
    out = io.StringIO()
    with RunProgress(Console(file=out, width=80)) as progress:
        progress.planned(2)
        progress.started("flows/test_x.py::test_x")
        progress.found(Finding(nodeid="a", group="law", subject="A law", verdict="passed"))
        progress.found(failure(1))

    assert out.getvalue().splitlines() == ["Running 2 tests", "✗ law 1"]


def test_log_tells_from_time_to_time_that_the_run_goes_on() -> None:
    class Log(io.StringIO):
        told = threading.Event()

        def write(self, text: str) -> int:
            if "2,000" in text and " of " in text:
                self.told.set()
            return super().write(text)

    out = Log()
    with RunProgress(Console(file=out, width=80), every=0.01) as progress:
        progress.planned(2000)
        progress.started("t1")
        progress.found(failure(1))
        assert out.told.wait(30)

    lines = out.getvalue().splitlines()
    assert "1 of 2,000 tests after 0 min, 1 failed" in lines
    assert lines.count("Running 2,000 tests") == 1


def test_listing_says_nothing_of_a_run() -> None:
    out = io.StringIO()
    with RunProgress(Console(file=out, width=80)) as progress:
        progress.planned(2000)

    assert out.getvalue() == ""


def test_progress_lives_on_a_terminal() -> None:
    out = io.StringIO()
    with RunProgress(Console(file=out, width=80, force_terminal=True)) as progress:
        progress.planned(2)
        progress.started("flows/test_x.py::test_x")
        progress.found(failure(1))

    assert "Running, 1 failed" in out.getvalue()


def test_failures_that_differ_in_parameters_alone_are_shown_once() -> None:
    def failed(nodeid: str, **more: str) -> Finding:
        values = {"group": "law", "subject": "A law", "summary": f"summary of {nodeid}", **more}
        return Finding(nodeid=nodeid, verdict="failed", **values)  # type: ignore[arg-type]

    findings = (
        failed("t.py::test_a[one]"),
        failed("t.py::test_a[two]"),
        failed("t.py::test_b"),
        failed("t.py::test_a[three]", subject="Another law"),
        failed("t.py::test_o[GET /x]", group="operation", subject="GET /x"),
        failed("t.py::test_o[GET /y]", group="operation", subject="GET /y"),
    )

    text = printed(Results(findings=findings, target="x"))

    assert "summary of t.py::test_a[one]" in text
    assert "and so did test_a[two]" in text
    for shown in ("test_b", "test_a[three]", "test_o[GET /x]", "test_o[GET /y]"):
        assert f"summary of t.py::{shown}" in text
    assert "summary of t.py::test_a[two]" not in text
