"""What came of a judgement: a table for the terminal, and a page with every finding."""

from __future__ import annotations

from collections.abc import Iterator

from rich.box import SIMPLE_HEAD
from rich.table import Table

from .finding import Group, grouped
from .judgement import Judgement

SHOWN_OPERATIONS = 3
SHOWN_FINDINGS = 20


def table(made: Judgement) -> Table:
    """Returns a line for each kind of finding, with whose doing it is."""
    shown = Table("whose", "half", "kind", "operations", box=SIMPLE_HEAD)
    shown.add_column("findings", justify="right")
    for group in grouped(made.sifted.left):
        shown.add_row("the mock's", *_cells(group), style="red")
    for entry, findings in made.sifted.accepted:
        for group in grouped(findings):
            shown.add_row(f"the {entry.whose}'s", *_cells(group))
    return shown


def _cells(group: Group) -> tuple[str, ...]:
    names = list(group.operations)
    more = len(names) - SHOWN_OPERATIONS
    told = ", ".join(names[:SHOWN_OPERATIONS]) + (f" and {more} more" if more > 0 else "")
    return (group.half, group.kind, told, f"{len(group.findings):,}")


def figures(made: Judgement) -> str:
    """Returns one line: how much was judged, and what came of it."""
    seen = made.look
    accepted = len(made.findings) - len(made.sifted.left)
    return (
        f"{seen.exchanges:,} exchanges, {seen.calls:,} calls of {len(seen.used):,} operations, "
        f"{len(made.findings):,} findings in {made.seconds:.1f} s: {accepted:,} accepted, "
        f"{len(made.sifted.left):,} the mock's"
    )


def idle(made: Judgement) -> list[str]:
    """Returns a line for each entry that accepts nothing."""
    return [f"accepted.yaml: nothing is accepted by {each.message!r}" for each in made.sifted.idle]


def page(made: Judgement) -> str:
    """Returns the report in Markdown."""
    return "\n".join(_lines(made)) + "\n"


def _lines(made: Judgement) -> Iterator[str]:
    yield from ("# Drift", "", f"{figures(made)}.", "", "## The mock's", "")
    for group in grouped(made.sifted.left):
        yield from _group(made, group)
    for entry, findings in made.sifted.accepted:
        yield from ("", f"## The {entry.whose}'s: {entry.reason.strip()}", "")
        for group in grouped(findings):
            yield from _group(made, group)


def _group(made: Judgement, group: Group) -> Iterator[str]:
    yield from (f"### {group.kind} ({group.half}, {len(group.findings):,})", "")
    for operation, count in group.operations.items():
        yield f"- {operation}: {count:,}"
    yield ""
    for each in group.findings[:SHOWN_FINDINGS]:
        yield f"- exchange {each.index}, {each}, by `{made.look.tests[each.index]}`"
    if len(group.findings) > SHOWN_FINDINGS:
        yield f"- and {len(group.findings) - SHOWN_FINDINGS:,} more"
    yield ""
