"""What an answer may tell of somebody else: what the description marks with `x-public`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import httpx

from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.suite.judging.body import json_of

PUBLIC = "x-public"


def private_texts(operation: Operation, answer: httpx.Response) -> list[str]:
    """Return every text of an answer that is not marked as public, those of its headers among them."""
    body = json_of(answer.content)
    found = [*answer.headers.values()]
    if body is None:
        return [*found, answer.text]
    response = operation.response(answer.status_code)
    media = response.content.get("application/json") if response is not None else None
    return [*found, *_private(body, media.schema if media is not None else {})]


def _private(value: Any, schema: Any) -> Iterator[str]:
    nodes = list(_alternatives(schema))
    if any(_is_public(node.get(PUBLIC, False), value) for node in nodes):
        return
    if isinstance(value, Mapping):
        for name, child in value.items():
            yield name
            inner = [node["properties"][name] for node in nodes if name in node.get("properties", {})]
            yield from _private(child, {"anyOf": inner})
    elif isinstance(value, list):
        inner = [node["items"] for node in nodes if "items" in node]
        for child in value:
            yield from _private(child, {"anyOf": inner})
    elif value is not None:
        yield str(value)


def _alternatives(schema: Any) -> Iterator[Mapping[str, Any]]:
    """Yield a schema and all that it is made of."""
    if isinstance(schema, Mapping) and "$ref" in schema:
        yield {name: value for name, value in schema.items() if name != "$ref"}
        schema = described().resolve(schema)
    if isinstance(schema, Mapping):
        yield schema
        for word in ("allOf", "anyOf", "oneOf"):
            for part in schema.get(word, ()):
                yield from _alternatives(part)


def _is_public(mark: Any, value: Any) -> bool:
    """Say whether a mark holds: always, or where an object has certain values."""
    if isinstance(mark, Mapping):
        return isinstance(value, Mapping) and all(value.get(name) == wanted for name, wanted in mark.items())
    return bool(mark)
