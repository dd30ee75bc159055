from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from login_contract.description.references import Pointer
from login_contract.document.bundle import Bundle, Place
from login_contract.document.check import check
from login_contract.document.problem import DocumentError

Document = dict[str, Any]
Change = Callable[[Document], object]

PUT = "/paths/~1users~1{id}/put"
USER = "/components/schemas/User"
QUERY = {"name": "q", "in": "query", "schema": {"type": "string"}, "example": "x"}


def put(document: Document) -> Document:
    operation: Document = document["paths"]["/users/{id}"]["put"]
    return operation


def schemas(document: Document) -> Document:
    found: Document = document["components"]["schemas"]
    return found


def ok(document: Document) -> Document:
    response: Document = put(document)["responses"]["200"]
    return response


def faults(document: Document, change: Change) -> list[str]:
    changed = copy.deepcopy(document)
    change(changed)
    with pytest.raises(DocumentError) as caught:
        check(changed, name="d")
    return [str(problem) for problem in caught.value.problems]


def test_a_sound_description_passes(sound: Document) -> None:
    check(sound, name="d")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            lambda d: d.update(openapi="3.0.3"), "d#/openapi: the version must be 3.1.x", id="version"
        ),
        pytest.param(
            lambda d: d["info"].pop("title"), 'd#/info: "title" is a required property', id="no OpenAPI"
        ),
        pytest.param(
            lambda d: ok(d).pop("description"),
            f"d#{PUT}/responses/200",
            id="no response",
        ),
        pytest.param(
            lambda d: schemas(d)["User"]["properties"].update(x={"$ref": "#/components/schemas/Gone"}),
            f"d#{USER}/properties/x/$ref: #/components/schemas/Gone leads nowhere",
            id="dangling reference",
        ),
    ],
)
def test_what_is_no_openapi_document_is_refused(sound: Document, change: Change, expected: str) -> None:
    assert faults(sound, change)[0].startswith(expected)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            lambda d: (put(d).pop("operationId"), ok(d).pop("links")),
            f"{PUT}: has no operationId",
            id="no id",
        ),
        pytest.param(
            lambda d: put(d).pop("x-origin"),
            f"{PUT}: x-origin must be one of doc, sdk, seed, inferred",
            id="no origin",
        ),
        pytest.param(
            lambda d: put(d).update({"x-origin": "hearsay"}),
            f"{PUT}: x-origin must be one of doc, sdk, seed, inferred",
            id="unknown origin",
        ),
        *(
            pytest.param(
                lambda d, tags=tags: d.update({"x-tagGroups": [{"name": "All", "tags": tags}]}),
                f"/x-tagGroups: the tag {told}",
                id=f"groups of {tags}",
            )
            for tags, told in (
                ([], "users stands in no group"),
                (["users", "users"], "users stands in several groups"),
                (["users", "other"], "other is not described at the top"),
            )
        ),
        pytest.param(
            lambda d: put(d).pop("x-audience"),
            f"{PUT}/x-audience: must be one or a list of client, server, partner",
            id="no audience",
        ),
        *(
            pytest.param(
                lambda d, told=told: put(d).update({"x-audience": told}),
                f"{PUT}/x-audience: must be one or a list of client, server, partner",
                id=f"audience {told}",
            )
            for told in ("all", [], ["client", "all"], ["client", "client"], ["client", 1])
        ),
        *(
            pytest.param(
                lambda d, largest=largest: put(d)["requestBody"]["content"]["application/json"].update(
                    {"x-max-bytes": largest}
                ),
                f"{PUT}/requestBody/content/application~1json/x-max-bytes: must be a positive whole number",
                id=f"a body of at most {largest} bytes",
            )
            for largest in (0, True, "1 GiB")
        ),
        *(
            pytest.param(
                lambda d, words=words: put(d).update(parameters=[QUERY | words]),
                f"{PUT}/parameters/0/x-error-status: must be 400 or 422, beside an x-error-code",
                id=f"status of a violation {words}",
            )
            for words in (
                {"x-error-status": 422},
                {"x-error-status": 404, "x-error-code": "0"},
                {"x-error-status": "422", "x-error-code": "0"},
            )
        ),
        pytest.param(lambda d: put(d).update(tags=[]), f"{PUT}: has no tags", id="no tags"),
        pytest.param(
            lambda d: put(d).update(tags=["usres"]),
            f"{PUT}/tags: the tag usres is not described at the top",
            id="unknown tag",
        ),
        pytest.param(
            lambda d: ok(d).update({"x-error-codes": ["002-027"]}),
            f"{PUT}/responses/200/x-error-codes: must map each code to its meaning",
            id="codes without meaning",
        ),
        pytest.param(
            lambda d: ok(d).update({"x-error-codes": {"002-027": ""}}),
            f"{PUT}/responses/200/x-error-codes/002-027: a code needs its meaning in words",
            id="empty meaning",
        ),
        pytest.param(
            lambda d: d["components"]["responses"]["BadRequest"].update({"x-error-codes": {}}),
            "/components/responses/BadRequest/x-error-codes: must map each code to its meaning",
            id="no codes in a shared response",
        ),
        pytest.param(
            lambda d: d["components"]["parameters"]["Id"].update({"x-error-code": 2}),
            "/components/parameters/Id/x-error-code: must be a code in quotes",
            id="code of a violation",
        ),
        pytest.param(
            lambda d: schemas(d)["User"]["properties"]["email"].update({"x-origin": "?"}),
            f"{USER}/properties/email/x-origin: must be one of doc, sdk, seed, inferred",
            id="origin of a field",
        ),
        pytest.param(
            lambda d: ok(d)["links"]["again"].update(operationId="gone"),
            f"{PUT}/responses/200/links/again: leads to the operation gone, which is not described",
            id="link to nowhere",
        ),
        pytest.param(
            lambda d: ok(d)["links"]["again"].update(parameters={"query.id": "1"}),
            f"{PUT}/responses/200/links/again: put-user has no parameter query.id",
            id="link with an unknown parameter",
        ),
        pytest.param(
            lambda d: ok(d)["links"]["again"].update({"x-reads-back": []}),
            f"{PUT}/responses/200/links/again/x-reads-back: is true, or a list of properties",
            id="link that reads nothing back",
        ),
        pytest.param(
            lambda d: put(d).update({"x-changes-nothing": "yes"}),
            f"{PUT}/x-changes-nothing: is true or false",
            id="neither changes something nor nothing",
        ),
        pytest.param(
            lambda d: put(d).update({"x-changes-of-others": "put-user"}),
            f"{PUT}/x-changes-of-others: is a list of operation ids",
            id="changes for others without a list",
        ),
        pytest.param(
            lambda d: put(d).update({"x-changes-of-others": ["gone"]}),
            f"{PUT}/x-changes-of-others: names the operation gone, which is not described",
            id="changes for others that nothing tells",
        ),
        *(
            pytest.param(
                lambda d, status=status: put(d)["responses"].pop(status),
                f"{PUT}/responses: {status} must be a reference to #/components/responses/{name}",
                id=f"no {status}",
            )
            for status, name in {
                "400": "BadRequest",
                "413": "PayloadTooLarge",
                "415": "UnsupportedMediaType",
                "429": "TooManyRequests",
            }.items()
        ),
        pytest.param(
            lambda d: put(d)["responses"].update({"429": {"description": "My own."}}),
            f"{PUT}/responses: 429 must be a reference to #/components/responses/TooManyRequests",
            id="429 written out",
        ),
    ],
)
def test_a_breach_of_the_conventions_is_found(sound: Document, change: Change, expected: str) -> None:
    assert faults(sound, change) == [f"d#{expected}"]


