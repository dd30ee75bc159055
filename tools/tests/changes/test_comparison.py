"""What changed is classified right, whatever it is and whoever sends it."""

from __future__ import annotations

import copy
import json
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest

from login_contract import resources
from login_contract.changes.change import Change, Impact
from login_contract.changes.comparison import compare
from tests.changes.planted import PLANTED, Planted
from tests.changes.small import Document, impacts, small

Edit = Callable[[Document], object]


@pytest.mark.parametrize("planted", PLANTED, ids=str)
def test_planted_change_is_classified(description: Document, description_text: str, planted: Planted) -> None:
    planted.plant(description)
    found = compare(json.loads(description_text), description).changes

    here = [one for one in found if one.operation == planted.operation]
    assert [(one.where, one.rule) for one in here] == [(planted.where, planted.rule)]
    assert {one.impact for one in found} == {planted.impact}


def test_planted_changes_are_of_every_kind() -> None:
    kinds = Counter(each.impact for each in PLANTED)

    assert len(PLANTED) >= 15
    assert kinds[Impact.BREAKING] >= 10
    assert kinds[Impact.DOCUMENTATION]


def test_nothing_is_different_from_itself(description: Document) -> None:
    assert compare(description, description).changes == ()


def test_a_change_weighs_otherwise_when_it_is_taken_back(
    description: Document, description_text: str
) -> None:
    turned = ("property-added", "bound-changed", "code-removed")
    for planted in (each for each in PLANTED if each.rule in turned):
        edited = json.loads(description_text)
        planted.plant(edited)
        forth = {one.impact for one in compare(description, edited).changes}
        back = {one.impact for one in compare(edited, description).changes}
        assert forth != back, planted.name


def test_the_order_of_everything_is_none_of_its_meaning() -> None:
    def turned(node: Any, name: str = "") -> Any:
        if isinstance(node, dict):
            return {key: turned(value, key) for key, value in reversed(node.items())}
        if isinstance(node, list):
            ordered = [turned(each) for each in node]
            unordered = ("allOf", "anyOf", "oneOf", "enum", "required", "parameters", "security", "type")
            return ordered[::-1] if name in unordered else ordered
        return node

    description = json.loads(resources.path("generated/openapi/login.json").read_bytes())
    assert compare(description, turned(description)).changes == ()


def test_words_about_the_calls_of_the_sdk_are_documentation() -> None:
    def sdk(**more: Any) -> Document:
        return small() | {"x-sdk": {"parameters": {"scope": {"sent-as": "scope", **more}}}}

    assert impacts(sdk(description="a"), sdk(description="b")) == ["documentation documentation"]
    assert impacts(sdk(), sdk(protocol="jwt")) == ["breaking sdk-calls-changed"]


def test_an_operation_that_moved_and_changed_is_told_as_one_that_did_both(description: Document) -> None:
    moved = copy.deepcopy(description)
    moved["paths"]["/signin"] = moved["paths"].pop("/login")
    moved["paths"]["/signin"]["post"]["security"] = [{"UserToken": []}]

    assert impacts(description, moved) == ["breaking operation-moved", "breaking security-changed"]


