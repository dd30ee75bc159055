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
from login_contract.changes.side import Side
from tests.changes.planted import PLANTED, Planted

Document = dict[str, Any]
Edit = Callable[[Document], object]


def small(*, body: Any = None, answer: Any = None, webhook: bool = False, **more: Any) -> Document:
    """A description with one operation, whose request has the schema `body` and whose answer has `answer`."""
    operation: Document = {"operationId": "one", "responses": {"200": {"description": "Done."}}, **more}
    if body is not None:
        operation["requestBody"] = {"required": True, "content": {"application/json": {"schema": body}}}
    if answer is not None:
        operation["responses"]["200"]["content"] = {"application/json": {"schema": answer}}
    place = (
        {"webhooks": {"one": {"post": operation}}} if webhook else {"paths": {"/one": {"post": operation}}}
    )
    return {"openapi": "3.1.0", "info": {"title": "Small", "version": "1.0.0"}, **place}


def impacts(old: Document, new: Document) -> list[str]:
    return [f"{each.impact.value} {each.rule}" for each in compare(old, new).changes]


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


NARROWED = [
    ({"type": "string"}, {"type": "string", "enum": ["a"]}),
    ({"type": "string", "enum": ["a", "b"]}, {"type": "string", "enum": ["a"]}),
    ({"type": ["string", "null"]}, {"type": "string"}),
    ({"type": "number"}, {"type": "integer"}),
    ({"type": "number", "minimum": 1}, {"type": "number", "exclusiveMinimum": 1}),
    ({"type": "number", "maximum": 9}, {"type": "number", "exclusiveMaximum": 9}),
    ({"type": "number", "exclusiveMaximum": 9}, {"type": "number", "maximum": 8.5}),
    ({"type": "integer", "multipleOf": 5}, {"type": "integer", "multipleOf": 10}),
    ({"type": "string"}, {"type": "string", "pattern": "^a"}),
    ({"type": "string"}, {"type": "string", "format": "email"}),
    ({"type": "integer"}, {"type": "integer", "minimum": 1}),
    ({"type": "array"}, {"type": "array", "uniqueItems": True}),
    ({"type": "array", "items": {"maxLength": 9}}, {"type": "array", "items": {"maxLength": 5}}),
    ({"properties": {"a": {}}}, {"properties": {"a": {}}, "required": ["a"]}),
    ({"type": "object"}, {"type": "object", "required": ["a"]}),
    ({"anyOf": [{"required": ["a"]}, {"required": ["b"]}]}, {"anyOf": [{"required": ["a"]}]}),
    ({"oneOf": [{"type": "string"}, {"type": "null"}]}, {"oneOf": [{"type": "string"}]}),
    ({"anyOf": [{"type": "string"}, {"type": "null"}]}, {"type": "string"}),
    ({"additionalProperties": {"maxLength": 9}}, {"additionalProperties": {"maxLength": 5}}),
    ({}, {"allOf": [{"maxLength": 4}, {"maxLength": 9}]}),
    ({"anyOf": [{"type": "string"}, {"maxLength": 9}]}, {"oneOf": [{"type": "string"}, {"maxLength": 9}]}),
]
# Alternatives that a property tells apart.
KINDS = [
    {"type": "object", "required": ["kind"], "properties": {"kind": {"const": kind}}} for kind in ("a", "b")
]


@pytest.mark.parametrize("webhook", [False, True], ids=["call", "webhook"])
@pytest.mark.parametrize(("wide", "narrow"), NARROWED, ids=str)
def test_what_is_sent_may_not_narrow_and_what_is_read_may_not_widen(
    wide: Any, narrow: Any, webhook: bool
) -> None:
    sent, read = ("answer", "body") if webhook else ("body", "answer")

    def broken(part: str, old: Any, new: Any) -> bool:
        before, after = ({"webhook": webhook, part: each} for each in (old, new))
        changes = compare(small(**before), small(**after)).changes
        assert changes
        return any(one.impact is Impact.BREAKING for one in changes)

    assert broken(sent, wide, narrow)
    assert not broken(sent, narrow, wide)
    assert not broken(read, wide, narrow)
    assert broken(read, narrow, wide)


