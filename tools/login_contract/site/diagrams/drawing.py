"""Draws a diagram: the marks between `<svg>` and `</svg>`, and how large they are together."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from attrs import Factory, define, field

from login_contract.site.diagrams import letters
from login_contract.site.diagrams.columns import (
    ARROW_SIDE,
    BETWEEN,
    HEAD,
    NOTE,
    NOTE_SIDE,
    TURN,
    TURN_TEXT,
    centers,
    head_width,
)
from login_contract.site.diagrams.letters import LINE, wrapped
from login_contract.site.diagrams.sequence import Block, Diagram, Message, Note, Section, Step

_MARGIN = 2.0
_INSET = 12.0  # pixels between a frame and what is in it
_TAB = 24.0  # height of the corner that names a block
_TALL = 560.0  # pixels from which on the heads are repeated below


@define
class Drawing:
    """Marks in the order in which they cover each other; `y` is where the next step begins."""

    diagram: Diagram
    x: Sequence[float] = field(init=False)
    y: float = _MARGIN
    left: float = 0.0
    right: float = 0.0
    marks: list[str] = Factory(list)

    def __attrs_post_init__(self) -> None:
        self.x = centers(self.diagram)

    @property
    def view_box(self) -> tuple[float, float, float, float]:
        """Left, top, width and height in pixels."""
        left, right = self.left - _MARGIN, self.right + _MARGIN
        return left, 0, right - left, self.y + _MARGIN

    def draw(self) -> None:
        """Draw everything."""
        top = self.y
        self._heads(top)
        self.y += self._head_height
        self._steps(self.diagram.steps)
        self.y += 16
        behind = [_line(x, top, x, self.y, "life") for x in self.x]
        if self.y > _TALL:
            self._heads(self.y)
            self.y += self._head_height
        self.marks[:0] = behind

    @property
    def _head_height(self) -> float:
        lines = [wrapped(label, HEAD, bold=True) for label in self.diagram.participants]
        return max(len(each) for each in lines) * LINE + 18

    def _heads(self, top: float) -> None:
        for x, label in zip(self.x, self.diagram.participants, strict=True):
            wide, lines = head_width(label), wrapped(label, HEAD, bold=True)
            self._box(x - wide / 2, top, wide, self._head_height, "head")
            first = top + (self._head_height - len(lines) * LINE) / 2
            self._text(x, first, lines, "middle name")

    def _steps(self, steps: Sequence[Step]) -> tuple[float, float]:
        """Draw one below the other; return how far they reach to the left and to the right."""
        reached = [self._step(step) for step in steps]
        return min(left for left, _ in reached), max(right for _, right in reached)

    def _step(self, step: Step) -> tuple[float, float]:
        if isinstance(step, Block):
            return self._block(step)
        if isinstance(step, Note):
            return self._note(step)
        return self._turn(step) if step.source == step.target else self._arrow(step)

    def _arrow(self, message: Message) -> tuple[float, float]:
        start, end = self.x[message.source], self.x[message.target]
        left, right = min(start, end), max(start, end)
        lines = wrapped(message.text, max(right - left - 2 * ARROW_SIDE, 0))
        self.y += 10
        self._text((start + end) / 2, self.y, lines, "middle")
        self.y += len(lines) * LINE + 5
        self._pointed(f"M{_n(start)} {_n(self.y)}H{_n(end)}", end, end > start, answer=message.answer)
        self.y += 6
        return left, right

    def _turn(self, message: Message) -> tuple[float, float]:
        x, lines = self.x[message.source], wrapped(message.text, BETWEEN)
        high = max(len(lines) * LINE, 24)
        self.y += 12
        self._text(x + TURN_TEXT, self.y + (high - len(lines) * LINE) / 2, lines, "start")
        path = f"M{_n(x)} {_n(self.y)}h{_n(TURN)}v{_n(high)}H{_n(x)}"
        self.y += high
        self._pointed(path, x, False, answer=message.answer)
        self.y += 8
        right = x + TURN_TEXT + letters.widest(lines)
        self._reach(x, right)
        return x, right

    def _note(self, note: Note) -> tuple[float, float]:
        first, last = self.x[note.first], self.x[note.last]
        over = last - first
        lines = wrapped(note.text, NOTE if not over else over + 40)
        wide = max(letters.widest(lines) + 2 * NOTE_SIDE, over + 60 if over else 0)
        left, high = (first + last - wide) / 2, len(lines) * LINE + 12
        self.y += 10
        self._box(left, self.y, wide, high, "note")
        self._text((first + last) / 2, self.y + 6, lines, "middle noted")
        self.y += high + 4
        return left, left + wide

    def _block(self, block: Block) -> tuple[float, float]:
        self.y += 12
        top = self.y
        tab = letters.width(block.kind, bold=True) + 20
        rows, reached = list[tuple[float, Section]](), list[tuple[float, float]]()
        for section in block.sections:
            rows.append((self.y, section))
            self.y += _TAB
            reached.append(self._steps(section.steps) if section.steps else (self.x[0], self.x[-1]))
            self.y += 12
        left = min(one for one, _ in reached) - _INSET
        needed = max(tab + 20 + letters.width(section.condition) for section in block.sections)
        right = max(*(one for _, one in reached), left + needed) + _INSET
        self._box(left, top, right - left, self.y - top, "frame")
        for y, section in rows:
            self._condition(left, right, y, section, block.kind if y == top else "else")
        self.y += 4
        return left, right

    def _condition(self, left: float, right: float, y: float, section: Section, kind: str) -> None:
        if kind == "else":
            self.marks.append(_line(left, y, right, y, "else"))
        tab = letters.width(kind, bold=True) + 16
        if kind != "else":
            self._box(left, y, tab, _TAB, "tab")
        self._text(left + 8, y + 3, [kind], "start kind")
        self._text(left + tab + 8, y + 3, [section.condition] if section.condition else [], "start")

    def _pointed(self, path: str, x: float, to_right: bool, *, answer: bool) -> None:
        back = x - 9 if to_right else x + 9
        self.marks.append(f'<path class="{"answer" if answer else "call"}" d="{path}"/>')
        corners = f"{_n(x)},{_n(self.y)} {_n(back)},{_n(self.y - 5)} {_n(back)},{_n(self.y + 5)}"
        self.marks.append(f'<polygon points="{corners}"/>')

    def _box(self, left: float, top: float, wide: float, high: float, kind: str) -> None:
        size = f'width="{_n(wide)}" height="{_n(high)}"'
        self.marks.append(f'<rect class="{kind}" x="{_n(left)}" y="{_n(top)}" {size} rx="4"/>')
        self._reach(left, left + wide)

    def _text(self, x: float, top: float, lines: Sequence[str], kind: str) -> None:
        for number, line in enumerate(lines):
            base = _n(top + number * LINE + letters.SIZE - 1)
            self.marks.append(f'<text class="{kind}" x="{_n(x)}" y="{base}">{escape(line)}</text>')

    def _reach(self, left: float, right: float) -> None:
        self.left, self.right = min(self.left, left), max(self.right, right)


def _line(x1: float, y1: float, x2: float, y2: float, kind: str) -> str:
    return f'<path class="{kind}" d="M{_n(x1)} {_n(y1)}L{_n(x2)} {_n(y2)}"/>'


def _n(pixels: float) -> str:
    return f"{round(pixels, 1):g}"
