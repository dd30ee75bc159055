"""How soon the mock answers, and how much memory it takes, at rest and after ten thousand logins."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from statistics import median

from node.npm import Installation

from . import cases, servers
from .load import fire
from .rows import Row

NAMES = ("start",)
STARTS = 5
LOGINS = 10_000


def measure(tools: Installation, folder: Path, *, quick: bool, announce: Callable[[str], None]) -> list[Row]:
    """Starts the mock some times, then lets the last one serve logins."""
    logins = LOGINS // 10 if quick else LOGINS
    first_answers, resident = [], []
    for number in range(1, STARTS + 1):
        announce(f"start-up {number} of {STARTS}")
        with servers.mock(folder) as mock:
            first_answers.append(mock.first_answer)
            resident.append(mock.memory())
            if number == STARTS:
                announce(f"{logins:,} logins")
                sample = fire(tools, mock.api, cases.LOGIN, amount=logins)
                grown = mock.memory() - resident[-1]
    return [
        Row(
            name="start", title="command to first answer", value=median(first_answers), unit=" s", at_most=0.3
        ),
        Row(name="start", title="resident at rest", value=median(resident), unit=" MiB", at_most=60),
        Row(
            name="start",
            title=f"more after {sample.answered:,} logins",
            value=grown,
            unit=" MiB",
            at_most=10,
            lost=sample.refused + sample.failed,
        ),
    ]
