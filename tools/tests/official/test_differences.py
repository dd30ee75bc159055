"""One change of a description, one difference: its kind, its weight, and the origin of our fact."""

from __future__ import annotations

import copy
from collections.abc import Callable
from typing import Any

import pytest

from login_contract.official.comparison import compare
from login_contract.official.difference import Weight
from tests.official.doors import PIN, described, door, put

Change = Callable[[dict[str, Any]], object]


def found(change: Change, *, here: bool = False) -> list[tuple[str, str, str, str, tuple[str, ...]]]:
    """What a change of theirs, or of ours, comes to."""
    ours, theirs = described(), copy.deepcopy(described())
    change(ours if here else theirs)
    differences = (each.difference for each in compare(ours, theirs, name="theirs").found)
    return [
        (one.weight.name, f"{one.schema} {one.where}".strip(), one.kind, one.side, one.origins)
        for one in differences
    ]


def renamed(document: dict[str, Any]) -> None:
    document["paths"]["/gates/{door}"] = document["paths"].pop("/doors/{door}")


def called_otherwise(document: dict[str, Any]) -> None:
    put(document)["parameters"][0]["name"] = "id"
    document["paths"]["/doors/{id}"] = document["paths"].pop("/doors/{door}")


def parameter(**given: Any) -> Change:
    node = {"name": "far", "in": "query", "schema": {"type": "string"}, **given}
    return lambda document: put(document)["parameters"].append(node)


def pin(**given: Any) -> Change:
    return lambda document: door(document)["properties"].__setitem__("pin", {**PIN, **given})


@pytest.mark.parametrize(
    ("change", "weight", "where", "kind", "side", "origins"),
    [
        (
            lambda d: d["paths"].update({"/x": {"get": {"responses": {}}}}),
            "HEAVY",
            "",
            "operation",
            "there",
            (),
        ),
        (renamed, "HEAVY", "", "address", "differs", ("seed",)),
        (lambda d: put(d).update(operationId="putDoor"), "LIGHT", "", "id", "differs", ("seed",)),
        (lambda d: put(d).update(security=[]), "HEAVY", "", "security", "differs", ("seed",)),
        (lambda d: put(d).update(security=[{"key": []}, {}]), "HEAVY", "", "security", "differs", ("seed",)),
        (parameter(), "MEDIUM", "query far", "parameter", "there", ("seed",)),
        (parameter(required=True), "HEAVY", "query far", "parameter", "there", ("seed",)),
        (lambda d: put(d)["parameters"].pop(), "LIGHT", "query lang", "parameter", "here", ("seed",)),
        (
            lambda d: put(d)["parameters"][1].update(required=True),
            "HEAVY",
            "query lang",
            "required",
            "differs",
            ("seed",),
        ),
        (
            lambda d: put(d)["parameters"][1]["schema"].update(default="de"),
            "LIGHT",
            "query lang",
            "default",
            "differs",
            ("seed",),
        ),
        (
            lambda d: put(d)["requestBody"].update(required=False),
            "LIGHT",
            "body",
            "required",
            "differs",
            ("seed",),
        ),
        (lambda d: put(d).pop("requestBody"), "HEAVY", "body", "body", "here", ("seed",)),
        (lambda d: put(d)["responses"].pop("404"), "LIGHT", "404", "status", "here", ("sdk",)),
        (lambda d: put(d)["responses"].update({"409": {}}), "MEDIUM", "409", "status", "there", ("seed",)),
        (lambda d: put(d)["responses"].update({"201": {}}), "HEAVY", "201", "status", "there", ("seed",)),
    ],
)
def test_change_of_an_operation(
    change: Change, weight: str, where: str, kind: str, side: str, origins: tuple[str, ...]
) -> None:
    assert found(change) == [(weight, where, kind, side, origins)]


