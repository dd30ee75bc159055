"""Escapes what no reader can see, or no writer can write, where text leaves for a report or a terminal."""

from __future__ import annotations

KEPT = "\n\t"
_UNDECODED = range(0xDC80, 0xDD00)


def legible(text: str) -> str:
    r"""Return ``text`` with every character that does not show as ``\x1b``, ``\u202e`` or ``\U000e0001``.

    Such are control characters, lone surrogates, and those that are invisible or turn the writing around;
    line ends and tabs stay. A byte that was no UTF-8, kept as a surrogate by decoding, is written as a byte.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(
        character if character.isprintable() or character in KEPT else _escaped(character)
        for character in text
    )


def printable(text: str) -> str:
    """Return a text in one line: as ``legible`` does, with line ends and tabs escaped as well."""
    return legible(text).replace("\n", r"\n").replace("\t", r"\t")


def without_credentials(address: str) -> str:
    """Return what was given for an address without what may be a user name, a password or a key in it."""
    _, at, rest = address.rpartition("@")
    before, mark, _ = rest.partition("?")
    return f"{'…@' if at else ''}{before}{'?…' if mark else ''}"


def _escaped(character: str) -> str:
    number = ord(character)
    if number in _UNDECODED:
        return f"\\x{number - 0xDC00:02x}"
    if character == "\r":
        return "\\r"
    width, letter = (2, "x") if number < 0x100 else (4, "u") if number < 0x10000 else (8, "U")
    return f"\\{letter}{number:0{width}x}"
