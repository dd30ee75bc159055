from __future__ import annotations

import io
import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest
from rich.console import Console

from login_contract.suite.reporting.publishing import HTML, JUNIT, publish
from login_contract.suite.reporting.results import Finding, Results
from tests.suite.odd import RESULTS, SHOWN

PASSED = Results(findings=(Finding(nodeid="t", group="law", subject="A law", verdict="passed"),), target="x")


def published(results: Results, folder: Path, *, terminal: bool = False) -> tuple[int, str]:
    out = io.StringIO()
    console = Console(file=out, width=200, force_terminal=terminal, highlight=False)
    status = publish(console, results, folder=folder, names={}, switched_off=())
    return status, out.getvalue()


def test_odd_characters_reach_every_report_escaped(tmp_path: Path) -> None:
    _, out = published(RESULTS, tmp_path)

    html = (tmp_path / HTML).read_text(encoding="utf-8")
    junit = ElementTree.parse(tmp_path / JUNIT).getroot()
    assert SHOWN.partition("<")[0] in html
    assert SHOWN in "".join(junit.itertext())
    assert SHOWN in out
    for text in (html, out, ElementTree.tostring(junit, encoding="unicode")):
        assert all(character.isprintable() or character in "\n\t" for character in text)


def test_answer_sends_a_terminal_nothing_but_text(tmp_path: Path) -> None:
    _, out = published(RESULTS, tmp_path, terminal=True)

    assert "\x1b[2J" not in out
    assert not set("\x9b\r\0\u202e") & set(out)


def test_table_is_printed_though_no_report_can_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")

    status, out = published(PASSED, tmp_path / "file")

    assert "A law" in out
    assert out.count("The report cannot be written: ") == 2
    assert "Reports:" not in out
    assert status == 2


def test_report_that_can_be_written_is(tmp_path: Path) -> None:
    (tmp_path / HTML).mkdir()

    status, out = published(PASSED, tmp_path)

    assert f"Reports: {tmp_path / JUNIT}" in out
    assert f"The report cannot be written: {tmp_path / HTML}: a folder stands there" in out
    assert status == 2


def test_folder_that_vanished_during_the_run_is_made_again(tmp_path: Path) -> None:
    status, _ = published(PASSED, tmp_path / "gone" / "reports")

    assert status == 0
    assert (tmp_path / "gone" / "reports" / HTML).exists()


@pytest.mark.parametrize("lines", [0, 1])
def test_reader_that_stops_early_costs_no_report(tmp_path: Path, lines: int) -> None:
    code = (
        "import sys; from pathlib import Path\n"
        "from login_contract.suite.reporting.console import own_console\n"
        "from login_contract.suite.reporting.publishing import publish\n"
        "from tests.suite.odd import RESULTS\n"
        "sys.stdin.readline()\n"
        "folder = Path(sys.argv[1])\n"
        "sys.exit(publish(own_console(), RESULTS, folder=folder, names={}, switched_off=()))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, sys.path))},
    )
    assert process.stdout is not None
    if not lines:
        process.stdout.close()
        process.stdout = None
    _, err = process.communicate(b"go\n", timeout=60)

    assert (process.returncode, err) == (2, b"")
    assert (tmp_path / HTML).exists()
    assert (tmp_path / JUNIT).exists()
