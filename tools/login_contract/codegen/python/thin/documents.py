"""JSON documents as both sides can hold them: read strictly, so that nothing further in trips over them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from typing import Any

MAX_NESTING = 64
_INTEGERS = range(-(2**63), 2**63)


def parse(raw: bytes, *, unique: bool = False) -> dict[str, Any]:
    """Parse a JSON object; with `unique`, none in which a name stands twice.

    Raises:
        ValueError: no UTF-8, no JSON, no object, or something that `check` refuses.
    """
    pairs = _unique if unique else None
    try:
        value = json.loads(
            raw.decode("utf-8"), parse_constant=_constant, parse_int=_integer, object_pairs_hook=pairs
        )
    except UnicodeDecodeError:
        raise ValueError("is not UTF-8") from None
    except json.JSONDecodeError as problem:
        raise ValueError(f"is not JSON: {problem.msg} at character {problem.pos}") from None
    except RecursionError:
        raise ValueError("is nested too deep") from None
    if not isinstance(value, dict):
        raise ValueError("is not a JSON object")
    check(value)
    return value


def compact(value: object) -> str:
    """Write JSON without spaces and with every character as itself.

    Raises:
        ValueError: it is not JSON, or something in it is what `check` refuses.
    """
    try:
        check(value)
        return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    except (TypeError, RecursionError) as problem:
        raise ValueError(f"is not JSON: {problem}") from None


def check(value: object, *, depth: int = MAX_NESTING) -> None:
    """Refuse what databases and other JSON readers stumble over, although a parser lets it pass.

    Raises:
        ValueError: a NUL character or a lone surrogate in a text, a number that is not finite, an
            integer beyond 64 bits, a name that is no text, or more than 64 levels.
    """
    if isinstance(value, str):
        _check_text(value)
    elif isinstance(value, int) and value not in _INTEGERS:
        raise ValueError("has an integer beyond 64 bits")
    elif isinstance(value, float) and not math.isfinite(value):
        raise ValueError("has a number that is not finite")
    elif isinstance(value, (dict, list, tuple)):
        if not depth:
            raise ValueError("is nested too deep")
        for part in _parts(value):
            check(part, depth=depth - 1)


def _parts(value: dict[Any, Any] | list[Any] | tuple[Any, ...]) -> Iterator[Any]:
    if not isinstance(value, dict):
        yield from value
        return
    for name, part in value.items():
        if not isinstance(name, str):
            raise ValueError(f"has a name that is no text: {name!r}")
        yield name
        yield part


def _check_text(text: str) -> None:
    if "\0" in text:
        raise ValueError("has a NUL character")
    if not text.isascii():
        try:
            text.encode("utf-8")
        except UnicodeEncodeError:
            raise ValueError("has half of a character") from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise ValueError("has a name twice")
    return found


def _constant(name: str) -> Any:
    raise ValueError(f"is not JSON: {name}")


def _integer(digits: str) -> int:
    # Beyond some thousand digits int() itself refuses, in words of its own.
    if len(digits) > 20:
        raise ValueError("has an integer beyond 64 bits")
    return int(digits)
