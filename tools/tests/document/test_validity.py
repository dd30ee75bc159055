"""What overlays must not do to a description in silence: make a valid one invalid."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from login_contract.document.overlaid import apply_overlays
from login_contract.document.problem import DocumentError

VALID: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "T", "version": "1"},
    "tags": [{"name": "one"}],
    "paths": {
        "/a": {
            "get": {
                "operationId": "a",
                "security": [{"Key": []}],
                "parameters": [{"name": "n", "in": "query", "schema": {"type": "integer"}}],
                "responses": {"200": {"$ref": "#/components/responses/Done"}},
            },
            "put": {"operationId": "b", "responses": {"204": {"$ref": "other.yaml#/Done"}}},
        }
    },
    "components": {
        "responses": {"Done": {"description": "Done."}},
        "securitySchemes": {"Key": {"type": "apiKey", "name": "k", "in": "header"}},
    },
}
SPOILS = [
    ({"target": "$.tags", "update": [[{"name": "two"}]]}, "#/tags/1: "),
    ({"target": "$.info.title", "remove": True}, '#/info: "title" is a required property'),
    ({"target": "$.info", "update": {"version": 2}}, "#/info/version: 2 is not of type"),
    (
        {"target": "$.components.responses.Done", "remove": True},
        "#/paths/~1a/get/responses/200/$ref: #/components/responses/Done leads nowhere",
    ),
    (
        {"target": "$.components.securitySchemes", "remove": True},
        "#/paths/~1a/get/security: the security scheme Key is not described",
    ),
    (
        {"target": "$", "update": {"security": [{"Other": []}]}},
        "#/security: the security scheme Other is not described",
    ),
    (
        {"target": "$.paths['/a'].put", "update": {"operationId": "a"}},
        "#/paths/~1a/put: the operationId a stands twice",
    ),
    (
        {"target": "$.paths..schema", "update": {"type": "int"}},
        '#/paths/~1a/get/parameters/0/schema/type: "int" is not valid',
    ),
]


def changed(folder: Path, document: Any, *overlays: list[dict[str, Any]], allow_invalid: bool = False) -> Any:
    """What becomes of a document when overlays of these actions are laid over it."""
    path = folder / "api.json"
    path.write_text(json.dumps(document))
    written = []
    for number, actions in enumerate(overlays):
        written.append(folder / f"{number}.json")
        head = {"overlay": "1.1.0", "info": {"title": "O", "version": "1"}}
        written[-1].write_text(json.dumps({**head, "actions": actions}))
    return apply_overlays(path, written, allow_invalid=allow_invalid)


@pytest.mark.parametrize(("action", "expected"), SPOILS)
def test_a_valid_description_is_not_made_invalid_in_silence(
    tmp_path: Path, action: dict[str, Any], expected: str
) -> None:
    with pytest.raises(DocumentError) as caught:
        changed(tmp_path, VALID, [action])
    told = "the overlays make this valid description invalid"
    assert caught.value.problems[0].message.startswith(f"{told}: {expected}")
    assert changed(tmp_path, VALID, [action], allow_invalid=True) != VALID


def test_what_is_invalid_between_two_overlays_may_be_mended_by_the_second(tmp_path: Path) -> None:
    first: list[dict[str, Any]] = [
        {"target": "$.tags", "remove": True},
        {"target": "$", "update": {"tags": [1]}},
    ]
    with pytest.raises(DocumentError):
        changed(tmp_path, VALID, first)
    assert changed(tmp_path, VALID, first, [{"target": "$.tags[0]", "remove": True}])["tags"] == []


@pytest.mark.parametrize(
    "document",
    [
        {"openapi": "3.1.0", "paths": {}},
        {"openapi": "3.0.3", "info": 1},
        {"asyncapi": "3.0.0"},
        {"openapi": "9.0", "info": []},
        {},
    ],
)
def test_what_was_no_valid_description_is_changed_all_the_same(
    tmp_path: Path, document: dict[str, Any]
) -> None:
    assert changed(tmp_path, document, [{"target": "$", "update": {"x": 1}}]) == document | {"x": 1}


@pytest.mark.parametrize("version", ["2.0", "3.0.3", "3.1.0", "3.2.0"])
def test_descriptions_of_every_version_are_judged(tmp_path: Path, version: str) -> None:
    key = "swagger" if version == "2.0" else "openapi"
    tags = [{"name": "one"}]
    document = {key: version, "info": {"title": "T", "version": "1"}, "tags": tags, "paths": {}}
    two = {"name": "two"}
    assert changed(tmp_path, document, [{"target": "$.tags", "update": [two]}])["tags"] == [*tags, two]
    with pytest.raises(DocumentError, match="invalid: #/tags/1: "):
        changed(tmp_path, document, [{"target": "$.tags", "update": [[two]]}])
