"""Texts of the description as docstrings have them: paragraphs that fill their lines."""

from __future__ import annotations

import re
import textwrap

_ITEM = re.compile(r"[-*|]|\d+\.|\s")


def filled(text: str, width: int) -> str:
    """Return a text whose paragraphs fill lines of so many characters; lists and tables stay as they are."""
    return "\n\n".join(_filled(each, width) for each in re.split(r"\n{2,}", text.strip()))


def _filled(paragraph: str, width: int) -> str:
    if any(map(_ITEM.match, paragraph.splitlines())):
        return paragraph
    return textwrap.fill(paragraph, width, break_long_words=False, break_on_hyphens=False)


__all__ = ["filled"]
