"""The run as the terminal shows it: progress while it lasts, tables when it is over."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Mapping, Sequence
from contextlib import suppress
from types import TracebackType
from typing import Self

import pytest
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from rich.text import Text

from login_contract.legible import legible
from login_contract.suite.reporting.evidence import ID, group_of, phase_of, subject_of
from login_contract.suite.reporting.exchange import MOCK_DEFAULT_ORIGIN
from login_contract.suite.reporting.results import (
    EXPLAINED,
    PHASES,
    Cause,
    Finding,
    Results,
    Row,
    Verdict,
    tally,
)
from login_contract.suite.reporting.switched_off import SwitchedOff

STYLES: Mapping[Verdict, str] = {
    "passed": "green",
    "failed": "bold red",
    "skipped": "yellow",
    "unverified": "magenta",
    "warning": "bold yellow",
}
SIGNS: Mapping[Verdict, str] = {
    "passed": "✓",
    "failed": "✗",
    "skipped": "–",
    "unverified": "?",
    "warning": "!",
}
SHOWN_LINES = 15
SECONDS_BETWEEN_LINES = 60.0
SHOWN_CAUSES = 12
SHOWN_NAMES = 20


class _Patient(Console):
    """A console whose reader may stop early (`head`): the run goes on, and its reports are written."""

    def on_broken_pipe(self) -> None:
        """Say nothing from now on, and let what is still to be flushed go nowhere."""
        self.quiet = True
        with suppress(OSError, ValueError):
            nowhere = os.open(os.devnull, os.O_WRONLY)
            os.dup2(nowhere, self.file.fileno())
            os.close(nowhere)


def own_console() -> Console:
    """Return a console on a copy of standard output, which pytest's capturing does not reach."""
    copy = os.fdopen(os.dup(sys.stdout.fileno()), "w", encoding="utf-8", errors="replace")
    width = None if copy.isatty() else 110
    return _Patient(file=copy, width=width, highlight=False)


class RunProgress:
    """Tells how a run gets on: a living bar on a terminal, elsewhere a line at first and one per minute."""

    def __init__(self, console: Console, *, every: float = SECONDS_BETWEEN_LINES) -> None:
        self._progress = Progress(
            TextColumn("[bold]{task.description}", table_column=None),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("{task.fields[note]}"),
            console=console,
            transient=True,
            disable=not console.is_terminal,
        )
        self._task = self._progress.add_task("Collecting", total=None, note="")
        self._console = console
        self._total = self._done = self._failed = 0
        self._running = False
        self._begun = time.monotonic()
        self._over = threading.Event()
        self._pulse = threading.Thread(target=self._tell_time, args=(every,), daemon=True)

    def __enter__(self) -> Self:
        self._progress.start()
        if not self._console.is_terminal:
            self._pulse.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._over.set()
        if self._pulse.is_alive():
            self._pulse.join()
        self._progress.stop()

    def planned(self, tests: int) -> None:
        """So many tests will run."""
        self._progress.update(self._task, total=tests, description="Running")
        self._total = tests

    def started(self, nodeid: str) -> None:
        """Show the test that has begun."""
        if not self._running and not self._console.is_terminal:
            self._console.print(f"Running {self._total:,} tests")
        self._running = True
        self._progress.update(self._task, note=Text(nodeid.rpartition("::")[2][:60], style="dim"))

    def found(self, finding: Finding) -> None:
        """Move on by one test; a failure is named at once."""
        self._progress.advance(self._task)
        self._done += 1
        if finding.verdict == "failed":
            self._failed += 1
            self._progress.update(self._task, description=f"Running, {self._failed} failed")
            line = Text("✗ ", style=STYLES["failed"]).append(legible(finding.subject), style="default")
            self._progress.console.print(line)

    def _tell_time(self, every: float) -> None:
        """Say in a log that the run goes on, whatever a single test takes."""
        while not self._over.wait(every):
            minutes = (time.monotonic() - self._begun) / 60
            done = f"{self._done:,} of {self._total:,} tests" if self._total else "collecting tests"
            self._console.print(f"{done} after {minutes:.0f} min, {self._failed} failed")


def print_results(console: Console, results: Results, *, names: Mapping[str, str]) -> None:
    """Print the tables, the failures with their ``curl`` lines, and one line that sums up.

    ``names`` maps an operation's method and path to its operation id.
    """
    operations = results.of("operation")
    if operations:
        console.print(_operations(operations, results, names))
    laws = [*results.of("law"), *results.of("other")]
    if laws:
        console.print(_laws(laws))
    causes = results.causes()
    for cause in causes[:SHOWN_CAUSES]:
        _print_cause(console, cause, results)
    untold = sum(len(cause.findings) for cause in causes[SHOWN_CAUSES:])
    if untold:
        console.print(f"… and {untold} more failures, in the report")
    if results.skip_reasons:
        console.print("[yellow]Skipped:[/]")
        for reason, count in results.skip_reasons.items():
            console.print(_text(f"  {count} × {reason}"))
    if results.trouble:
        console.print(Text("The run itself did not work:", style="bold red"))
        console.print(_text(results.trouble.strip()))
    console.print(summary(results))


