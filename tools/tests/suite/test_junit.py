from __future__ import annotations

from datetime import datetime
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from login_contract.suite.reporting.exchange import Exchange
from login_contract.suite.reporting.junit import junit
from login_contract.suite.reporting.results import Finding, Results


def suite(*findings: Finding, **more: Any) -> Element:
    results = Results(**{"findings": findings, "target": "https://login.example.com/api", **more})
    content = junit(results, finished=datetime(2026, 1, 2, 3, 4), origins={})
    found = ElementTree.fromstring(content).find("testsuite")
    assert found is not None
    return found


def finding(verdict: Any, **more: Any) -> Finding:
    nodeid = "flows/test_codes.py::test_x[GET /a::b.py]"
    return Finding(**{"nodeid": nodeid, "group": "law", "subject": "A law", "verdict": verdict, **more})


def test_suite_is_named_after_the_target_and_counts() -> None:
    verdicts = ("passed", "failed", "failed", "skipped", "unverified", "warning")

    found = suite(*(finding(verdict, reason="why") for verdict in verdicts), seconds=2.5)

    assert found.attrib == {
        "name": "login-contract: https://login.example.com/api",
        "tests": "6",
        "failures": "2",
        "errors": "0",
        "skipped": "3",
        "time": "2.500",
        "timestamp": "2026-01-02T03:04:00",
    }


def test_reason_is_one_line_and_the_rest_is_text() -> None:
    exchange = Exchange(method="POST", url="http://x/y", body="{}")

    found = suite(finding("failed", reason="it\nfailed", summary="long\nstory", exchanges=(exchange,)))

    failure = found.find("testcase/failure")
    assert failure is not None
    assert failure.get("message") == "it"
    assert failure.text == (
        "A law\n\nlong\nstory\n\nReproduce (passwords and tokens masked):\n"
        "curl -i http://x/y -H Content-Type: --data-raw '{}'"
    )


def test_case_has_the_names_of_its_test() -> None:
    case = suite(finding("passed")).find("testcase")

    assert case is not None
    assert case.attrib == {"classname": "flows.test_codes", "name": "test_x[GET /a::b.py]", "time": "0.000"}


def test_milder_verdicts_are_skips_that_say_so() -> None:
    found = suite(*(finding(each, reason="why") for each in ("skipped", "unverified", "warning")))

    assert [each.get("message") for each in found.iter("skipped")] == [
        "why",
        "unverified: why",
        "warning: why",
    ]


def test_run_that_did_not_work_is_an_error() -> None:
    found = suite(trouble="\na worker died\nthere")

    assert (found.get("errors"), found.get("tests")) == ("1", "1")
    error = found.find("testcase/error")
    assert error is not None
    assert error.get("message") == "a worker died"
