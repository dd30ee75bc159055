from __future__ import annotations

from collections.abc import Iterator

import httpx
import pytest

from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.server import MockSettings
from login_contract.suite.actors.jwt_client import refusal
from tests.mock.partners import MakePartner, partners_of
from tests.mock.refusals import ON_ORDER, SITUATIONS, Answered


@pytest.fixture(scope="module")
def make_partner(private_key: str) -> Iterator[MakePartner]:
    with EmbeddedMock(MockSettings()) as mock, partners_of(mock, private_key=private_key) as make:
        yield make


def known() -> dict[Answered, list[Operation]]:
    """Return every code of the description beside its status, and the operations that know it."""
    found: dict[Answered, list[Operation]] = {}
    for operation in described().operations.values():
        for status, response in operation.responses.items():
            for code in response.error_codes or ():
                found.setdefault((int(status), code), []).append(operation)
    return found


def answered(response: httpx.Response) -> Answered:
    return refusal(response)


def test_every_code_has_its_situation_or_a_reason_why_not() -> None:
    on_order = {(status, code) for _, status, code in ON_ORDER}

    assert set(known()) == set(SITUATIONS) | on_order


@pytest.mark.parametrize("code", SITUATIONS, ids=lambda code: f"{code[0]} {code[1]}")
def test_code_is_answered(make_partner: MakePartner, code: Answered) -> None:
    assert answered(SITUATIONS[code](make_partner)) == code


@pytest.mark.parametrize(("operation_id", "status", "code"), ON_ORDER)
def test_code_without_a_situation_comes_on_order(
    make_partner: MakePartner, operation_id: str, status: int, code: str
) -> None:
    partner, operation = make_partner(), described().operations[operation_id]
    assert operation in known()[status, code]
    partner.control.fault(operation_id=operation_id, status=status, code=code)

    answer = partner.jwt_client.http.request(operation.method, operation.path)

    assert answered(answer) == (status, code)
