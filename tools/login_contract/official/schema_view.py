"""What a schema says, whichever way it is written: in OpenAPI 3.0 or 3.1, in one piece or put together."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import unquote

from attrs import evolve, field, frozen

from login_contract.description.references import at, unescape

NULL = "null"
SCHEMAS = "#/components/schemas/"
BOUNDS = ("minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "pattern", "uniqueItems")
# So deep nothing is nested that is not endless.
DEEPEST = 40
_TELLING = {"properties": "object", "required": "object", "additionalProperties": "object", "items": "array"}

Node = Mapping[str, Any]


@frozen(eq=False)
class SchemaView:
    """The types (none where any is allowed), properties and limits of a schema."""

    types: frozenset[str] = frozenset()
    properties: Mapping[str, Any] = field(factory=dict)
    required: frozenset[str] = frozenset()
    items: Any = None
    values: frozenset[str] | None = None
    format: str | None = None
    bounds: Mapping[str, Any] = field(factory=dict)
    default: str | None = None

    @property
    def nullable(self) -> bool:
        """Whether null is allowed beside something else."""
        return NULL in self.types and len(self.types) > 1


def follow(document: Node, node: Any) -> Any:
    """What stands where a reference leads, in this document; an empty object where it leads in circles.

    Raises:
        KeyError: it leads nowhere, or out of the document.
    """
    for _ in range(DEEPEST):
        if not (isinstance(node, dict) and isinstance(node.get("$ref"), str)):
            return node
        reference = node["$ref"]
        if not reference.startswith("#"):
            raise KeyError(reference)
        try:
            node = at(document, unescape(unquote(reference[1:])))
        except KeyError:
            raise KeyError(reference) from None
    return {}


def view(document: Node, node: Any, depth: int = 0) -> SchemaView:
    """Reads a schema, following its references.

    Raises:
        KeyError: a reference leads nowhere, or out of the document.
    """
    schema = follow(document, node)
    if not isinstance(schema, dict) or depth > DEEPEST:
        return SchemaView()
    found = _own(schema)
    for part in _list(schema, "allOf"):
        found = _both(found, view(document, part, depth + 1))
    for key in ("anyOf", "oneOf"):
        choices = [view(document, each, depth + 1) for each in _list(schema, key)]
        if choices:
            found = _both(found, _either(choices))
    return found


def _own(schema: Node) -> SchemaView:
    given = schema.get("type")
    types = frozenset([given] if isinstance(given, str) else map(str, given or ()))
    types |= frozenset(kind for key, kind in _TELLING.items() if key in schema and not types)
    values = _values(schema)
    if values is not None and not types:
        types = frozenset(_kind(json.loads(each)) for each in values)
    if schema.get("nullable") is True and types:
        types |= {NULL}
    default = json.dumps(schema["default"], sort_keys=True) if "default" in schema else None
    properties, required = schema.get("properties"), schema.get("required")
    return SchemaView(
        types=types,
        properties=properties if isinstance(properties, dict) else {},
        required=frozenset(map(str, required)) if isinstance(required, list) else frozenset(),
        items=schema.get("items"),
        values=values,
        format=schema.get("format"),
        bounds={name: schema[name] for name in BOUNDS if name in schema},
        default=default,
    )


def _values(schema: Node) -> frozenset[str] | None:
    if "const" in schema:
        return frozenset([json.dumps(schema["const"], sort_keys=True)])
    given = schema.get("enum")
    if not isinstance(given, list):
        return None
    # Null is told by the types.
    return frozenset(json.dumps(each, sort_keys=True) for each in given if each is not None)


def _kind(value: Any) -> str:
    kinds = {bool: "boolean", int: "integer", float: "number", str: "string", list: "array", dict: "object"}
    return kinds.get(type(value), NULL)


def _both(one: SchemaView, other: SchemaView) -> SchemaView:
    types = one.types & other.types if one.types and other.types else one.types | other.types
    known = [each for each in (one.values, other.values) if each is not None]
    return SchemaView(
        types=types or one.types,
        properties={**other.properties, **one.properties},
        required=one.required | other.required,
        items=other.items if one.items is None else one.items,
        values=frozenset.intersection(*known) if known else None,
        format=one.format or other.format,
        bounds={**other.bounds, **one.bounds},
        default=other.default if one.default is None else one.default,
    )


def _either(choices: list[SchemaView]) -> SchemaView:
    # Null is no alternative of its own, but something that the others may be.
    telling = [each for each in choices if each.types != {NULL}] or choices
    any_type = any(not each.types for each in telling)
    closed = all(each.values is not None for each in telling)
    values = frozenset().union(*(each.values or () for each in telling))
    joined = evolve(
        telling[0],
        types=frozenset() if any_type else frozenset().union(*(each.types for each in choices)),
        properties={name: node for each in reversed(telling) for name, node in each.properties.items()},
        required=frozenset.intersection(*(each.required for each in telling)),
        items=next((each.items for each in telling if each.items is not None), None),
        values=values if closed else None,
    )
    same = all(each.format == joined.format and each.bounds == joined.bounds for each in telling)
    return joined if same else evolve(joined, format=None, bounds={})


def _list(schema: Node, key: str) -> Iterator[Any]:
    given = schema.get(key)
    yield from given if isinstance(given, list) else ()
