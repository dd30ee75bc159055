"""A change of a schema is classified by what it allows, whoever sends the value."""

from __future__ import annotations

from typing import Any

import pytest

from login_contract.changes.change import Impact
from login_contract.changes.comparison import compare
from login_contract.changes.side import Side
from tests.changes.small import Document, impacts, small

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
