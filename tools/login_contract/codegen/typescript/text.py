"""Pieces of TypeScript."""

from __future__ import annotations

import json
import re
from typing import Any

_WIDTH = 110


def comment(*paragraphs: str, indent: str = "") -> str:
    """A documentation comment: paragraphs with an empty line between, and no comment of nothing."""
    given = [text.replace("*/", "*\\/").strip("\n").rstrip() for text in paragraphs]
    lines = "\n\n".join(text for text in given if text).splitlines()
    if not lines:
        return ""
    if len(lines) == 1 and len(indent) + len(lines[0]) + 7 <= _WIDTH:
        return f"{indent}/** {lines[0]} */\n"
    body = "".join(f"{indent} * {line}".rstrip() + "\n" for line in lines)
    return f"{indent}/**\n{body}{indent} */\n"


def literal(value: Any) -> str:
    """A value as an expression."""
    return json.dumps(value, ensure_ascii=False)


def camel(name: str) -> str:
    """A published id like `get-users-me` as the name of a function: `getUsersMe`."""
    first, *others = re.split(r"[^0-9A-Za-z]+", name)
    return first[:1].lower() + first[1:] + "".join(each[:1].upper() + each[1:] for each in others)
