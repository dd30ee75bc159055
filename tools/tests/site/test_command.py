"""`login-contract docs build`, and what the mock says and serves of it."""

from __future__ import annotations

from pathlib import Path

import httpx
import pytest

from login_contract import built_site, npm
from login_contract.cli import run
from login_contract.codegen import placing
from login_contract.mock.run import EmbeddedMock


@pytest.mark.usefixtures("site")
def test_site_is_built_without_node_on_the_path(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", "")

    assert run(["docs", "build", "--output", str(tmp_path / "site")]) == 0
    assert f"wrote {tmp_path / 'site'}" in capsys.readouterr().out
    assert (tmp_path / "site" / "index.html").is_file()


def test_folder_of_somebody_else_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "mine.txt").write_text("mine")

    assert run(["docs", "build", "--output", str(tmp_path)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "was not written by this command" in line
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_client_that_was_generated_is_left_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / placing.LISTING).write_text("pyproject.toml\n")
    (tmp_path / "pyproject.toml").write_text("[project]")

    assert run(["docs", "build", "--output", str(tmp_path)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert "another command" in line
    assert (tmp_path / "pyproject.toml").read_text() == "[project]"


def test_without_node_one_line_says_what_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def missing(source: Path) -> npm.Installation:
        raise npm.NodeUnavailableError(f"Node is missing: {npm.ADVICE}")

    monkeypatch.setattr(npm, "install", missing)
    assert run(["docs", "build", "--output", str(tmp_path / "site")]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert npm.ADVICE in line
    assert not (tmp_path / "site").exists()


def test_mock_without_a_site_says_how_to_build_it(
    mock: EmbeddedMock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(built_site, "folder", lambda: tmp_path / "none")
    answer = httpx.get(f"{mock.origin}/docs", follow_redirects=True)

    assert answer.status_code == 404
    assert "<code>login-contract docs build</code>" in answer.text


def test_mock_serves_what_is_in_the_folder_and_nothing_else(mock: EmbeddedMock, site: Path) -> None:
    assert httpx.get(f"{mock.origin}/docs/").text == (site / "index.html").read_text("utf-8")
    style = httpx.get(f"{mock.origin}/docs/site.css")
    for name in ("none.html", "..%2F..%2Fconftest.py", ".generated-files"):
        assert httpx.get(f"{mock.origin}/docs/{name}").status_code == 404

    assert style.headers["content-type"].startswith("text/css")
    assert style.headers["x-content-type-options"] == "nosniff"
