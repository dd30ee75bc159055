"""A JSON body as its sender means it, by the description."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

MEANING_OF_NULL = "x-null"
READS_AS = "x-reads-as"
MOST_WHOLE = 2.0**53
_SPELLED = re.compile(r"[Tt]rue|[Ff]alse|[0-9]{1,18}")


def as_meant(schema: Any, value: Any) -> Any:
    """Return a value with everything in it read as its schema says.

    Null for an optional property is the same as leaving it out, unless the property says in ``x-null`` what
    null means there. A whole number is an integer, however it is written (``2.0``). Where ``x-reads-as`` is
    ``boolean``, numbers and texts become booleans. Whatever fits nowhere stays as it is, for the validator to
    refuse. References must have been resolved.
    """
    if not isinstance(schema, Mapping):
        return value
    for alternative in schema.get("oneOf", ()):
        value = as_meant(alternative, value)
    if schema.get(READS_AS) == "boolean":
        return _boolean(value)
    kinds = schema.get("type", ())
    if isinstance(value, dict) and "object" in kinds:
        return _object(schema, value)
    if isinstance(value, float) and "integer" in kinds:
        return whole(value)
    if isinstance(value, list) and "array" in kinds:
        return [as_meant(schema.get("items"), item) for item in value]
    return value


def whole(value: float) -> float | int:
    """Return a whole number as an integer, up to where floats tell all of them apart."""
    return int(value) if value.is_integer() and abs(value) <= MOST_WHOLE else value


def _object(schema: Mapping[str, Any], value: Mapping[str, Any]) -> dict[str, Any]:
    properties, required = schema.get("properties", {}), schema.get("required", ())
    found: dict[str, Any] = {}
    for name, item in value.items():
        described = properties.get(name, schema.get("additionalProperties"))
        says_something = name in required or (isinstance(described, Mapping) and MEANING_OF_NULL in described)
        if item is not None or says_something:
            found[name] = as_meant(described, item)
    return found


def _boolean(value: Any) -> Any:
    if isinstance(value, str) and _SPELLED.fullmatch(value):
        spelled = value.lower()
        return spelled == "true" or (spelled != "false" and int(spelled) != 0)
    if isinstance(value, (int, float)) and value >= 0 and value == int(value):
        return bool(value)
    return value
