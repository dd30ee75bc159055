"""The compiled description: made of the one that everybody reads, and no sooner than it is needed."""

from __future__ import annotations

from typing import Any

import pytest

from login_contract.description.message import JSON
from login_contract.description.model import described
from login_contract.mock.contract import compiled
from login_contract.mock.contract.compiled import Checker, Contract

LOGIN = "auth-by-username-and-password"


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[Any]:
    """The schemas of the validators that a test makes."""
    found: list[Any] = []

    class Counted(Checker):
        def __init__(self, schema: Any) -> None:
            found.append(schema)
            super().__init__(schema)

    monkeypatch.setattr(compiled, "Checker", Counted)
    return found


def test_nothing_is_compiled_before_a_request_needs_it(made: list[Any]) -> None:
    contract = Contract(described("mock"))
    route, path = contract.find("/api/projects/x/keys") or pytest.fail("no route")

    assert (sorted(route.operations), path) == (["GET", "POST"], {"project_id": "x"})
    assert contract.description.request_headers
    assert made == []


@pytest.mark.parametrize(
    ("sent", "named"),
    [("a%2Fb", "a/b"), ("a%252Fb", "a%2Fb"), ("%41", "A"), ("100%", "100%"), ("%C3%A9%20", "é "), ("é", "é")],
)
def test_an_encoded_slash_belongs_to_a_parameter(sent: str, named: str) -> None:
    contract = Contract(described("mock"))
    found = contract.find(f"/%61pi/projects/x/server_custom_id/{sent}/attributes") or pytest.fail("no route")

    assert found[1] == {"project_id": "x", "server_custom_id": named}
    assert contract.find("/api/users%2Fme") is None


def test_one_schema_has_one_validator(made: list[Any]) -> None:
    contract = Contract(described("mock"))
    first, other = contract.operations[LOGIN], contract.operations["jwt-register-new-user"]

    assert first.answer(400, JSON) is other.answer(400, JSON)
    assert len(made) == 1


def test_an_undocumented_answer_has_no_validator() -> None:
    operation = Contract(described("mock")).operations[LOGIN]

    assert operation.response(299) is None
    with pytest.raises(LookupError):
        operation.answer(299, JSON)
    with pytest.raises(LookupError):
        operation.answer(200, "text/plain")