IF_A = {"if": {"properties": {"kind": {"const": "a"}}}, "then": {"required": ["a"]}}
IF_B = {"if": {"properties": {"kind": {"const": "b"}}}, "then": {"required": ["b"]}}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (
            {"allOf": [{"required": ["a"]}, {"properties": {"a": {}}}]},
            {"required": ["a"], "properties": {"a": {}}},
        ),
        ({"const": "a"}, {"enum": ["a"]}),
        ({"type": "string", "nullable": True}, {"type": ["string", "null"]}),
        (
            {"type": "integer", "minimum": 1, "exclusiveMinimum": True},
            {"type": "integer", "exclusiveMinimum": 1},
        ),
        ({"minLength": 0}, {}),
        ({"type": "integer", "minimum": 1}, {"type": "integer", "exclusiveMinimum": 0}),
        ({"type": "integer", "maximum": 9}, {"type": "integer", "exclusiveMaximum": 10}),
        ({"minimum": 1}, {"minimum": 1, "exclusiveMinimum": 0}),
        ({"enum": ["a", "b"]}, {"enum": ["b", "a"]}),
        (
            {"oneOf": [{"type": "string"}, {"type": "null"}]},
            {"oneOf": [{"type": "null"}, {"type": "string"}]},
        ),
        (
            {"oneOf": [{"type": "string", "maxLength": 5}, {"type": "null"}]},
            {"type": ["string", "null"], "maxLength": 5},
        ),
        (
            {"anyOf": [{"type": "null"}, {"type": "string", "enum": ["a"]}]},
            {"type": ["string", "null"], "enum": ["a", None]},
        ),
        (
            {"anyOf": [{"type": "null"}, {"type": "string"}]},
            {"oneOf": [{"type": "string"}, {"type": "null"}]},
        ),
        (
            {"anyOf": [{"type": "integer"}, {"type": "string"}, {"enum": [None, True]}]},
            {"oneOf": [{"enum": [None, True]}, {"type": "string"}, {"type": "integer"}]},
        ),
        ({"oneOf": KINDS}, {"anyOf": KINDS}),
        ({"additionalProperties": True}, {"additionalProperties": {}}),
        ({"additionalProperties": False}, {"additionalProperties": {"not": {}}}),
        ({"enum": ["a", "b"]}, {"type": "string", "enum": ["a", "b"]}),
        ({"type": ["string", "null"], "enum": ["a"]}, {"type": "string", "enum": ["a"]}),
        ({"allOf": [{"type": ["string", "null"]}, {"type": "string"}]}, {"type": "string"}),
        ({"allOf": [{"pattern": "a"}, {"pattern": "b"}]}, {"allOf": [{"pattern": "b"}, {"pattern": "a"}]}),
        ({"allOf": [IF_A, IF_B]}, {"allOf": [IF_B, IF_A]}),
        ({"not": {"required": ["a", "b"]}}, {"not": {"required": ["b", "a"]}}),
        ({"if": {"const": 1}, "then": {"type": "string"}}, {"if": {"enum": [1]}, "then": {"type": "string"}}),
    ],
    ids=str,
)
def test_another_way_to_say_the_same_is_no_change(old: Any, new: Any) -> None:
    assert impacts(small(body=old, answer=old), small(body=new, answer=new)) == []


def test_words_alone_are_documentation() -> None:
    old = {"type": "string", "description": "a", "format": "password", "x-origin": "doc"}
    new = {"type": "string", "title": "B", "examples": ["c"]}

    assert impacts(small(body=old), small(body=new)) == ["documentation documentation"]


def test_conditions_that_change_their_consequences_break() -> None:
    swapped = [{**IF_A, "then": IF_B["then"]}, {**IF_B, "then": IF_A["then"]}]

    (change,) = compare(small(body={"allOf": [IF_A, IF_B]}), small(body={"allOf": swapped})).changes
    assert (change.impact, change.rule) == (Impact.BREAKING, "rule-changed")


