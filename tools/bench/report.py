"""What was measured, as tables to read and as JSON to keep."""

from __future__ import annotations

import platform
from statistics import median
from typing import Any

import attrs
from attrs import frozen
from rich.console import Console
from rich.table import Table

from .cases import Case
from .contest import Outcome
from .load import Sample, middle
from .rows import Row
from .servers import MOCK, PRISM


@frozen(kw_only=True)
class Comparison:
    """One case on both servers."""

    case: Case
    mock: Sample
    prism: Sample

    @property
    def ratio(self) -> float:
        """How many answers the mock gives while Prism gives one."""
        return self.mock.rate / self.prism.rate if self.prism.rate else 0.0

    @property
    def reached(self) -> bool:
        """Whether the target of the case is reached; one without a target is only watched."""
        return self.case.target is None or self.ratio >= self.case.target

    @property
    def sound(self) -> bool:
        """Whether neither server refused or dropped anything."""
        return self.mock.sound and self.prism.sound


def compare(outcome: Outcome) -> list[Comparison]:
    """Medians of every case, side by side."""
    return [
        Comparison(
            case=case,
            mock=middle(outcome.samples[case.name, MOCK]),
            prism=middle(outcome.samples[case.name, PRISM]),
        )
        for case in outcome.cases
    ]


def show(outcome: Outcome | None, rows: list[Row], console: Console, *, quick: bool = False) -> None:
    """Prints what was measured; a quick run is too short for a verdict, and says so."""
    if outcome is not None:
        console.print(_rates(compare(outcome)))
        console.print(_footprint(outcome))
    if rows:
        console.print(_alone(rows))
    if quick:
        console.print("A quick run: the figures show that everything works, and are too short for a verdict.")


def as_json(outcome: Outcome | None, rows: list[Row]) -> dict[str, Any]:
    """Everything, down to each run, without the bodies sent (one holds a token)."""
    return {
        "machine": {"system": platform.platform(), "python": platform.python_version()},
        "rows": [{**attrs.asdict(row), "reached": None if row.skipped else row.reached} for row in rows],
        **(_contest(outcome) if outcome else {}),
    }


def _contest(outcome: Outcome) -> dict[str, Any]:
    return {
        "cases": [
            {
                "name": comparison.case.name,
                "path": comparison.case.path,
                "ratio": round(comparison.ratio, 3),
                "target": comparison.case.target,
                "reached": comparison.reached,
                "mock": attrs.asdict(comparison.mock),
                "prism": attrs.asdict(comparison.prism),
                "runs": {
                    name: [attrs.asdict(sample) for sample in outcome.samples[comparison.case.name, name]]
                    for name in (MOCK, PRISM)
                },
            }
            for comparison in compare(outcome)
        ],
        "first_answer_seconds": outcome.first_answers,
        "memory_at_rest_mib": outcome.memory_at_rest,
        "memory_after_mib": outcome.memory_after,
    }


def _rates(comparisons: list[Comparison]) -> Table:
    table = Table(title="Answered POST requests per second, medians", title_justify="left")
    table.add_column("path", no_wrap=True)
    for heading in (MOCK, PRISM, "ratio", "target", "p50 ms", "lost"):
        table.add_column(heading, justify="right")
    for comparison in comparisons:
        mock, prism = comparison.mock, comparison.prism
        colour = "green" if comparison.reached and comparison.sound else "red"
        table.add_row(
            comparison.case.path,
            f"{mock.rate:,.0f}",
            f"{prism.rate:,.0f}",
            f"[{colour}]{comparison.ratio:.2f}[/]",
            "–" if comparison.case.target is None else f"≥ {comparison.case.target:g}",
            f"{mock.p50:g} : {prism.p50:g}",
            f"{sum(side.refused + side.failed for side in (mock, prism)):,}",
        )
    return table


def _alone(rows: list[Row]) -> Table:
    table = Table(title="The mock and the clients alone", title_justify="left")
    table.add_column("")
    for heading in ("figure", "target", "lost"):
        table.add_column(heading, justify="right")
    table.add_column("of")
    for row in rows:
        if row.skipped is not None:
            table.add_row(row.title, "skipped", row.target, "", row.skipped)
            continue
        colour = "green" if row.reached and not row.lost else "red"
        figure = f"[{colour}]{row.value:.2f}{row.unit}[/]"
        table.add_row(row.title, figure, row.target, f"{row.lost:,}", row.told)
    return table


def _footprint(outcome: Outcome) -> Table:
    table = Table(title="Start-up and memory", title_justify="left")
    for heading in ("", MOCK, PRISM):
        table.add_column(heading, justify="right" if heading else "left")
    starts = {name: median(seconds) for name, seconds in outcome.first_answers.items()}
    table.add_row("command to first answer, s", f"{starts[MOCK]:.2f}", f"{starts[PRISM]:.2f}")
    for heading, memory in (
        ("resident after first answer, MiB", outcome.memory_at_rest),
        ("resident after the load, MiB", outcome.memory_after),
    ):
        table.add_row(heading, f"{memory[MOCK]:.0f}", f"{memory[PRISM]:.0f}")
    return table
