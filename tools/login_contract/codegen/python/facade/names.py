"""How Python spells what the SDK calls otherwise, and the types of the SDK's arguments."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from login_contract.description.references import resolve

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")
_KINDS = {"string": "str", "boolean": "bool", "integer": "int", "number": "float"}


def snake_case(name: str) -> str:
    """`userAuthSSOWithRedirect` is `user_auth_sso_with_redirect`."""
    return _HUMP.sub("_", name).lower()


def annotation(document: Mapping[str, Any], schema: Mapping[str, Any]) -> str:
    """Return the type of what a schema describes, as code; null is told by `takes_null`."""
    return " | ".join(dict.fromkeys(each for each in _kinds(document, schema) if each != "None")) or "object"


def takes_null(document: Mapping[str, Any], schema: Mapping[str, Any]) -> bool:
    """Whether null is among what a schema describes."""
    return "None" in _kinds(document, schema)


def _kinds(document: Mapping[str, Any], node: Any) -> list[str]:
    schema = resolve(document, node)
    if "oneOf" in schema:
        return [kind for each in schema["oneOf"] for kind in _kinds(document, each)]
    values = schema.get("enum")
    if values and all(isinstance(each, str) for each in values):
        return [f"Literal[{', '.join(map(repr, values))}]"]
    if "const" in schema:
        return [f"Literal[{schema['const']!r}]"]
    given = schema.get("type", "object")
    return [_kind(document, schema, each) for each in ([given] if isinstance(given, str) else given)]


def _kind(document: Mapping[str, Any], schema: Mapping[str, Any], kind: str) -> str:
    if kind == "null":
        return "None"
    if kind == "string" and schema.get("format") == "uuid":
        return "UUID | str"
    if kind == "array":
        return f"Sequence[{annotation(document, schema.get('items', {}))}]"
    if kind == "object":
        return "Mapping[str, object]"
    return _KINDS[kind]


__all__ = ["annotation", "snake_case", "takes_null"]