def print_plan(
    console: Console,
    items: Sequence[pytest.Item],
    *,
    names: Mapping[str, str],
    switched_off: Sequence[SwitchedOff],
) -> None:
    """Print what a run would test: operations, laws, the ids of all tests, and checks left out."""
    operations: dict[str, list[str]] = {}
    laws: dict[str, int] = {}
    for item in items:
        if group_of(item) == "operation":
            operations.setdefault(subject_of(item), []).append(phase_of(item) or "")
        else:
            laws[subject_of(item)] = laws.get(subject_of(item), 0) + 1
    if operations:
        table = _table("Operations", "operation", "phases")
        for operation, phases in operations.items():
            table.add_row(_named(operation, names), ", ".join(phases))
        console.print(table)
    if laws:
        table = _table("Laws", "law", "tests")
        for law, tests in laws.items():
            table.add_row(Text(law), str(tests))
        console.print(table)
    if items:
        console.print("Tests, by the ids that -k takes:")
    for item in items:
        console.print(_text(item.stash[ID]), soft_wrap=True)
    for off in switched_off:
        console.print(Text(f"Switched off: {off.check}, {off.where}. {off.reason}", style="dim"))


def _text(text: str, *, style: str = "") -> Text:
    """Return a text that may hold what a server answered: nothing of it moves a terminal's cursor."""
    return Text(legible(text), style=style)


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left")
    table.add_column(columns[0], overflow="fold")
    for column in columns[1:]:
        table.add_column(column)
    return table


def _named(label: str, names: Mapping[str, str]) -> Text:
    """Return an operation's method and path, with its id below."""
    text = _text(label)
    return text.append(f"\n{names[label]}", style="dim") if label in names else text


def summary(results: Results) -> Text:
    """Return one line: how many passed, failed, were skipped or are unverified, against what, how long."""
    line = Text()
    for verdict, count in tally(results.findings).items():
        if count or verdict == "passed":
            line.append(f"{count} {verdict}", style=STYLES[verdict])  # type: ignore[index]
            line.append(", ")
    if results.left_out:
        line.append(f"{results.left_out} not run after so many failures, ", style=STYLES["skipped"])
    return line.append(legible(f"in {results.seconds:.1f} s, against {results.target}"))


def _operations(rows: list[Row], results: Results, names: Mapping[str, str]) -> Table:
    table = Table(title="Operations", title_justify="left", expand=False)
    table.add_column("operation", overflow="fold")
    for phase in PHASES:
        table.add_column(phase, justify="center")
    table.add_column("requests", justify="right")
    table.add_column("verdict")
    for row in rows:
        cells = [_sign(results.phase(row, phase)) for phase in PHASES]
        table.add_row(_named(row.subject, names), *cells, str(results.requests(row.subject)), _verdict(row))
    return table


def _laws(rows: list[Row]) -> Table:
    table = Table(title="Laws", title_justify="left", expand=False)
    table.add_column("law", overflow="fold")
    table.add_column("tests", justify="right")
    table.add_column("verdict")
    for row in rows:
        passed, ran = row.count("passed"), len(row.findings) - row.count("skipped")
        table.add_row(_text(row.subject), f"{passed}/{ran}" if ran else "–", _verdict(row))
    return table


def _verdict(row: Row) -> Text:
    text = Text(row.verdict, style=STYLES[row.verdict])
    if row.verdict in EXPLAINED and row.reason:
        text.append(f"\n{legible(row.reason)}", style="dim")
    return text


def _sign(verdict: Verdict | None) -> Text:
    return Text("·", style="dim") if verdict is None else Text(SIGNS[verdict], style=STYLES[verdict])


def _print_cause(console: Console, cause: Cause, results: Results) -> None:
    first, others = cause.findings[0], cause.findings[1:]
    count = f"{len(cause.findings)} × " if others else ""
    console.rule(_text(f"✗ {count}{cause.title}", style=STYLES["failed"]), align="left")
    if others and first.cause:
        console.print(_text(f"at {_listed([f'{place} ({n})' for place, n in cause.places.items()])}"))
    if first.subject != cause.title:
        console.print(_text(first.subject))
    _print_failure(console, first, results)
    if others:
        named = _listed([other.nodeid.rpartition("::")[2] for other in others])
        console.print(_text(f"and so did {named}", style="dim"), soft_wrap=True)


def _listed(names: list[str]) -> str:
    more = len(names) - SHOWN_NAMES
    return ", ".join([*names[:SHOWN_NAMES], *([f"and {more} more"] if more > 0 else [])])


def _print_failure(console: Console, finding: Finding, results: Results) -> None:
    console.print(_text(finding.nodeid, style="dim"))
    lines = finding.summary.strip().splitlines()
    if len(lines) > SHOWN_LINES:
        lines = [*lines[:SHOWN_LINES], "…"]
    console.print(_text("\n".join(lines)), soft_wrap=True)
    if finding.exchanges:
        line = finding.exchanges[-1].curl(origins=shown_origins(results))
        console.print(
            Text("reproduce: ", style="bold").append(legible(line), style="default"), soft_wrap=True
        )


def shown_origins(results: Results) -> Mapping[str, str]:
    """Return what ``curl`` lines say in place of addresses that are gone when the run is over."""
    if results.target.startswith("http"):
        return {}
    origins: dict[str, str] = {}
    for finding in results.findings:
        for exchange in finding.exchanges:
            scheme, _, rest = exchange.url.partition("://")
            origins[f"{scheme}://{rest.partition('/')[0]}"] = MOCK_DEFAULT_ORIGIN
    return origins