@pytest.mark.parametrize("key", ["not", "then", "contains", "propertyNames"])
def test_a_rule_is_what_its_references_lead_to(key: str) -> None:
    def described(rule: Any, **schemas: Any) -> Document:
        return small(body={key: rule, "if": {}}) | {"components": {"schemas": schemas}}

    old = described({"$ref": "#/components/schemas/A"}, A={"maxLength": 9})
    assert impacts(old, described({"$ref": "#/components/schemas/B"}, B={"maxLength": 9})) == []
    assert impacts(old, described({"maxLength": 9})) == []
    changed = described({"$ref": "#/components/schemas/A"}, A={"maxLength": 5})
    assert impacts(old, changed) == ["breaking rule-changed"]


@pytest.mark.parametrize("parts", ["not", "if"])
def test_words_inside_of_a_rule_are_documentation(parts: str) -> None:
    def ruled(words: str) -> Any:
        return {parts: {"required": ["a"], "properties": {"a": {"description": words}}}}

    assert impacts(small(body=ruled("a")), small(body=ruled("b"))) == ["documentation documentation"]


def test_words_inside_of_alternatives_that_an_all_of_has_several_of_are_documentation() -> None:
    def ruled(words: str) -> Any:
        return {"allOf": [{"anyOf": [{"required": ["a"], "description": words}]}, {"anyOf": [{}]}]}

    assert impacts(small(body=ruled("a")), small(body=ruled("b"))) == ["documentation documentation"]


@pytest.mark.parametrize(("old", "new"), [(1, True), (False, 0)])
def test_a_truth_value_is_no_number(old: Any, new: Any) -> None:
    assert impacts(small(body={"default": old}), small(body={"default": new})) == ["breaking default-changed"]
    assert "breaking value-removed" in impacts(small(body={"enum": [old]}), small(body={"enum": [new]}))


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


def test_a_schema_that_holds_itself_is_compared() -> None:
    def tree(**more: Any) -> Document:
        node = {"properties": {"child": {"$ref": "#/components/schemas/Node"}, "name": more}}
        return small(answer={"$ref": "#/components/schemas/Node"}) | {
            "components": {"schemas": {"Node": node}}
        }

    (change,) = compare(tree(type="string"), tree(type="integer")).changes
    assert (change.impact, change.where) == (Impact.BREAKING, "200.body.name")


def test_a_schema_whose_parts_both_hold_it_is_compared() -> None:
    def tree(**name: Any) -> Document:
        child = {"child": {"$ref": "#/components/schemas/Node"}}
        parts = [{"properties": child}, {"properties": {"child": {"description": "One."}, "name": name}}]
        return small(answer={"$ref": "#/components/schemas/Node"}) | {
            "components": {"schemas": {"Node": {"allOf": parts}}}
        }

    found = compare(tree(type="string"), tree(type="integer")).changes
    assert [one.where for one in found] == ["200.body.child.name", "200.body.name"]


def test_schemas_that_all_lead_to_each_other_are_looked_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    names = [f"#/components/schemas/{letter}" for letter in "ABCDEF"]
    each_other = {"properties": {name: {"$ref": name} for name in names}}
    schemas = {"schemas": {name[-1]: each_other for name in names}}

    def api(**more: Any) -> Document:
        answer = {"properties": {"all": {"$ref": names[0]}, "own": more}}
        return small(answer=answer) | {"components": schemas}

    looks = []
    flat = Side.flat

    def look(side: Side, node: Any) -> Document:
        looks.append(node)
        return flat(side, node)

    monkeypatch.setattr(Side, "flat", look)

    assert impacts(api(type="string"), api(type="integer")) == ["breaking type-changed"]
    assert len(looks) < 20


@pytest.mark.parametrize("changed", ["#/components/schemas/A", "#/components/schemas/B"])
def test_a_change_is_found_behind_any_number_of_references(changed: str) -> None:
    def api(**leaf: Any) -> Document:
        schemas: Document = {"A": {"items": {"$ref": "#/components/schemas/B"}}, "B": {"items": {}}}
        schemas[changed[-1]]["maxItems"] = leaf["most"]
        return small(answer={"$ref": "#/components/schemas/A"}) | {"components": {"schemas": schemas}}

    assert impacts(api(most=1), api(most=2)) == ["breaking bound-changed"]


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
