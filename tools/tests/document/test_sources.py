"""Every status of the description is tagged with a source that states it, or as inferred.

`openapi/sources.csv` lists, by operation, the statuses that a source states, and which do. What it does not
list of an operation, nobody states; of an operation that it does not list at all, the own origin of the
operation states what is not inferred. A wrong tag makes a run against a real server report a fact as failed
that is only inferred, or the other way round.
"""

from __future__ import annotations

import csv
import json
from collections import Counter
from typing import Any

import pytest

from login_contract import resources
from login_contract.description.model import Description
from login_contract.description.operation import operations
from login_contract.document.conventions import ORIGINS
from login_contract.suite.judging import origin

Status = tuple[str, str]
NOBODY = {"nobody"}


def document() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(resources.path("generated/openapi/login.json").read_text("utf-8"))
    return read


def rows() -> list[dict[str, str]]:
    with resources.path("openapi/sources.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def stated() -> dict[Status, set[str]]:
    return {(row["operation_id"], row["status"]): set(row["stated_by"].split()) for row in rows()}


def sources() -> dict[Status, set[str]]:
    listed = {operation_id for operation_id, _ in stated()}
    return stated() | by_themselves(document(), listed)


def tagged(description: dict[str, Any]) -> dict[Status, str]:
    """The origin of each response: its own, or else that of its operation."""
    return {
        (operation.operation_id, status): response.origin or str(operation.origin)
        for operation in operations(description)
        for status, response in operation.responses.items()
    }


def wrong(tags: dict[Status, str], sources: dict[Status, set[str]]) -> list[str]:
    """What is tagged otherwise than the sources have it."""
    return [
        f"{name} {status} is tagged {tag}, stated by {', '.join(sorted(sources.get((name, status), NOBODY)))}"
        for (name, status), tag in tags.items()
        if tag not in sources.get((name, status), {"inferred"})
    ]


def by_themselves(description: dict[str, Any], listed: set[str]) -> dict[Status, set[str]]:
    """What the operations that are not listed say of the statuses of theirs."""
    return {
        (operation.operation_id, status): {str(operation.origin), "inferred"}
        for operation in operations(description)
        if operation.operation_id not in listed
        for status in operation.responses
    }


def test_every_status_is_tagged_as_the_sources_have_it() -> None:
    assert wrong(tagged(document()), sources()) == []


def test_every_status_that_a_source_states_is_described() -> None:
    assert set(stated()) - set(tagged(document())) == set()


def test_the_list_of_sources_is_sound() -> None:
    twice = [
        key
        for key, count in Counter((row["operation_id"], row["status"]) for row in rows()).items()
        if count > 1
    ]
    assert twice == []
    assert set().union(*stated().values()) <= set(ORIGINS) - {"inferred"}
    assert all(stated().values())


@pytest.mark.parametrize(
    ("status", "tag", "told"),
    [
        ("429", "doc", "jwt-sso 429 is tagged doc, stated by nobody"),
        ("200", "inferred", "jwt-sso 200 is tagged inferred, stated by sdk, seed"),
        ("200", "doc", "jwt-sso 200 is tagged doc, stated by sdk, seed"),
    ],
)
def test_a_wrong_tag_is_noticed(status: str, tag: str, told: str) -> None:
    assert wrong(tagged(document()) | {("jwt-sso", status): tag}, sources()) == [told]


def test_an_operation_that_is_not_listed_vouches_with_its_own_origin() -> None:
    listed = {operation_id for operation_id, _ in stated()} - {"jwt-sso"}
    alone = by_themselves(document(), listed)

    assert alone["jwt-sso", "200"] == {"seed", "inferred"}
    assert wrong({("jwt-sso", "429"): "doc"}, alone) == [
        "jwt-sso 429 is tagged doc, stated by inferred, seed"
    ]


def test_the_suite_reads_the_same_origins() -> None:
    description = Description(document())
    for (name, status), tag in tagged(document()).items():
        operation = description.operations.get(name)
        if operation is not None and status.isdecimal():
            assert origin.of_response(operation, int(status)) == tag, (name, status)
