"""How wide a text is, where no browser can tell: as wide as in the widest font that pages are shown in."""

from __future__ import annotations

from collections.abc import Iterator

SIZE = 14  # pixels
LINE = 18  # pixels from one line of text to the next
BOLD = 1.17
# Of DejaVu Sans and Verdana, in hundredths of the size; Roboto, Segoe UI and San Francisco are narrower.
_PRINTABLE = (
    32, 40, 46, 84, 64, 95, 78, 27, 39, 39, 50, 84, 32, 36, 32, 34, 64, 64, 64, 64, 64, 64, 64, 64,
    64, 64, 34, 34, 84, 84, 84, 53, 100, 68, 69, 70, 77, 63, 58, 77, 75, 30, 30, 66, 56, 86, 75, 79,
    60, 79, 69, 63, 61, 73, 68, 99, 69, 61, 69, 39, 34, 39, 84, 50, 50, 61, 63, 55, 63, 62, 35, 63,
    63, 28, 28, 58, 28, 97, 63, 61, 63, 63, 41, 52, 39, 63, 59, 82, 59, 59, 52, 64, 34, 64, 84,
)  # fmt: skip
_WIDTHS = {chr(32 + place): width for place, width in enumerate(_PRINTABLE)}
_UNKNOWN = 100


def width(text: str, *, bold: bool = False) -> float:
    """Return the width of one line in pixels; no font that is likely makes it wider."""
    hundredths = sum(_WIDTHS.get(letter, _UNKNOWN) for letter in text)
    return hundredths * SIZE / 100 * (BOLD if bold else 1)


def widest(lines: list[str], *, bold: bool = False) -> float:
    """Return the width of the widest line in pixels."""
    return max((width(line, bold=bold) for line in lines), default=0)


def wrapped(text: str, most: float, *, bold: bool = False) -> list[str]:
    """Return lines of at most `most` pixels; only a single word may be wider."""
    return [line for part in text.split("\n") for line in _wrapped(part.split(), most, bold)]


def _wrapped(words: list[str], most: float, bold: bool) -> Iterator[str]:
    line = ""
    for word in words:
        longer = f"{line} {word}".strip()
        if line and width(longer, bold=bold) > most:
            yield line
            longer = word
        line = longer
    if line:
        yield line