@pytest.mark.parametrize(
    ("change", "sent", "read"),
    [
        (pin(type="integer"), ("HEAVY", "Door pin", "type"), ("HEAVY", "Door pin", "type")),
        (pin(type=["string", "null"]), ("LIGHT", "Door pin", "null"), ("MEDIUM", "Door pin", "null")),
        (pin(enum=["a", "b", "c"]), ("MEDIUM", "Door pin", "enum"), ("MEDIUM", "Door pin", "enum")),
        (pin(enum=["a"]), ("MEDIUM", "Door pin", "enum"), ("LIGHT", "Door pin", "enum")),
        (pin(format="uri"), ("LIGHT", "Door pin", "format"), ("LIGHT", "Door pin", "format")),
        (pin(maxLength=8), ("LIGHT", "Door pin", "maxLength"), ("LIGHT", "Door pin", "maxLength")),
        (
            lambda d: door(d).update(required=[]),
            ("MEDIUM", "Door pin", "required"),
            ("HEAVY", "Door pin", "required"),
        ),
        (
            lambda d: door(d)["properties"].pop("pin"),
            ("HEAVY", "Door pin", "property"),
            ("HEAVY", "Door pin", "property"),
        ),
        (
            lambda d: door(d)["properties"].update(far={"type": "string"}),
            ("MEDIUM", "Door far", "property"),
            ("MEDIUM", "Door far", "property"),
        ),
        (
            lambda d: (door(d)["properties"].update(far={}), door(d)["required"].append("far")),
            ("HEAVY", "Door far", "property"),
            ("MEDIUM", "Door far", "property"),
        ),
    ],
)
def test_change_of_a_schema_weighs_by_who_sends_it(
    change: Change, sent: tuple[str, ...], read: tuple[str, ...]
) -> None:
    told = found(change)

    assert {each[:3] for each in told} == {sent, read}
    origin = "doc" if sent[1] == "Door far" else "inferred"
    assert {each[4] for each in told} == {(origin,)}


def test_difference_is_told_once_of_a_schema_that_leads_back_to_itself() -> None:
    assert len(found(pin(maxLength=8))) == 1


def test_what_only_ours_has_is_told_as_such() -> None:
    assert found(parameter(required=True), here=True) == [
        ("HEAVY", "query far", "parameter", "here", ("seed",))
    ]


@pytest.mark.parametrize(
    "change",
    [
        lambda d: d.update(openapi="3.0.3"),
        called_otherwise,
        lambda d: d.update(
            servers=[{"url": "https://other.example/"}],
            paths={"/api/doors/{door}": d["paths"]["/doors/{door}"]},
        ),
        lambda d: put(d)["parameters"].append(
            {"name": "x-key", "in": "header", "schema": {"type": "string"}}
        ),
        lambda d: put(d)["parameters"].append(
            {"name": "Accept", "in": "header", "schema": {"type": "string"}}
        ),
        parameter(name="Authorization", **{"in": "header"}),
        lambda d: put(d)["responses"]["200"].update(
            content={"application/door+json": put(d)["responses"]["200"]["content"]["application/json"]}
        ),
        pin(enum=["b", "a", None]),
        pin(description="A secret"),
        lambda d: door(d)["properties"].update(
            pin={"allOf": [{"type": "string", "maxLength": 9}, {"enum": ["b", "a"]}]}
        ),
        lambda d: door(d)["properties"].update(
            pin={"oneOf": [{**PIN, "enum": ["a"]}, {**PIN, "enum": ["b"]}]}
        ),
        lambda d: put(d)["responses"].update(default=put(d)["responses"].pop("404")),
    ],
)
def test_other_words_for_the_same_are_no_difference_that_matters(change: Change) -> None:
    told = [each for each in found(change) if each[2] != "name" and each[1] != "default"]

    assert told == []


