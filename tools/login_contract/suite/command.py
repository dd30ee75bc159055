"""What commands that run the suite have in common: a console, reports, and the names that both use."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from attrs import frozen
from rich.console import Console

from login_contract.errors import UsageError
from login_contract.suite.reporting.collector import RunListener
from login_contract.suite.reporting.console import RunProgress, own_console, print_plan
from login_contract.suite.reporting.publishing import publish
from login_contract.suite.reporting.results import Results
from login_contract.suite.reporting.switched_off import SwitchedOff
from login_contract.suite.runner import Selection, collect

DEFAULT_FOLDER = Path("reports")


@frozen
class SuiteCommand:
    """A command under way; ``names`` maps an operation's method and path to its operation id."""

    console: Console
    names: Mapping[str, str]
    switched_off: Sequence[SwitchedOff]

    def list_tests(self, target: Mapping[str, str], selection: Selection) -> int:
        """Print the selected tests; ``target`` are the variables that tell what is under test.

        Raises:
            UsageError: no test matches the selection.
        """
        with RunProgress(self.console) as progress:
            collector = collect(target, selection, progress)
        print_plan(self.console, collector.items, names=self.names, switched_off=self.switched_off)
        return 0

    def judge(self, run: Callable[[RunListener], Results], folder: Path) -> tuple[Results, int]:
        """Run tests, print and write what they found, and return it with the exit status.

        Raises:
            UsageError: no test matches the selection, or a report cannot be written.
        """
        with RunProgress(self.console) as progress:
            results = run(progress)
        status = publish(
            self.console, results, folder=folder, names=self.names, switched_off=self.switched_off
        )
        return results, status


@contextmanager
def suite_command(*, names: Mapping[str, str], switched_off: Sequence[SwitchedOff]) -> Iterator[SuiteCommand]:
    """Give a command its console."""
    console = own_console()
    with closing(console.file):
        yield SuiteCommand(console, names, switched_off)


def report_folder(report: Path | None) -> Path:
    """Return the folder for reports, made when it is not there.

    Raises:
        UsageError: it cannot be made.
    """
    folder = report or DEFAULT_FOLDER
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise UsageError(f"--report: {folder}: {problem.strerror or problem}") from problem
    return folder
