"""What the bodies of webhooks are: as types, and as what a receiver holds a body to when it comes.

Types are gone once the compiler has run, so what arrives is compared with shapes, which say the same.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

from login_contract.description.references import resolve
from login_contract.description.storage_webhooks import PREFIX

EVENT = "login-event"
_HEAD = """\
/** What the bodies of webhooks are, rendered from the API description. */

import type { components } from "../schema.js";

type Schemas = components["schemas"];
type More = { readonly [name: string]: unknown };

/** What is looked at in a body: its properties, which of them it needs, and of which at least one. */
export interface Shape {
  readonly required: readonly string[];
  readonly either: readonly string[];
  readonly properties: { readonly [name: string]: Property };
}

/** What a property may be: its types as `typeof` names them, its only values, the shape of an object. */
export interface Property {
  readonly types: readonly string[];
  readonly values?: readonly string[];
  readonly shape?: Shape;
}

/** What a partner may store of a user. */
export type PartnerAttribute = Schemas["PartnerAttribute"];
"""
_LIST_OF_TEXTS = re.compile(r"\[\s+([^][{}]*?)\s+\]")
_TYPES = {"integer": "number"}


def describes_webhooks(document: Mapping[str, Any]) -> bool:
    """Says whether a description has webhooks of custom storage."""
    return any(name.startswith(PREFIX) for name in document.get("webhooks", {}))


def deliveries(document: Mapping[str, Any]) -> str:
    """Returns the TypeScript module with type and shape of each webhook's body, by the webhook's name."""
    bodies = dict(_bodies(document))
    stored = {name.removeprefix(PREFIX): body for name, body in bodies.items() if name.startswith(PREFIX)}
    shapes = {name: _shape(document, body) for name, body in stored.items()}
    event = bodies.get(EVENT, {})
    return "\n".join(
        [
            _HEAD,
            "/** The body of each webhook of custom storage, by the name of the webhook. */",
            "export interface Deliveries {",
            *(f"  readonly {json.dumps(name)}: {_type(document, body)};" for name, body in stored.items()),
            "}",
            "",
            "/** The body of a login event. */",
            f"export type EventDelivery = {_type(document, event)};",
            "",
            f"export const SHAPES: {{ readonly [Name in keyof Deliveries]: Shape }} = {_written(shapes)};",
            "",
            f"export const EVENT: Shape = {_written(_shape(document, event))};",
            "",
        ]
    )


def _bodies(document: Mapping[str, Any]) -> Iterator[tuple[str, Mapping[str, Any]]]:
    for name, item in document.get("webhooks", {}).items():
        yield name, item["post"]["requestBody"]["content"]["application/json"]["schema"]


def _type(document: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    name = schema.get("$ref", "").rpartition("/")[2]
    # An object without properties has none at all for the generator of types.
    return f"Schemas[{json.dumps(name)}] & More" if resolve(document, schema).get("properties") else "More"


def _shape(document: Mapping[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    body = resolve(document, schema)
    choices = [choice["required"][0] for part in body.get("allOf", ()) for choice in part["anyOf"]]
    return {
        "required": body.get("required", []),
        "either": choices,
        "properties": {
            name: _property(document, resolve(document, each))
            for name, each in body.get("properties", {}).items()
        },
    }


def _property(document: Mapping[str, Any], schema: Mapping[str, Any]) -> dict[str, Any]:
    kinds = schema["type"] if isinstance(schema["type"], list) else [schema["type"]]
    found: dict[str, Any] = {"types": [_TYPES.get(kind, kind) for kind in kinds]}
    if "enum" in schema:
        found["values"] = schema["enum"]
    if "properties" in schema:
        found["shape"] = _shape(document, schema)
    return found


def _written(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2)
    return _LIST_OF_TEXTS.sub(lambda found: f"[{' '.join(found[1].split())}]", text)
