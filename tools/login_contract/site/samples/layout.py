"""JSON values as programs show them: on one line where there is room, else a line for each part."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from attrs import frozen

Key = Callable[[str], str]
#: The column of the reference that shows programs has room for so many characters.
WIDTH = 64


@frozen
class Code:
    """What stands in the place of a value, as it is."""

    text: str


def property_name(name: str) -> str:
    """Return the name of a property as JavaScript has it, in quotes only where it has to be."""
    return name if re.fullmatch(r"[A-Za-z_$][\w$]*", name) else json.dumps(name)


def laid_out(value: Any, *, key: Key = json.dumps, column: int = 0, indent: int = 0) -> str:
    """Return a value as text.

    Args:
        value: of JSON.
        key: writes the name of a property.
        column: the characters that stand on the first line already.
        indent: the spaces that stand before the last line.
    """
    line = _on_one_line(value, key)
    if column + len(line) <= WIDTH or not (isinstance(value, (dict, list)) and value):
        return line
    inner = " " * (indent + 2)
    ends = "{}" if isinstance(value, dict) else "[]"
    named = value.items() if isinstance(value, dict) else [(None, each) for each in value]
    parts = []
    for name, each in named:
        head = inner if name is None else f"{inner}{key(name)}: "
        parts.append(head + laid_out(each, key=key, column=len(head) + 1, indent=indent + 2))
    end = "," if key is not json.dumps else ""
    return "\n".join([ends[0], ",\n".join(parts) + end, f"{' ' * indent}{ends[1]}"])


def _on_one_line(value: Any, key: Key) -> str:
    if isinstance(value, Code):
        return value.text
    if isinstance(value, dict) and value:
        parts = [f"{key(name)}: {_on_one_line(each, key)}" for name, each in value.items()]
        room = "" if key is json.dumps else " "
        return f"{{{room}{', '.join(parts)}{room}}}"
    if isinstance(value, list):
        return f"[{', '.join(_on_one_line(each, key) for each in value)}]"
    return json.dumps(value, ensure_ascii=False)
