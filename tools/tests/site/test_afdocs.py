"""The judge of the documentation for agents: it scores high, it asks nobody else, and it would say so."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from attrs import evolve

from afdocs import __main__ as command
from afdocs.judge import Check, Judgement, judge
from login_contract import built_site
from login_contract.mock.run import EmbeddedMock
from node import npm
from tests.node_or_skip import NodeOrSkip

GOOD = Judgement(score=95, categories={"a": 95}, checks=[Check("one", "warn", "why")], outside=[], asked=9)
# As few as are judged at all; the session asks for all of them.
PAGES = 6
ELSEWHERE = "https://elsewhere.example/docs/a.md"


def test_site_scores_high_and_whoever_is_asked_elsewhere_is_told(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with NodeOrSkip():
        npm.install("afdocs")
    folder = tmp_path / "docs"
    shutil.copytree(site, folder, copy_function=os.link)
    listed = (site / "llms.txt").read_text("utf-8")
    (folder / "llms.txt").unlink()
    (folder / "llms.txt").write_text(f"{listed}- [Elsewhere]({ELSEWHERE})\n", "utf-8")
    monkeypatch.setattr(built_site, "folder", lambda: folder)
    with EmbeddedMock() as mock:
        judgement = judge(f"{mock.origin}/docs", pages=PAGES)

    assert judgement.score >= command.LEAST
    assert set(judgement.outside) == {ELSEWHERE}
    assert {one.name for one in judgement.checks if one.status not in ("pass", "skip")} == {
        "llms-txt-links-resolve"
    }


@pytest.mark.parametrize(
    ("judgement", "status"),
    [(GOOD, 0), (evolve(GOOD, score=94), 1), (evolve(GOOD, outside=[ELSEWHERE]), 1)],
)
def test_status_is_that_of_score_and_requests(judgement: Judgement, status: int) -> None:
    assert command.status_of(judgement) == status


def test_what_is_not_as_it_should_be_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    with command.CONSOLE.capture() as told:
        command.show(evolve(GOOD, outside=[ELSEWHERE]))

    assert "warn one: why" in told.get()
    assert f"asked elsewhere: {ELSEWHERE}" in told.get()
    assert "95 of 100, 9 requests, 1 of them elsewhere" in told.get()


def test_without_node_nothing_is_judged(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing() -> None:
        raise npm.NodeUnavailableError("there is no Node")

    monkeypatch.setattr(command, "build", missing)

    assert command.main([]) == 2
    assert capsys.readouterr().err == "afdocs: there is no Node\n"
