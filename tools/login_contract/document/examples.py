"""Checks that everything has an example, and that every example is what its schema says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

import jsonschema_rs

from login_contract.description.references import Pointer, escape, resolve
from login_contract.description.schemas import carriers, schemas
from login_contract.document.problem import Fault

_HERE = "urn:description"


def example_faults(document: dict[str, Any]) -> Iterator[Fault]:
    """What is missing or wrong among the examples of a bundle whose references all resolve.

    A parameter, header, media type, named schema or property has an example when one stands on it, on
    the schema it refers to, or on the items of an array.
    """
    registry = jsonschema_rs.Registry([(_HERE, document)])
    for pointer, carrier in carriers(document):
        if not _has_example(document, carrier):
            yield pointer, "has no example"
        for place, example in _examples(document, pointer, carrier):
            yield from _breaches(registry, (*pointer, "schema"), place, example)
    for pointer, schema in schemas(document):
        if _is_named(pointer) and not _has_example(document, schema):
            yield pointer, "has no example"
        for index, example in enumerate(schema.get("examples", ())):
            yield from _breaches(registry, pointer, (*pointer, "examples", index), example)


def _breaches(
    registry: jsonschema_rs.Registry, schema: Pointer, place: Pointer, example: Any
) -> Iterator[Fault]:
    reference = {"$ref": f"{_HERE}#{quote(escape(schema))}"}
    try:
        validator = jsonschema_rs.Draft202012Validator(reference, registry=registry, validate_formats=True)
    except jsonschema_rs.ValidationError as error:
        yield schema, f"is no JSON Schema: {error.message}"
        return
    for breach in validator.iter_errors(example):
        yield (*place, *breach.instance_path), f"this example breaks its schema: {breach.message}"


def _is_named(pointer: Pointer) -> bool:
    return pointer[:-1] == ("components", "schemas") or pointer[-2:-1] == ("properties",)


def _has_example(document: dict[str, Any], node: Any) -> bool:
    node = resolve(document, node)
    if not isinstance(node, dict):
        return False
    if "example" in node or node.get("examples"):
        return True
    content = node["content"].values() if "content" in node else ()
    inner = [node[key] for key in ("schema", "items") if key in node]
    return any(_has_example(document, one) for one in (*inner, *content))


def _examples(
    document: dict[str, Any], pointer: Pointer, carrier: dict[str, Any]
) -> Iterator[tuple[Pointer, Any]]:
    """The examples that stand on a parameter, header or media type itself."""
    if "example" in carrier:
        yield (*pointer, "example"), carrier["example"]
    for name, example in carrier.get("examples", {}).items():
        yield (*pointer, "examples", name, "value"), resolve(document, example).get("value")
