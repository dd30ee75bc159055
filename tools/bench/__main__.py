"""The benchmark's command line: `python -m bench --quick`, `python -m bench --only login --json FILE`."""

from __future__ import annotations

import argparse
import json
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from rich.console import Console

from login_contract import resources
from node import npm

from . import cases, contest, facade, footprint, growth, logins, report
from .contender import ContenderError
from .contest import Outcome, Plan
from .rows import Row

CONSOLE = Console()
ALONE = (*logins.NAMES, *footprint.NAMES, *growth.NAMES, *facade.NAMES)
Announce = Callable[[str], None]


def main(arguments: list[str] | None = None) -> int:
    """Measures and prints.

    Exit status 1 when a request was not answered 2xx or, unless the run is a quick one, a target was missed;
    2 when nothing could be measured.
    """
    options = _parser().parse_args(arguments)
    names = tuple(options.only or (*cases.NAMES, *ALONE))
    try:
        with CONSOLE.status("") as status, tempfile.TemporaryDirectory(prefix="bench-") as folder:
            outcome, rows = measure(names, options, Path(folder), announce=lambda step: status.update(step))
    except (ContenderError, npm.NodeUnavailableError) as error:
        sys.stderr.write(f"bench: {error}\n")
        return 2
    report.show(outcome, rows, CONSOLE, quick=options.quick)
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps(report.as_json(outcome, rows), indent=2) + "\n")
        CONSOLE.print(f"Every run: {options.json}")
    return status_of(outcome, rows, quick=options.quick)


def measure(
    names: Iterable[str], options: argparse.Namespace, folder: Path, *, announce: Announce
) -> tuple[Outcome | None, list[Row]]:
    """Runs what was asked for: the contest of both servers, then the rows about the mock alone.

    Raises `ContenderError` when a server cannot be measured, `npm.NodeUnavailableError` without Node.
    """
    wanted, quick = set(names), options.quick
    rounds, seconds = (1, 1) if quick else (options.rounds, options.seconds)
    tools = npm.install("bench")
    outcome, rows = None, []
    if wanted & set(cases.NAMES):
        plan = Plan(
            names=tuple(wanted & set(cases.NAMES)),
            rounds=rounds,
            seconds=seconds,
            prism_log=options.prism_log,
        )
        description = resources.path("generated/openapi/login.json")
        outcome = contest.run(plan, tools, folder, description=description, announce=announce)
    if wanted & set(logins.NAMES):
        rows += logins.measure(tools, folder, rounds=rounds, seconds=seconds, announce=announce)
    if wanted & set(footprint.NAMES):
        rows += footprint.measure(tools, folder, quick=quick, announce=announce)
    if "users" in wanted:
        rows.append(growth.users(folder, quick=quick, announce=announce))
    if "projects" in wanted:
        rows.append(growth.projects(folder, quick=quick, announce=announce))
    if wanted & set(facade.NAMES):
        rows.append(facade.measure(quick=quick, announce=announce))
    return outcome, [row for row in rows if row.name in wanted]


def status_of(outcome: Outcome | None, rows: list[Row], *, quick: bool) -> int:
    """The exit status: 2 without any figure, 1 for a lost request or, unless `quick`, a missed target."""
    comparisons = report.compare(outcome) if outcome else []
    measured = [row for row in rows if row.skipped is None]
    if not comparisons and not measured:
        return 2
    sound = all(each.sound for each in comparisons) and not any(row.lost for row in measured)
    reached = all(each.reached for each in comparisons) and all(row.reached for row in measured)
    return 0 if sound and (reached or quick) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--rounds", type=_positive, default=3, help="alternating rounds (3)")
    parser.add_argument("--seconds", type=_positive, default=3, help="seconds of load per run (3)")
    parser.add_argument("--quick", action="store_true", help="short runs of everything, for no verdict")
    parser.add_argument(
        "--only", action="append", choices=(*cases.NAMES, *ALONE), help="measure this; repeatable"
    )
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every run to a file")
    parser.add_argument(
        "--prism-log",
        choices=["info", "silent"],
        default="info",
        help="how much Prism logs; info is what it does unasked, as the mock prints its messages unasked",
    )
    return parser


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text} is less than 1")
    return number


if __name__ == "__main__":
    sys.exit(main())
