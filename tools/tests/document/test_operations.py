"""Description and mock offer what the vendor's Login API offers: method, path and operation id alike.

The vendor's operations are listed by family in `openapi/operations.csv`; one that is left out tells why.
"""

from __future__ import annotations

import csv
import json
import re
from collections import Counter
from collections.abc import Iterable

import pytest
from attrs import frozen

from login_contract import resources
from login_contract.codegen.published_names import as_published
from login_contract.description import model
from login_contract.description.operation import operations
from login_contract.mock.http.functions import endpoints

FAMILIES = {
    "jwt",
    "oauth2",
    "account",
    "attributes",
    "server",
    "groups",
    "mfa",
    "bulk",
    "email",
    "webhook",
    "console",
}
# Families of which every operation is left out.
LEFT_OUT = {"console"}
MOCK_BASE = "/api"


@frozen(order=True)
class Offer:
    """One operation; a webhook has no path, because its address is the partner's."""

    operation_id: str
    method: str
    path: str

    def __str__(self) -> str:
        return f"{self.method} {self.path} {self.operation_id}"


# What is offered beyond the list: the vendor redirects from the link of its mails, and tells no path of it.
BEYOND = {Offer("confirm-account", "GET", "/user/confirm")}


def rows() -> list[dict[str, str]]:
    with resources.path("openapi/operations.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(*families: str) -> set[Offer]:
    return {
        Offer(
            row["operation_id"],
            row["method"],
            "" if row["family"] == "webhook" else row["path"],
        )
        for row in rows()
        if row["family"] in families and not row["left_out"]
    }


def described() -> set[Offer]:
    document = json.loads(resources.path("generated/openapi/login.json").read_text("utf-8"))
    return {
        Offer(one.operation_id, one.method, "" if one.is_webhook else one.path)
        for one in operations(as_published(document))
    }


def mocked() -> set[Offer]:
    answered = endpoints()
    description = model.Description(as_published(model.described("mock").document))
    return {
        Offer(one.operation_id, one.method, one.path)
        for one in description.operations.values()
        if one.operation_id in answered and one.address == f"{MOCK_BASE}{one.path}"
    }


def named(offers: Iterable[Offer]) -> str:
    return "".join(f"\n  {offer}" for offer in sorted(offers))


@pytest.mark.parametrize("family", sorted(FAMILIES - LEFT_OUT))
def test_description_lacks_no_operation_of_a_family(family: str) -> None:
    missing = listed(family) - described()

    assert not missing, f"listed, but not described so:{named(missing)}"


@pytest.mark.parametrize("family", sorted(FAMILIES - LEFT_OUT - {"webhook"}))
def test_mock_answers_every_operation_of_a_family(family: str) -> None:
    missing = listed(family) - mocked()

    assert not missing, f"listed, but not answered so by the mock:{named(missing)}"


def test_description_has_no_operation_that_is_not_listed() -> None:
    extra = described() - listed(*FAMILIES) - BEYOND

    assert not extra, f"described, but not listed so:{named(extra)}"


def test_mock_answers_no_operation_that_is_not_listed() -> None:
    extra = mocked() - listed(*FAMILIES) - BEYOND

    assert not extra, f"answered by the mock, but not listed so:{named(extra)}"


def test_list_names_every_operation_once_and_every_family() -> None:
    ids = Counter(row["operation_id"] for row in rows())
    places = Counter((row["method"], row["path"]) for row in rows() if row["path"])

    assert [each for each, times in (ids + places).items() if times > 1] == []
    assert {row["family"] for row in rows()} == FAMILIES
    assert {family for family in FAMILIES if not listed(family)} == LEFT_OUT


def test_operation_without_a_path_is_left_out_with_a_reason() -> None:
    assert [row["operation_id"] for row in rows() if not row["path"] and not row["left_out"]] == []


def test_what_is_left_out_is_not_described() -> None:
    left_out = {row["operation_id"] for row in rows() if row["left_out"]}

    assert left_out.isdisjoint(offer.operation_id for offer in described() | mocked())


def test_readme_names_the_ids_that_are_not_the_vendors() -> None:
    text = resources.path("openapi/README.md").read_text("utf-8")
    (sentence,) = re.findall(r"one in the same style was chosen:([^.]*)\.", text)
    ours = {row["operation_id"] for row in rows() if row["id_from"] == "ours" and not row["left_out"]}

    assert set(re.findall(r"`([^`]+)`", sentence)) == ours | {offer.operation_id for offer in BEYOND}
