"""A file of comma-separated values (RFC 4180), read line by line whatever its bytes are."""

from __future__ import annotations

import csv
import io
from codecs import BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Generator, Sequence
from typing import IO

from attrs import frozen

# So many characters a line may have, with all the line breaks that stand in quotes.
LONGEST = 65_536
END = ("\n", "\r")


@frozen
class CsvLine:
    """A line by its number, counted from 1, and its values, or why it has none; a blank one has neither."""

    number: int
    values: Sequence[str] = ()
    fault: str | None = None


def lines(file: IO[bytes], comma: str) -> Generator[CsvLine]:
    """Yield the lines of a file in UTF-8, or in UTF-16 with its mark.

    A line that is wrong is told, and the next one is read on its own. The file stays open.
    """
    text = _text(file)
    source = _Source(text)
    reader = csv.reader(source, delimiter=comma, strict=True)
    try:
        while True:
            number = source.begin()
            try:
                values = next(reader)
            except StopIteration:
                return
            except csv.Error as problem:
                yield CsvLine(number, fault=_told(problem, number, source.number))
                continue
            except UnicodeError:
                yield CsvLine(number, fault="the file is no UTF-16 from here on")
                return
            yield CsvLine(number, values, _foreign(values))
    finally:
        text.detach()


def _text(file: IO[bytes]) -> io.TextIOWrapper:
    file.seek(0)
    is_utf16 = file.read(2) in (BOM_UTF16_LE, BOM_UTF16_BE)
    file.seek(0)
    if is_utf16:
        return io.TextIOWrapper(file, "utf-16", newline="")
    return io.TextIOWrapper(file, "utf-8-sig", "surrogateescape", newline="")


def _told(problem: csv.Error, first: int, last: int) -> str:
    told = "its quotes are not closed" if "unexpected end" in str(problem) else str(problem)
    return told if last <= first else f"{told}; it reaches to line {last}"


def _foreign(values: Sequence[str]) -> str | None:
    together = "".join(values)
    if "\0" in together:
        return "it contains a NUL character"
    return None if together.isascii() or _is_text(together) else "it is no UTF-8"


def _is_text(value: str) -> bool:
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True


class _Source:
    """The lines of a text, as far as they are not too long to hold."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self._room = LONGEST
        self.number = 0

    def begin(self) -> int:
        """Return the number of the next line, which may reach over several of the text."""
        self._room = LONGEST
        return self.number + 1

    def __iter__(self) -> _Source:
        return self

    def __next__(self) -> str:
        line = self._text.readline(LONGEST + 1)
        if not line:
            raise StopIteration
        self.number += 1
        self._room -= len(line)
        if len(line) > LONGEST and not line.endswith(END):
            self._pass_over()
        if self._room < 0:
            raise csv.Error(f"it is longer than {LONGEST} characters")
        return line

    def _pass_over(self) -> None:
        while (more := self._text.readline(LONGEST)) and not more.endswith(END):
            pass
