"""The schemas of a description, and what carries them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from login_contract.description.operation import operations
from login_contract.description.references import Pointer

_SCHEMA = frozenset(
    {
        "additionalProperties",
        "contains",
        "contentSchema",
        "else",
        "if",
        "items",
        "not",
        "propertyNames",
        "then",
        "unevaluatedItems",
        "unevaluatedProperties",
    }
)
_SCHEMA_LIST = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_SCHEMA_MAP = frozenset({"$defs", "dependentSchemas", "patternProperties", "properties"})


def carriers(document: dict[str, Any]) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """Every parameter, header and media type that is written out rather than referred to."""
    components = document.get("components", {})
    roots: list[tuple[Pointer, Any]] = [
        (("components", section, name), node)
        for section in ("parameters", "headers", "requestBodies", "responses")
        for name, node in components.get(section, {}).items()
    ]
    for operation in operations(document):
        roots += operation.parameter_nodes
        roots.append(((*operation.pointer, "requestBody"), operation.definition.get("requestBody", {})))
        for status, response in operation.definition.get("responses", {}).items():
            roots.append(((*operation.pointer, "responses", status), response))
    for pointer, node in roots:
        yield from _carriers(pointer, node)


def _carriers(pointer: Pointer, node: dict[str, Any]) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    if "$ref" in node:
        return
    if "schema" in node or ("content" in node and "name" in node):
        yield pointer, node
    for key in ("headers", "content"):
        for name, child in node.get(key, {}).items():
            yield from _carriers((*pointer, key, name), child)


def schemas(document: dict[str, Any]) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """Every schema of a document and every schema within it, references included."""
    for name, schema in document.get("components", {}).get("schemas", {}).items():
        yield from _schemas(("components", "schemas", name), schema)
    for pointer, node in carriers(document):
        yield from _schemas((*pointer, "schema"), node.get("schema"))


def _schemas(pointer: Pointer, schema: Any) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    if not isinstance(schema, dict):
        return
    yield pointer, schema
    for key, value in schema.items():
        if key in _SCHEMA:
            yield from _schemas((*pointer, key), value)
        elif key in _SCHEMA_LIST and isinstance(value, list):
            for index, child in enumerate(value):
                yield from _schemas((*pointer, key, index), child)
        elif key in _SCHEMA_MAP and isinstance(value, dict):
            for name, child in value.items():
                yield from _schemas((*pointer, key, name), child)
