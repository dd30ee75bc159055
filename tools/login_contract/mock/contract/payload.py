"""Read text, JSON, forms and query strings strictly, so that nothing further in trips over them."""

from __future__ import annotations

import json
import re
from typing import Any
from urllib.parse import unquote_to_bytes

MAX_BODY_BYTES = 64 * 1024
MAX_NESTING = 64
MAX_INTEGER = 2**63 - 1
_ESCAPED_TROUBLE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")


class Malformed(ValueError):
    """The bytes are not what their media type promises; the message says why, for the client to read."""


def _integer(digits: str) -> int:
    # int() itself is quadratic in the number of digits.
    if len(digits) > 20 or not -MAX_INTEGER - 1 <= int(digits) <= MAX_INTEGER:
        raise Malformed("An integer does not fit into 64 bits.")
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if value in (float("inf"), float("-inf")):
        raise Malformed("A number is too large.")
    return value


def _constant(name: str) -> Any:
    raise Malformed(f"{name} is not a JSON value.")


_decoder = json.JSONDecoder(parse_int=_integer, parse_float=_float, parse_constant=_constant)


def text(raw: bytes) -> str:
    """Decode UTF-8 text without NUL.

    Raises:
        Malformed: the bytes are no such text.
    """
    try:
        decoded = raw.decode()
    except UnicodeDecodeError:
        raise Malformed("The text is not valid UTF-8.") from None
    if "\0" in decoded:
        raise Malformed("The text contains a NUL character.")
    return decoded


def from_json(raw: bytes) -> Any:
    """Parse a JSON document (RFC 8259) that every part of the server can hold.

    Raises:
        Malformed: no JSON, NaN or Infinity, an integer beyond 64 bits, a lone surrogate, a NUL
            character, or more than 64 levels of nesting.
    """
    document = text(raw)
    if _deepest(document) > MAX_NESTING:
        raise Malformed(f"The JSON document is nested more than {MAX_NESTING} levels deep.")
    try:
        value = _decoder.decode(document)
    except json.JSONDecodeError as problem:
        raise Malformed(f"The body is not valid JSON: {problem.msg} at character {problem.pos}.") from None
    if _ESCAPED_TROUBLE.search(document):
        _refuse_unstorable(value)
    return value


def _deepest(document: str) -> int:
    """Return an upper bound of the nesting: brackets inside strings count only when there are many."""
    if document.count("[") + document.count("{") <= MAX_NESTING:
        return 0
    deepest = depth = 0
    # The closing quote may be missing: a search that starts anew at every quote takes quadratic time.
    for character in re.sub(r'"(?:[^"\\]|\\.)*"?', "", document, flags=re.DOTALL):
        if character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


def _refuse_unstorable(value: Any) -> None:
    if isinstance(value, str):
        if "\0" in value:
            raise Malformed("A string contains a NUL character.")
        try:
            value.encode()
        except UnicodeEncodeError:
            raise Malformed("A string contains a lone surrogate.") from None
    elif isinstance(value, list):
        for item in value:
            _refuse_unstorable(item)
    elif isinstance(value, dict):
        for name, item in value.items():
            _refuse_unstorable(name)
            _refuse_unstorable(item)


def pairs(encoded: bytes) -> dict[str, list[str]]:
    """Decode ``application/x-www-form-urlencoded`` bytes: a query string or a form body.

    Raises:
        Malformed: a name or value is not UTF-8 or contains NUL.
    """
    found: dict[str, list[str]] = {}
    for pair in encoded.split(b"&"):
        if pair:
            name, _, value = pair.replace(b"+", b" ").partition(b"=")
            found.setdefault(_unquoted(name), []).append(_unquoted(value))
    return found


def _unquoted(raw: bytes) -> str:
    return text(unquote_to_bytes(raw) if b"%" in raw else raw)
