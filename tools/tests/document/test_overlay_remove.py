"""What the Overlay Specification demands of `remove`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.document.overlays import DOCUMENT, apply, every_version, overlay, refusal


@every_version
def test_members_and_entries_are_taken_out_of_what_contains_them(version: str) -> None:
    changed = apply(
        {"target": "$.paths['/b'].put", "remove": True},
        {"target": "$.tags[?@.name != 'b']", "remove": True},
        version=version,
    )
    assert list(changed["paths"]["/b"]) == ["get"]
    assert changed["tags"] == [{"name": "b"}]


@every_version
@pytest.mark.parametrize(
    ("target", "left"),
    [
        ("$.tags[0]", "bc"),
        ("$.tags[-1]", "ab"),
        ("$.tags[0, 2]", "b"),
        ("$.tags[2, 0]", "b"),
        ("$.tags[::-2]", "b"),
        ("$.tags[0, 0]", "bc"),
        ("$.tags[0, -3]", "bc"),
        ("$.tags[*]", ""),
        ("$.tags[1:]", "a"),
    ],
)
def test_positions_are_those_before_the_action(target: str, left: str, version: str) -> None:
    tags = apply({"target": target, "remove": True}, version=version)["tags"]
    assert "".join(tag["name"] for tag in tags) == left


@every_version
@pytest.mark.parametrize("value", ["text", 1, False, None])
def test_a_primitive_member_is_removed(value: Any, version: str) -> None:
    document = {"a": {"example": value, "b": value}, "example": {"c": 1}}
    actions = ({"target": "$.a.example", "remove": True}, {"target": "$..c", "remove": True})
    assert apply(*actions, document=document, version=version) == {"a": {"b": value}, "example": {}}


def test_a_primitive_item_is_removed_from_version_1_1_on() -> None:
    action = {"target": "$.paths..tags[?@ == 'b']", "remove": True}
    for version in ("1.1.0", "1.2.0"):
        assert apply(action, version=version)["paths"]["/b"]["put"]["tags"] == []
    assert refusal(action, version="1.0.0").endswith(
        "selects a primitive item of an array: removing one needs overlay 1.1.0"
    )


@every_version
def test_positions_of_the_next_action_are_those_after_it(version: str) -> None:
    actions = ({"target": "$.tags[0]", "remove": True}, {"target": "$.tags[0]", "remove": True, "x-n": 2})
    assert apply(*actions, version=version)["tags"] == [{"name": "c"}]


@every_version
def test_nodes_inside_removed_nodes_do_no_harm(version: str) -> None:
    changed = apply({"target": "$.paths..*[?@.operationId]", "remove": True}, version=version)
    assert changed["paths"] == {"/a": {}, "/b": {}}
    nested = overlay({"target": "$..[?@.a]", "remove": True}, version=version)
    assert nested.apply({"o": {"a": {"a": {"a": {}}}}}) == {}
    lists = overlay({"target": "$.l..[?@[0]]", "remove": True}, version=version)
    assert lists.apply({"l": [[[1], [2]], [[[3]]], []]}) == {"l": [[]]}


@every_version
def test_objects_and_arrays_go_at_once(version: str) -> None:
    assert list(apply({"target": "$['info', 'tags']", "remove": True}, version=version)) == ["paths"]


def test_version_1_1_removes_primitive_values() -> None:
    actions = (
        {"target": "$.info.contact.name", "remove": True},
        {"target": "$.paths.*.get.tags[?@ == 'b']", "remove": True},
    )
    changed = apply(*actions)
    assert changed["info"] == {"title": "T", "contact": {}}
    assert [path["get"]["tags"] for path in changed["paths"].values()] == [["a"], []]


def test_version_1_1_removes_values_of_every_kind_at_once() -> None:
    assert apply({"target": "$.info.*", "remove": True})["info"] == {}


@every_version
def test_update_has_no_effect_beside_remove(version: str) -> None:
    action = {"target": "$.info", "update": ["unfit"], "remove": True}
    assert "info" not in apply(action, version=version)


@pytest.mark.parametrize("more", [{}, {"update": 1}])
def test_copy_has_no_effect_beside_remove(more: dict[str, Any]) -> None:
    changed = apply({"target": "$.info", "copy": "$.gone", "remove": True} | more)
    assert changed == {key: value for key, value in DOCUMENT.items() if key != "info"}


@every_version
def test_nothing_is_removed_by_false(version: str) -> None:
    updated = apply({"target": "$.info", "update": {"x": 1}, "remove": False}, version=version)
    assert updated["info"] == DOCUMENT["info"] | {"x": 1}


@every_version
def test_the_whole_document_is_in_nothing_it_could_be_removed_from(version: str) -> None:
    said = refusal({"target": "$", "remove": True}, version=version)
    assert said == "o.yaml#/actions/0: action 0 with target $: the whole document has no container"
