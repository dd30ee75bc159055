"""The benchmark's command line: `python -m bench --rounds 5 --seconds 5 --only login --json FILE`."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from rich.console import Console

from login_contract import resources
from node import npm

from . import cases, report
from .contender import ContenderError
from .contest import Plan, run

CONSOLE = Console()


def main(arguments: list[str] | None = None) -> int:
    """Measures and prints; exit status 1 when a request was not answered 2xx, 2 when nothing can run."""
    options = _parser().parse_args(arguments)
    plan = Plan(
        names=tuple(options.only or cases.NAMES),
        rounds=options.rounds,
        seconds=options.seconds,
        prism_log=options.prism_log,
    )
    try:
        with CONSOLE.status("") as status:
            outcome = run(
                plan,
                description=resources.path("generated/openapi/login.json"),
                announce=lambda step: status.update(step),
            )
    except (ContenderError, npm.NodeUnavailableError) as error:
        sys.stderr.write(f"bench: {error}\n")
        return 2
    report.show(outcome, CONSOLE)
    if options.json:
        options.json.parent.mkdir(parents=True, exist_ok=True)
        options.json.write_text(json.dumps(report.as_json(outcome), indent=2) + "\n")
        CONSOLE.print(f"Every run: {options.json}")
    return 0 if all(comparison.sound for comparison in report.compare(outcome)) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__)
    parser.add_argument("--rounds", type=_positive, default=5, help="alternating rounds (5)")
    parser.add_argument("--seconds", type=_positive, default=5, help="seconds of load per run (5)")
    parser.add_argument("--only", action="append", choices=cases.NAMES, help="measure this case; repeatable")
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
