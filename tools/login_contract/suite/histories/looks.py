"""What a machine looks at after each step: the latest of what ended, and one thing more in turn."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TypeVar

from attrs import define, field

T = TypeVar("T")
# Of what ended in a step, so much is looked at; of everything else only what comes in turn.
LOOKED_AT = 3


@define
class Looks:
    """Which of the things that ended were looked at since, and whose turn comes next."""

    seen: set[object] = field(factory=set)
    turn: int = 0

    def at_ended(self, ended: Iterable[T]) -> list[T]:
        """Return the latest few of what was not looked at since it ended."""
        fresh = [each for each in ended if each not in self.seen]
        self.seen.update(fresh)
        return fresh[-LOOKED_AT:]

    def next_of(self, everything: Sequence[T]) -> T | None:
        """Return what comes in turn, the newest first."""
        self.turn += 1
        return everything[-1 - self.turn % len(everything)] if everything else None
