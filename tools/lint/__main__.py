"""Judges the description by foreign rule sets and a dictionary; `--all` shows what is accepted, too."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import frozen
from rich.console import Console
from rich.table import Table

from login_contract import resources
from login_contract.description.references import Pointer
from login_contract.document.bundle import Bundle, bundle
from login_contract.document.problem import Problem
from login_contract.errors import Failure, UsageError
from node.npm import NodeUnavailableError

from .accepted import Accepted, read, sift
from .finding import Finding
from .judge import judge
from .prose import words

FOLDER = resources.checkout() / "openapi" / "lint"
CONSOLE = Console(width=None if sys.stdout.isatty() else 150)


@frozen
class Report:
    """What was found, what of it is left, and which entries and words of the lists nothing needs."""

    found: tuple[Finding, ...]
    left: tuple[Problem, ...]
    idle: tuple[str, ...]


def main(arguments: Sequence[str] | None = None) -> int:
    """Prints what is left; exit status 1 when something is, 2 where the rules cannot run."""
    parser = argparse.ArgumentParser(prog="lint", description=__doc__)
    parser.add_argument("--all", action="store_true", help="show how often each rule was accepted")
    options = parser.parse_args(arguments)
    try:
        made = report()
    except (NodeUnavailableError, Failure, UsageError) as error:
        sys.stderr.write(f"lint: {error}\n")
        return 2
    if options.all:
        CONSOLE.print(table(made.found))
    for line in (*map(str, made.left), *made.idle):
        CONSOLE.print(line, markup=False, highlight=False, soft_wrap=True)
    told = f"{len(made.found):,} findings of rules, {len(made.left)} to mend, {len(made.idle)} idle entries"
    CONSOLE.print(told, highlight=False)
    return 1 if made.left or made.idle else 0


def report() -> Report:
    """Judges the description of the checkout."""
    made = bundle(resources.checkout() / "openapi" / "login.yaml")
    entries = read(FOLDER / "accepted.yaml")
    known = tuple((FOLDER / "words.txt").read_text("utf-8").split())
    prose = words(made.document)
    judged = judge(made.document, words=prose, known=known)
    left, idle = sift(judged.findings, entries, made.document)
    problems = [problem(made, one.pointer, f"{one.rule}: {one.message}") for one in left]
    problems += [
        problem(made, prose[word], f"{word} is no word of the dictionary") for word in judged.unknown
    ]
    return Report(found=judged.findings, left=tuple(problems), idle=(*_idle(idle), *unneeded(known, prose)))


def problem(made: Bundle, pointer: Pointer, message: str) -> Problem:
    """A finding in the bundle, told of the file that it comes from."""
    place = made.locate(pointer)
    if place is None:
        return Problem("openapi/login.yaml", message, pointer)
    return Problem(place.file, message, place.pointer)


def unneeded(known: Iterable[str], prose: Iterable[str]) -> list[str]:
    """Words of the list that nobody writes any more."""
    written = set(prose)
    return [f"words.txt: nothing says {word}" for word in known if word not in written]


def table(findings: Iterable[Finding]) -> Table:
    """How often each rule found something."""
    shown = Table("rule set", "rule", "findings")
    counted = Counter((one.rule_set, one.rule) for one in findings)
    for (rule_set, rule), count in counted.most_common():
        shown.add_row(rule_set, rule, f"{count:,}")
    return shown


def _idle(entries: Iterable[Accepted]) -> list[str]:
    return [
        f"accepted.yaml: nothing is accepted by {', '.join(one.rules)} {' '.join(one.at)}".rstrip()
        for one in entries
    ]


if __name__ == "__main__":
    sys.exit(main())
