"""The words that people read in the description."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from login_contract.description.references import Pointer

READ = ("title", "summary", "description")
MEANINGS = "x-error-codes"
# What an example says is data, unless it is the name of a property or of an answer.
DATA = {"example", "examples", "value", "default", "const"}
NAMED = {("properties",), ("responses",)}
_CODE = re.compile(r"`[^`]*`|https?://\S+|\S+@\S+|\w+_\w+")
_WORD = re.compile(r"(?<!\w)[A-Za-z][A-Za-z'’]*[A-Za-z](?!\w)")


def words(document: Any) -> dict[str, Pointer]:
    """Each word of the description's prose, and where it stands first.

    Code, addresses, and names with an underscore or a digit are left out.
    """
    found: dict[str, Pointer] = {}
    for pointer, text in _texts(document, ()):
        for word in spoken(_CODE.sub(" ", text)):
            found.setdefault(word, pointer)
    return found


def spoken(text: str) -> list[str]:
    """The words of a text without code, in their first case; names with an underscore or a digit are none."""
    return [word.replace("’", "'").removesuffix("'s") for word in _WORD.findall(text)]


def _texts(part: Any, pointer: Pointer) -> Iterator[tuple[Pointer, str]]:
    if isinstance(part, list):
        for index, each in enumerate(part):
            yield from _texts(each, (*pointer, str(index)))
    if not isinstance(part, dict):
        return
    for name, each in part.items():
        place = (*pointer, name)
        if isinstance(each, str):
            if name in READ or pointer[-1:] == (MEANINGS,):
                yield place, each
        elif name not in DATA or pointer[-1:] in NAMED:
            yield from _texts(each, place)
