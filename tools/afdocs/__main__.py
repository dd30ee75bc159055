"""Judges how well agents get along with the documentation, built now and served by a mock of its own."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence

from rich.console import Console
from rich.table import Table

from login_contract.errors import UsageError
from login_contract.mock.run import EmbeddedMock
from login_contract.site.build import build
from node.npm import NodeUnavailableError

from .judge import Judgement, judge

CONSOLE = Console(width=None if sys.stdout.isatty() else 120)
LEAST = 95


def main(arguments: Sequence[str] | None = None) -> int:
    """Print what was found; exit status 1 for a low score or a request elsewhere, 2 for no judgement."""
    parser = argparse.ArgumentParser(prog="nox -s afdocs --", description=__doc__)
    parser.add_argument("--pages", type=int, help="how many pages are judged (all of them)")
    options = parser.parse_args(arguments)
    try:
        with CONSOLE.status("building the documentation"):
            folder, _ = build()
        with CONSOLE.status("asking for its pages"), EmbeddedMock() as mock:
            # As many as the list for agents has: were it more, addresses that it lacks would be judged, too.
            pages = options.pages or len(list(folder.glob("*.md")))
            judgement = judge(f"{mock.origin}/docs", pages=pages)
    except (NodeUnavailableError, UsageError) as error:
        sys.stderr.write(f"afdocs: {error}\n")
        return 2
    show(judgement)
    return status_of(judgement)


def status_of(judgement: Judgement) -> int:
    """Return the exit status of a judgement."""
    return 1 if judgement.score < LEAST or judgement.outside else 0


def show(judgement: Judgement) -> None:
    """Print the scores, what is not as it should be, and the sum."""
    CONSOLE.print(_categories(judgement))
    for check in judgement.checks:
        if check.status not in ("pass", "skip"):
            CONSOLE.print(f"{check.status} {check.name}: {check.message}", markup=False, highlight=False)
    for address in judgement.outside:
        CONSOLE.print(f"asked elsewhere: {address}", markup=False, highlight=False)
    told = f"{judgement.score} of 100, {judgement.asked} requests, {len(judgement.outside)} of them elsewhere"
    CONSOLE.print(told, highlight=False)


def _categories(judgement: Judgement) -> Table:
    table = Table("category", "score", title="Documentation for agents")
    for name, score in judgement.categories.items():
        table.add_row(name, "–" if score is None else str(score))
    return table


if __name__ == "__main__":
    sys.exit(main())
