"""Calls that exist in both protocols say once what they share."""

from __future__ import annotations

from collections import Counter

from login_contract.description.model import described
from login_contract.description.operation import operations


def test_no_two_operations_write_the_same_body_out() -> None:
    document = described().document
    schemas = Counter(
        media["schema"]["$ref"]
        for operation in operations(document)
        for media in operation.definition.get("requestBody", {}).get("content", {}).values()
    )

    assert [name for name, times in schemas.items() if times > 1] == []


def test_a_shared_body_is_shared() -> None:
    document = described().document
    bodies = [operation.definition.get("requestBody", {}) for operation in operations(document)]
    uses = Counter(body.get("$ref") for body in bodies)

    assert document["components"]["requestBodies"]
    assert [
        name
        for name in document["components"]["requestBodies"]
        if uses[f"#/components/requestBodies/{name}"] < 2
    ] == []
