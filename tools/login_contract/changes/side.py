"""One of the two descriptions that are compared, its schemas as one object each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from login_contract.changes.change import shown
from login_contract.changes.meaning import Meaning
from login_contract.description.references import at, resolve, unescape

Schema = dict[str, Any]
# How two demands of an `allOf` on the same value become one.
_STRICTER = {
    **dict.fromkeys(("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties"), max),
    **dict.fromkeys(("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties"), min),
}
# What may stand in several parts of an `allOf`; the first one is told.
_SPOKEN = frozenset({"title", "description", "examples", "example", "default", "deprecated", "format"})
# What refuses null though the type allows it.
_BEYOND_A_TYPE = frozenset({"oneOf", "anyOf", "allOf", "not"})
#: Members of a flattened schema that hold what cannot be joined.
REST = "allOf"


class Side:
    """A bundled description whose schemas can be read in one piece."""

    def __init__(self, document: Mapping[str, Any]) -> None:
        self.document = document
        self._flat: dict[tuple[int, ...], tuple[Any, Schema]] = {}

    def resolve(self, node: Any) -> Any:
        """Follow local references until something else is reached."""
        return resolve(self.document, node)

    def flat(self, node: Any) -> Schema:
        """Return a schema, its reference followed and its `allOf` joined; its members stay as they are."""
        # One that is only referred to is the same one everywhere, so that what holds itself comes to an end.
        if isinstance(node, dict) and node.keys() == {"$ref"}:
            node = resolve(self.document, node)
        # What joins the same parts is the same, too: properties of several parts are joined at each look.
        parts = node["allOf"] if isinstance(node, dict) and node.keys() == {"allOf"} else [node]
        key = tuple(map(id, parts))
        if key not in self._flat:
            # The node is kept, so that no id of its parts is given to another.
            self._flat[key] = (node, self._flatten(node, frozenset()))
        return self._flat[key][1]

    def meaning(self, keyword: str, value: Any, *, words: bool = False) -> str:
        """Write what a keyword of a schema demands, the same text for all that means the same."""
        return Meaning(self.document, words).of(keyword, value)

    def judging(self, node: Any) -> Any:
        """Return a schema that a validator understands: it carries what its references lead to."""
        if not isinstance(node, dict):
            return node
        return {**node, "components": self.document.get("components", {})}

    def _flatten(self, node: Any, seen: frozenset[str]) -> Schema:
        if not isinstance(node, dict):
            return {} if node is True or node is None else {"not": {}}
        joined = _plain({key: value for key, value in node.items() if key not in ("$ref", "allOf")})
        reference = node.get("$ref")
        if isinstance(reference, str) and reference not in seen:
            target = at(self.document, unescape(reference.removeprefix("#")))
            joined = _joined(joined, self._flatten(target, seen | {reference}))
        for part in node.get("allOf", ()):
            joined = _joined(joined, self._flatten(part, seen))
        for key in ("oneOf", "anyOf"):
            settled = self._or_null(node.get(key, ()), seen)
            if settled is not None and joined.get(key) == node[key]:
                joined = _joined({name: each for name, each in joined.items() if name != key}, settled)
        return joined

    def _or_null(self, alternatives: Sequence[Any], seen: frozenset[str]) -> Schema | None:
        """Return what is one thing or null as one schema; None where the alternatives are others."""
        flat = [self._flatten(each, seen) for each in alternatives] if len(alternatives) == 2 else []
        others = [each for each in flat if kinds(each) != frozenset({"null"})]
        if len(flat) != 2 or len(others) != 1:
            return None
        (other,) = others
        allowed = kinds(other)
        if allowed is None or "null" in allowed or not other.keys().isdisjoint(_BEYOND_A_TYPE):
            return None
        given = other["type"]
        either = {**other, "type": [*([given] if isinstance(given, str) else given), "null"]}
        return either | ({"enum": [*other["enum"], None]} if "enum" in other else {})


def modern(node: Any) -> Any:
    """Return a schema with those inside of it, written in OpenAPI 3.0, as validators of 3.1 understand it."""
    if isinstance(node, list):
        return [modern(each) for each in node]
    if not isinstance(node, dict):
        return node
    schema = {key: modern(each) for key, each in node.items()}
    if schema.get("nullable") is True and isinstance(schema.get("type"), str):
        schema["type"] = [schema["type"], "null"]
    _modernise_bounds(schema)
    return schema


def _modernise_bounds(schema: Schema) -> None:
    for exclusive, bound in (("exclusiveMinimum", "minimum"), ("exclusiveMaximum", "maximum")):
        if schema.get(exclusive) is True:
            schema[exclusive] = schema.pop(bound, None)
        elif schema.get(exclusive) is False:
            del schema[exclusive]


def _plain(node: Schema) -> Schema:
    """Write a schema of OpenAPI 3.0 as one of 3.1, and a constant as a list of one."""
    schema = dict(node)
    nullable = schema.pop("nullable", False)
    if nullable and "type" in schema:
        kinds = schema["type"]
        schema["type"] = [*([kinds] if isinstance(kinds, str) else kinds), "null"]
    _modernise_bounds(schema)
    if "const" in schema:
        schema["enum"] = [schema.pop("const")]
    if "if" in schema:
        # The three belong together, and say nothing of what another part of an `allOf` has of them.
        schema[REST] = [{key: schema.pop(key) for key in ("if", "then", "else") if key in schema}]
    return schema


def _joined(one: Schema, other: Schema) -> Schema:
    joined = dict(one)
    for key, value in other.items():
        if key not in joined or joined[key] == value:
            joined[key] = value
        elif key == "type":
            joined[key] = _common_kinds(joined, other)
        elif key == "properties":
            joined[key] = _joined_properties(joined[key], value)
        elif key == "required":
            joined[key] = [*joined[key], *(name for name in value if name not in joined[key])]
        elif key == "enum":
            joined[key] = [each for each in joined[key] if each in value]
        elif key in _STRICTER:
            joined[key] = _STRICTER[key](joined[key], value)
        elif key == REST:
            joined[key] = [*joined[key], *value]
        elif key not in _SPOKEN and not key.startswith("x-"):
            joined[REST] = [*joined.get(REST, ()), {key: value}]
    return joined


def _common_kinds(one: Schema, other: Schema) -> list[str]:
    both = (kinds(one) or frozenset()) & (kinds(other) or frozenset())
    return sorted(both - {"integer"} if "number" in both else both)


def _joined_properties(one: Mapping[str, Any], other: Mapping[str, Any]) -> dict[str, Any]:
    both = {name: {"allOf": [one[name], other[name]]} for name in one if name in other}
    return {**one, **other, **{name: one[name] if one[name] == other[name] else both[name] for name in both}}


def kinds(schema: Schema) -> frozenset[str] | None:
    """Return the types a value may have, None for any."""
    given = schema.get("type")
    if given is None:
        return None
    found = {given} if isinstance(given, str) else set(given)
    return frozenset(found | {"integer"}) if "number" in found else frozenset(found)


def told_kinds(found: frozenset[str] | None) -> str:
    """Write types as messages show them."""
    if found is None:
        return "anything"
    return " or ".join(sorted(found - {"integer"} if "number" in found else found)) or shown([])
