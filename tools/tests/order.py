"""In which order tests begin."""

from __future__ import annotations

from typing import TypeVar

Test = TypeVar("Test")


def longest_first(long: list[Test], others: list[Test], processes: int) -> list[Test]:
    """Return all tests so that long ones stand where pytest-xdist lets one of its processes begin.

    With `--dist worksteal` each process gets an equal share of the tests that are left, in a row.
    """
    ordered: list[Test] = []
    waiting = iter(others)
    every = len(long) + len(others)
    for number in range(processes):
        end = len(ordered) + (every - len(ordered)) // (processes - number)
        ordered += long[number::processes]
        ordered += [test for _, test in zip(range(end - len(ordered)), waiting, strict=False)]
    return [*ordered, *waiting]
