"""The overlay `portable` says the same in fewer words: every call stays, and so does what may be sent."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from generators.completeness import operations
from login_contract import resources
from login_contract.codegen.openapi_files import overlaid
from login_contract.document.examples import example_faults
from login_contract.document.prune import pruned

LOGIN = resources.checkout() / "generated" / "openapi" / "login.json"


@pytest.fixture(scope="module")
def login() -> dict[str, Any]:
    read: dict[str, Any] = json.loads(LOGIN.read_bytes())
    return read


def parts(node: Any, pointer: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], Any]]:
    """Every object and array of a document with its place."""
    yield pointer, node
    below = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
    for key, value in below:
        yield from parts(value, (*pointer, str(key)))


def examples(document: Mapping[str, Any]) -> dict[tuple[str, ...], Any]:
    """The examples of a document by their places."""
    places = (
        (place, node)
        for place, node in parts({"paths": document["paths"], "components": document["components"]})
        if place and place[-1] in ("example", "examples")
    )
    return dict(places)


def test_every_operation_stays_what_and_where_it_is(description: Path) -> None:
    assert list(operations(description)) == list(operations(LOGIN))


def test_calls_take_and_answer_what_they_did(document: dict[str, Any], login: dict[str, Any]) -> None:
    for path, item in login["paths"].items():
        for method, operation in item.items():
            if method == "parameters":
                continue
            kept = document["paths"][path][method]
            assert kept["responses"].keys() == operation["responses"].keys()
            assert {name: kept[name] for name in kept if name != "responses"}.keys() == operation.keys() - {
                "responses"
            }


def test_examples_stay_and_are_still_valid(document: dict[str, Any], login: dict[str, Any]) -> None:
    before = examples(login)
    kept = examples(document)

    assert len(kept) > 800
    assert kept == {place: before[place] for place in kept}
    assert list(example_faults(document)) == []


def test_what_generators_stumble_over_is_gone(document: dict[str, Any]) -> None:
    objects = [(place, node) for place, node in parts(document) if isinstance(node, dict)]

    assert "webhooks" not in document
    assert [place for place, node in objects if "links" in node and "responses" in place] == []
    assert [place for place, node in objects if node.get("additionalProperties") is False] == []
    assert [place for place, node in objects if "if" in node and "then" in node] == []


def test_every_tag_is_of_calls_and_every_scheme_is_used(document: dict[str, Any]) -> None:
    calls = [call for item in document["paths"].values() for call in item.values() if isinstance(call, dict)]
    schemes = {scheme for call in calls for wanted in call.get("security", ()) for scheme in wanted}

    assert {tag["name"] for tag in document["tags"]} == {tag for call in calls for tag in call["tags"]}
    assert document["components"]["securitySchemes"].keys() == schemes


def test_numbers_that_32_bits_cannot_hold_have_64(document: dict[str, Any]) -> None:
    large = [
        (place, node.get("format"))
        for place, node in parts(document)
        if isinstance(node, dict) and isinstance(node.get("maximum"), int) and node["maximum"] > 2**31 - 1
    ]

    assert len(large) > 10
    assert {form for _, form in large} == {"int64"}


@pytest.mark.parametrize("slice", ["client-side", "server-side", "jwt", "oauth2", "open"])
def test_overlay_follows_those_of_the_slices(slice: str) -> None:
    before = json.loads((LOGIN.parent / f"{slice}.json").read_bytes())
    document = pruned(overlaid(before, "portable"))

    assert "webhooks" not in document
    assert document["paths"].keys() == before["paths"].keys()
    assert list(example_faults(document)) == []
