"""Which function serves which operation: what is wrong with that is told before anything is served."""

from __future__ import annotations

from collections.abc import Collection

import pytest

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import REGISTRY, Registry
from login_contract.mock.errors import ContractBreach
from login_contract.mock.http import functions
from login_contract.mock.http.app import create_app
from login_contract.mock.services import Services


async def first(call: Call, services: Services) -> Reply:
    return Reply.empty()


async def second(call: Call, services: Services) -> Reply:
    return Reply.empty()


@pytest.fixture
def registry() -> Registry:
    registry = Registry()
    registry.serves("log-in", "sign-in")(first)
    return registry


def refused(registry: Registry, operation_ids: Collection[str]) -> str:
    with pytest.raises(ContractBreach) as refusal:
        registry.endpoints(operation_ids)
    return str(refusal.value)


def test_a_function_serves_what_it_says(registry: Registry) -> None:
    assert registry.serves("log-out")(second) is second

    served = registry.endpoints({"log-in", "sign-in", "log-out"})

    assert {one: endpoint.serve for one, endpoint in served.items()} == {
        "log-in": first,
        "sign-in": first,
        "log-out": second,
    }


def test_an_operation_without_a_function_is_refused(registry: Registry) -> None:
    told = refused(registry, {"log-in", "sign-in", "log-out", "look"})
    assert told == "no function serves log-out; no function serves look"


def test_an_operation_with_two_functions_is_refused(registry: Registry) -> None:
    registry.serves("sign-in")(second)
    told = refused(registry, {"log-in", "sign-in"})
    assert told == f"{__name__}.first and {__name__}.second serve sign-in"


def test_a_function_for_an_unknown_operation_is_refused(registry: Registry) -> None:
    told = refused(registry, {"log-in"})
    assert told == f"{__name__}.first serves sign-in, which is not described"


def test_the_mock_does_not_start_while_an_operation_has_no_function(monkeypatch: pytest.MonkeyPatch) -> None:
    create_app().close()
    monkeypatch.delitem(REGISTRY._found, "healthz")
    monkeypatch.setattr(functions, "endpoints", functions.endpoints.__wrapped__)

    with pytest.raises(ContractBreach, match="no function serves healthz"):
        create_app()
