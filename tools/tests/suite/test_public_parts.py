from __future__ import annotations

from typing import Any

import httpx
import pytest

from login_contract.description.model import described
from login_contract.suite.generated.public_parts import private_texts

ATTRIBUTES, PROFILE = "get-users-attributes-from-client", "get-user-public-profile"


def private(operation_id: str, body: Any, **headers: str) -> list[str]:
    answer = httpx.Response(200, json=body, headers=headers)
    return private_texts(described().operations[operation_id], answer)


def test_what_is_marked_as_public_is_not_private() -> None:
    assert "Jane" not in private(PROFILE, {"nickname": "Jane"})
    assert "Jane" in private("get-user-details", {"nickname": "Jane"})


@pytest.mark.parametrize(("permission", "is_private"), [("public", False), ("private", True), (None, True)])
def test_mark_may_depend_on_a_value(permission: str | None, is_private: bool) -> None:
    attribute = {"key": "level", "value": "the-secret", "permission": permission}

    assert ("the-secret" in private(ATTRIBUTES, [attribute])) == is_private


def test_names_headers_and_what_is_no_json_are_private() -> None:
    assert "the-name" in private("get-user-details", {"the-name": None})
    assert "the-place" in private("get-user-details", {}, location="the-place")
    operation = described().operations["get-user-details"]
    assert "the page" in private_texts(operation, httpx.Response(200, text="the page"))
