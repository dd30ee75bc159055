"""Reads a sequence diagram in the part of Mermaid that the site draws, and refuses every other line."""

from __future__ import annotations

import re
from typing import cast

from attrs import Factory, define, frozen

from login_contract.errors import UsageError
from login_contract.site.diagrams.sequence import Block, Diagram, Kind, Message, Note, Section, Step

START = "sequenceDiagram"
_TOLD = re.compile(r"(accTitle|accDescr): *(.+)")
_PARTICIPANT = re.compile(r"participant (\w+)(?: as (.+))?")
_MESSAGE = re.compile(r"(\w+) ?(-?->>) ?(\w+) ?: *(.+)")
_NOTE = re.compile(r"[Nn]ote over (\w+)(?: ?, ?(\w+))? ?: *(.+)")
_BLOCK = re.compile(r"(alt|opt|loop) +(.+)")
_ELSE = re.compile(r"else(?: +(.+))?")
# What Mermaid itself would read as something else than text.
_SPECIAL = re.compile(r"[;#<>]")
_BREAK = re.compile(r"<br ?/?>")


class _UnreadableError(Exception):
    """A line that cannot be drawn; says why."""


@frozen
class _Open:
    """A block that has not ended yet; line 0 is the diagram itself."""

    line: int
    kind: str
    sections: list[tuple[str, list[Step]]]


@define
class _Reader:
    told: dict[str, str] = Factory(dict)
    names: list[str] = Factory(list)
    labels: list[str] = Factory(list)
    open: list[_Open] = Factory(lambda: [_Open(0, "", [("", [])])])

    def read(self, line: str, number: int) -> None:
        if found := _TOLD.fullmatch(line):
            self.told[found[1]] = found[2].strip()
        elif found := _PARTICIPANT.fullmatch(line):
            self._introduce(found[1], found[2] or found[1])
        elif found := _MESSAGE.fullmatch(line):
            ends = self._known(found[1]), self._known(found[3])
            self._add(Message(*ends, _text(found[4]), found[2] == "-->>"))
        elif found := _NOTE.fullmatch(line):
            over = sorted([self._known(found[1]), self._known(found[2] or found[1])])
            self._add(Note(over[0], over[1], _text(found[3])))
        else:
            self._structure(line, number)

    def _structure(self, line: str, number: int) -> None:
        if found := _BLOCK.fullmatch(line):
            self.open.append(_Open(number, found[1], [(_text(found[2]), [])]))
        elif (found := _ELSE.fullmatch(line)) and self.open[-1].kind == "alt":
            self.open[-1].sections.append((_text(found[1] or ""), []))
        elif line == "end" and len(self.open) > 1:
            ended = self.open.pop()
            sections = [Section(condition, steps) for condition, steps in ended.sections]
            self._add(Block(cast(Kind, ended.kind), sections))
        else:
            raise _UnreadableError(f"the site cannot draw {line!r}")

    def _introduce(self, name: str, label: str) -> None:
        if name in self.names:
            raise _UnreadableError(f"{name} is a participant twice")
        self.names.append(name)
        self.labels.append(_text(label))

    def _known(self, name: str) -> int:
        if name not in self.names:
            raise _UnreadableError(f"{name} is no participant")
        return self.names.index(name)

    def _add(self, step: Step) -> None:
        self.open[-1].sections[-1][1].append(step)

    def whole(self) -> Diagram:
        for told in ("accTitle", "accDescr"):
            if told not in self.told:
                raise _UnreadableError(f"the diagram has no {told}")
        if not self._steps:
            raise _UnreadableError("nothing happens in the diagram")
        return Diagram(self.told["accTitle"], self.told["accDescr"], self.labels, self._steps)

    @property
    def _steps(self) -> list[Step]:
        return self.open[0].sections[0][1]


def diagram(source: str, *, file: str, line: int) -> Diagram:
    """Read the text of a block; `line` of `file` is where its fence stands.

    Raises:
        UsageError: it is wrong, is more than the site draws, or has no accessible name; names file and line.
    """
    reader, at = _Reader(), line
    lines = [(number, one.strip()) for number, one in enumerate(source.splitlines(), line + 1)]
    lines = [(number, one) for number, one in lines if one and not one.startswith("%%")]
    try:
        if not lines or lines[0][1] != START:
            raise _UnreadableError(f"a diagram of the site starts with {START}")
        for at, one in lines[1:]:
            reader.read(one, at)
        if len(reader.open) > 1:
            at = reader.open[-1].line
            raise _UnreadableError(f"{reader.open[-1].kind} has no end")
        at = line
        return reader.whole()
    except _UnreadableError as error:
        raise UsageError(f"{file}:{at}: {error}") from None


def _text(given: str) -> str:
    text = _BREAK.sub("\n", given.strip())
    if found := _SPECIAL.search(text):
        raise _UnreadableError(f"a text cannot have {found[0]!r}, which Mermaid reads as its own")
    return text
