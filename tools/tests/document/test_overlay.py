from __future__ import annotations

from typing import Any

import pytest

from login_contract.document.overlay import Overlay
from login_contract.document.problem import DocumentError

DOCUMENT: dict[str, Any] = {
    "info": {"title": "T", "contact": {"name": "n"}},
    "tags": [{"name": "a"}, {"name": "b"}, {"name": "c"}],
    "paths": {
        "/a": {"get": {"operationId": "get-a", "tags": ["a"]}},
        "/b": {
            "get": {"operationId": "get-b", "tags": ["b"]},
            "put": {"operationId": "put-b", "tags": ["b"]},
        },
    },
}


def overlay(*actions: dict[str, Any], version: str = "1.0.0") -> Overlay:
    document = {"overlay": version, "info": {"title": "O", "version": "1"}, "actions": list(actions)}
    return Overlay.from_document(document, name="overlays/o.yaml")


def apply(*actions: dict[str, Any], version: str = "1.0.0") -> Any:
    return overlay(*actions, version=version).apply(DOCUMENT)


def refusal(*actions: dict[str, Any], version: str = "1.0.0") -> str:
    with pytest.raises(DocumentError) as caught:
        apply(*actions, version=version)
    return str(caught.value)


def test_update_merges_objects_deeply() -> None:
    update = {"title": "New", "contact": {"email": "e"}, "x-new": True}
    assert apply({"target": "$.info", "update": update})["info"] == {
        "title": "New",
        "contact": {"name": "n", "email": "e"},
        "x-new": True,
    }


def test_update_concatenates_arrays_within_an_object() -> None:
    tags = apply({"target": "$", "update": {"tags": [{"name": "d"}]}})["tags"]
    assert [tag["name"] for tag in tags] == ["a", "b", "c", "d"]


def test_update_of_an_array_appends_one_entry() -> None:
    assert apply({"target": "$.tags", "update": {"name": "d"}})["tags"][-1] == {"name": "d"}


def test_version_1_0_appends_an_array_as_one_entry_and_1_1_joins_it() -> None:
    action = {"target": "$.tags", "update": [{"name": "d"}]}
    assert apply(action)["tags"][-1] == [{"name": "d"}]
    assert apply(action, version="1.1.0")["tags"][-1] == {"name": "d"}


def test_update_reaches_every_node_that_matches() -> None:
    changed = apply({"target": "$.paths.*[?@.tags[?@ == 'b']]", "update": {"x-b": 1}})
    assert changed["paths"]["/b"]["get"]["x-b"] == changed["paths"]["/b"]["put"]["x-b"] == 1
    assert "x-b" not in changed["paths"]["/a"]["get"]


def test_nodes_do_not_share_what_they_were_given() -> None:
    changed = apply(
        {"target": "$.paths['/b'].*", "update": {"x-list": [1]}},
        {"target": "$.paths['/b'].get['x-list']", "update": 2},
    )
    assert changed["paths"]["/b"]["put"]["x-list"] == [1]


def test_remove_takes_members_and_entries_away() -> None:
    changed = apply(
        {"target": "$.paths['/b'].put", "remove": True},
        {"target": "$.tags[?@.name != 'b']", "remove": True},
    )
    assert list(changed["paths"]["/b"]) == ["get"]
    assert changed["tags"] == [{"name": "b"}]


def test_remove_takes_an_entry_that_is_selected_twice_only_once() -> None:
    assert [t["name"] for t in apply({"target": "$.tags[0, 0]", "remove": True})["tags"]] == ["b", "c"]


def test_remove_copes_with_nodes_inside_removed_nodes() -> None:
    assert apply({"target": "$.paths..*[?@.operationId]", "remove": True})["paths"] == {"/a": {}, "/b": {}}
    document = overlay({"target": "$..[?@.a]", "remove": True}).apply({"o": {"a": {"a": {"a": {}}}}})
    assert document == {}


def test_actions_see_the_result_of_those_before() -> None:
    changed = apply(
        {"target": "$.paths", "update": {"/c": {}}}, {"target": "$.paths['/c']", "update": {"x": 1}}
    )
    assert changed["paths"]["/c"] == {"x": 1}


def test_update_has_no_effect_beside_remove() -> None:
    assert "info" not in apply({"target": "$.info", "update": {"x": 1}, "remove": True})


def test_the_document_itself_is_left_alone() -> None:
    apply({"target": "$", "update": {"x": 1}}, {"target": "$.paths", "remove": True})
    assert "x" not in DOCUMENT
    assert "paths" in DOCUMENT


def test_a_target_that_matches_nothing_is_refused() -> None:
    actions = ({"target": "$.info", "update": {}}, {"target": "$.paths['/gone']", "update": {}})
    assert refusal(*actions) == (
        "overlays/o.yaml#/actions/1: action 1 with target $.paths['/gone']: matches nothing"
    )


@pytest.mark.parametrize(
    ("action", "expected"),
    [
        ({"target": "$.info", "update": "x"}, "the update of an object must be an object"),
        ({"target": "$", "update": {"info": 1}}, "info: object and primitive do not merge"),
        ({"target": "$", "update": {"tags": {}}}, "tags: array and object do not merge"),
        ({"target": "$['info', 'tags']", "update": {}}, "selects array and object nodes at once"),
        ({"target": "$.info.title", "update": "x"}, "selects a primitive value"),
        ({"target": "$", "remove": True}, "the whole document has no container"),
        ({"target": "paths", "remove": True}, "no JSONPath: "),
        ({"target": "$.paths[", "remove": True}, "no JSONPath: "),
    ],
)
def test_an_action_that_cannot_be_done_is_refused(action: dict[str, Any], expected: str) -> None:
    target = action["target"]
    assert refusal(action).startswith(
        f"overlays/o.yaml#/actions/0: action 0 with target {target}: {expected}"
    )


def test_version_1_1_replaces_and_removes_primitive_values() -> None:
    actions = (
        {"target": "$.info.title", "update": "New"},
        {"target": "$.info.contact.name", "remove": True},
    )
    assert apply(*actions, version="1.1.0")["info"] == {"title": "New", "contact": {}}
    assert "must be a primitive" in refusal({"target": "$.info.title", "update": {}}, version="1.1.0")


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        ({"overlay": "2.0.0"}, "/overlay: the version must be 1.0.x or 1.1.x"),
        ({"info": {"title": "t"}}, "/info: needs a title and a version"),
        ({"actions": []}, "/actions: needs at least one action"),
        ({"actoins": []}, "/actoins: no key of an overlay"),
        ({"actions": [{"update": {}}]}, "/actions/0: an action needs a target"),
        ({"actions": [{"target": "$"}]}, "/actions/0: does nothing: neither update nor remove"),
        ({"actions": [{"target": "$", "remove": "yes"}]}, "/actions/0: remove is true or false"),
        ({"actions": [{"target": "$", "udpate": {}}]}, "/actions/0: udpate is no key of an action"),
        ({"actions": [{"target": "$", "copy": "$.info"}]}, "/actions/0: copy is not supported yet"),
    ],
)
def test_a_document_that_is_no_overlay_is_refused(change: dict[str, Any], expected: str) -> None:
    document = {
        "overlay": "1.0.0",
        "info": {"title": "O", "version": "1"},
        "x-note": 1,
        "actions": [{"target": "$", "update": {}, "x-why": "because"}],
    }
    Overlay.from_document(document, name="o.yaml")
    with pytest.raises(DocumentError) as caught:
        Overlay.from_document(document | change, name="o.yaml")
    assert str(caught.value.problems[0]) == f"o.yaml#{expected}"