@pytest.mark.parametrize(
    ("edit", "rule"),
    [
        (lambda api: api["paths"]["/login"]["post"].pop("requestBody"), "body-removed"),
        (lambda api: api["paths"].pop("/login"), "operation-removed"),
        (lambda api: api["webhooks"].pop("custom-storage-email"), "operation-removed"),
        (lambda api: api["x-error-names"].update({"003-001": "Wrong"}), "error-name-changed"),
        (lambda api: api["servers"].clear(), "server-removed"),
        (lambda api: api["paths"]["/user"]["post"].update({"tags": ["other"]}), "tag-changed"),
        (lambda api: api["paths"]["/user"]["post"].update({"x-audience": "server"}), "audience-changed"),
        (lambda api: api["paths"]["/login"]["post"]["parameters"].pop(0), "parameter-removed"),
        (
            lambda api: api["components"]["parameters"]["ProjectId"].update({"explode": False}),
            "writing-changed",
        ),
        (
            lambda api: api["components"]["parameters"]["Locale"].update({"x-error-code": "1"}),
            "refusal-changed",
        ),
        (lambda api: api["paths"]["/login"]["post"]["responses"].pop("422"), "status-removed"),
    ],
)
def test_what_a_caller_rests_on_and_is_taken_away_breaks(
    description: Document, description_text: str, edit: Edit, rule: str
) -> None:
    edit(description)
    changes: tuple[Change, ...] = compare(json.loads(description_text), description).changes

    assert {one.rule for one in changes if one.impact is Impact.BREAKING} == {rule}


QUERY = {"name": "q", "in": "query", "schema": {"type": "array"}}
SCOPED = {"security": [{"Key": ["read"]}]}


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ({}, {"servers": [{"url": "https://a.test/v2"}]}, "server-removed"),
        (SCOPED, {"security": [{"Key": ["read", "write"]}]}, "security-changed"),
        ({"parameters": [QUERY]}, {"parameters": [{**QUERY, "explode": False}]}, "writing-changed"),
        (
            {"parameters": [QUERY]},
            {"parameters": [{"name": "q", "in": "query", "content": {"application/json": {}}}]},
            "writing-changed",
        ),
    ],
    ids=["server", "scope", "style", "content"],
)
def test_another_way_to_call_breaks(old: Document, new: Document, rule: str) -> None:
    servers = {"servers": [{"url": "https://a.test/v1"}]}
    before, after = ({**small(**each), **servers} for each in (old, new))

    assert f"breaking {rule}" in impacts(before, after)


def test_what_goes_without_saying_may_be_said() -> None:
    said: Document = {"parameters": [{**QUERY, "style": "form", "explode": True, "allowReserved": False}]}

    assert impacts(small(parameters=[QUERY]), small(**said)) == []
    assert impacts(small(security=[{"Key": ["a", "b"]}]), small(security=[{"Key": ["b", "a"]}])) == []
    fewer = impacts(small(security=[{"Key": ["a", "b"]}]), small(security=[{"Key": ["b"]}]))
    assert fewer == ["compatible security-changed"]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("application/json; charset=utf-8", []),
        ('Application/JSON;charset="UTF-8"', []),
        (
            "application/json; charset=latin1",
            ["breaking media-type-removed", "compatible media-type-added"] * 2,
        ),
    ],
)
def test_capital_letters_and_utf_8_make_no_other_media_type(name: str, told: list[str]) -> None:
    def written(name: str) -> Document:
        content = {"content": {name: {"schema": {"type": "string"}}}}
        return small(requestBody=content, responses={"200": {"description": "Done.", **content}})

    assert sorted(impacts(written("application/json"), written(name))) == sorted(told)
    assert sorted(impacts(written(name), written("application/json"))) == sorted(told)


KEY = {"type": "apiKey", "in": "header", "name": "X-KEY"}
BEARER = {"type": "http", "scheme": "bearer"}


@pytest.mark.parametrize(
    ("old", "new", "breaks"),
    [
        (BEARER, {**BEARER, "scheme": "Bearer"}, False),
        (BEARER, {**BEARER, "scheme": "basic"}, True),
        (KEY, {**KEY, "name": "x-key"}, False),
        (KEY, {**KEY, "in": "query"}, True),
        ({**KEY, "in": "query"}, {**KEY, "in": "query", "name": "x-key"}, True),
    ],
)
def test_a_proof_is_what_is_seen_on_the_wire(old: Document, new: Document, breaks: bool) -> None:
    def proved(scheme: Document) -> Document:
        return small(security=[{"Key": []}]) | {"components": {"securitySchemes": {"Key": scheme}}}

    assert impacts(proved(old), proved(new)) == [
        "documentation documentation",
        *["breaking security-changed"] * breaks,
    ]


