"""The guide for teams that make a client of their own, followed in an empty folder with the wheel alone."""

from __future__ import annotations

import os
import re
import shlex
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest

from login_contract.codegen.verify import IMPORT_EVERYTHING
from login_contract.mock.run import EmbeddedMock
from tests.docs.reading import blocks, text

GUIDE = text("regenerating")
MOCK = "http://127.0.0.1:8480"


def files(language: str) -> dict[str, str]:
    """The files that the guide shows, by the name in their first line."""
    named = [re.match(r"# (\S+)\n", block) for block in blocks(GUIDE, language)]
    return {found[1]: found.string for found in named if found}


def commands(program: str) -> list[list[str]]:
    """The arguments of every call of a program that the guide shows."""
    lines = "".join(blocks(GUIDE, "sh")).splitlines()
    found = [shlex.split(line.removeprefix(".venv/bin/")) for line in lines]
    return [words[1:] for words in found if words[0] == program]


def run(folder: Path, *arguments: str, path: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Runs Python in a folder, as a user would who installed what is in `path`."""
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | ({"PYTHONPATH": str(path)} if path else {}),
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def install(distribution: Path, site: Path) -> None:
    """Builds a distribution and unpacks its wheel, which is all that pip does beside the dependencies."""
    built = run(distribution, "-m", "hatchling", "build", "-t", "wheel", "-d", str(site))
    assert built.returncode == 0, built.stderr
    with zipfile.ZipFile(next(site.glob("*.whl"))) as wheel:
        wheel.extractall(site)


def test_guide_makes_a_client_that_logs_in(installed: Path, tmp_path: Path) -> None:
    started = time.monotonic()
    with EmbeddedMock() as mock:
        for name, content in (files("yaml") | files("python")).items():
            (tmp_path / name).write_text(content.replace(MOCK, mock.origin), "utf-8")
        (generate, serve), ((_, extra), (_, client)) = commands("login-contract"), commands("pip")
        made = run(tmp_path, "-m", "login_contract", *generate, path=installed)
        assert (made.returncode, made.stdout, made.stderr) == (0, "wrote client/python\n", "")
        install(tmp_path / client, tmp_path / "site")
        imported = run(tmp_path, "-W", "error", "-c", IMPORT_EVERYTHING, "site")
        assert (imported.returncode, imported.stderr) == (0, "")
        ((program,),) = commands("python3")[1:]
        played = run(tmp_path, "-W", "error", program, path=tmp_path / "site")

    assert played.stdout.startswith("https://example.com/callback?token="), played.stderr
    assert (serve, extra) == (["mock"], "xsolla-login-contract[generate]")
    package = tmp_path / client / "xsolla_login_client"
    undefined = run(tmp_path, "-m", "ruff", "check", "--isolated", "--select=F", str(package))
    assert undefined.returncode == 0, undefined.stdout
    assert (package / "api" / "password" / "log_in.py").exists()
    assert not [tag for tag in ("friends", "bulk") if (package / "api" / tag).exists()]
    assert not (package / "webhooks").exists()
    assert time.monotonic() - started < 120


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (
            ("ProjectId.schema", "ProjectID.schema"),
            r"action 1 with target .*ProjectID\.schema: matches nothing",
        ),
        (("operationId: log-in", "operationId: jwt-sso"), "the operationId jwt-sso stands twice"),
        (("$.servers[0]", "$.servers[0"), "no JSONPath"),
    ],
)
def test_a_mistake_in_the_overlay_of_the_guide_is_told_in_a_line(
    installed: Path, tmp_path: Path, change: tuple[str, str], told: str
) -> None:
    wrong = files("yaml")["team.overlay.yaml"].replace(*change)
    (tmp_path / "team.overlay.yaml").write_text(wrong, "utf-8")
    done = run(tmp_path, "-m", "login_contract", *commands("login-contract")[0], path=installed)

    assert (done.returncode, done.stdout) == (2, "")
    assert re.fullmatch(rf"login-contract: .*{told}.*\n", done.stderr), done.stderr
    assert [path.name for path in tmp_path.iterdir()] == ["team.overlay.yaml"]