def test_operation_without_an_id_is_found_by_its_address() -> None:
    def moved(document: dict[str, Any]) -> None:
        put(document).pop("operationId")
        document["servers"] = [{"url": "https://other.example"}]
        document["paths"] = {"/api/doors/{door}": document["paths"]["/doors/{door}"]}

    assert found(moved) == [("LIGHT", "", "id", "differs", ("seed",))]


def test_operation_with_servers_of_its_own_is_compared_with_where_it_stands() -> None:
    def served(*places: str) -> Change:
        return lambda document: put(document).update(servers=[{"url": each} for each in places])

    assert found(served("https://gates.example/v2")) == [("HEAVY", "", "address", "differs", ("seed",))]
    assert found(served("https://gates.example/v2"), here=True) == [
        ("HEAVY", "", "address", "differs", ("seed",))
    ]
    assert found(served("https://gates.example/api", "https://gates.example/v2")) == []


def test_webhooks_alone_are_compared_with_calls_alone() -> None:
    calls = described()
    webhooks = {**described(), "webhooks": described()["paths"], "paths": {}}

    told = [each.difference for each in compare(webhooks, calls, name="theirs").found]

    assert [(one.kind, one.side, one.there) for one in told] == [("operation", "there", "PUT /doors/{door}")]


@pytest.mark.parametrize("theirs", [{**PIN, "nullable": True}, {"oneOf": [{"type": "null"}, PIN]}], ids=str)
def test_null_is_the_same_in_each_way_to_write_it(theirs: dict[str, Any]) -> None:
    ours, others = described(), described()
    pin(type=["string", "null"])(ours)
    door(others)["properties"]["pin"] = theirs

    assert compare(ours, others, name="theirs").found == ()


def test_alternatives_of_several_bounds_have_none() -> None:
    several = {"anyOf": [{**PIN, "maxLength": 5}, PIN]}

    told = found(lambda document: door(document)["properties"].update(pin=several))
    assert told == [("LIGHT", "Door pin", "maxLength", "here", ("inferred",))]


def test_a_token_in_the_header_authorization_is_a_bearer_s() -> None:
    ours, theirs = described(), described()
    ours["components"]["securitySchemes"]["key"] = {"type": "http", "scheme": "Bearer"}
    theirs["components"]["securitySchemes"]["key"]["name"] = "Authorization"

    assert compare(ours, theirs, name="theirs").found == ()


def test_a_body_that_may_be_left_out_weighs_less() -> None:
    ours, theirs = described(), described()
    put(ours)["requestBody"]["required"] = False
    del put(theirs)["requestBody"]

    (told,) = compare(ours, theirs, name="theirs").found
    assert (told.difference.kind, told.difference.weight) == ("body", Weight.MEDIUM)


def test_weights_are_in_order() -> None:
    assert sorted(Weight) == [Weight.LIGHT, Weight.MEDIUM, Weight.HEAVY]


LIST = {"schema": {"type": "array", "items": {"type": "string"}}}


@pytest.mark.parametrize(
    ("theirs", "kinds"),
    [
        (LIST, []),
        ({**LIST, "style": "form", "explode": True}, []),
        ({**LIST, "explode": False}, ["writing"]),
        ({"schema": None, "content": {"application/json": {}}}, ["writing"]),
    ],
)
def test_a_list_that_is_written_otherwise_is_told(theirs: dict[str, Any], kinds: list[str]) -> None:
    ours, others = described(), described()
    parameter(**LIST)(ours)
    parameter(**theirs)(others)
    differences = [each.difference for each in compare(ours, others, name="theirs").found]

    assert [one.kind for one in differences if one.kind == "writing"] == kinds
    assert all(one.weight is Weight.HEAVY for one in differences if one.kind == "writing")


def test_a_parameter_whose_name_begins_like_that_of_a_proof_is_none() -> None:
    [(weight, where, *_)] = found(parameter(name="X-KE", **{"in": "header"}, required=True))

    assert (weight, where) == ("HEAVY", "header X-KE")
