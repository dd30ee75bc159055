"""Tries generators on a description, prints what came of them, and keeps the guide's table."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from attrs import evolve
from rich.console import Console

from login_contract import resources
from login_contract.document.problem import DocumentError
from node import npm

from . import report
from .catalogue import generators
from .description import actions, portable
from .generator import Generator, Work
from .openapi_generator import NotInstalledError
from .trial import Trial, project, tried

CONSOLE = Console(width=None if sys.stdout.isatty() else 150)
SHOWN = 20  # complaints of one generator; the others are seldom about something else
FOLDER = Path("reports/generators")
GUIDE = resources.checkout() / "docs" / "guides" / "other-generators.md"


def main(arguments: Sequence[str] | None = None) -> int:
    """Tries the generators that are named, or all; exit status 1 for a complaint, 2 when one cannot run."""
    options = _options(arguments)
    try:
        trials = list(_trials(options))
    except (npm.NodeUnavailableError, NotInstalledError, DocumentError) as error:
        sys.stderr.write(f"generators: {error}\n")
        return 2
    CONSOLE.print(report.terminal(trials))
    for trial in trials:
        for complaint in trial.complaints[:SHOWN]:
            CONSOLE.print(f"{trial.generator.name}: {complaint}", markup=False, highlight=False)
        if (more := len(trial.complaints) - SHOWN) > 0:
            CONSOLE.print(f"{trial.generator.name}: and {more} more")
    if not all(trial.sound for trial in trials):
        return 1
    if not options.without:
        GUIDE.write_text(report.with_table(GUIDE.read_text("utf-8"), trials), "utf-8")
    return 0


def _trials(options: argparse.Namespace) -> Iterator[Trial]:
    folder = options.folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    description = portable(folder / "portable.json", without=options.without)
    with project() as (base_url, project_id), CONSOLE.status("") as status:
        work = Work(description=description, folder=folder, base_url=base_url, project_id=project_id)
        for generator in _chosen(options.name):
            status.update(generator.name)
            yield tried(generator, evolve(work, folder=folder / generator.name))


def _chosen(names: Sequence[str]) -> list[Generator]:
    return [each for each in generators() if not names or each.name in names]


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="generators", description=__doc__)
    names = [each.name for each in generators()]
    parser.add_argument(
        "name", nargs="*", metavar="NAME", help=f"of {', '.join(names)}; all, if none is named"
    )
    parser.add_argument("--folder", type=Path, default=FOLDER, help="where they write (%(default)s)")
    told = "leave out the N-th action of the overlay, counted from 0, to see who needs it"
    parser.add_argument("--without", type=int, action="append", default=[], metavar="N", help=told)
    options = parser.parse_args(arguments)
    for unknown in set(options.name) - set(names):
        parser.error(f"no generator {unknown}: there are {', '.join(names)}")
    for number in options.without:
        if not 0 <= number < actions():
            parser.error(f"no action {number}: the overlay has {actions()}")
    return options


if __name__ == "__main__":
    sys.exit(main())
