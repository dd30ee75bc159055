"""Runs the contract suite against its mock, and lets `redocly drift` judge all that was said."""

from __future__ import annotations

import argparse
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from login_contract import output, resources
from login_contract.errors import UsageError
from node.npm import NodeUnavailableError

from . import accepted, report
from .judgement import Judgement, judge
from .redocly import Redocly

CONSOLE = Console(width=None if sys.stdout.isatty() else 150)
FOLDER = Path("reports/drift")
ACCEPTED = Path(__file__).with_name("accepted.yaml")
#: The API as the mock serves it, with the pages and the control interface that only the mock has.
DESCRIPTION = resources.checkout() / "generated" / "openapi" / "mock.json"


def main(arguments: Sequence[str] | None = None) -> int:
    """Exit status 1 for a finding that is the mock's or a test that failed, 2 where nothing was judged."""
    options, selection = _parser().parse_known_args(arguments)
    try:
        return _judged(options, selection)
    except (UsageError, NodeUnavailableError) as error:
        sys.stderr.write(f"drift: {error}\n")
        return 2


def _judged(options: argparse.Namespace, selection: Sequence[str]) -> int:
    redocly = Redocly.installed()
    entries = accepted.read(ACCEPTED)
    options.folder.mkdir(parents=True, exist_ok=True)
    status = 0
    if options.har is None:
        options.har = options.folder / "traffic.har"
        status = contract_run(options.har, options.folder, selection)
    with CONSOLE.status("redocly drift looks at the traffic"):
        made = judge(redocly, options.har, options.description, entries=entries, folder=options.folder)
    shown = show(made, options.folder / "findings.md", whole=not (selection or options.part))
    return max(status, shown)


def contract_run(recording: Path, folder: Path, selection: Sequence[str]) -> int:
    """Run the suite, which shows its own progress; returns 1 where a test failed.

    Raises:
        UsageError: it did not run.
    """
    recording.unlink(missing_ok=True)
    # The secrets are those of a mock that is gone with its run, and a judge should see what was sent.
    places = ("--har", str(recording), "--report", str(folder), "--show-secrets")
    command = (sys.executable, "-m", "login_contract", "test", *places, *selection)
    status = subprocess.run(command, check=False).returncode
    if status not in (0, 1):
        raise UsageError("the contract run did not come to its end")
    return status


def show(made: Judgement, path: Path, *, whole: bool) -> int:
    """Print the table, write the page, and return the exit status."""
    output.write(report.page(made).encode(), path)
    CONSOLE.print(report.table(made))
    for line in report.idle(made) if whole else ():
        CONSOLE.print(line, markup=False, highlight=False, soft_wrap=True)
    CONSOLE.print(f"{report.figures(made)}. Every finding: {path}", highlight=False, soft_wrap=True)
    return 0 if made.is_sound(whole=whole) else 1


def _parser() -> argparse.ArgumentParser:
    told = "Other options go to `login-contract test`: --tag, --operation, -k, -n and the others."
    parser = argparse.ArgumentParser(prog="nox -s drift --", description=__doc__, epilog=told)
    parser.add_argument("--har", type=Path, metavar="FILE", help="judge this recording, and run nothing")
    parser.add_argument("--part", action="store_true", help="it is of a part of the suite")
    parser.add_argument("--description", type=Path, default=DESCRIPTION, help="judge by this one")
    parser.add_argument("--folder", type=Path, default=FOLDER, help="for the report (%(default)s)")
    return parser


if __name__ == "__main__":
    sys.exit(main())
