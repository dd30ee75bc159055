"""What a plain YAML scalar means: the rules of the YAML 1.2 core schema.

PyYAML's own rules are those of 1.1, which turn `no` into a boolean and `2026-01-31` into a date. The
reader uses these rules instead; the writer uses them as well, so that it quotes what either version
would take for something else than text.
"""

from __future__ import annotations

import math
import re

TAG = "tag:yaml.org,2002:"
_DIGITS = "0123456789"
_PATTERNS = {
    "bool": (r"true|True|TRUE|false|False|FALSE", "tTfF"),
    "null": (r"null|Null|NULL|~|", ("n", "N", "~", "")),
    "int": (r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+", f"-+{_DIGITS}"),
    "float": (
        r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)",
        f"-+.{_DIGITS}",
    ),
}
_COMPILED = {kind: re.compile(rf"(?:{pattern})\Z") for kind, (pattern, _) in _PATTERNS.items()}
# For each kind: its tag, the pattern, and the characters such a scalar starts with.
RULES = [(f"{TAG}{kind}", _COMPILED[kind], list(first)) for kind, (_, first) in _PATTERNS.items()]


def boolean(text: str) -> bool:
    """Reads `true` or `false`.

    Raises:
        ValueError: it is neither, like the `yes` of YAML 1.1.
    """
    _must_be("bool", text)
    return text.lower() == "true"


def nothing(text: str) -> None:
    """Reads null, which may be written as nothing at all.

    Raises:
        ValueError: it is something.
    """
    _must_be("null", text)


def integer(text: str) -> int:
    """Reads a decimal, `0o` octal or `0x` hexadecimal number.

    Raises:
        ValueError: it is none, is too long to write down again, or would be octal in YAML 1.1.
    """
    _must_be("int", text)
    if re.match(r"[-+]?0[0-9]", text):
        raise ValueError(f"{text} is a number to one reader and octal to another (quote it)")
    try:
        number = int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
        str(number)
    except ValueError:
        raise ValueError(f"a number of {len(text)} digits is too long") from None
    return number


def real(text: str) -> float:
    """Reads a number that JSON can hold.

    Raises:
        ValueError: it is no number, NaN, infinite or too large.
    """
    _must_be("float", text)
    number = float(text.lower().replace(".inf", "inf").replace(".nan", "nan"))
    if not math.isfinite(number):
        raise ValueError(f"{text} is no JSON number")
    return number


def _must_be(kind: str, text: str) -> None:
    if not _COMPILED[kind].match(text):
        raise ValueError(f"{text} is no {kind} in YAML 1.2")
