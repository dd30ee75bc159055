"""What a schema demands, apart from its words and from the order in which it is said."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from login_contract.description.references import resolve

_SCHEMAS = frozenset(
    {
        "not",
        "if",
        "then",
        "else",
        "items",
        "contains",
        "contentSchema",
        "additionalProperties",
        "propertyNames",
        "unevaluatedItems",
        "unevaluatedProperties",
    }
)
_NAMED = frozenset({"properties", "patternProperties", "dependentSchemas"})
_UNORDERED = frozenset({"allOf", "anyOf", "oneOf"})
_SETS = frozenset({"enum", "required", "type"})
_WORDS = frozenset({"title", "description", "example", "examples", "externalDocs", "$comment", "xml"})
# Marks that say which values are taken, or how a wrong one is refused.
_DEMANDING = frozenset({"x-error-code", "x-free-json", "x-null", "x-reads-as", "x-unique-by"})


@frozen
class Meaning:
    """Writes what the schemas of a description demand as text, the same for all that means the same.

    Two texts that differ may still mean the same: an alternative that takes nothing, say. With `words` they
    tell titles, descriptions, examples and marks, too.
    """

    document: Mapping[str, Any] = field(repr=False)
    words: bool = False

    def of(self, keyword: str, value: Any) -> str:
        """Write what a keyword of a schema demands."""
        return _text(self._member(keyword, value, frozenset()))

    def _schema(self, node: Any, above: frozenset[str]) -> Any:
        if not isinstance(node, dict):
            return {} if node is True else node
        # A constant is a list of one.
        told = {("enum" if key == "const" else key): value for key, value in node.items() if key != "$ref"}
        found = {
            key: self._member(key, value, above)
            for key, value in told.items()
            if self.words or not _is_spoken(key)
        }
        reference = node.get("$ref")
        if reference is None:
            return found
        if reference in above:
            return {**found, "$ref": reference}
        target = self._schema(resolve(self.document, {"$ref": reference}), above | {reference})
        return target if not found else {"allOf": sorted([target, found], key=_text)}

    def _member(self, key: str, value: Any, above: frozenset[str]) -> Any:
        if key in _SCHEMAS:
            return self._schema(value, above)
        if key in _NAMED and isinstance(value, dict):
            return {name: self._schema(each, above) for name, each in value.items()}
        if key in _UNORDERED and isinstance(value, list):
            return sorted((self._schema(each, above) for each in value), key=_text)
        if key == "prefixItems" and isinstance(value, list):
            return [self._schema(each, above) for each in value]
        if key == "dependentRequired" and isinstance(value, dict):
            return {name: sorted(each) for name, each in value.items()}
        if key in _SETS:
            return sorted(value if isinstance(value, list) else [value], key=_text)
        if key == "discriminator" and isinstance(value, dict):
            mapped = value.get("mapping", {}).items()
            return {**value, "mapping": {name: self._target(each, above) for name, each in mapped}}
        return value

    def _target(self, target: Any, above: frozenset[str]) -> Any:
        local = isinstance(target, str) and target.startswith("#/")
        return self._schema({"$ref": target}, above) if local else target


def same(one: Any, other: Any) -> bool:
    """Say whether two values are the same as JSON: `true` is not 1, and 1.0 is."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(same(one[key], other[key]) for key in one)
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(map(same, one, other))
    return bool(one == other)


def _is_spoken(key: str) -> bool:
    return key in _WORDS or (key.startswith("x-") and key not in _DEMANDING)


def _text(value: Any) -> str:
    return json.dumps(value, sort_keys=True, ensure_ascii=False, default=str)
