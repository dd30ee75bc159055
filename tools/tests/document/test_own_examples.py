"""A shared response that an operation tells with examples of its own."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from login_contract.document.bundle import Place, bundle

Tree = Callable[..., Path]

OWN = {
    "login.yaml": """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /a: {$ref: paths/a.yaml#/a}
        """,
    "paths/a.yaml": """
        a:
          get:
            operationId: a
            responses:
              '200': {$ref: ../components/responses.yaml#/Done, x-examples: {a: {value: 2}}}
              '404': {$ref: ../components/responses.yaml#/Refused}
              '422': {$ref: ../components/responses.yaml#/Refused, x-origin: sdk, x-examples: {b: {value: 3}}}
        """,
    "components/responses.yaml": """
        Done: {description: Yes., content: {text/plain: {schema: {type: integer}, examples: {x: {value: 1}}}}}
        Refused:
          description: No.
          content: {text/plain: {schema: {type: integer}, examples: {x: {value: 1}}}}
        """,
}


def test_a_shared_response_with_examples_beside_the_reference_stands_in_its_place(tree: Tree) -> None:
    document = bundle(tree(OWN)).document
    responses = document["paths"]["/a"]["get"]["responses"]
    content = {"text/plain": {"schema": {"type": "integer"}, "examples": {"x": {"value": 1}}}}
    own = {"text/plain": {"schema": {"type": "integer"}, "examples": {"b": {"value": 3}}}}

    assert responses["422"] == {"description": "No.", "x-origin": "sdk", "content": own}
    assert responses["404"] == {"$ref": "#/components/responses/Refused"}
    # Nothing refers to the other one any more.
    assert document["components"]["responses"] == {"Refused": {"description": "No.", "content": content}}


def test_examples_beside_a_reference_are_located_there_and_the_rest_where_it_is_shared(tree: Tree) -> None:
    found = bundle(tree(OWN))
    response = ("paths", "/a", "get", "responses", "422")

    assert found.locate((*response, "content", "text/plain", "examples", "b", "value")) == Place(
        "openapi/paths/a.yaml", ("a", "get", "responses", "422", "x-examples", "b", "value")
    )
    assert found.locate((*response, "content", "text/plain", "schema")) == Place(
        "openapi/components/responses.yaml", ("Refused", "content", "text/plain", "schema")
    )


@pytest.mark.parametrize("done", ["[]", "{content: []}", "{content: {text/plain: 1}}"])
def test_a_shared_response_of_a_wrong_shape_is_left_for_the_check_of_it(tree: Tree, done: str) -> None:
    files = OWN | {"components/responses.yaml": f"Done: {done}\nRefused: {{description: No.}}"}
    responses = bundle(tree(files)).document["paths"]["/a"]["get"]["responses"]

    assert "x-examples" in responses["200"]


@pytest.mark.parametrize(
    "wrong", ["x-examples: []", "x-examples: {a: {value: 2}}, x-origin: hearsay", "x-examples: 1"]
)
def test_what_is_no_example_or_no_origin_stays_beside_its_reference(tree: Tree, wrong: str) -> None:
    files = OWN | {"paths/a.yaml": OWN["paths/a.yaml"].replace("x-examples: {a: {value: 2}}", wrong)}
    responses = bundle(tree(files)).document["paths"]["/a"]["get"]["responses"]

    assert responses["200"]["$ref"] == "#/components/responses/Done"
    assert "x-examples" in responses["200"]
