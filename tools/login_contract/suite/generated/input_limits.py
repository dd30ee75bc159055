"""What a server may refuse before it looks at a schema: text and numbers that break programs further in."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from login_contract.description.message import FORM, MULTIPART
from login_contract.description.model import described
from login_contract.suite.actors import form_parts

GREATEST_INTEGER = 2**63 - 1
DEEPEST_NESTING = 64
LARGEST_BODY = 64 * 1024


def is_readable(case: Any) -> bool:
    """Say whether the values of a generated request stay within what a schema cannot express.

    Outside are: NUL characters and lone surrogates, and in a JSON body integers beyond 64 bits, more than 64
    levels of nesting, and more than 64 KiB. A server reads no part of a form that is not described.
    """
    texts = [*_sent(case.query or {}), *_sent(case.path_parameters or {})]
    if case.media_type == FORM and isinstance(case.body, dict):
        return _readable([*texts, *_sent(case.body)], 0) and _small(case.body)
    if case.media_type == MULTIPART and isinstance(case.body, dict):
        parts = form_parts.described_of(described().by_label[case.operation.label], case.body)
        return _readable([*texts, *case.body], 0) and _readable(parts, 0) and _small(parts)
    return _readable(texts, 0) and _readable(case.body, 0) and _small(case.body)


def _sent(parameters: dict[str, Any]) -> Iterator[str]:
    """Yield the texts of parameters that reach the server: of an object, that is the names alone.

    An empty list or object is not sent at all.
    """
    for name, value in parameters.items():
        if value in ([], {}):
            continue
        yield name
        yield from [value] if isinstance(value, str) else ()
        yield from (
            [item for item in value if isinstance(item, str)] if isinstance(value, (list, dict)) else ()
        )


def _readable(value: Any, depth: int) -> bool:
    if depth > DEEPEST_NESTING:
        return False
    if isinstance(value, str):
        return "\0" not in value and not any("\ud800" <= character <= "\udfff" for character in value)
    if isinstance(value, int):
        return -GREATEST_INTEGER - 1 <= value <= GREATEST_INTEGER
    if isinstance(value, dict):
        return all(_readable(name, depth) and _readable(item, depth + 1) for name, item in value.items())
    if isinstance(value, list):
        return all(_readable(item, depth + 1) for item in value)
    return True


def _small(body: Any) -> bool:
    if not isinstance(body, (dict, list)):
        return True
    return len(json.dumps(body, default=repr)) <= LARGEST_BODY
