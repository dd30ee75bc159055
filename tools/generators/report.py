"""What came of the generators: a table for the terminal, and the table of the guide."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.box import SIMPLE_HEAD
from rich.table import Table

from .trial import Outcome, Trial

BEGINS, ENDS = "<!-- tried -->", "<!-- /tried -->"
HEAD = ("generator", "version", "writes", "written", "compiled or opened", "logs in to the mock")


def terminal(trials: Iterable[Trial]) -> Table:
    """Returns a line for each generator, with the time it took."""
    table = Table(*HEAD, box=SIMPLE_HEAD)
    table.add_column("seconds", justify="right")
    table.add_column("of processor", justify="right")
    for trial in trials:
        colour = "" if trial.sound else "red"
        times = (f"{trial.seconds:.1f}", f"{trial.processor_seconds:.1f}")
        table.add_row(*cells(trial), *times, style=colour)
    return table


def cells(trial: Trial) -> tuple[str, ...]:
    """Returns what the table of the guide says of a generator."""
    generator = trial.generator
    name = generator.tool if generator.tool != "openapi-generator" else f"{generator.tool}, {generator.name}"
    outcomes = (trial.generated, trial.compiled, trial.logged_in)
    return (name, generator.version, generator.writes, *(_told(each, generator.needs) for each in outcomes))


def with_table(guide: str, trials: Sequence[Trial]) -> str:
    """Returns the text of the guide with what came of these generators; lines of others stay.

    Raises:
        ValueError: the guide has no place for the table.
    """
    before, begins, rest = guide.partition(f"{BEGINS}\n")
    _, ends, after = rest.partition(f"{ENDS}\n")
    if not (begins and ends):
        raise ValueError(f"the guide has no {BEGINS} … {ENDS}")
    lines = {line[0]: line for line in rows(guide)} | {line[0]: line for line in map(cells, trials)}
    table = "\n".join(f"| {' | '.join(line)} |" for line in (HEAD, ["---"] * len(HEAD), *lines.values()))
    return f"{before}{BEGINS}\n{table}\n{ENDS}\n{after}"


def rows(guide: str) -> list[tuple[str, ...]]:
    """Returns the lines of the table in the text of the guide, without its head."""
    table = guide.partition(f"{BEGINS}\n")[2].partition(ENDS)[0].strip().splitlines()
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in table[2:]]


def _told(outcome: Outcome, needs: str) -> str:
    if outcome.tried:
        return "yes" if outcome.good else "no"
    return f"not here: needs {needs}" if needs else "not reached"
