from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from login_contract.document.bundle import bundle
from login_contract.document.origins import spread_origins
from login_contract.document.problem import DocumentError

Tree = Callable[..., Path]

FILES = {
    "login.yaml": """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /user:
            $ref: paths/user.yaml#/register
        components:
          securitySchemes:
            Token: {type: http, scheme: bearer}
        """,
    "paths/user.yaml": """
        register:
          parameters:
            - $ref: ../components/parameters/query.yaml#/Locale
          post:
            responses:
              '400': {$ref: ../components/responses.yaml#/BadRequest}
        """,
    "components/parameters/query.yaml": """
        Locale: {name: locale, in: query, schema: {type: string}}
        """,
    "components/responses.yaml": """
        BadRequest:
          description: Bad.
          content: {application/json: {schema: {$ref: schemas/errors.yaml#/Zebra}}}
        """,
    "components/schemas/errors.yaml": """
        Zebra: {properties: {inner: {$ref: '#/Ape'}, self: {$ref: '#/Zebra'}}}
        Ape: {type: string}
        """,
}


def problems(entry: Path) -> list[str]:
    with pytest.raises(DocumentError) as caught:
        bundle(entry)
    return [str(one) for one in caught.value.problems]


def test_references_become_components_and_path_items_are_inlined(tree: Tree) -> None:
    document = bundle(tree(FILES)).document
    item = document["paths"]["/user"]
    assert item["parameters"] == [{"$ref": "#/components/parameters/Locale"}]
    assert item["post"]["responses"]["400"] == {"$ref": "#/components/responses/BadRequest"}
    assert document["components"]["schemas"] == {
        "Ape": {"type": "string"},
        "Zebra": {
            "properties": {
                "inner": {"$ref": "#/components/schemas/Ape"},
                "self": {"$ref": "#/components/schemas/Zebra"},
            }
        },
    }
    assert document["components"]["securitySchemes"] == {"Token": {"type": "http", "scheme": "bearer"}}


def test_components_are_in_order_of_their_names(tree: Tree) -> None:
    zebra = "Zebra: {properties: {b: {$ref: '#/Yak'}, a: {$ref: '#/Ant'}}}\nYak: {}\nAnt: {}\n"
    document = bundle(tree(FILES | {"components/schemas/errors.yaml": zebra})).document
    assert list(document) == ["openapi", "info", "paths", "components"]
    assert list(document["components"]) == ["schemas", "parameters", "responses", "securitySchemes"]
    assert list(document["components"]["schemas"]) == ["Ant", "Yak", "Zebra"]


def test_the_bundle_does_not_depend_on_where_the_checkout_is(tree: Tree, tmp_path: Path) -> None:
    first = bundle(tree(FILES))
    moved = tmp_path / "elsewhere"
    (tmp_path / "openapi").rename(tmp_path / "there")
    moved.mkdir()
    (tmp_path / "there").rename(moved / "openapi")
    second = bundle(moved / "openapi" / "login.yaml")
    assert json.dumps(first.document) == json.dumps(second.document)
    assert first.sources == second.sources


def test_a_node_of_the_bundle_is_traced_to_its_file(tree: Tree) -> None:
    found = bundle(tree(FILES)).locate(("components", "schemas", "Ape", "type"))
    assert found is not None
    assert (found.file, found.pointer) == ("openapi/components/schemas/errors.yaml", ("Ape", "type"))


def test_references_inside_examples_are_data(tree: Tree) -> None:
    ape = "Ape: {type: object, examples: [{$ref: nowhere.yaml}], default: {$ref: nowhere.yaml}}\n"
    zebra = "Zebra: {properties: {inner: {$ref: '#/Ape'}}}\n"
    document = bundle(tree(FILES | {"components/schemas/errors.yaml": zebra + ape})).document
    assert document["components"]["schemas"]["Ape"]["examples"] == [{"$ref": "nowhere.yaml"}]


def test_a_property_named_like_a_keyword_is_followed(tree: Tree) -> None:
    zebra = "Zebra: {properties: {value: {$ref: '#/Ape'}}}\nApe: {type: string}\n"
    document = bundle(tree(FILES | {"components/schemas/errors.yaml": zebra})).document
    assert document["components"]["schemas"]["Zebra"]["properties"]["value"] == {
        "$ref": "#/components/schemas/Ape"
    }


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        pytest.param(
            "components/schemas/errors.yaml",
            "Zebra: {$ref: '#/Gone'}\n",
            "openapi/components/schemas/errors.yaml#/Zebra/$ref: #/Gone leads nowhere: "
            "openapi/components/schemas/errors.yaml has no Gone there",
            id="a missing name",
        ),
        pytest.param(
            "components/schemas/errors.yaml",
            "Zebra: {$ref: gone.yaml#/Ape}\n",
            "openapi/components/schemas/errors.yaml#/Zebra/$ref: gone.yaml#/Ape leads nowhere: "
            "no such file in the description",
            id="a missing file",
        ),
        pytest.param(
            "components/schemas/errors.yaml",
            "Zebra: {$ref: '../../../outside.yaml#/Ape'}\n",
            "openapi/components/schemas/errors.yaml#/Zebra/$ref: ../../../outside.yaml#/Ape leads nowhere: "
            "no such file in the description",
            id="a file outside",
        ),
        pytest.param(
            "components/schemas/errors.yaml",
            "Zebra: {$ref: 'https://example.com/a.yaml#/Ape'}\n",
            "openapi/components/schemas/errors.yaml#/Zebra/$ref: https://example.com/a.yaml#/Ape "
            "is no reference to a file of the description",
            id="an address",
        ),
        pytest.param(
            "components/schemas/errors.yaml",
            "Zebra: {properties: {a: {type: string}, b: {$ref: '#/Zebra/properties/a'}}}\n",
            "openapi/components/schemas/errors.yaml#/Zebra/properties/b/$ref: #/Zebra/properties/a "
            "is no definition components/<section>…#/<Name>",
            id="a part of a definition",
        ),
        pytest.param(
            "components/schemas/errors.yaml",
            "Zebra: {type: object}\nApe: {type: string}\n",
            "openapi/components/schemas/errors.yaml#/Ape: nothing refers to this definition",
            id="an unused definition",
        ),
        pytest.param(
            "paths/extra.yaml",
            "confirm: {get: {}}\n",
            "openapi/paths/extra.yaml#/confirm: nothing refers to this definition",
            id="an unused path item",
        ),
    ],
)
def test_a_broken_description_is_refused_with_file_and_pointer(
    tree: Tree, file: str, text: str, expected: str
) -> None:
    assert problems(tree(FILES | {file: text})) == [expected]


