"""Regular expressions of project settings, read as JavaScript reads those of a form."""

from __future__ import annotations

from functools import lru_cache

import jsonschema_rs


def matches(expression: str, text: str) -> bool:
    """Say whether a regular expression matches somewhere in a text; one that tries for too long does not.

    Raises:
        ValueError: it is no regular expression.
    """
    return _compiled(expression).is_valid(text)


@lru_cache(maxsize=256)
def _compiled(expression: str) -> jsonschema_rs.Draft202012Validator:
    # JSON Schema has this dialect, and its library gives up where Python's re would go on for days.
    try:
        return jsonschema_rs.Draft202012Validator({"pattern": expression})
    except jsonschema_rs.ValidationError:
        raise ValueError(f"{expression!r} is no regular expression") from None
