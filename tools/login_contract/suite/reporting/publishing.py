"""What a finished run leaves: its table on the terminal, then the reports, as far as they can be written."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.text import Text

from login_contract import output
from login_contract.errors import UsageError
from login_contract.legible import legible
from login_contract.suite.reporting.console import print_results, shown_origins
from login_contract.suite.reporting.junit import junit
from login_contract.suite.reporting.report import render
from login_contract.suite.reporting.results import Results
from login_contract.suite.reporting.switched_off import SwitchedOff

HTML, JUNIT = "report.html", "junit.xml"


def publish(
    console: Console,
    results: Results,
    *,
    folder: Path,
    names: Mapping[str, str],
    switched_off: Sequence[SwitchedOff],
) -> int:
    """Print the results and write both reports into ``folder``; return the exit status of the run.

    What cannot be written is told in a line, and makes a run without failures end with 2.
    ``names`` maps an operation's method and path to its operation id.
    """
    print_results(console, results, names=names)
    now, origins = datetime.now(), shown_origins(results)
    reports: dict[str, Callable[[], bytes]] = {
        HTML: lambda: render(results, names=names, switched_off=switched_off, finished=now).encode(),
        JUNIT: lambda: junit(results, finished=now, origins=origins),
    }
    written = [folder / name for name, content in reports.items() if _write(console, content, folder / name)]
    if written:
        console.print(Text(f"Reports: {', '.join(str(path) for path in written)}"), soft_wrap=True)
    if results.traffic:
        console.print(Text(f"Traffic: {results.traffic}"), soft_wrap=True)
    if results.unwritten:
        _complain(console, f"The traffic cannot be written: {results.unwritten}")
    whole = len(written) == len(reports) and not results.unwritten
    return results.exit_status if whole else results.exit_status or 2


def _write(console: Console, content: Callable[[], bytes], path: Path) -> bool:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        output.write(content(), path)
    except (OSError, UsageError) as problem:
        _complain(console, f"The report cannot be written: {problem}")
        return False
    return True


def _complain(console: Console, line: str) -> None:
    console.print(Text(legible(line), style="bold red"), soft_wrap=True)
