"""What texts of a recording mean: a value of a query, a header or a form is text, whatever it stands for."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from functools import lru_cache
from typing import Any

from attrs import frozen
from jsonschema_rs import Draft202012Validator

from login_contract.changes.side import kinds, modern
from login_contract.description.message import Parameter
from login_contract.description.operation import Operation

_SEPARATORS = {"spaceDelimited": " ", "pipeDelimited": "|"}
Texts = Mapping[tuple[str, str], Sequence[str]]


def parameter(operation: Operation, texts: Texts, location: str, name: str) -> list[Any]:
    """Return the value that was sent of a parameter, in one list; an empty one when none was."""
    described = next(
        (each for each in operation.parameters if each.location == location and _key(each) == name), None
    )
    allowed = (kinds(dict(described.schema)) or frozenset()) if described else frozenset()
    if described is not None and "object" in allowed and location == "query":
        members = _members(described, texts)
        if members:
            return [members]
    found = texts.get((location, name))
    if found is None:
        return []
    if described is not None and "array" in allowed:
        separator = _SEPARATORS.get(described.definition.get("style", ""), ",")
        return [
            list(found) if described.exploded else [part for each in found for part in each.split(separator)]
        ]
    return [found[0] if len(found) == 1 else list(found)]


def accepted(value: Any, schema: Any, *, text: bool) -> bool:
    """Say whether a schema takes a value; `text` may be read as whatever the schema describes.

    Raises:
        jsonschema_rs.ValidationError: the schema is none that can be judged by.
    """
    if not isinstance(schema, dict):
        return schema is not False
    judge = _validator(_Schema(schema))
    return any(judge.is_valid(each) for each in (_readings(value, schema, judge) if text else [value]))


def _readings(value: Any, schema: dict[str, Any], judge: Draft202012Validator) -> Iterator[Any]:
    yield value
    if isinstance(value, str):
        with suppress(ValueError):
            yield json.loads(value)
        if "array" in (kinds(schema) or ()):
            yield [value]
            yield value.split(",")
    elif isinstance(value, list | dict):
        yield _typed(value, judge)


def _typed(value: Any, judge: Draft202012Validator) -> Any:
    """Return texts of a list or an object, those that are no text to the schema as what they stand for."""
    typed = value.copy()
    for error in judge.iter_errors(value):
        for key in error.instance_path[:1]:
            with suppress(ValueError, TypeError):
                typed[key] = json.loads(value[key])
    return typed


def _members(described: Parameter, texts: Texts) -> dict[str, str]:
    """Return the members of an object that a query has each by itself: `name[member]`, or `member`."""
    if described.definition.get("style") == "deepObject":
        head = f"{described.name}["
        return {
            name[len(head) : -1]: values[0]
            for (location, name), values in texts.items()
            if location == "query" and name.startswith(head) and name.endswith("]")
        }
    names = described.schema.get("properties", {}) if described.exploded else ()
    return {name: texts["query", name][0] for name in names if ("query", name) in texts}


def _key(described: Parameter) -> str:
    return described.name.lower() if described.location == "header" else described.name


@frozen(eq=False)
class _Schema:
    """A schema that is the same as itself alone, so that its validator can be kept: making one takes long."""

    definition: dict[str, Any]

    def __hash__(self) -> int:
        return id(self.definition)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Schema) and other.definition is self.definition


@lru_cache(maxsize=64)
def _validator(schema: _Schema) -> Draft202012Validator:
    return Draft202012Validator(modern(schema.definition), validate_formats=True)
