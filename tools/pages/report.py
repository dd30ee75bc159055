"""What was found, as tables to read in a terminal and as a page of Markdown to keep."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from attrs import field, frozen
from rich.box import SIMPLE_HEAD
from rich.table import Table

from .findings import Verdict
from .speed import Opening

CLEAN, NOT_JUDGED = "·", " "


@frozen
class Report:
    """Everything that a run found: the verdicts, and how fast the account page opened."""

    verdicts: Sequence[Verdict]
    openings: Sequence[Opening] = ()
    undrawn: Sequence[str] = field(factory=tuple)

    @property
    def sound(self) -> bool:
        """Whether nothing at all was found."""
        clean = all(not verdict.findings for verdict in self.verdicts)
        return clean and all(not opening.missed for opening in self.openings)

    @property
    def figures(self) -> str:
        """The figures in one sentence."""
        judged = [verdict for verdict in self.verdicts if verdict.judged is not None]
        violations = sum(verdict.violations for verdict in self.verdicts)
        overflows = sum(verdict.overflows for verdict in self.verdicts)
        return (
            f"{len(judged)} runs of axe, {len(self.verdicts)} measured layouts: "
            f"{violations} violations, {overflows} faults of layout"
        )

    def rules(self) -> list[tuple[str, str, int, int]]:
        """Return each rule that was broken: its name, its impact, how often, and on how many cells."""
        places = Counter((each.rule, each.impact) for verdict in self.verdicts for each in verdict.findings)
        cells = Counter(
            rule
            for verdict in self.verdicts
            for rule in {(each.rule, each.impact) for each in verdict.findings}
        )
        return [(*rule, count, cells[rule]) for rule, count in places.most_common()]

    def undecided(self) -> list[tuple[str, int]]:
        """Return what axe leaves to people, by rule."""
        return Counter(each.rule for verdict in self.verdicts for each in verdict.undecided).most_common()


def matrix(report: Report) -> Table:
    """Return pages by languages: a dot where nothing was found, else violations + faults of layout."""
    languages = _in_order(verdict.language for verdict in report.verdicts)
    title = "Found by axe + by measuring the layout"
    table = Table(title=title, title_justify="left", box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    table.add_column("page", no_wrap=True)
    for tag in languages:
        table.add_column(_short(tag), justify="center", no_wrap=True)
    for page in _in_order(verdict.page for verdict in report.verdicts):
        table.add_row(page, *(_cell(report, page, tag) for tag in languages))
    return table


def broken(report: Report) -> Table:
    """Return the rules that were broken."""
    table = Table(title="Broken rules", title_justify="left")
    for heading in ("rule", "impact"):
        table.add_column(heading)
    for heading in ("places", "cells"):
        table.add_column(heading, justify="right")
    for rule, impact, places, cells in report.rules():
        table.add_row(rule, impact, str(places), str(cells))
    return table


def speed(report: Report) -> Table:
    """Return how fast the account page opens, against what is allowed."""
    table = Table(title="Opening the account page", title_justify="left")
    table.add_column("language")
    for name in Opening.LIMITS:
        table.add_column(name, justify="right")
    for opening in report.openings:
        figures = [
            f"[{'red' if name in opening.missed else 'green'}]{value:g}[/]"
            for name, value in opening.figures.items()
        ]
        table.add_row(opening.language, *figures)
    table.add_row("allowed", *(f"{limit:g}" for limit in Opening.LIMITS.values()))
    return table


def write(report: Report, folder: Path) -> Path:
    """Write ``summary.md`` beside the pictures; return where it lies."""
    lines = ["# The pages in Chromium", "", f"{report.figures}.", ""]
    lines += _markdown(("rule", "impact", "places", "cells"), report.rules())
    lines += ["Left to people by axe: " + _listed(report.undecided()), ""]
    if report.undrawn:
        lines += [without_letters(report), ""]
    if report.openings:
        rows = [(each.language, *each.figures.values()) for each in report.openings]
        lines += _markdown(("opening the account page", *Opening.LIMITS), rows)
    lines += [f"- {verdict}: {finding}" for verdict in report.verdicts for finding in verdict.findings]
    pictures = sorted((folder / "screenshots").glob("*.png"))
    lines += ["", *(f"![{each.stem}](screenshots/{each.name})" for each in pictures)]
    path = folder / "summary.md"
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def without_letters(report: Report) -> str:
    """Return a warning: a box is not as wide as the letter that it stands for."""
    return f"This machine has no letters for {', '.join(report.undrawn)}: boxes were measured."


def _cell(report: Report, page: str, tag: str) -> str:
    verdicts = [each for each in report.verdicts if (each.page, each.language) == (page, tag)]
    if not verdicts:
        return NOT_JUDGED
    violations = sum(verdict.violations for verdict in verdicts)
    overflows = sum(verdict.overflows for verdict in verdicts)
    return f"[red]{violations}+{overflows}[/]" if violations or overflows else CLEAN


def _short(tag: str) -> str:
    # Two tags begin with the same language, Chinese.
    return tag[3:] if tag.startswith("zh") else tag[:2]


def _in_order(names: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(names))


def _listed(counts: Sequence[tuple[str, int]]) -> str:
    return ", ".join(f"{name} {count}" for name, count in counts) or "nothing"


def _markdown(headings: Sequence[str], rows: Sequence[Sequence[object]]) -> list[str]:
    if not rows:
        return []
    lines = [headings, ["---"] * len(headings), *rows]
    return [f"| {' | '.join(map(str, line))} |" for line in lines] + [""]
