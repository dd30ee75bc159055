"""Characters that YAML 1.1 and 1.2 treat differently, kept from a reader that knows 1.1.

U+0085, U+2028 and U+2029 end a line in 1.1 and are ordinary characters in 1.2 (section 5.4). Control
characters and U+FFFE, U+FFFF may stand in quotes in 1.2, so that every JSON text is YAML (section 5.1).
`?` and `:` between brackets are part of a plain scalar in 1.2 unless a space or a bracket follows
(section 7.3.3). While the text is read, characters that occur nowhere in it stand in for all of these.
"""

from __future__ import annotations

import re

import attrs

ORDINARY = "\x85\u2028\u2029"
_ONLY_QUOTED = "\x7f-\x84\x86-\x9f\ufffe\uffff"
_DIFFERENT = re.compile(f"[{ORDINARY}{_ONLY_QUOTED}]")
_MARKS = re.compile(
    r"""(?<=[^ \t\r\n\[{,])\?                  # at the end of a word, or within it
    | \?(?=[^ \t\r\n,\[\]{}])                  # or before one
    | [\[{,][ \t\r\n]*:(?=[^ \t\r\n,\[\]{}])
    | (?<=:[ ]):(?=[^ \t\r\n,\[\]{}])
    """,
    re.VERBOSE,
)


@attrs.frozen
class StandIns:
    """Which character stands for which, and the other way round."""

    _put: dict[int, int]
    _taken: dict[int, int]

    @classmethod
    def of(cls, text: str) -> StandIns:
        """Finds stand-ins that the text contains neither as they are nor escaped."""
        marks = "".join(_MARKS.findall(text)) if re.search(r"[\[{]", text) else ""
        different = {*_DIFFERENT.findall(text), *(set(marks) & set("?:"))}
        written = text.lower()
        # Private use: no text has all of them, and no rule of YAML is about any.
        free = (
            code for code in range(0xF0000, 0x10FFFE) if chr(code) not in text and f"{code:x}" not in written
        )
        put = {ord(one): next(free) for one in sorted(different)}
        return cls(put, {stand_in: code for code, stand_in in put.items()})

    def put_in(self, text: str) -> str:
        """The text with the stand-ins in it."""
        marks = {code: self._put[code] for code in map(ord, "?:") if code in self._put}
        if marks:
            text = _MARKS.sub(lambda found: found[0].translate(marks), text)
        return text.translate({code: one for code, one in self._put.items() if code not in marks})

    def take_out(self, text: str) -> str:
        """The text as it was."""
        return text.translate(self._taken) if self._taken else text

    def only_quoted(self, text: str) -> str | None:
        """The first character of a text with stand-ins that YAML 1.2 allows in quotes alone, if any."""
        if not self._taken:
            return None
        found = re.search(f"[{_ONLY_QUOTED}]", self.take_out(text))
        return found and found[0]