def test_two_definitions_of_one_name_are_refused(tree: Tree) -> None:
    files = FILES | {
        "components/schemas/errors.yaml": "Zebra: {properties: {a: {$ref: 'more.yaml#/Zebra'}}}\n",
        "components/schemas/more.yaml": "Zebra: {type: string}\n",
    }
    assert problems(tree(files)) == [
        "openapi/components/schemas/more.yaml#/Zebra: "
        "Zebra of schemas is defined in openapi/components/schemas/errors.yaml too"
    ]


def test_a_path_item_used_for_two_paths_is_refused(tree: Tree) -> None:
    entry = FILES["login.yaml"].replace(
        "components:", "  /twin:\n            $ref: paths/user.yaml#/register\n        components:"
    )
    assert problems(tree(FILES | {"login.yaml": entry})) == [
        "openapi/login.yaml#/paths/~1twin/$ref: paths/user.yaml#/register is used twice"
    ]


def test_a_second_name_for_a_definition_is_refused(tree: Tree) -> None:
    entry = FILES["login.yaml"] + "  schemas: {Alias: {$ref: components/schemas/errors.yaml#/Ape}}\n"
    assert problems(tree(FILES | {"login.yaml": entry.replace("\n  schemas", "\n          schemas")})) == [
        "openapi/login.yaml#/components/schemas/Alias: "
        "components/schemas/errors.yaml#/Ape is #/components/schemas/Ape, not Alias of schemas"
    ]


def test_all_problems_are_told_at_once(tree: Tree) -> None:
    files = FILES | {"components/schemas/errors.yaml": "Zebra: {$ref: '#/A'}\nOther: {$ref: '#/B'}\n"}
    assert len(problems(tree(files))) == 2


ORIGINS = {
    "login.yaml": """
        openapi: 3.1.0
        info: {title: T, version: '1'}
        paths:
          /a: {$ref: paths/a.yaml#/a}
          /b: {$ref: paths/a.yaml#/b}
        """,
    "paths/a.yaml": """
        a:
          get:
            operationId: a
            responses:
              '400': {$ref: ../components/responses.yaml#/Refused}
              '429': {$ref: ../components/responses.yaml#/Refused, x-origin: inferred}
        b:
          get:
            operationId: b
            responses:
              '404': {$ref: ../components/responses.yaml#/Refused, x-origin: sdk}
              '422': {$ref: ../components/responses.yaml#/Refused, x-origin: inferred}
        """,
    "components/responses.yaml": "Refused: {description: No., x-error-codes: {'1': No.}}",
}


def test_a_shared_response_may_have_another_origin_beside_the_reference(tree: Tree) -> None:
    found = bundle(tree(ORIGINS))
    a, b = (found.document["paths"][path]["get"]["responses"] for path in ("/a", "/b"))
    shared = "#/components/responses/Refused"
    assert a == {"400": {"$ref": shared}, "429": {"$ref": f"{shared}Inferred"}}
    assert b == {"404": {"$ref": f"{shared}Sdk"}, "422": {"$ref": f"{shared}Inferred"}}
    plain = {"description": "No.", "x-error-codes": {"1": "No."}}
    assert found.document["components"]["responses"] == {
        "Refused": plain,
        "RefusedInferred": plain | {"x-origin": "inferred"},
        "RefusedSdk": plain | {"x-origin": "sdk"},
    }


def test_a_response_of_another_origin_is_located_in_the_source_of_the_shared_one(tree: Tree) -> None:
    found = bundle(tree(ORIGINS))
    place = found.locate(("components", "responses", "RefusedInferred", "x-error-codes", "1"))
    assert place is not None
    assert (place.file, place.pointer) == (
        "openapi/components/responses.yaml",
        ("Refused", "x-error-codes", "1"),
    )


def test_what_is_no_origin_stays_beside_its_reference_to_be_found_there(tree: Tree) -> None:
    files = ORIGINS | {"paths/a.yaml": ORIGINS["paths/a.yaml"].replace("sdk", "hearsay")}
    responses = bundle(tree(files)).document["paths"]["/b"]["get"]["responses"]
    assert responses["404"] == {"$ref": "#/components/responses/Refused", "x-origin": "hearsay"}


@pytest.mark.parametrize(
    "paths", ["[]", "{/a: []}", "{/a: {get: 1}}", "{/a: {get: {responses: [1], tags: [a]}}}"]
)
def test_a_shape_that_is_wrong_is_left_for_the_check_of_it(tree: Tree, paths: str) -> None:
    entry = f"{{openapi: 3.1.0, info: {{title: T, version: '1'}}, x-a: {paths}, webhooks: {{}}}}"
    document = bundle(tree({"login.yaml": entry})).document
    document["paths"] = document["x-a"]
    assert spread_origins(document) == {}
