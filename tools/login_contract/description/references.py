"""JSON pointers (RFC 6901) and the references that lead along them."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

Part = str | int
Pointer = tuple[Part, ...]
_HOPS = 100

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


def escape(pointer: Pointer) -> str:
    """Writes a pointer as RFC 6901 text: `("paths", "/user")` is `/paths/~1user`."""
    return "".join("/" + str(part).replace("~", "~0").replace("/", "~1") for part in pointer)


@cache
def unescape(text: str) -> Pointer:
    """Reads RFC 6901 text; array indices stay text. `""` is the whole document."""
    return tuple(part.replace("~1", "/").replace("~0", "~") for part in text.split("/")[1:])


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
        KeyError: a reference leads nowhere, or back to itself.
    """
    for _ in range(_HOPS):
        if not (isinstance(node, dict) and "$ref" in node):
            return node
        node = at(document, unescape(str(node["$ref"]).removeprefix("#")))
    raise KeyError("a ring of references")


def inlined(document: Any, node: Any, known: dict[str, Any]) -> Any:
    """A copy of a node with what its references name in their place; `known` keeps that, by reference.

    Keywords beside a `$ref` are laid over it, as JSON Schema 2020-12 allows. Nothing may refer to itself.
    """
    if isinstance(node, list):
        return [inlined(document, item, known) for item in node]
    if not isinstance(node, dict):
        return node
    reference = node.get("$ref")
    if not isinstance(reference, str):
        return {key: inlined(document, value, known) for key, value in node.items()}
    beside = {key: inlined(document, value, known) for key, value in node.items() if key != "$ref"}
    if reference not in known:
        target = at(document, unescape(reference.removeprefix("#")))
        known[reference] = inlined(document, target, known)
    return {**known[reference], **beside} if beside else known[reference]


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
