from __future__ import annotations

import re
from datetime import datetime
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import sync_playwright

from login_contract.suite.checks import SWITCHED_OFF
from login_contract.suite.exchange import Exchange
from login_contract.suite.report import render
from login_contract.suite.results import Finding, Results
from tests.browser import LAUNCH_ARGS, NOT_FOUND, find_chromium

LONG = "x" * 300
RESULTS = Results(
    target="the embedded mock",
    seconds=12.34,
    findings=(
        Finding(
            nodeid="properties/test_operations.py::test_coverage[POST /login]",
            group="operation",
            subject="POST /login",
            phase="coverage",
            verdict="failed",
            reason="Undocumented status code",
            essence="Undocumented status code\nReceived: 418 <b>teapot</b>",
            detail=f"the traceback {LONG}",
            requests={"POST /login": 161},
            exchanges=(
                Exchange(method="GET", url="http://127.0.0.1:4711/first"),
                Exchange(
                    method="POST",
                    url="http://127.0.0.1:4711/api/login",
                    body='{"username": "<script>alert(1)</script>"}',
                    status=418,
                    answer=f'{{"x": "{LONG}"}}',
                ),
            ),
        ),
        Finding(nodeid="a", group="law", subject="A law that holds", verdict="passed", seconds=1.5),
        Finding(
            nodeid="b", group="law", subject="A law nobody can test", verdict="skipped", reason="no clock"
        ),
        Finding(
            nodeid="c", group="law", subject="A law that is inferred", verdict="unverified", reason="418"
        ),
    ),
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.html"
    html = render(
        RESULTS,
        names={"POST /login": "auth-by-username-and-password"},
        switched_off=SWITCHED_OFF,
        finished=datetime(2026, 1, 2, 3, 4),
    )
    path.write_text(html, encoding="utf-8")
    return path


def test_report_says_what_ran_and_how_it_ended(report: Path) -> None:
    html = report.read_text(encoding="utf-8")

    for expected in (
        "1 failed",
        "the embedded mock",
        "2026-01-02 03:04",
        "12.3 seconds",
        "auth-by-username-and-password",
        "161",
        "A law that holds",
        "no clock",
        "unverified",
        "curl -i http://127.0.0.1:8480/api/login",
        "curl -i http://127.0.0.1:8480/first",
        "It answered 418",
        SWITCHED_OFF[0].check,
    ):
        assert expected in html, expected


def test_report_needs_nothing_else(report: Path) -> None:
    html = report.read_text(encoding="utf-8")

    assert not re.search(r"<(script|link|img|iframe)\b|@import|url\(|\ssrc=", html)


def test_nothing_that_was_sent_becomes_markup(report: Path) -> None:
    html = report.read_text(encoding="utf-8")

    assert "<script>" not in html
    assert "<b>teapot</b>" not in html
    assert "&lt;b&gt;teapot" in html


@pytest.mark.parametrize("width", [360, 800, 1600])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_report_fits_every_screen(report: Path, width: int, scheme: Literal["light", "dark"]) -> None:
    chromium = find_chromium()
    if chromium is None:
        pytest.skip(NOT_FOUND)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=list(LAUNCH_ARGS))
        page = browser.new_page(viewport={"width": width, "height": 800}, color_scheme=scheme)
        page.goto(report.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        for summary in page.locator("summary").all():
            summary.click()
        assert page.evaluate("document.documentElement.scrollWidth") <= width
        ink, paper = page.evaluate(
            "[getComputedStyle(document.body).color, getComputedStyle(document.body).backgroundColor]"
        )
    assert (_brightness(ink) > _brightness(paper)) == (scheme == "dark")


def _brightness(colour: str) -> int:
    return sum(int(part) for part in re.findall(r"\d+", colour)[:3])


def test_report_of_a_run_that_broke_off_says_why() -> None:
    results = Results(findings=(), target="x", trouble="a worker process died")

    html = render(results, names={}, switched_off=(), finished=datetime(2026, 1, 2))

    assert "the run did not work" in html
    assert "a worker process died" in html
