"""TypeScript types of schemas: plain ones spelled out, others by their place in the generated types."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from login_contract.codegen.sdk_calls import EACH, Place
from login_contract.codegen.typescript.text import literal
from login_contract.description.operation import Operation

_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


def plain_type(schema: Mapping[str, Any]) -> str | None:
    """The type of a schema of texts, numbers and truths; None for any other."""
    if "const" in schema:
        return literal(schema["const"])
    if "enum" in schema:
        return " | ".join(literal(each) for each in schema["enum"])
    named = schema.get("type")
    kinds: Sequence[str] = [named] if isinstance(named, str) else named or ()
    if not kinds or any(each not in _PLAIN for each in kinds):
        return None
    return " | ".join(dict.fromkeys(_PLAIN[each] for each in kinds))


def place_type(schema: Mapping[str, Any], operation: Operation, place: Place) -> str:
    """The type of what stands at a place of a request."""
    plain = plain_type(schema)
    if plain is not None:
        return plain
    if place.location != "body":
        return f"Query<{literal(operation.operation_id)}>[{literal(place.name)}]"
    within = f"Body<{literal(operation.operation_id)}>"
    for part in place.pointer:
        within = f"NonNullable<{within}>[{'string' if part == EACH else literal(part)}]"
    return within
