"""Goes through a bundled description: its references, its operations, its schemas."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import attrs

from login_contract.document.problem import Pointer, unescape

SECTIONS = (
    "schemas",
    "parameters",
    "headers",
    "requestBodies",
    "responses",
    "examples",
    "links",
    "callbacks",
    "securitySchemes",
)
METHODS = ("get", "put", "post", "delete", "options", "head", "patch", "trace")
# Objects whose keys are names that somebody chose, so that a property called `value` is no keyword.
_NAMED_CHILDREN = frozenset(
    {
        *SECTIONS,
        "$defs",
        "content",
        "dependentSchemas",
        "encoding",
        "patternProperties",
        "paths",
        "properties",
        "variables",
        "webhooks",
    }
)
_LITERALS = frozenset({"const", "default", "enum", "example", "value"})
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


@attrs.frozen
class Operation:
    """One operation: where it stands, its method, its path item and itself.

    `own_server` tells that its path names servers of its own: it belongs to the mock, not to the API.
    """

    pointer: Pointer
    method: str
    item: dict[str, Any]
    node: dict[str, Any]

    @property
    def id(self) -> str:
        """The operationId, or an empty text."""
        return str(self.node.get("operationId", ""))

    @property
    def is_webhook(self) -> bool:
        """Whether the Login server makes this call, rather than answers it."""
        return self.pointer[0] == "webhooks"

    @property
    def own_server(self) -> bool:
        """Whether its path names servers of its own."""
        return "servers" in self.item

    @property
    def parameters(self) -> list[tuple[Pointer, dict[str, Any]]]:
        """Parameters of the path item and of the operation, each with its pointer, unresolved."""
        return [
            ((*pointer, "parameters", index), parameter)
            for pointer, node in ((self.pointer[:-1], self.item), (self.pointer, self.node))
            for index, parameter in enumerate(node.get("parameters", ()))
        ]


def operations(document: dict[str, Any]) -> Iterator[Operation]:
    """All operations under `paths` and `webhooks`, in document order."""
    for kind in ("paths", "webhooks"):
        for name, item in document.get(kind, {}).items():
            for method in METHODS:
                if method in item:
                    yield Operation((kind, name, method), method, item, item[method])


def carriers(document: dict[str, Any]) -> Iterator[tuple[Pointer, dict[str, Any]]]:
    """Every parameter, header and media type that is written out rather than referred to."""
    components = document.get("components", {})
    roots: list[tuple[Pointer, Any]] = [
        (("components", section, name), node)
        for section in ("parameters", "headers", "requestBodies", "responses")
        for name, node in components.get(section, {}).items()
    ]
    for operation in operations(document):
        roots += operation.parameters
        roots.append(((*operation.pointer, "requestBody"), operation.node.get("requestBody", {})))
        for status, response in operation.node.get("responses", {}).items():
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


def replace_references(
    node: Any, replace: Callable[[Any, Pointer], Any], pointer: Pointer = (), *, named: bool = False
) -> Any:
    """Copies a node; each `$ref` becomes what `replace(reference, its pointer)` answers.

    Examples and other literal values stay as they are, whatever they contain. `named` tells that the
    keys of this node are names.
    """
    if isinstance(node, list):
        return [replace_references(one, replace, (*pointer, index)) for index, one in enumerate(node)]
    if not isinstance(node, dict):
        return node
    copy = {}
    for key, value in node.items():
        here = (*pointer, key)
        if not named and key == "$ref":
            copy[key] = replace(value, here)
        elif not named and (key in _LITERALS or (key == "examples" and isinstance(value, list))):
            copy[key] = value
        else:
            copy[key] = replace_references(value, replace, here, named=not named and key in _NAMED_CHILDREN)
    return copy


def at(document: Any, pointer: Pointer) -> Any:
    """The node at a pointer.

    Raises:
        KeyError: nothing stands there.
    """
    for part in pointer:
        try:
            document = document[int(part) if isinstance(document, list) else part]
        except (IndexError, TypeError, ValueError):
            raise KeyError(part) from None
    return document


def resolve(document: Any, node: Any) -> Any:
    """Follows `#/…` references until something else stands there.

    Raises:
        KeyError: a reference leads nowhere.
    """
    while isinstance(node, dict) and "$ref" in node:
        node = at(document, unescape(str(node["$ref"]).removeprefix("#")))
    return node
