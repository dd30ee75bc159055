"""What a sequence diagram says, whatever it looks like."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Literal, TypeAlias

from attrs import frozen

Kind = Literal["alt", "opt", "loop"]


@frozen
class Message:
    """An arrow between two participants, which are numbers from 0; an answer is a dashed one."""

    source: int
    target: int
    text: str
    answer: bool


@frozen
class Note:
    """A remark over the participants from `first` to `last`."""

    first: int
    last: int
    text: str


@frozen
class Section:
    """What happens under one condition."""

    condition: str
    steps: Sequence[Step]


@frozen
class Block:
    """Steps that happen under a condition, or again and again; only `alt` has several sections."""

    kind: Kind
    sections: Sequence[Section]


Step: TypeAlias = Message | Note | Block


@frozen
class Diagram:
    """Participants from left to right, and what happens from top to bottom."""

    title: str
    description: str
    participants: Sequence[str]
    steps: Sequence[Step]


def flat(steps: Sequence[Step]) -> Iterator[Message | Note]:
    """Yield all messages and notes, also those within blocks."""
    for step in steps:
        if isinstance(step, Block):
            for section in step.sections:
                yield from flat(section.steps)
        else:
            yield step
