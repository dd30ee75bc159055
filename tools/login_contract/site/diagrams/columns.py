"""Where the participants of a diagram stand: so far apart that what is written between two has its room."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from login_contract.site.diagrams import letters
from login_contract.site.diagrams.sequence import Diagram, Message, Note, flat

#: Pixels that texts may be wide before they are broken: of heads, between two neighbours, of a note over one.
HEAD, BETWEEN, NOTE = 140.0, 215.0, 170.0
#: Pixels beside a text: in a head, in a note, before and behind an arrow's text.
HEAD_SIDE, NOTE_SIDE, ARROW_SIDE = 14.0, 10.0, 18.0
#: How far an arrow to oneself goes out, and where its text begins.
TURN, TURN_TEXT = 32.0, 42.0
_APART = 20.0


def head_width(label: str) -> float:
    """Return how wide the box of a participant is."""
    lines = letters.wrapped(label, HEAD, bold=True)
    return max(letters.widest(lines, bold=True) + 2 * HEAD_SIDE, 84.0)


def centers(diagram: Diagram) -> Sequence[float]:
    """Return the middle of each participant in pixels from the left, the first at half of its box."""
    heads = [head_width(label) for label in diagram.participants]
    gaps = [(one + other) / 2 + _APART for one, other in pairwise(heads)]
    steps = list(flat(diagram.steps))
    for step in steps:
        for gap, needed in _beside(step):
            if 0 <= gap < len(gaps):
                gaps[gap] = max(gaps[gap], needed)
    for step in steps:
        if isinstance(step, Message) and abs(step.source - step.target) > 1:
            _spread(gaps, step)
    places = [heads[0] / 2]
    for each in gaps:
        places.append(places[-1] + each)
    return places


def _beside(step: Message | Note) -> list[tuple[int, float]]:
    """Return which gaps (0 is right of the first participant) have to be how wide."""
    if isinstance(step, Note):
        half = letters.widest(letters.wrapped(step.text, NOTE)) / 2 + NOTE_SIDE + _APART / 2
        return [(step.first - 1, half), (step.first, half)] if step.first == step.last else []
    wide = letters.widest(letters.wrapped(step.text, BETWEEN))
    if step.source == step.target:
        return [(step.source, TURN_TEXT + wide + _APART / 2)]
    if abs(step.source - step.target) == 1:
        return [(min(step.source, step.target), wide + 2 * ARROW_SIDE)]
    return []


def _spread(gaps: list[float], message: Message) -> None:
    """Widen the gaps that a long arrow goes over, each by the same, where its text needs more."""
    over = range(min(message.source, message.target), max(message.source, message.target))
    needed = letters.widest(letters.wrapped(message.text, BETWEEN)) + 2 * ARROW_SIDE
    lacking = needed - sum(gaps[gap] for gap in over)
    for gap in over:
        gaps[gap] += max(lacking, 0) / len(over)
