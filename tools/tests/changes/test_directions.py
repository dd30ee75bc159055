"""What a change does depends on who sends what it is about: the consumer in a call, another in a webhook."""

from __future__ import annotations

from typing import Any

import pytest

from login_contract.changes.comparison import compare
from login_contract.changes.report import groups
from tests.changes.small import impacts, small

Parts = dict[str, Any]
BREAKS, FITS = "breaking", "compatible"
KEY: Parts = {"Key": []}
TOKEN: Parts = {"Token": []}


def sized(most: int | None) -> Parts:
    media = {} if most is None else {"x-max-bytes": most}
    return {"requestBody": {"content": {"text/csv": media}}}


def answered(**told: Any) -> Parts:
    return {"responses": {"200": {"description": "Done.", **told}}}


@pytest.mark.parametrize(
    ("old", "new", "rule", "of_call", "of_webhook"),
    [
        (sized(9), sized(5), "bound-changed", BREAKS, FITS),
        (sized(5), sized(9), "bound-changed", FITS, BREAKS),
        (sized(None), sized(5), "bound-changed", BREAKS, FITS),
        (sized(5), sized(None), "bound-changed", FITS, BREAKS),
        ({"security": [KEY]}, {"security": [KEY, TOKEN]}, "security-changed", FITS, BREAKS),
        ({"security": [KEY, TOKEN]}, {"security": [KEY]}, "security-changed", BREAKS, FITS),
        (answered(), answered(headers={"A": {"required": True}}), "header-added", FITS, BREAKS),
        (answered(), answered(headers={"A": {}}), "header-added", FITS, FITS),
        (answered(), answered(**{"x-partner-codes": True}), "partner-codes-changed", FITS, FITS),
        (answered(**{"x-partner-codes": True}), answered(), "partner-codes-changed", FITS, BREAKS),
        ({}, {"x-protocol": "jwt"}, "protocol-changed", BREAKS, BREAKS),
        ({"x-protocol": "jwt"}, {}, "protocol-changed", FITS, FITS),
        ({}, {"callbacks": {"a": {}}}, "callbacks-changed", BREAKS, BREAKS),
    ],
)
def test_change_of_an_operation(old: Parts, new: Parts, rule: str, of_call: str, of_webhook: str) -> None:
    assert impacts(small(**old), small(**new)) == [f"{of_call} {rule}"]
    assert impacts(small(webhook=True, **old), small(webhook=True, **new)) == [f"{of_webhook} {rule}"]


@pytest.mark.parametrize(
    ("old", "new", "rule", "sent", "read"),
    [
        ({}, {"readOnly": True}, "access-changed", BREAKS, FITS),
        ({}, {"writeOnly": True}, "access-changed", FITS, BREAKS),
        ({"readOnly": True}, {}, "access-changed", FITS, FITS),
        ({}, {"deprecated": True}, "deprecation-changed", FITS, FITS),
        ({}, {"x-null": True}, "reading-changed", FITS, FITS),
        ({"x-null": True}, {}, "reading-changed", BREAKS, BREAKS),
    ],
)
def test_change_of_a_schema(old: Any, new: Any, rule: str, sent: str, read: str) -> None:
    holding = ({"properties": {"a": each}} for each in (old, new))
    before, after = holding

    assert impacts(small(body=before), small(body=after)) == [f"{sent} {rule}"]
    assert impacts(small(answer=before), small(answer=after)) == [f"{read} {rule}"]


def test_another_way_to_write_the_parts_of_a_form_breaks() -> None:
    def form(**encoding: Any) -> Parts:
        return small(requestBody={"content": {"multipart/form-data": {"encoding": encoding}}})

    assert impacts(form(), form(a={"contentType": "text/csv"})) == ["breaking writing-changed"]


def test_a_webhook_without_an_id_is_known_by_what_it_carries() -> None:
    old = small(body={"type": "string"}, webhook=True)
    del old["webhooks"]["one"]["post"]["operationId"]

    assert impacts(old, {**old, "webhooks": {"two": old["webhooks"]["one"]}}) == ["breaking operation-moved"]


@pytest.mark.parametrize(("many", "told"), [(3, 3), (4, 1)])
def test_what_many_operations_share_is_told_once(many: int, told: int) -> None:
    def api(**more: Any) -> Parts:
        operation = small(**more)["paths"]["/one"]["post"]
        paths = {f"/{n}": {"post": {**operation, "operationId": f"o{n}"}} for n in range(many)}
        return {**small(), "paths": paths}

    found = groups(compare(api(), api(**{"x-protocol": "jwt"})).changes)

    assert len(found) == told
    assert sum(len(each.operations) for each in found) == many
