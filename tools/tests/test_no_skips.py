"""In CI nothing may be skipped: LOGIN_CONTRACT_NO_SKIPS=1 turns every way to skip into a failure."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from tests.cli.process import environment

WAYS = {
    "call": "def test(): pytest.skip('by a call')",
    "mark": "@pytest.mark.skip(reason='by a mark')\ndef test(): pass",
    "condition": "@pytest.mark.skipif(True, reason='by a condition')\ndef test(): pass",
    "fixture": "@pytest.fixture\ndef f(): pytest.skip('by a fixture')\ndef test(f): pass",
    "module": "pytest.importorskip('no_such_module')\ndef test(): pass",
    "xfail": "@pytest.mark.xfail(strict=True)\ndef test(): assert False",
    "pass": "def test(): pass",
}


def run_all(folder: Path, **variables: str) -> str:
    """Run a test for each way to skip; return what pytest prints."""
    for name, text in WAYS.items():
        (folder / f"test_{name}.py").write_text(f"import pytest\n{text}\n")
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-p",
        "tests.conftest",
        "-p",
        "no:cacheprovider",
        "-c",
        "/dev/null",
    ]
    done = subprocess.run(
        [*command, "--continue-on-collection-errors", str(folder)],
        capture_output=True,
        text=True,
        cwd=folder,
        env=environment(PYTEST_DISABLE_PLUGIN_AUTOLOAD="1", **variables),
        timeout=60,
    )
    return done.stdout


def test_every_way_to_skip_fails_when_asked_for(tmp_path: Path) -> None:
    printed = run_all(tmp_path, LOGIN_CONTRACT_NO_SKIPS="1")
    assert "1 failed, 1 passed, 1 xfailed, 4 errors" in printed
    for reason in ("by a call", "by a mark", "by a condition", "by a fixture", "could not import"):
        assert reason in printed


def test_else_a_skip_is_a_skip(tmp_path: Path) -> None:
    assert "1 passed, 5 skipped, 1 xfailed" in run_all(tmp_path, LOGIN_CONTRACT_NO_SKIPS="")
