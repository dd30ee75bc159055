"""What the Overlay Specification 1.1 demands of `copy`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.document.overlays import DOCUMENT, apply, refusal

ITEMS = {
    "paths": {
        "/items": {"get": {"responses": {"200": {"description": "OK"}}}},
        "/some-items": {"delete": {"responses": {"200": {"description": "OK"}}}},
    }
}


def fault(action: dict[str, Any], document: Any = DOCUMENT) -> str:
    """The refusal of a single action, without its place."""
    start = f"o.yaml#/actions/0: action 0 with target {action['target']}: "
    said = refusal(action, document=document)
    assert said.startswith(start)
    return said.removeprefix(start)


def test_a_node_is_merged_into_another() -> None:
    changed = apply({"target": "$.paths['/some-items']", "copy": "$.paths['/items']"}, document=ITEMS)
    assert changed["paths"]["/items"] == ITEMS["paths"]["/items"]
    assert changed["paths"]["/some-items"] == ITEMS["paths"]["/some-items"] | ITEMS["paths"]["/items"]


def test_a_node_is_copied_to_a_place_made_for_it() -> None:
    changed = apply(
        {"target": "$.paths", "update": {"/other": {}}},
        {"target": "$.paths['/other']", "copy": "$.paths['/items']"},
        document=ITEMS,
    )
    assert changed["paths"] == ITEMS["paths"] | {"/other": ITEMS["paths"]["/items"]}


def test_a_node_is_moved_by_update_copy_and_remove() -> None:
    changed = apply(
        {"target": "$.paths", "update": {"/new": {}}},
        {"target": "$.paths['/new']", "copy": "$.paths['/items']"},
        {"target": "$.paths['/items']", "remove": True},
        document=ITEMS,
    )
    assert changed["paths"] == {
        "/some-items": ITEMS["paths"]["/some-items"],
        "/new": ITEMS["paths"]["/items"],
    }


def test_the_source_is_what_earlier_actions_made_of_it() -> None:
    changed = apply(
        {"target": "$.info", "update": {"title": "New"}}, {"target": "$.tags[0]", "copy": "$.info"}
    )
    assert changed["tags"][0]["title"] == "New"


def test_every_target_gets_a_copy_of_its_own() -> None:
    changed = apply(
        {"target": "$.tags[*]", "copy": "$.info"},
        {"target": "$.tags[0].contact", "update": {"name": "changed"}},
    )
    assert [tag["contact"]["name"] for tag in changed["tags"]] == ["changed", "n", "n"]
    assert changed["info"] == DOCUMENT["info"]


def test_members_in_both_merge_as_with_update() -> None:
    document = {"a": {"p": 1, "l": [1], "o": {"x": 1}}, "b": {"p": 2, "l": [2], "o": {"y": 2}, "n": 0}}
    assert apply({"target": "$.a", "copy": "$.b"}, document=document)["a"] == {
        "p": 2,
        "l": [1, 2],
        "o": {"x": 1, "y": 2},
        "n": 0,
    }


@pytest.mark.parametrize(
    ("source", "appended"),
    [("$.paths['/a'].get.tags", ["a"]), ("$.info.contact", [{"name": "n"}]), ("$.info.title", ["T"])],
)
def test_a_copy_into_an_array_is_concatenated_or_appended(source: str, appended: list[Any]) -> None:
    assert apply({"target": "$.tags", "copy": source})["tags"] == DOCUMENT["tags"] + appended


def test_a_primitive_value_replaces_primitive_values() -> None:
    changed = apply({"target": "$..operationId", "copy": "$.info.title"})
    assert changed["paths"]["/b"]["put"]["operationId"] == changed["paths"]["/a"]["get"]["operationId"] == "T"


@pytest.mark.parametrize(
    ("target", "source", "expected"),
    [
        ("$.info", "$.tags", "the copy of an object must be an object"),
        ("$.info", "$.info.title", "the copy of an object must be an object"),
        ("$.info.title", "$.tags", "the copy of a primitive value must be a primitive value"),
        ("$.info.title", "$.info", "the copy of a primitive value must be a primitive value"),
        ("$['info', 'tags']", "$.info", "selects array and object nodes at once"),
        ("$.info.contact", "$.tags[?@.name == 'x']", "copy $.tags[?@.name == 'x'] selects nothing"),
        ("$.tags[0]", "$.tags[1:]", "copy $.tags[1:] selects 2 nodes, not one"),
        ("$.gone", "$.info", "matches nothing"),
    ],
)
def test_a_copy_that_does_not_fit_is_refused(target: str, source: str, expected: str) -> None:
    assert fault({"target": target, "copy": source}) == expected


def test_members_of_different_kinds_do_not_merge() -> None:
    document = {"a": {"m": {"x": [1]}}, "b": {"m": {"x": {}}}}
    assert fault({"target": "$.a", "copy": "$.b"}, document) == "m.x: array and object do not merge"


def test_one_node_named_twice_is_a_single_node() -> None:
    changed = apply({"target": "$.tags[0]", "copy": "$['info', 'info']"})
    assert changed["tags"][0] == DOCUMENT["info"] | {"name": "a"}


@pytest.mark.parametrize(("target", "source"), [("$.o", "$"), ("$", "$.o"), ("$.o", "$.o"), ("$.l", "$.l")])
def test_a_node_is_copied_into_itself_whole_and_once(target: str, source: str) -> None:
    document = {"o": {"p": {"q": 1}}, "l": [1]}
    changed = apply({"target": target, "copy": source}, document=document)
    assert (
        changed
        == {
            ("$.o", "$"): {"o": {"p": {"q": 1}, "o": {"p": {"q": 1}}, "l": [1]}, "l": [1]},
            ("$", "$.o"): {**document, "p": {"q": 1}},
            ("$.o", "$.o"): document,
            ("$.l", "$.l"): {**document, "l": [1, 1]},
        }[target, source]
    )


def test_every_target_gets_the_source_as_it_was_before_the_action() -> None:
    changed = apply({"target": "$['a', 'b']", "copy": "$.a"}, document={"a": [1], "b": [2]})
    assert changed == {"a": [1, 1], "b": [2, 1]}


@pytest.mark.parametrize("copy", [100, None, {}, True])
def test_copy_is_a_text(copy: Any) -> None:
    assert fault({"target": "$", "copy": copy}) == "copy is a JSONPath"


@pytest.mark.parametrize("copy", ["info", "$.x-y", "$.a["])
def test_copy_is_a_jsonpath(copy: str) -> None:
    assert fault({"target": "$", "copy": copy}).startswith(f"copy {copy}: no JSONPath: ")


@pytest.mark.parametrize("update", [{}, None])
def test_copy_and_update_cancel_each_other_and_are_refused(update: Any) -> None:
    said = fault({"target": "$", "copy": "$.info", "update": update})
    assert said == "update and copy cancel each other"


def test_version_1_0_knows_no_copy() -> None:
    said = refusal({"target": "$", "copy": "$.info"}, version="1.0.3")
    assert said == "o.yaml#/actions/0: action 0 with target $: copy needs overlay 1.1.0"
