"""A made-up bundle in OpenAPI 3.0 beside our description, and a large real one that an npm package ships."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest

from login_contract import cli
from login_contract.description.operation import operations
from login_contract.official.comparison import Comparison, compare, read_official, read_ours
from login_contract.official.difference import Weight
from node import npm
from tests.node_or_skip import NodeOrSkip

VENDOR = Path(__file__).with_name("vendor.yaml")
# The work of a comparison, on a machine that does nothing else.
SECONDS = 5


@pytest.fixture(scope="module")
def found() -> Comparison:
    return compare(read_ours(None), read_official(VENDOR), name=str(VENDOR))


@pytest.fixture(scope="module")
def large() -> Path:
    with NodeOrSkip():
        modules = npm.install("github").modules
    return modules / "@octokit" / "openapi" / "generated" / "api.github.com.json"


def told(found: Comparison, weight: Weight) -> set[tuple[str, str, str]]:
    """Operation or schema, place and kind with its side, of what weighs so much, but operations not there."""
    return {
        (one.schema or operation, one.where, f"{one.kind} {one.side}")
        for each in found.found
        for one in (each.difference,)
        for operation in each.operations
        if one.weight is weight and (one.kind, one.side) != ("operation", "here")
    }


def test_heavy_differences_of_the_bundle_are_these(found: Comparison) -> None:
    assert told(found, Weight.HEAVY) == {
        ("listParties", "", "operation there"),
        ("PasswordLogin", "password", "type differs"),
        ("PasswordLogin", "captcha", "property there"),
        ("get-user-details", "", "security differs"),
        ("get-user-details", "200", "status here"),
        ("get-user-details", "201", "status there"),
        ("get-user-public-profile", "", "address differs"),
    }


def test_medium_differences_of_the_bundle_are_these(found: Comparison) -> None:
    assert told(found, Weight.MEDIUM) == {
        ("auth-by-username-and-password", "402", "status there"),
        ("LoginResult", "expires_in", "property there"),
        ("LoginResult", "token", "property here"),
        ("LoginResult", "ask_fields", "property here"),
        ("log-user-out", "query sessions", "required differs"),
        ("LogoutSessions", "", "enum differs"),
        ("get-user-public-profile", "200", "media type differs"),
    }


def test_what_the_bundle_says_in_other_words_is_the_same(found: Comparison) -> None:
    places = {(one.schema, one.where) for one in (each.difference for each in found.found)}

    assert found.compared == 4
    assert places.isdisjoint(
        {("PasswordLogin", "username"), ("PasswordLogin", "remember_me"), ("", "query projectId")}
    )
    assert ("", "header Authorization") not in places
    assert ("LoginResult", "login_url") not in places


def test_refusals_of_a_catch_all_are_not_missed(found: Comparison) -> None:
    assert ("log-user-out", "401", "status here") not in told(found, Weight.LIGHT)
    assert ("auth-by-username-and-password", "401", "status here") in told(found, Weight.LIGHT)


def test_every_operation_that_the_bundle_lacks_is_told_with_its_origin(found: Comparison) -> None:
    every = {one.operation_id: one.origin for one in operations(read_ours(None)) if not one.is_webhook}
    lacking = {
        each.operations[0]: each.difference.origins
        for each in found.found
        if each.difference.kind == "operation" and each.difference.side == "here"
    }

    assert len(lacking) == len(every) - found.compared
    assert lacking == {name: (every[name],) for name in lacking}


def test_difference_of_a_property_has_the_origin_of_the_property(found: Comparison) -> None:
    (password,) = [
        one for each in found.found if (one := each.difference).where == "password" and one.kind == "type"
    ]

    assert (password.here, password.there, password.origins) == ("string", "integer", ("inferred",))


def test_large_description_is_compared_with_ours(large: Path) -> None:
    begun = process_time()

    theirs = read_official(large)
    compared = compare(read_ours(None), theirs, name="theirs")

    assert process_time() - begun < SECONDS
    there = [each for each in compared.found if each.difference.side == "there"]
    assert len(there) == sum(len(item) for item in theirs["paths"].values()) > 500


def test_large_description_differs_from_itself_in_nothing_but_what_was_changed(
    large: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    changed: Any = json.loads(large.read_text("utf-8"))
    changed["components"]["schemas"]["simple-user"]["properties"]["login"]["type"] = "integer"
    path = tmp_path / "changed.json"
    path.write_text(json.dumps(changed), "utf-8")
    begun = process_time()

    assert cli.run(["compare", "--official", str(path), "--description", str(large), "--format", "json"]) == 1

    assert process_time() - begun < SECONDS
    report = json.loads(capsys.readouterr().out)
    found = {(one["schema"], one["where"], one["kind"]) for one in report["differences"]}
    # Where one of two schemas is meant, the place is that of both.
    assert found == {("simple-user", "login", "type"), ("installation", "account.login", "type")}
    assert report["counts"] == {"heavy": 2, "medium": 0, "light": 0}
