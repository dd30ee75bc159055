"""A comparison as a table, as Markdown, as JSON."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from attrs import evolve, frozen

from login_contract.changes.change import WHOLE, Change, Impact
from login_contract.changes.comparison import Comparison

FORMATS = ("table", "markdown", "json")
_COLOURS = {Impact.BREAKING: "red", Impact.COMPATIBLE: "green", Impact.DOCUMENTATION: "dim"}
# From so many operations on, what happens to all of them is told once: they share a part of the description.
_MANY = 4


@frozen
class Group:
    """The changes of one operation, or of several that change in the same way."""

    operations: tuple[str, ...]
    changes: tuple[Change, ...]

    @property
    def title(self) -> str:
        """What the group is called."""
        first, *rest = self.operations
        return f"{first} and {len(rest)} more operations" if rest else first


def groups(changes: Sequence[Change]) -> list[Group]:
    """Gather changes by operation; what many operations share comes first, and is told once."""
    shared: dict[Change, list[str]] = {}
    for each in changes:
        shared.setdefault(evolve(each, operation="", operation_id=""), []).append(each.operation)
    common: dict[tuple[str, ...], list[Change]] = {}
    own: dict[str, list[Change]] = {}
    for each in changes:
        where = tuple(shared[evolve(each, operation="", operation_id="")])
        if len(where) < _MANY:
            own.setdefault(each.operation, []).append(each)
        elif each.operation == where[0]:
            common.setdefault(where, []).append(each)
    first = [Group((WHOLE,), tuple(own.pop(WHOLE)))] if WHOLE in own else []
    alike = [Group(names, tuple(found)) for names, found in common.items()]
    return [*first, *alike, *(Group((name,), tuple(found)) for name, found in own.items())]


def summary(comparison: Comparison) -> str:
    """Say in one line how many changes there are of each kind."""
    told = {
        Impact.BREAKING: "breaking",
        Impact.COMPATIBLE: "compatible",
        Impact.DOCUMENTATION: "documentation only",
    }
    if not comparison.changes:
        return "nothing changed"
    return ", ".join(f"{comparison.count(impact)} {name}" for impact, name in told.items())


def as_json(comparison: Comparison) -> str:
    """Write every change of every operation, unabridged."""
    return json.dumps(told(comparison), indent=2, ensure_ascii=False) + "\n"


def told(comparison: Comparison) -> dict[str, Any]:
    """Return the comparison as plain values."""
    return {
        "versions": dict(zip(("old", "new"), comparison.versions, strict=True)),
        "summary": {impact.value: comparison.count(impact) for impact in Impact},
        "changes": [plain(each) for each in comparison.changes],
    }


def plain(change: Change) -> dict[str, Any]:
    """Return a change as plain values."""
    return {
        "impact": change.impact.value,
        "operation": change.operation,
        "operation_id": change.operation_id,
        "place": change.where,
        "rule": change.rule,
        "message": change.message,
    }


def as_markdown(comparison: Comparison) -> str:
    """Write the changes by operation, as a change of a repository shows them."""
    was, now = comparison.versions
    lines = [f"# {was} → {now}", "", f"{summary(comparison).capitalize()}.", ""]
    for group in groups(comparison.changes):
        lines += [f"## {group.title}", ""]
        lines += [f"- **{each.impact.value}**{_at(each)}: {each.message}" for each in group.changes]
        if len(group.operations) > 1:
            lines += ["", f"In {', '.join(f'`{name}`' for name in group.operations)}."]
        lines.append("")
    return "\n".join(lines)


def print_table(comparison: Comparison) -> None:
    """Print the changes by operation to standard output."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    for group in groups(comparison.changes):
        console.print(Text(group.title, style="bold"))
        table = Table.grid(padding=(0, 2))
        table.add_column(min_width=len(Impact.DOCUMENTATION.value))
        for each in group.changes:
            cells = Text(each.where or "-", overflow="fold"), Text(each.message, overflow="fold")
            table.add_row(Text(each.impact.value, _COLOURS[each.impact]), *cells)
        console.print(table)
        console.print()
    console.print(Text(" → ".join(comparison.versions) + ": " + summary(comparison)))


def _at(change: Change) -> str:
    return f" `{change.where}`" if change.place else ""
