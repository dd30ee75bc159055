"""What the Overlay Specification demands of `update`."""

from __future__ import annotations

from typing import Any

import pytest

from tests.document.overlays import DOCUMENT, apply, every_version, refusal

VALUES = {"object": {"a": 1}, "array": [1], "primitive": 1}


def fault(action: dict[str, Any], version: str) -> str:
    """The refusal of a single action, without its place."""
    start = f"o.yaml#/actions/0: action 0 with target {action['target']}: "
    said = refusal(action, version=version)
    assert said.startswith(start)
    return said.removeprefix(start)


@every_version
def test_objects_merge_deeply(version: str) -> None:
    update = {"title": "New", "contact": {"email": "e"}, "x-new": True}
    assert apply({"target": "$.info", "update": update}, version=version)["info"] == {
        "title": "New",
        "contact": {"name": "n", "email": "e"},
        "x-new": True,
    }


@every_version
def test_members_only_the_document_has_stay_and_new_ones_come_last(version: str) -> None:
    changed = apply({"target": "$", "update": {"x-b": 1, "info": {}, "x-a": 2}}, version=version)
    assert changed == DOCUMENT | {"x-b": 1, "x-a": 2}
    assert list(changed) == [*DOCUMENT, "x-b", "x-a"]


@every_version
@pytest.mark.parametrize("old", [0, "old", True, None])
@pytest.mark.parametrize("new", [1.5, "new", False, None])
def test_primitive_members_are_replaced(old: Any, new: Any, version: str) -> None:
    changed = apply({"target": "$.o", "update": {"p": new}}, version=version, document={"o": {"p": old}})
    assert changed == {"o": {"p": new}}
    assert type(changed["o"]["p"]) is type(new)


@every_version
def test_array_members_are_concatenated(version: str) -> None:
    tags = apply({"target": "$", "update": {"tags": [{"name": "a"}]}}, version=version)["tags"]
    assert [tag["name"] for tag in tags] == ["a", "b", "c", "a"]


@every_version
@pytest.mark.parametrize("old", VALUES)
@pytest.mark.parametrize("new", VALUES)
def test_members_of_different_kinds_do_not_merge(old: str, new: str, version: str) -> None:
    document = {"o": {"deep": {"m": VALUES[old]}}}
    action = {"target": "$.o", "update": {"deep": {"m": VALUES[new]}}}
    if old == new:
        apply(action, version=version, document=document)
    else:
        said = refusal(action, version=version, document=document)
        assert said.endswith(f"with target $.o: deep.m: {old} and {new} do not merge")


@every_version
def test_null_does_not_replace_an_object(version: str) -> None:
    assert fault({"target": "$", "update": {"info": None}}, version) == (
        "info: object and primitive do not merge"
    )


@every_version
@pytest.mark.parametrize("update", [[1], "x", None, []])
def test_the_update_of_an_object_is_an_object(update: Any, version: str) -> None:
    assert (
        fault({"target": "$.info", "update": update}, version) == "the update of an object must be an object"
    )


@every_version
@pytest.mark.parametrize("entry", [{"name": "d"}, "d", 0, None])
def test_the_update_of_an_array_is_appended(entry: Any, version: str) -> None:
    changed = apply({"target": "$.tags", "update": entry}, version=version)
    assert changed["tags"] == [*DOCUMENT["tags"], entry]


@every_version
@pytest.mark.parametrize("entries", [[{"name": "d"}, []], [], [[{"name": "d"}]]])
def test_a_list_for_an_array_is_concatenated(entries: list[Any], version: str) -> None:
    changed = apply({"target": "$.tags", "update": entries}, version=version)
    assert changed["tags"] == [*DOCUMENT["tags"], *entries]


@pytest.mark.parametrize("target", ["$.info.title", "$.paths['/a'].get.tags[0]", "$.x"])
def test_version_1_0_updates_no_primitive_value(target: str) -> None:
    said = refusal({"target": target, "update": "x"}, version="1.0.0", document=DOCUMENT | {"x": None})
    assert said.endswith(
        "selects a primitive value: target the object that contains it, or use overlay 1.1.0"
    )


@pytest.mark.parametrize("update", ["New", 1, False, None])
def test_version_1_1_replaces_primitive_values(update: Any) -> None:
    assert apply({"target": "$.info.title", "update": update})["info"]["title"] == update
    assert apply({"target": "$.paths['/a'].get.tags[0]", "update": update})["paths"]["/a"]["get"] == {
        "operationId": "get-a",
        "tags": [update],
    }


@pytest.mark.parametrize("update", [{}, []])
def test_the_update_of_a_primitive_value_is_a_primitive_value(update: Any) -> None:
    assert fault({"target": "$.info.title", "update": update}, "1.1.0") == (
        "the update of a primitive value must be a primitive value"
    )


@every_version
def test_every_node_that_matches_is_updated(version: str) -> None:
    changed = apply({"target": "$.paths.*[?@.tags[?@ == 'b']]", "update": {"x-b": 1}}, version=version)
    assert changed["paths"]["/b"]["get"]["x-b"] == changed["paths"]["/b"]["put"]["x-b"] == 1
    assert "x-b" not in changed["paths"]["/a"]["get"]


@every_version
def test_a_node_selected_twice_is_updated_once(version: str) -> None:
    assert len(apply({"target": "$['tags', 'tags']", "update": {}}, version=version)["tags"]) == 4
    changed = apply({"target": "$.tags[0, -3]", "update": {"x": [1]}}, version=version)
    assert changed["tags"][0] == {"name": "a", "x": [1]}


@pytest.mark.parametrize(
    ("target", "kinds"),
    [
        ("$['info', 'tags']", "array and object"),
        ("$.info.*", "object and primitive"),
        ("$['tags', 'x']", "array and primitive"),
    ],
)
@pytest.mark.parametrize("update", [{}, 1])
def test_version_1_1_updates_nodes_of_one_kind_at_a_time(target: str, kinds: str, update: Any) -> None:
    said = refusal({"target": target, "update": update}, document=DOCUMENT | {"x": 1})
    assert said.endswith(f": selects {kinds} nodes at once")


def test_version_1_0_merges_and_appends_at_once() -> None:
    changed = apply({"target": "$['info', 'tags']", "update": {"name": "d"}}, version="1.0.0")
    assert changed["info"]["name"] == "d"
    assert changed["tags"][3] == {"name": "d"}


@every_version
def test_nodes_do_not_share_what_they_were_given(version: str) -> None:
    changed = apply(
        {"target": "$.paths['/b'].*", "update": {"x-list": [1]}},
        {"target": "$.paths['/b'].get['x-list']", "update": 2},
        version=version,
    )
    assert changed["paths"]["/b"]["get"]["x-list"] == [1, 2]
    assert changed["paths"]["/b"]["put"]["x-list"] == [1]


@every_version
def test_nodes_within_nodes_are_updated_too(version: str) -> None:
    document: Any = {"s": {"properties": {"a": {"properties": {}}}}}
    action = {"target": "$..[?@.properties]", "update": {"additionalProperties": False}}
    assert apply(action, version=version, document=document) == {
        "s": {
            "properties": {"a": {"properties": {}, "additionalProperties": False}},
            "additionalProperties": False,
        }
    }
