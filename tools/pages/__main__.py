"""The judge's command line: what is to be judged, and where the pictures go."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import Progress

from login_contract.mock.messages.languages import available
from node import npm

from . import account, axe_core, documentation, languages, report, speed
from .findings import VIEWS, Verdict
from .judge import Judge, NoBrowserError, chromium
from .matrix import Plan, run
from .people import People
from .report import Report
from .scenes import PAGES, scenes
from .speed import Opening

# Twenty languages need their room; a pipe has no width of its own.
CONSOLE = Console(width=None if sys.stdout.isatty() else 120)
FOLDER = Path("reports/pages")
# The documentation is judged by the tests of the site, and here when it is asked for.
ALL_PAGES = (*PAGES, documentation.PAGE)
ABOUT = "Judge the pages of the mock in Chromium: all languages, colours and widths, if not told otherwise."


def main(arguments: list[str] | None = None) -> int:
    """Judges, prints and writes; exit status 1 for any finding, 2 when nothing could be judged."""
    options = _parser().parse_args(arguments)
    try:
        with chromium() as browser:
            told = judged(browser, axe_core.source(), options)
    except (NoBrowserError, npm.NodeUnavailableError) as error:
        sys.stderr.write(f"pages: {error}\n")
        return 2
    show(told, report.write(told, options.folder))
    return 0 if told.sound else 1


def judged(browser: Any, source: str, options: argparse.Namespace) -> Report:
    """Judge what was asked for, with a bar that moves."""
    pictures = _emptied(options.folder / "screenshots")
    with People.at_a_mock() as people, Judge.of(browser, source) as judge:
        plan = _plan(options, people)
        openings = tuple(_openings(browser, people, plan))
        verdicts = tuple(_watched(run(judge, plan, pictures), plan))
        return Report(verdicts, openings, undrawn=judge.undrawn(plan.languages))


def _openings(browser: Any, people: People, plan: Plan) -> Iterator[Opening]:
    """Yields how fast the account page opens, alone, in each language."""
    if any(scene.page == account.PAGE for scene in plan.scenes):
        for tag in plan.languages:
            yield speed.fastest(
                browser, tag, account.address(people, tag, people.has_all), shows=account.DATA
            )


def show(told: Report, summary: Path) -> None:
    """Print the tables, and where the findings and pictures lie."""
    CONSOLE.print(report.matrix(told))
    if told.rules():
        CONSOLE.print(report.broken(told))
    if told.openings:
        CONSOLE.print(report.speed(told))
    if told.undrawn:
        CONSOLE.print(report.without_letters(told))
    CONSOLE.print(f"{told.figures}. Every finding and the pictures: {summary}")


def _watched(verdicts: Iterator[Verdict], plan: Plan) -> Iterator[Verdict]:
    with Progress(console=CONSOLE, transient=True) as progress:
        bar = progress.add_task("", total=plan.cells)
        for verdict in verdicts:
            progress.update(bar, description=str(verdict), advance=verdict.judged is not None)
            yield verdict


def _plan(options: argparse.Namespace, people: People) -> Plan:
    views = [
        view
        for view in VIEWS
        if view.width in (options.width or [view.width]) and view.scheme in (options.scheme or [view.scheme])
    ]
    everything = [*scenes(people), *documentation.scenes()]
    wanted = options.page or PAGES
    return Plan(
        scenes=[scene for scene in everything if scene.page in wanted],
        languages=options.language or available(),
        views=views,
    )


def _emptied(folder: Path) -> Path:
    """Return the folder without the pictures of an earlier run, which would pass for those of this one."""
    folder.mkdir(parents=True, exist_ok=True)
    for picture in folder.glob("*.png"):
        picture.unlink()
    return folder


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="nox -s pages --", description=ABOUT)
    widths = sorted({view.width for view in VIEWS})
    parser.add_argument("--language", action="append", type=_language, help="judge this one; repeatable")
    parser.add_argument("--page", action="append", choices=ALL_PAGES, help="judge this one; repeatable")
    parser.add_argument("--width", action="append", type=int, choices=widths, help="of the window, in pixels")
    parser.add_argument("--scheme", action="append", choices=["light", "dark"], help="the colours")
    parser.add_argument(
        "--folder", type=Path, default=FOLDER, help="for summary and pictures (reports/pages)"
    )
    return parser


def _language(name: str) -> str:
    tag = languages.named(name)
    if tag is None:
        raise argparse.ArgumentTypeError(f"there are no texts in {name!r}, only in {', '.join(available())}")
    return tag


if __name__ == "__main__":
    sys.exit(main())
