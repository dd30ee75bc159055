"""Judges the description by rule sets and a dictionary; `--all` shows what is accepted, too."""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence

from rich.console import Console
from rich.table import Table

from login_contract.errors import Failure, UsageError
from node.npm import NodeUnavailableError

from .finding import Finding
from .report import report

CONSOLE = Console(width=None if sys.stdout.isatty() else 150)


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


def table(findings: Iterable[Finding]) -> Table:
    """How often each rule found something."""
    shown = Table("rule set", "rule", "findings")
    counted = Counter((one.rule_set, one.rule) for one in findings)
    for (rule_set, rule), count in counted.most_common():
        shown.add_row(rule_set, rule, f"{count:,}")
    return shown


if __name__ == "__main__":
    sys.exit(main())
