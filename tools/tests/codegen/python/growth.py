"""What a newer server may do to a documented answer without breaking it, and that its clients bear it."""

from __future__ import annotations

import copy
import json
from collections.abc import Iterator
from typing import Any

import httpx
from attrs import frozen
from xsolla_login_client import answers

from login_contract.description.model import described
from login_contract.description.references import resolve
from tests.codegen.python.calls import Call, calls
from tests.codegen.python.mutations import Documented, documented

TOMORROW = "value_of_tomorrow"
_COMBINED = ("allOf", "anyOf", "oneOf")


@frozen
class Place:
    """A property of an object, and what its schemas say of it."""

    parent: dict[str, Any]
    name: str
    schemas: list[Any]
    optional: bool

    @property
    def is_choice(self) -> bool:
        """Whether its values are listed."""
        return any("enum" in each for each in _branches({"allOf": self.schemas}))


def successes() -> Iterator[tuple[Call, Documented, Any]]:
    """Yield each documented answer that is a JSON document and brings a model, with its schema."""
    for call in calls():
        for answer in documented(call.operation):
            if answer.is_json and call.facts.success(answer.status) == "body":
                content = call.operation.responses[str(answer.status)].content
                yield call, answer, next(iter(content.values())).schema


def places(schema: Any, value: Any) -> Iterator[Place]:
    """Yield the properties of a JSON value, at any depth."""
    branches = list(_branches(schema))
    if isinstance(value, list):
        for each in value:
            yield from places({"allOf": [branch["items"] for branch in branches if "items" in branch]}, each)
    elif isinstance(value, dict):
        for name in list(value):
            schemas = [each["properties"][name] for each in branches if name in each.get("properties", {})]
            required = any(name in each.get("required", ()) for each in branches)
            yield Place(value, name, schemas, optional=bool(schemas) and not required)
            yield from places({"allOf": schemas}, value[name])


def _branches(schema: Any) -> Iterator[dict[str, Any]]:
    found = resolve(described().document, schema)
    if isinstance(found, dict):
        yield found
        for each in (each for keyword in _COMBINED for each in found.get(keyword, ())):
            yield from _branches(each)


def parsed(call: Call, status: int, value: Any) -> Any:
    """Return what the client reads of a JSON answer."""
    response = httpx.Response(status, content=json.dumps(value).encode())
    return answers.read(call.module._parse_response, response).parsed


def judge_growth() -> tuple[int, int]:
    """Judge that an optional property may be null, and a choice one that nobody knew; returns how often."""
    nulls = choices = 0
    for call, answer, schema in successes():
        value = answer.value
        assert parsed(call, answer.status, value) is not None
        for index, place in enumerate(places(schema, value)):
            grown = copy.deepcopy(value)
            again = list(places(schema, grown))[index]
            if place.optional:
                again.parent[place.name] = None
                assert parsed(call, answer.status, grown) is not None, f"{call.facts.id}: {place.name}"
                nulls += 1
            if place.is_choice and isinstance(place.parent[place.name], str):
                again.parent[place.name] = TOMORROW
                assert parsed(call, answer.status, grown) is not None, f"{call.facts.id}: {place.name}"
                choices += 1
    return nulls, choices
