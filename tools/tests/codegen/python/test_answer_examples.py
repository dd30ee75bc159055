"""The client reads every example of every answer: whole, as the model that its schema names."""

from __future__ import annotations

import json
from collections.abc import Iterator
from importlib import import_module
from typing import Any

import attrs
import httpx
import pytest

from login_contract.codegen.openapi_files import Descriptions
from login_contract.description.message import JSON
from login_contract.description.operation import operations
from login_contract.description.references import resolve

SCHEMAS = "#/components/schemas/"
Example = tuple[str, int, Any, dict[str, Any]]


def examples(document: dict[str, Any]) -> Iterator[Example]:
    """Operation id, status, value and schema of each example of a JSON answer."""
    for operation in operations(document):
        for status, response in operation.definition["responses"].items() if not operation.is_webhook else ():
            media = resolve(document, response).get("content", {}).get(JSON)
            if media is None or status == "default":
                continue
            given = [one["value"] for one in media.get("examples", {}).values()]
            given += [media["example"]] if "example" in media else []
            given += resolve(document, media["schema"]).get("examples", ()) if not given else ()
            for value in given:
                yield operation.operation_id, int(status), value, media["schema"]


def read(document: dict[str, Any], operation_id: str, status: int, value: Any) -> Any:
    """What the client makes of an answer."""
    tag = next(one.tags[0] for one in operations(document) if one.operation_id == operation_id)
    package = f"xsolla_login_client.api.{tag.replace('-', '_')}"
    module = import_module(f"{package}.{operation_id.replace('-', '_')}")
    answer = httpx.Response(status, json=value)
    return module._parse_response(answer)


def plain(parsed: Any) -> Any:
    """What was read, as JSON again."""
    if isinstance(parsed, list):
        return [plain(one) for one in parsed]
    return parsed.to_dict() if hasattr(parsed, "to_dict") else parsed


def left_over(parsed: Any) -> Iterator[str]:
    """The properties that no model knew, at any depth."""
    for child in parsed if isinstance(parsed, list) else ():
        yield from left_over(child)
    if attrs.has(type(parsed)):
        if type(parsed).__name__ != "AttributeSchema":  # It may have any.
            yield from getattr(parsed, "additional_properties", ())
        for field in attrs.fields(type(parsed)):
            yield from left_over(getattr(parsed, field.name))


def named(document: dict[str, Any], schema: dict[str, Any], value: Any) -> str | None:
    """The name of the model of a value: of alternatives, the one whose required properties it has."""
    name = str(schema.get("$ref", "")).removeprefix(SCHEMAS)
    choices = resolve(document, schema).get("oneOf")
    if not choices:
        return name if resolve(document, schema).get("type") == "object" else None
    (chosen,) = (one for one in choices if {*resolve(document, one)["required"]} <= value.keys())
    return named(document, chosen, value)


@pytest.fixture(scope="module")
def every(descriptions: Descriptions) -> list[Example]:
    return list(examples(descriptions.open))


def test_every_example_is_read_whole_as_the_model_of_its_schema(
    every: list[Example], descriptions: Descriptions
) -> None:
    document = descriptions.open
    wrong = []
    for operation_id, status, value, schema in every:
        parsed = read(document, operation_id, status, value)
        name = named(document, schema, value)
        if (
            json.dumps(plain(parsed), sort_keys=True) != json.dumps(value, sort_keys=True)
            or [*left_over(parsed)]
            or (name and type(parsed).__name__ != name)
        ):
            wrong.append(f"{operation_id} {status}: {parsed!r} of {value}")
    assert wrong == []
    assert len(every) > 500


def test_what_lists_do_not_name_and_properties_nobody_knows_are_read(descriptions: Descriptions) -> None:
    value = {
        "error": {
            "code": "003-099",
            "description": "Something else must be confirmed.",
            "details": {"operation_id": "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10", "hint": "a new one"},
        }
    }
    parsed = read(descriptions.open, "update-token", 200, value)

    assert type(parsed).__name__ == "ConfirmationRequired"
    assert parsed.error.code == "003-099"
    assert parsed.error.details.additional_properties == {"hint": "a new one"}
