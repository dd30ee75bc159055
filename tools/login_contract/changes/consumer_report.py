"""A verdict about one consumer as a table, as Markdown, as plain values."""

from __future__ import annotations

from typing import Any

from login_contract.changes.consumer import Verdict
from login_contract.changes.report import plain


def summary(verdict: Verdict) -> str:
    """Say in one line what the newer description means for the consumer."""
    calls = f"{len(verdict.traffic.calls)} calls of {len(verdict.used)} operations"
    spared = (
        f"{len(verdict.spared)} breaking changes are none of its" if verdict.spared else "nothing else breaks"
    )
    if verdict.broken:
        return f"breaks this consumer in {len(verdict.broken)} places ({calls}; {spared})"
    return f"safe for this consumer ({calls}; {spared})"


def told(verdict: Verdict) -> dict[str, Any]:
    """Return the verdict as plain values."""
    return {
        "safe": not verdict.broken,
        "used": dict(verdict.used),
        "not_described": dict(verdict.traffic.strange),
        "bodies_not_recorded": verdict.traffic.lost,
        "breaks": [{**plain(each.change), "calls": each.calls} for each in verdict.broken],
        "spared": [plain(each) for each in verdict.spared],
    }


def as_markdown(verdict: Verdict) -> str:
    """Write what breaks, what is used and what was not judged."""
    lines = ["# Recorded consumer", "", f"{summary(verdict).capitalize()}.", ""]
    for each in verdict.broken:
        at = f" `{each.change.where}`" if each.change.place else ""
        lines.append(f"- **{each.change.operation}**{at}: {each.change.message} ({_times(each.calls)})")
    lines += ["", "Used:", "", *(f"- {name}: {_times(count)}" for name, count in verdict.used.items())]
    if verdict.traffic.strange:
        strange = verdict.traffic.strange.items()
        lines += [
            "",
            "Not described, not judged:",
            "",
            *(f"- {name}: {_times(count)}" for name, count in strange),
        ]
    if verdict.traffic.lost:
        lines += ["", f"{lost(verdict)}."]
    return "\n".join(lines) + "\n"


def print_table(verdict: Verdict) -> None:
    """Print what breaks and what was not judged to standard output."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    console = Console(highlight=False)
    if verdict.broken:
        table = Table("operation", "where", "change", "calls", box=None, pad_edge=False)
        for each in verdict.broken:
            change = each.change
            cells = (change.operation, change.where, change.message)
            table.add_row(*(Text(cell, overflow="fold") for cell in cells), str(each.calls))
        console.print(table)
        console.print()
    for name, count in verdict.traffic.strange.items():
        console.print(Text(f"not described, not judged: {name} ({_times(count)})"))
    if verdict.traffic.lost:
        console.print(Text(lost(verdict)))
    console.print(Text(summary(verdict)))


def lost(verdict: Verdict) -> str:
    """Say what of the recording could not be judged since it is not there."""
    count = verdict.traffic.lost
    bodies = "1 body is" if count == 1 else f"{count} bodies are"
    return f"not recorded, not judged: {bodies} missing in the recording"


def _times(count: int) -> str:
    return "1 call" if count == 1 else f"{count} calls"
