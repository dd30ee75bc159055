"""`answer-shapes.ts`: what the JSON of answers has to be for the types of the client to be true of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from login_contract.codegen.typescript.text import literal
from login_contract.description.message import JSON
from login_contract.description.operation import operations
from login_contract.description.references import resolve

_HEAD = """/** The shapes of answers, by the names that the API description has for them. */
import type { Shape } from "./shapes.js";

"""
_SCHEMA = "#/components/schemas/"
_UNIONS = ("oneOf", "anyOf")


def answer_shapes(document: Mapping[str, Any]) -> str:
    """Return the module with the shapes that those of the answers refer to."""
    found: dict[str, dict[str, Any]] = {}
    waiting = [
        response.content[JSON].schema
        for operation in operations(document)
        if not operation.is_webhook
        for status, response in operation.responses.items()
        if is_success(status) and JSON in response.content
    ]
    while waiting:
        for reference in _references(waiting.pop()):
            name = reference.removeprefix(_SCHEMA)
            if name not in found:
                schema = resolve(document, {"$ref": reference})
                found[name] = shape(schema)
                waiting.append(schema)
    rows = "".join(f"  {literal(name)}: {literal(found[name])},\n" for name in sorted(found))
    return f"{_HEAD}export const SHAPES: Readonly<Record<string, Shape>> = {{\n{rows}}};\n"


def is_success(status: str) -> bool:
    """Whether the body of an answer with this status is what a call resolves with."""
    return status.startswith("2") or status == "default"


def shape(schema: Any) -> dict[str, Any]:
    """Return what a schema says of kinds, names and choices: only that is in the types of the client."""
    if not isinstance(schema, Mapping):
        return {}
    if "$ref" in schema:
        return {"is": schema["$ref"].removeprefix(_SCHEMA)}
    found: dict[str, Any] = {}
    if "type" in schema:
        kinds = [schema["type"]] if isinstance(schema["type"], str) else list(schema["type"])
        found["kinds"] = [*kinds, "null"] if schema.get("nullable") else kinds
    values = [schema["const"]] if "const" in schema else schema.get("enum")
    if values is not None and not any(isinstance(each, list | dict) for each in values):
        found["values"] = [*values, None] if schema.get("nullable") else list(values)
    if schema.get("required"):
        found["required"] = list(schema["required"])
    properties = {name: kept for name, each in schema.get("properties", {}).items() if (kept := shape(each))}
    if properties:
        found["properties"] = properties
    for keyword, name in (("additionalProperties", "others"), ("items", "items")):
        if kept := shape(schema.get(keyword)):
            found[name] = kept
    choices = [[shape(each) for each in schema[keyword]] for keyword in _UNIONS if keyword in schema]
    parts = [{"either": each} for each in choices] + [shape(each) for each in schema.get("allOf", ())]
    if parts:
        found["all"] = parts
    return found


def _references(schema: Any) -> Iterator[str]:
    if not isinstance(schema, Mapping):
        return
    if "$ref" in schema:
        yield schema["$ref"]
        return
    for keyword in (*_UNIONS, "allOf"):
        for each in schema.get(keyword, ()):
            yield from _references(each)
    for each in schema.get("properties", {}).values():
        yield from _references(each)
    for keyword in ("items", "additionalProperties"):
        yield from _references(schema.get(keyword))
