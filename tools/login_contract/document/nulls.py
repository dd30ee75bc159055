"""Checks that requests may say null wherever they may say nothing."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from login_contract.description.message import JSON
from login_contract.description.operation import operations
from login_contract.description.references import Pointer, resolve, unescape
from login_contract.document.problem import Fault

PARTNER = "partner"
_ALTERNATIVES = ("oneOf", "anyOf")


def null_faults(document: dict[str, Any]) -> Iterator[Fault]:
    """Optional properties that refuse null in JSON requests to the API; every reference has to resolve."""
    for operation in operations(document):
        if operation.is_webhook or operation.own_server or operation.audiences == {PARTNER}:
            continue
        pointer: Pointer = (*operation.pointer, "requestBody")
        body = resolve(document, operation.definition.get("requestBody", {}))
        for name, media in body.get("content", {}).items():
            if name == JSON:
                yield from _faults(document, (*pointer, "content", name, "schema"), media.get("schema"), ())


def _faults(
    document: dict[str, Any], pointer: Pointer, schema: Any, above: tuple[Any, ...]
) -> Iterator[Fault]:
    if isinstance(schema, dict) and "$ref" in schema:
        pointer = unescape(schema["$ref"].removeprefix("#"))
        schema = resolve(document, schema)
    if not isinstance(schema, dict) or any(schema is each for each in above):
        return
    above = (*above, schema)
    for name, child in schema.get("properties", {}).items():
        place = (*pointer, "properties", name)
        if name not in schema.get("required", ()) and not takes_null(document, child):
            yield place, "is optional in a request, so that null must be allowed too"
        yield from _faults(document, place, child, above)
    for key in ("items", "additionalProperties"):
        yield from _faults(document, (*pointer, key), schema.get(key), above)
    for key in _ALTERNATIVES:
        for index, child in enumerate(schema.get(key, ())):
            yield from _faults(document, (*pointer, key, index), child, above)


def takes_null(document: dict[str, Any], schema: Any) -> bool:
    """Whether a schema allows null."""
    schema = resolve(document, schema)
    if not isinstance(schema, dict):
        return schema is True
    kinds = schema.get("type")
    if kinds is not None:
        return "null" in ([kinds] if isinstance(kinds, str) else kinds)
    alternatives = [child for key in _ALTERNATIVES for child in schema.get(key, ())]
    if alternatives:
        return any(takes_null(document, child) for child in alternatives)
    allowed = schema.get("enum", [schema["const"]] if "const" in schema else [None])
    return None in allowed
