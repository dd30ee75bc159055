"""A comparison as people and programs read it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from io import StringIO
from typing import Literal

from login_contract.legible import legible
from login_contract.official.comparison import Comparison, Found
from login_contract.official.difference import Weight

Form = Literal["table", "markdown", "json"]
COLUMNS = ("weight", "operation", "where", "what", "here", "there", "our origin")
# Of the operations that share a difference, so many are named.
NAMED = 3
LONGEST_CELL = 80
WIDTH = 200


def render(comparison: Comparison, form: Form) -> str:
    """The whole text, which ends with a line break."""
    if form == "json":
        return f"{json.dumps(_plain(comparison), indent=2, ensure_ascii=False)}\n"
    if form == "markdown":
        return "".join(f"{line}\n" for line in _markdown(comparison))
    return _table(comparison)


def summary(comparison: Comparison) -> str:
    """How much was compared, and what came of it, in one sentence."""
    counts = ", ".join(
        f"{comparison.count(each)} {each.name.lower()}" for each in sorted(Weight, reverse=True)
    )
    found = f"{len(comparison.found)} differences ({counts})" if comparison.found else "no differences"
    return f"{comparison.compared} operations compared: {found}"


def _table(comparison: Comparison) -> str:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for name in COLUMNS:
        table.add_column(name, overflow="fold")
    for found in comparison.found:
        table.add_row(*_cells(found))
    text = StringIO()
    if comparison.found:
        Console(file=text, width=WIDTH, markup=False, highlight=False, emoji=False).print(table)
    lines = [line.rstrip() for line in text.getvalue().splitlines()]
    return "".join(f"{line}\n" for line in (*lines, summary(comparison)))


def _markdown(comparison: Comparison) -> Iterator[str]:
    yield f"{summary(comparison)}."
    if comparison.found:
        yield ""
        yield f"| {' | '.join(COLUMNS)} |"
        yield f"|{'---|' * len(COLUMNS)}"
    for found in comparison.found:
        yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in _cells(found))} |"


def _cells(found: Found) -> tuple[str, ...]:
    one = found.difference
    missing = {"there": "not here", "here": "not there", "differs": ""}[one.side]
    more = len(found.operations) - NAMED
    named = ", ".join(found.operations[:NAMED]) + (f" and {more} more" if more > 0 else "")
    where = " ".join(filter(None, (one.schema, one.where)))
    what = f"{one.kind} {missing}".rstrip()
    cells = (one.weight.name.lower(), named, where, what, one.here, one.there, ", ".join(one.origins))
    return tuple(_short(legible(cell)) for cell in cells)


def _short(cell: str) -> str:
    line = " ".join(cell.split())
    return line if len(line) <= LONGEST_CELL else f"{line[: LONGEST_CELL - 1]}…"


def _plain(comparison: Comparison) -> dict[str, object]:
    return {
        "compared": comparison.compared,
        "counts": {each.name.lower(): comparison.count(each) for each in sorted(Weight, reverse=True)},
        "differences": [
            {
                "weight": found.difference.weight.name.lower(),
                "kind": found.difference.kind,
                "side": found.difference.side,
                "operations": list(found.operations),
                "schema": found.difference.schema or None,
                "where": found.difference.where,
                "here": found.difference.here,
                "there": found.difference.there,
                "origins": list(found.difference.origins),
            }
            for found in comparison.found
        ],
    }
