"""The command line of the judge: what it says, writes and ends with."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from node import npm
from pages import __main__ as command
from pages import axe_core, judge
from pages.languages import named
from pages.people import People
from pages.rendered import rendered
from pages.scene import Scene
from tests.browser import NOT_FOUND
from tests.node_or_skip import NodeOrSkip

SOUND = "<!DOCTYPE html><html lang=en><title>T</title><main><h1>T</h1><p>Text</p></main></html>"
POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def only(html: str) -> Any:
    def scenes(people: People) -> Iterator[Scene]:
        yield rendered("error", "planted", lambda tag: html, POLICY)

    return scenes


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, html: str, *arguments: str) -> int:
    monkeypatch.setattr(command, "scenes", only(html))
    return command.main(["--folder", str(folder), "--language", "en", *arguments])


@pytest.fixture
def able(browser: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Skips where there is nothing to judge with; the browser is that of the other tests."""

    class Running:
        def __enter__(self) -> Any:
            return browser

        def __exit__(self, *_: object) -> None:
            pass

    monkeypatch.setattr(command, "chromium", Running)
    with NodeOrSkip():
        axe_core.source()


@pytest.mark.usefixtures("able")
def test_sound_pages_end_with_0_and_a_summary(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(monkeypatch, tmp_path, SOUND) == 0
    assert "4 runs of axe, 6 measured layouts: 0 violations, 0 faults of layout" in capsys.readouterr().out
    pictures = {path.name for path in (tmp_path / "screenshots").iterdir()}
    assert pictures == {f"error-planted-en_XX-1280-{scheme}.png" for scheme in ("light", "dark")}
    assert all(name in (tmp_path / "summary.md").read_text() for name in pictures)


@pytest.mark.usefixtures("able")
def test_finding_ends_with_1_and_is_told_with_its_picture(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    stale = tmp_path / "screenshots" / "of-an-earlier-run.png"
    stale.parent.mkdir()
    stale.touch()
    faulty = SOUND.replace("<p>", '<p style="color: #aaa; min-width: 50rem">')

    assert run(monkeypatch, tmp_path, faulty, "--width", "320", "--scheme", "light") == 1

    out = capsys.readouterr().out
    assert "color-contrast" in out
    assert "page-scrolls-sideways" in out
    summary = (tmp_path / "summary.md").read_text()
    assert "- error, planted, en_XX, 320 light: color-contrast (serious): p: " in summary
    assert "screenshots/error-planted-en_XX-320-light.png" in summary
    assert not stale.exists()


def test_without_a_browser_it_ends_with_2_and_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(judge, "find_chromium", lambda: None)
    assert command.main(["--folder", str(tmp_path)]) == 2
    assert capsys.readouterr() == ("", f"pages: {NOT_FOUND}\n")


@pytest.mark.usefixtures("able")
def test_without_npm_it_ends_with_2_and_one_line(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(package: str) -> npm.Installation:
        raise npm.NodeUnavailableError("Node is missing")

    monkeypatch.setattr(npm, "install", fail)
    assert command.main(["--folder", str(tmp_path)]) == 2
    assert capsys.readouterr() == ("", "pages: Node is missing\n")


@pytest.mark.parametrize(
    ("option", "value", "reason"),
    [
        ("--language", "klingon", "there are no texts in 'klingon'"),
        ("--page", "home", "invalid choice: 'home'"),
        ("--width", "375", "invalid choice: 375"),
    ],
)
def test_what_does_not_exist_is_refused_by_name(
    option: str, value: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        command.main([option, value])
    assert ended.value.code == 2
    assert reason in capsys.readouterr().err


@pytest.mark.parametrize("name", ["de", "DE", "de_DE", "de-de"])
def test_language_is_known_by_what_people_call_it(name: str) -> None:
    assert named(name) == "de_DE"
