from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from login_contract.document.problem import DocumentError
from login_contract.document.published import record

DESCRIPTION: dict[str, Any] = {
    "paths": {"/b": {"get": {"operationId": "b"}}, "/a": {"put": {"operationId": "a"}}},
    "webhooks": {"validation": {"post": {"operationId": "validate-user"}}},
}


def test_the_record_lists_operations_and_webhooks_in_order(tmp_path: Path) -> None:
    text = record(DESCRIPTION, recorded=tmp_path / "none", name="d")
    assert text == "operation a PUT /a\noperation b GET /b\nwebhook validation\n"


def test_a_new_name_is_added(tmp_path: Path) -> None:
    recorded = tmp_path / "published.txt"
    recorded.write_text("operation a PUT /a\n")
    assert "operation b GET /b\n" in record(DESCRIPTION, recorded=recorded, name="d")


def test_a_name_that_vanished_is_refused(tmp_path: Path) -> None:
    recorded = tmp_path / "published.txt"
    recorded.write_text("operation a PUT /a\noperation gone GET /gone\nwebhook lost\n")
    with pytest.raises(DocumentError) as caught:
        record(DESCRIPTION, recorded=recorded, name="openapi/login.yaml")
    assert [str(problem) for problem in caught.value.problems] == [
        "openapi/login.yaml#: operation gone was published and is no longer described",
        "openapi/login.yaml#: webhook lost was published and is no longer described",
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("operation b GET /b/{}", "operation b was published as GET /b/{} and is now GET /b"),
        ("operation b POST /b", "operation b was published as POST /b and is now GET /b"),
        ("operation a GET /b", "operation a was published as GET /b and is now PUT /a"),
    ],
)
def test_an_operation_that_moved_is_refused(tmp_path: Path, line: str, told: str) -> None:
    recorded = tmp_path / "published.txt"
    recorded.write_text(f"{line}\n")
    with pytest.raises(DocumentError) as caught:
        record(DESCRIPTION, recorded=recorded, name="d")
    assert [str(problem) for problem in caught.value.problems] == [f"d#: {told}"]


def test_a_path_parameter_may_change_its_name(tmp_path: Path) -> None:
    recorded = tmp_path / "published.txt"
    old, new = ({"paths": {f"/a/{{{name}}}/b": {"get": {"operationId": "a"}}}} for name in ("id", "user_id"))
    recorded.write_text(record(old, recorded=recorded, name="d"))
    assert record(new, recorded=recorded, name="d") == "operation a GET /a/{}/b\n"


def test_a_record_of_names_alone_is_completed(tmp_path: Path) -> None:
    recorded = tmp_path / "published.txt"
    recorded.write_text("operation a\noperation b\n")
    assert record(DESCRIPTION, recorded=recorded, name="d").startswith("operation a PUT /a\n")
