"""What a run is called: sound only where nothing was found and every limit was kept."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from attrs import evolve
from rich.console import Console

from pages import report
from pages.findings import VIEWS, Finding, Verdict, by_axe
from pages.judge import IS_BOX, Judge
from pages.report import Report
from pages.speed import Opening

QUICK = Opening(language="en_XX", kilobytes=100, paint=300, shift=0.02, longest=200, requests=30)
CLEAN = Verdict(page="outbox, empty", language="en_XX", view=VIEWS[0], judged=40, findings=())
FAULT = Finding(rule="label", impact="critical", where="#code", told="no label")


def test_run_is_sound_where_nothing_was_found_and_each_limit_is_just_kept() -> None:
    assert Report([CLEAN], [QUICK]).sound
    assert not Report([evolve(CLEAN, findings=(FAULT,))], [QUICK]).sound


@pytest.mark.parametrize(
    ("name", "over"),
    [
        ("KB in all", {"kilobytes": 100.1}),
        ("first paint of data, ms", {"paint": 301}),
        ("layout shift", {"shift": 0.0201}),
        ("longest task, ms", {"longest": 201}),
    ],
)
def test_each_limit_that_is_missed_is_told(name: str, over: dict[str, Any]) -> None:
    slow = evolve(QUICK, **over)
    assert slow.missed == {name}
    assert not Report([CLEAN], [slow]).sound


def test_a_page_without_anything_to_judge_is_a_finding() -> None:
    found, _ = by_axe({"violations": [], "incomplete": [], "judged": 0})
    assert [each.rule for each in found] == ["nothing-to-judge"]


def test_what_axe_leaves_to_people_is_listed_unless_it_is_plain() -> None:
    unsure = [
        {"rule": rule, "impact": "minor", "where": "p", "told": ""} for rule in ("color-contrast", "region")
    ]
    found, undecided = by_axe({"violations": [], "incomplete": unsure, "judged": 9})
    assert [each.rule for each in found] == ["color-contrast"]
    assert [each.rule for each in undecided] == ["region"]


def test_both_kinds_of_chinese_have_a_column_of_their_own() -> None:
    console = Console(width=110, file=StringIO())
    tags = ("zh_CN", "zh_TW", "en_XX")
    console.print(report.matrix(Report([evolve(CLEAN, language=tag) for tag in tags])))
    assert {"CN", "TW", "en"} <= set(console.file.getvalue().split())  # type: ignore[attr-defined]


def test_letters_that_no_font_draws_are_noticed(judge: Judge) -> None:
    judge.leave()
    assert judge.undrawn(["en_XX", "de_DE"]) == []
    assert judge.tab.evaluate(IS_BOX, "\ufffe")