def test_a_first_tag_is_told() -> None:
    assert impacts(small(), small(tags=["users"])) == ["documentation documentation"]
    assert impacts(small(tags=["users"]), small(tags=["people"])) == ["breaking tag-changed"]


def test_alternatives_of_proof_have_no_order() -> None:
    one: Document = {"Key": []}
    other: Document = {"Token": []}

    assert impacts(small(security=[one, other]), small(security=[other, one])) == []


def test_parameters_of_a_path_that_change_their_places_are_told() -> None:
    def api(path: str) -> Document:
        kinds = {"a": {"type": "integer"}, "b": {"type": "string"}}
        named = [
            {"name": name, "in": "path", "required": True, "schema": kind} for name, kind in kinds.items()
        ]
        operation = {**small(parameters=named)["paths"]["/one"]["post"]}
        return {**small(), "paths": {path: {"post": operation}}}

    found = compare(api("/x/{a}/{b}"), api("/x/{b}/{a}")).changes

    assert [(one.where, one.rule) for one in found if one.impact is Impact.BREAKING] == [
        ("path.a", "parameter-renamed"),
        ("path.b", "parameter-renamed"),
        ("path.a", "type-changed"),
        ("path.b", "type-changed"),
    ]


def test_a_parameter_that_the_reference_calls_otherwise_breaks_who_names_it() -> None:
    def api(**marks: str) -> Document:
        named = {"name": "a", "in": "path", "required": True, "schema": {}, **marks}
        return {**small(), "paths": {"/x/{a}": {"post": small(parameters=[named])["paths"]["/one"]["post"]}}}

    found = compare(api(**{"x-published-name": "id"}), api(**{"x-published-name": "device_id"})).changes

    assert [(one.where, one.rule, one.impact) for one in found] == [
        ("path.a", "parameter-renamed", Impact.BREAKING)
    ]


@pytest.mark.parametrize("covering", ["default", "4XX"])
def test_a_status_that_was_covered_by_another_may_not_tell_something_else(covering: str) -> None:
    def answers(**statuses: Any) -> Document:
        told = {
            status: {"description": "No.", "content": {"application/json": {"schema": schema}}}
            for status, schema in statuses.items()
        }
        return small(responses={"200": {"description": "Done."}, **told})

    error = {"type": "object", "properties": {"error": {"type": "string"}}}
    old = answers(**{covering: error})
    assert impacts(old, answers(**{covering: error, "404": error})) == ["compatible status-added"]
    found = impacts(old, answers(**{covering: error, "404": {"type": "string"}}))
    assert "breaking property-removed" in found


def test_what_a_server_is_by_default_and_by_choice_is_compared() -> None:
    def served(words: str = "", **region: Any) -> Document:
        server = {"url": "https://{region}.test/api", "description": words}
        return small() | {"servers": [{**server, "variables": {"region": {"default": "eu", **region}}}]}

    assert impacts(served(), served("Words.")) == ["documentation documentation"]
    assert impacts(served(), served(description="Where.")) == ["documentation documentation"]
    assert impacts(served(), served(default="us")) == ["breaking server-changed"]
    assert impacts(served(enum=["eu", "us"]), served(enum=["eu"])) == ["breaking server-changed"]
    assert impacts(served(enum=["eu"]), served(enum=["eu", "us"])) == ["compatible server-changed"]


def test_an_operation_that_leaves_its_call_of_the_sdk_breaks() -> None:
    behind: Document = {"x-sdk-call": "login"}
    renamed: Document = {"x-sdk-call": "sign-in"}

    assert impacts(small(**behind), small()) == ["breaking sdk-call-changed"]
    assert impacts(small(**behind), small(**renamed)) == ["breaking sdk-call-changed"]
    assert impacts(small(), small(**behind)) == ["compatible sdk-call-changed"]
