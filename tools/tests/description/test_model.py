from __future__ import annotations

import copy
from typing import Any

import pytest

from login_contract.description.message import JSON, Parameter
from login_contract.description.model import Description, described
from login_contract.description.operation import Operation

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "servers": [{"url": "https://login.example/api/"}],
    "security": [{"Token": []}],
    "paths": {
        "/users/{id}": {
            "parameters": [
                {"$ref": "#/components/parameters/Id"},
                {"name": "page", "in": "query", "schema": {"type": "integer"}},
            ],
            "put": {
                "operationId": "put-user",
                "tags": ["users"],
                "parameters": [{"name": "page", "in": "query", "required": True, "schema": {"default": "x"}}],
                "requestBody": {"$ref": "#/components/requestBodies/User"},
                "responses": {
                    "200": {"$ref": "#/components/responses/Done"},
                    "4XX": {"description": "No."},
                    "default": {"description": "Whatever."},
                },
            },
            "get": {
                "operationId": "get-user",
                "security": [{}, {"Token": []}],
                "responses": {"204": {"description": "Nothing."}},
            },
        },
        "/clock": {
            "servers": [{"url": "https://login.example"}],
            "get": {"operationId": "clock", "security": [], "responses": {}},
        },
    },
    "webhooks": {"told": {"post": {"operationId": "tell", "responses": {"5XX": {"description": "Broken."}}}}},
    "components": {
        "parameters": {
            "Id": {
                "name": "id",
                "in": "path",
                "required": True,
                "schema": {"$ref": "#/components/schemas/Id"},
            }
        },
        "requestBodies": {
            "User": {
                "required": True,
                "content": {
                    JSON: {
                        "schema": {"$ref": "#/components/schemas/User"},
                        "examples": {"jane": {"$ref": "#/components/examples/Jane"}},
                    }
                },
            }
        },
        "responses": {
            "Done": {
                "headers": {"X-Made": {"$ref": "#/components/headers/Made"}, "X-Maybe": {"schema": {}}},
                "content": {JSON: {"schema": {"$ref": "#/components/schemas/User"}, "example": {"a": 1}}},
                "x-error-codes": {"003-011": "Confirm the address."},
                "x-origin": "doc",
            }
        },
        "headers": {"Made": {"required": True, "schema": {"type": "string"}}},
        "examples": {"Jane": {"value": {"name": "jane"}}},
        "schemas": {
            "Id": {"type": ["null", "integer"], "x-error-code": "002-056", "examples": [7]},
            "Name": {"type": "string", "maxLength": 9},
            "User": {
                "properties": {
                    "name": {"$ref": "#/components/schemas/Name", "maxLength": 5},
                    "$ref": {"$ref": "#/components/schemas/Name"},
                    "other": {"$ref": "#/components/schemas/Name"},
                }
            },
        },
    },
}


def operation(name: str) -> Operation:
    return Description(DOCUMENT).operations[name]


def test_operations_and_webhooks_are_found_by_their_names() -> None:
    description = Description(DOCUMENT)

    assert list(description.operations) == ["get-user", "put-user", "clock"]
    assert [each.is_webhook for each in description.webhooks.values()] == [True]
    assert description.names["PUT /users/{id}"] == "put-user"
    assert description.by_label["GET /clock"].own_server


def test_an_operation_describes_a_parameter_of_its_path_anew() -> None:
    given, page = operation("put-user").parameters

    assert (given.name, given.location, given.required, given.error_code) == ("id", "path", True, "002-056")
    assert (given.kind, given.example, given.default) == ("integer", 7, None)
    assert (page.required, page.kind, page.default, page.exploded) == (True, "string", "x", True)
    assert [each.required for each in operation("get-user").parameters] == [True, False]


@pytest.mark.parametrize("schema", [{"schema": True}, {"content": {JSON: {"schema": {"type": "integer"}}}}])
def test_a_parameter_may_do_without_a_schema_object(schema: dict[str, Any]) -> None:
    found = Parameter.read(DOCUMENT, {"name": "a", "in": "query", **schema})

    assert (found.schema, found.kind, found.example, found.error_code) == ({}, "string", None, None)


def test_a_shared_body_is_read_like_one_of_its_own() -> None:
    apart = copy.deepcopy(DOCUMENT)
    apart["paths"]["/users/{id}"]["put"]["requestBody"] = apart["components"]["requestBodies"]["User"]
    shared, own = operation("put-user"), Description(apart).operations["put-user"]

    assert shared.bodies == own.bodies
    assert shared.bodies[JSON].example == {"name": "jane"}
    assert shared.body_required
    assert own.body_required
    assert operation("get-user").bodies == {}
    assert not operation("get-user").body_required


@pytest.mark.parametrize(
    ("status", "found"), [(200, "200"), (404, "4XX"), (500, "default"), (299, "default")]
)
def test_the_narrowest_description_of_a_status_counts(status: int, found: str) -> None:
    put = operation("put-user")

    assert put.response(status) is put.responses[found]


def test_a_status_that_nothing_describes_has_no_response() -> None:
    assert operation("get-user").response(200) is None
    assert Description(DOCUMENT).webhooks["told"].response(503) is not None
    assert Description(DOCUMENT).webhooks["told"].response(400) is None


def test_a_response_tells_what_its_parts_say() -> None:
    done = operation("put-user").responses["200"]

    assert done.required_headers == ("x-made",)
    assert done.error_codes == {"003-011": "Confirm the address."}
    assert (done.origin, done.partner_codes, done.content[JSON].example) == ("doc", False, {"a": 1})


@pytest.mark.parametrize(("name", "needed"), [("put-user", True), ("get-user", False), ("clock", False)])
def test_a_scheme_is_needed_where_no_alternative_does_without(name: str, needed: bool) -> None:
    assert operation(name).needs("Token") is needed
    assert not operation(name).needs("Other")


def test_an_address_begins_where_its_own_server_does() -> None:
    assert operation("put-user").address == "/api/users/{id}"
    assert operation("clock").address == "/clock"


def test_what_stands_beside_a_reference_is_laid_over_it() -> None:
    description = Description(DOCUMENT)
    user = description.inlined({"$ref": "#/components/schemas/User"})

    assert user["properties"]["name"] == {"type": "string", "maxLength": 5}
    assert user["properties"]["$ref"] == user["properties"]["other"] == {"type": "string", "maxLength": 9}
    assert DOCUMENT["components"]["schemas"]["User"]["properties"]["name"]["$ref"]


@pytest.mark.parametrize("variant", ["login", "mock", "partner"])
def test_every_part_of_the_generated_descriptions_is_read(variant: str) -> None:
    description = described(variant)

    for each in (*description.operations.values(), *description.webhooks.values()):
        assert each.responses, each.operation_id
        assert each.takes_input is bool(each.parameters or each.bodies)
        assert all(parameter.name for parameter in each.parameters)
