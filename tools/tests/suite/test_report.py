from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Literal

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from login_contract.suite.generated.checks import SWITCHED_OFF
from login_contract.suite.reporting.exchange import Exchange
from login_contract.suite.reporting.report import render, themes
from login_contract.suite.reporting.results import Finding, Results
from tests.browser import LAUNCH_ARGS, NOT_FOUND, find_chromium
from tests.suite.large_run import LARGE, NO_PROJECT

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
            summary="Undocumented status code\nReceived: 418 <b>teapot</b>",
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


@contextmanager
def chromium() -> Iterator[Browser]:
    path = find_chromium()
    if path is None:
        pytest.skip(NOT_FOUND)
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=path, args=list(LAUNCH_ARGS))


@pytest.mark.parametrize("width", [360, 800, 1600])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_report_fits_every_screen(report: Path, width: int, scheme: Literal["light", "dark"]) -> None:
    with chromium() as browser:
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


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    html = render(LARGE, names={}, switched_off=SWITCHED_OFF, finished=datetime(2026, 1, 2))
    path = tmp_path_factory.mktemp("large") / "report.html"
    path.write_text(html, encoding="utf-8")
    path.with_name("mirrored.html").write_text(html.replace("<html ", '<html dir="rtl" '), encoding="utf-8")
    return path


def test_report_of_a_whole_run_is_short_and_filtered_by_verdict(large: Path) -> None:
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800}, java_script_enabled=False)
        page.goto(large.as_uri())
        whole = _height(page)
        heights = {}
        for verdict in ("failed", "skipped", "passed", "all"):
            page.click(f"label[for=show-{verdict}]")
            heights[verdict] = _height(page)
            shown = page.locator("section[data-verdict=failed]").is_visible()
            assert shown == (verdict in ("failed", "all"))
            assert page.locator("text=Skipped, and why").is_visible() == (verdict in ("skipped", "all"))
        hidden = page.locator("tr[data-verdict=passed]").first

        page.click("label[for=show-failed]")
        assert hidden.evaluate("row => getComputedStyle(row).display") == "none"

    assert whole < 10_000
    assert heights["all"] == whole
    assert all(heights[verdict] < whole for verdict in ("failed", "skipped", "passed"))


def test_summary_comes_first_and_names_each_cause_once(large: Path) -> None:
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(large.as_uri())

        summary = page.locator("ol.causes").first
        assert summary.bounding_box()["y"] < 500  # type: ignore[index]
        assert summary.locator("li").all_inner_texts()[0] == f"{NO_PROJECT}: 41 findings"
        assert page.locator("article", has_text="41 ×").count() == 1
        texts = page.locator("article").first.locator(".beside pre").all_inner_texts()
        assert texts[:2] == ["204", "404"]


def test_row_leads_to_its_finding_which_unfolds(large: Path) -> None:
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 1280, "height": 800})
        page.goto(large.as_uri())
        theme = page.locator("details.area", has_text="Theme 0:").first
        theme.locator("summary").click()
        link = theme.locator("a.badge.failed").first
        anchor = link.get_attribute("href")

        link.click()

        finding = page.locator(str(anchor))
        assert finding.is_visible()
        assert "flows/test_0.py" in finding.inner_text()


def test_mirrored_report_fits_and_begins_at_the_right(large: Path) -> None:
    with chromium() as browser:
        page = browser.new_page(viewport={"width": 700, "height": 800})
        page.goto(large.with_name("mirrored.html").as_uri())

        assert page.evaluate("document.documentElement.scrollWidth") <= 700
        assert page.locator("h1").evaluate("h => getComputedStyle(h).textAlign") == "start"
        border = page.locator("article").first.evaluate("a => getComputedStyle(a).borderRightWidth")
        assert border == "4px"


def test_laws_stand_under_their_theme() -> None:
    rows = LARGE.of("law")

    found = themes(rows)

    assert sum(len(theme.rows) for theme in found) == len(rows)
    failing = ["failed" in theme.verdicts for theme in found]
    assert failing == sorted(failing, reverse=True)
    assert len({theme.title for theme in found}) == len(found)


def _height(page: Page) -> int:
    return int(page.evaluate("document.documentElement.scrollHeight"))


def _brightness(colour: str) -> int:
    return sum(int(part) for part in re.findall(r"\d+", colour)[:3])


def test_report_of_a_run_that_broke_off_says_why() -> None:
    results = Results(findings=(), target="x", trouble="a worker process died")

    html = render(results, names={}, switched_off=(), finished=datetime(2026, 1, 2))

    assert "the run did not work" in html
    assert "a worker process died" in html
