"""One thing in which two descriptions differ, and how much that weighs."""

from __future__ import annotations

from enum import IntEnum
from typing import Any, Literal

from attrs import frozen

#: Who has what the other lacks; `differs` where both say something.
Side = Literal["here", "there", "differs"]


class Weight(IntEnum):
    """How much a difference matters to whoever relies on our description.

    A heavy one makes calls fail or answers misread; a medium one leaves out what is possible; a light one is
    about limits, names and formats.
    """

    LIGHT = 1
    MEDIUM = 2
    HEAVY = 3


@frozen(order=True)
class Difference:
    """A difference at a place, such as `body.password`; `here` and `there` are what ours and theirs say.

    `origins` are where ours has it from. `schema` is the name of our schema that the place is in, if any: all
    that use it differ alike, so that it is told once.
    """

    where: str
    kind: str
    side: Side
    weight: Weight
    here: str = ""
    there: str = ""
    origins: tuple[str, ...] = ()
    schema: str = ""


def text(value: Any) -> str:
    """What a table shows of a value."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (frozenset, set, list, tuple)):
        return ", ".join(sorted(map(str, value)))
    return str(value)