def test_an_operation_may_add_codes_to_a_shared_refusal(sound: Document) -> None:
    shared = sound["components"]["responses"]["BadRequest"]
    codes = {**shared["x-error-codes"], "010-023": "The grant is invalid."}
    put(sound)["responses"]["400"] = {**shared, "x-error-codes": codes}
    check(sound, name="d")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        pytest.param(
            lambda d: schemas(d).update(Other={"type": "string"}),
            "/components/schemas/Other: has no example",
            id="schema without",
        ),
        pytest.param(
            lambda d: schemas(d)["User"]["properties"]["tags"]["items"].pop("examples"),
            f"{USER}/properties/tags: has no example",
            id="property without",
        ),
        pytest.param(
            lambda d: d["components"]["parameters"]["Id"].pop("example"),
            "/components/parameters/Id: has no example",
            id="parameter without",
        ),
        pytest.param(
            lambda d: ok(d)["headers"]["X-Age"].pop("example"),
            f"{PUT}/responses/200/headers/X-Age: has no example",
            id="header without",
        ),
        pytest.param(
            lambda d: put(d)["requestBody"]["content"].update({"text/plain": {"schema": {"type": "string"}}}),
            f"{PUT}/requestBody/content/text~1plain: has no example",
            id="media type without",
        ),
        pytest.param(
            lambda d: schemas(d)["User"].update(examples=[{"email": "joe@example.com"}, {}]),
            f'{USER}/examples/1: this example breaks its schema: "email" is a required property',
            id="schema",
        ),
        pytest.param(
            lambda d: schemas(d)["User"]["properties"]["email"].update(examples=["joe"]),
            f'{USER}/properties/email/examples/0: this example breaks its schema: "joe" is not a "email"',
            id="format of a property",
        ),
        pytest.param(
            lambda d: d["components"]["parameters"]["Id"].update(example="7"),
            '/components/parameters/Id/example: this example breaks its schema: "7" is not a "uuid"',
            id="parameter",
        ),
        pytest.param(
            lambda d: ok(d)["headers"]["X-Age"].update(example="old"),
            f"{PUT}/responses/200/headers/X-Age/example: "
            'this example breaks its schema: "old" is not of type "integer"',
            id="header",
        ),
        pytest.param(
            lambda d: ok(d)["content"]["application/json"]["examples"]["jane"]["value"].update(email=1),
            f"{PUT}/responses/200/content/application~1json/examples/jane/value/email: "
            'this example breaks its schema: 1 is not of type "string"',
            id="media type",
        ),
    ],
)
def test_a_missing_or_wrong_example_is_found(sound: Document, change: Change, expected: str) -> None:
    assert faults(sound, change) == [f"d#{expected}"]


