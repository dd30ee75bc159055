from __future__ import annotations

from typing import Any

import pytest

from login_contract.description.model import Description
from login_contract.suite.generated.checks import violation_codes
from login_contract.suite.judging import origin

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "components": {
        "schemas": {
            "Answer": {
                "type": "object",
                "properties": {
                    "plain": {"type": "string"},
                    "weak": {"type": "string", "x-origin": "inferred"},
                    "list": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}},
                },
            },
            "Item": {"type": "object", "properties": {"weak": {"x-origin": "inferred"}}},
        },
        "headers": {"Weak": {"schema": {}, "x-origin": "inferred"}},
    },
    "paths": {
        "/x/{id}": {
            "parameters": [{"name": "id", "in": "path", "required": True, "schema": {}, "x-error-code": "7"}],
            "post": {
                "operationId": "make-x",
                "x-origin": "doc",
                "parameters": [
                    {"name": "weak", "in": "query", "schema": {}, "x-origin": "inferred"},
                    {"name": "plain", "in": "query", "schema": {}},
                ],
                "requestBody": {
                    "content": {
                        "application/json": {
                            "schema": {
                                "properties": {
                                    "weak": {"x-origin": "inferred", "x-error-code": "8"},
                                    "deep": {"properties": {"x": {"x-error-code": "9"}}},
                                }
                            }
                        }
                    }
                },
                "responses": {
                    "200": {
                        "headers": {"X-Weak": {"$ref": "#/components/headers/Weak"}},
                        "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Answer"}}},
                    },
                    "415": {"x-origin": "inferred"},
                },
            },
        }
    },
}
DESCRIPTION = Description(DOCUMENT)
OPERATION = DESCRIPTION.operations["make-x"]


@pytest.mark.parametrize(
    ("status", "header", "value", "expected"),
    [
        (200, "", [], "doc"),
        (200, "", ["plain"], "doc"),
        (200, "", ["weak"], "inferred"),
        (200, "", ["list", 3, "weak"], "inferred"),
        (200, "", ["list", 3, "other"], "doc"),
        (200, "", ["nowhere", "at", 1, "all"], "doc"),
        (200, "x-weak", [], "inferred"),
        (200, "x-other", [], "doc"),
        (415, "", [], "inferred"),
        (418, "", [], "doc"),
    ],
)
def test_narrowest_origin_of_an_answer_counts(
    status: int, header: str, value: list[Any], expected: str
) -> None:
    assert origin.of_response(OPERATION, status, header=header, value=value) == expected


@pytest.mark.parametrize(
    ("parameter", "body", "expected"),
    [("weak", (), "inferred"), ("plain", (), "doc"), ("", ("weak",), "inferred"), ("", ("other",), "doc")],
)
def test_narrowest_origin_of_a_request_counts(parameter: str, body: tuple[str, ...], expected: str) -> None:
    assert origin.of_request(OPERATION, parameter=parameter, body=body) == expected


def test_every_violation_code_of_an_operation_is_known() -> None:
    assert violation_codes(OPERATION) == {"0", "002-027", "002-028", "7", "8", "9"}


def test_operations_are_found_by_id_and_by_label() -> None:
    assert DESCRIPTION.by_label["POST /x/{id}"] is OPERATION
    assert DESCRIPTION.names == {"POST /x/{id}": "make-x"}
    assert not OPERATION.changes_nothing
