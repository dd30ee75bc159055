"""The command of the benchmark: what it measures, what it tells, and its exit status."""

from __future__ import annotations

import io

import pytest
from attrs import evolve
from rich.console import Console

from bench import growth, report
from bench.__main__ import main, status_of
from bench.load import Sample
from bench.rows import Row
from node import npm
from tests.bench.measured import ROW, outcome, sample


@pytest.mark.parametrize(
    ("rows", "quick", "status"),
    [
        ([ROW], False, 0),
        ([evolve(ROW, value=1.3)], False, 1),
        ([evolve(ROW, value=1.3)], True, 0),
        ([evolve(ROW, at_most=None, at_least=1.2)], False, 1),
        ([evolve(ROW, lost=1)], True, 1),
        ([evolve(ROW, skipped="no PostgreSQL")], False, 2),
        ([evolve(ROW, skipped="no PostgreSQL"), ROW], False, 0),
        ([], True, 2),
    ],
)
def test_exit_status_is_that_of_what_was_measured(rows: list[Row], quick: bool, status: int) -> None:
    assert status_of(None, rows, quick=quick) == status


@pytest.mark.parametrize(
    ("mock", "quick", "status"),
    [
        (sample(100), False, 0),
        (sample(99), False, 1),
        (sample(99), True, 0),
        (sample(100, failed=1), True, 1),
    ],
)
def test_exit_status_counts_the_contest(mock: Sample, quick: bool, status: int) -> None:
    assert status_of(outcome([mock], [sample(100)]), [], quick=quick) == status


def test_what_was_skipped_is_told_with_its_reason() -> None:
    text = io.StringIO()
    rows = [evolve(ROW, skipped="no PostgreSQL here"), evolve(ROW, title="users", value=1.3)]

    report.show(None, rows, Console(file=text, width=120), quick=True)

    assert "no PostgreSQL here" in text.getvalue()
    assert "1.30×" in text.getvalue()
    assert "no verdict" not in text.getvalue()
    assert "too short for a verdict" in text.getvalue()
    assert [row["reached"] for row in report.as_json(None, rows)["rows"]] == [None, False]


def test_only_what_was_asked_for_is_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    measured: list[str] = []

    def users(*given: object, **options: object) -> Row:
        measured.append("users")
        return ROW

    monkeypatch.setattr(npm, "install", lambda package: None)
    monkeypatch.setattr(growth, "users", users)

    assert main(["--only", "users"]) == 0
    assert measured == ["users"]


def test_without_node_nothing_is_measured(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(package: str) -> None:
        raise npm.NodeUnavailableError("there is no Node")

    monkeypatch.setattr(npm, "install", missing)

    assert main(["--quick"]) == 2
    assert capsys.readouterr().err == "bench: there is no Node\n"