def test_optional_property_of_a_request_has_to_take_null(sound: Document) -> None:
    found = faults(sound, lambda d: schemas(d)["User"]["properties"]["tags"].update(type="array"))

    assert found == [f"d#{USER}/properties/tags: is optional in a request, so that null must be allowed too"]


def test_null_may_be_an_alternative(sound: Document) -> None:
    tags = schemas(sound)["User"]["properties"]["tags"]
    tags.update(type="array")
    schemas(sound)["User"]["properties"]["tags"] = {
        "oneOf": [tags, {"type": "null"}],
        "examples": [["vip"]],
    }

    check(sound, name="d")


def test_two_operations_of_one_id_are_found(sound: Document) -> None:
    def double(document: Document) -> None:
        twin = copy.deepcopy(document["paths"]["/users/{id}"])
        document["paths"]["/twins/{id}"] = twin

    assert faults(sound, double) == [
        f"d#/paths/~1twins~1{{id}}/put: the operationId put-user stands at d#{PUT} too"
    ]


def test_two_operations_of_one_id_are_told_with_both_files(sound: Document) -> None:
    sound["webhooks"] = {"twin": {"put": copy.deepcopy(put(sound))}}
    sources: dict[Pointer, Place] = {
        ("paths", "/users/{id}"): Place("openapi/paths/users.yaml", ("one",)),
        ("webhooks", "twin"): Place("openapi/webhooks/twin.yaml", ("other",)),
    }
    with pytest.raises(DocumentError) as caught:
        check(sound, name="d", origin=Bundle(sound, sources))
    assert str(caught.value) == (
        "openapi/webhooks/twin.yaml#/other/put: "
        "the operationId put-user stands at openapi/paths/users.yaml#/one/put too"
    )


def test_an_operation_says_who_may_call_it(sound: Document) -> None:
    said = faults(sound, lambda d: put(d).pop("security"))
    assert said == [f"d#{PUT}: says nothing of security: a call that needs no token has `security: []`"]


def test_the_mocks_own_paths_need_neither_origin_nor_shared_responses(sound: Document) -> None:
    sound["paths"]["/_mock/clock"] = {
        "servers": [{"url": "/"}],
        "get": {
            "operationId": "read-clock",
            "tags": ["users"],
            "security": [],
            "responses": {"204": {"description": "T."}},
        },
    }
    check(sound, name="d")


def test_a_fault_is_told_where_the_source_stands(sound: Document) -> None:
    schemas(sound)["User"]["examples"] = [{}]
    place = Place("openapi/components/schemas/users.yaml", ("User",))
    bundle = Bundle(sound, {("components", "schemas", "User"): place})
    with pytest.raises(DocumentError, match=r"^openapi/components/schemas/users.yaml#/User/examples/0: "):
        check(sound, name="d", origin=bundle)
