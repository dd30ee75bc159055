"""The JSON Schema of a project's attributes: which schemas there may be, and what breaks one."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

import jsonschema_rs
from attrs import frozen

from login_contract.mock.contract.refusals import INVALID_ATTRIBUTES_SCHEMA
from login_contract.mock.domain.attribute_update import as_json
from login_contract.mock.errors import LoginError

# Where a schema holds other schemas: of what is inside a value, and of the value itself.
INSIDE = (
    *("properties", "patternProperties", "additionalProperties", "unevaluatedProperties"),
    *("items", "prefixItems", "contains", "unevaluatedItems"),
)
BESIDE = (
    "allOf",
    "anyOf",
    "oneOf",
    "not",
    "if",
    "then",
    "else",
    "dependentSchemas",
    "propertyNames",
    "$defs",
)
# The keywords under which schemas stand by names.
BY_NAME = ("properties", "patternProperties", "dependentSchemas", "$defs")
REFERENCES = ("$ref", "$dynamicRef", "$recursiveRef")
NESTED_TYPES = {"object", "array"}
COMPILED = 64


def check(schema: Mapping[str, Any]) -> None:
    """Look whether a schema may be that of a project.

    Raises:
        LoginError: 400 2004-0001, it is no JSON Schema, it nests values in values, or refers to others.
    """
    if _refers(schema):
        raise _refused("it has a reference")
    try:
        _validator(schema)
    except ValueError as problem:
        # The first line says what is wrong, the others repeat the schema.
        raise _refused(str(problem).partition("\n")[0]) from None
    for part, depth in _parts(schema, 0):
        if depth > 1 or (depth == 1 and not NESTED_TYPES.isdisjoint(_types(part))):
            raise _refused("it is nested deeper than one level")


def _validator(schema: Mapping[str, Any]) -> Any:
    return jsonschema_rs.Draft202012Validator(dict(schema), validate_formats=True, retriever=_nowhere)


def _nowhere(uri: str) -> Any:
    """Keep the library from asking whatever server a schema names, be it in ``$schema``."""
    raise ValueError(f"{uri} is not known")


def _refers(value: Any) -> bool:
    """Say whether there is a reference anywhere: also where the vocabulary has no schema, one is followed."""
    if isinstance(value, list):
        return any(map(_refers, value))
    if not isinstance(value, Mapping):
        return False
    return any(name in value for name in REFERENCES) or any(map(_refers, value.values()))


def _refused(why: str) -> LoginError:
    return LoginError(INVALID_ATTRIBUTES_SCHEMA, f"The schema is not valid: {why}."[:1000])


def _parts(schema: Any, depth: int) -> Iterator[tuple[Mapping[str, Any], int]]:
    """Yield a schema and all that stand in it, with how deep in a value what they describe is."""
    if not isinstance(schema, Mapping):
        return
    yield schema, depth
    for name in (*INSIDE, *BESIDE):
        found = schema.get(name)
        children = found.values() if name in BY_NAME and isinstance(found, Mapping) else [found]
        for child in children:
            for each in child if isinstance(child, list) else [child]:
                yield from _parts(each, depth + (name in INSIDE))


def _types(schema: Mapping[str, Any]) -> set[str]:
    given = schema.get("type", ())
    return {given} if isinstance(given, str) else set(given)


def breach(schema: str, values: Mapping[str, str], touched: Collection[str]) -> tuple[str, str] | None:
    """Say which attribute breaks a schema and how, None when none does.

    ``schema`` is the JSON text of one that was checked, ``values`` are those of a game after an update, and
    ``touched`` are the keys that it writes or removes: what was wrong with others before does not count.
    """
    if not touched:
        return None
    types, validator = _compiled(schema)
    read = {key: as_json(value, types.of(key)) for key, value in values.items()}
    for error in validator.iter_errors(read):
        about = _about(error)
        if about is None or not about.isdisjoint(touched):
            named = min(about & set(touched) if about else touched)
            return named, f"breaks the schema: {error.message}"[:900]
    return None


@lru_cache(maxsize=COMPILED)
def _compiled(schema: str) -> tuple[_DeclaredTypes, Any]:
    document = json.loads(schema)
    return _DeclaredTypes.of_schema(document), _validator(document)


@frozen
class _DeclaredTypes:
    """The rules that a schema has for properties by name, by a pattern of it, and for all others.

    To compile a pattern takes much longer than to match one, and a client's update matches every one with
    every attribute.
    """

    named: Mapping[str, Any]
    matching: Sequence[tuple[Any, Any]]
    others: Any

    @classmethod
    def of_schema(cls, schema: Mapping[str, Any]) -> _DeclaredTypes:
        """Compile the patterns of a schema that was checked."""
        patterns = schema.get("patternProperties", {}).items()
        return cls(
            schema.get("properties", {}),
            [(_validator({"pattern": pattern}), rule) for pattern, rule in patterns],
            schema.get("additionalProperties"),
        )

    def of(self, key: str) -> Collection[str]:
        """Return what types the property of this name has, ``string`` where the schema tells none."""
        rule = self.named.get(key)
        if rule is None:
            rule = next((rule for pattern, rule in self.matching if pattern.is_valid(key)), self.others)
        return (isinstance(rule, Mapping) and _types(rule)) or {"string"}


def _about(error: Any) -> set[str] | None:
    """Return which attributes an error is about, None where it is about all of them."""
    if error.instance_path:
        return {str(error.instance_path[0])}
    if error.kind.name == "required":
        return {error.kind.property}
    if error.kind.name == "additionalProperties":
        return set(error.kind.unexpected)
    return None
