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
    assert text == "operation a\noperation b\nwebhook validation\n"


def test_a_new_name_is_added(tmp_path: Path) -> None:
    recorded = tmp_path / "published.txt"
    recorded.write_text("operation a\n")
    assert "operation b\n" in record(DESCRIPTION, recorded=recorded, name="d")


def test_a_name_that_vanished_is_refused(tmp_path: Path) -> None:
    recorded = tmp_path / "published.txt"
    recorded.write_text("operation a\noperation gone\nwebhook lost\n")
    with pytest.raises(DocumentError) as caught:
        record(DESCRIPTION, recorded=recorded, name="openapi/login.yaml")
    assert [str(problem) for problem in caught.value.problems] == [
        "openapi/login.yaml#: operation gone was published and is no longer described",
        "openapi/login.yaml#: webhook lost was published and is no longer described",
    ]
