"""What the Overlay Specification demands of an overlay document as a whole."""

from __future__ import annotations

from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest

from login_contract.document.loader import load
from login_contract.document.overlay import Overlay
from login_contract.document.problem import DocumentError
from tests.document.overlays import DOCUMENT, apply, every_version, overlay, refusal, written

NOTHING: dict[str, Any] = {"target": "$", "update": {}}
GONE = {"target": "$.paths['/gone']", "remove": True}


@every_version
@pytest.mark.parametrize("rest", [{}, {"remove": False}, {"description": "why", "x-note": 1}])
def test_an_action_that_does_nothing_is_refused(rest: dict[str, Any], version: str) -> None:
    said = refusal({"target": "$.info"} | rest, version=version)
    assert said == (
        "o.yaml#/actions/0: action 0 with target $.info: does nothing: it needs update, copy or remove: true"
    )


@every_version
def test_an_overlay_needs_no_more_than_version_info_and_one_target(version: str) -> None:
    assert overlay(NOTHING, version=version).apply(DOCUMENT) == DOCUMENT


@pytest.mark.parametrize(
    ("version", "read"),
    [("1.0.0", "1.0"), ("1.0.1", "1.0"), ("1.1.0", "1.1"), ("1.1.23", "1.1"), ("1.2.0", "1.2")],
)
def test_the_patch_version_does_not_matter(version: str, read: str) -> None:
    assert overlay(NOTHING, version=version).version == read


@pytest.mark.parametrize(
    "version",
    ["1.3.0", "2.0.0", "1.0", "1.1", "1.1.x", "1.1.0-rc1", "11.0.0", " 1.0.0", "1.0.0\n", 1.0, None],
)
def test_another_version_is_refused(version: Any) -> None:
    assert refusal(NOTHING, overlay=version) == "o.yaml#/overlay: the version must be 1.0.x, 1.1.x or 1.2.x"


@every_version
@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        ("overlay", "/overlay: the version must be 1.0.x, 1.1.x or 1.2.x"),
        ("info", "/info: needs a title and a version"),
        ("actions", "/actions: needs at least one action"),
    ],
)
def test_a_required_field_is_missed(missing: str, expected: str, version: str) -> None:
    document = written(NOTHING, version=version)
    del document[missing]
    with pytest.raises(DocumentError, match=rf"^o\.yaml#{expected}$"):
        Overlay.from_document(document, name="o.yaml")


@pytest.mark.parametrize("document", [None, [], "overlay", 1, [{"overlay": "1.0.0"}]])
def test_an_overlay_is_an_object(document: Any) -> None:
    with pytest.raises(DocumentError, match=r"^o\.yaml#: not an object$"):
        Overlay.from_document(document, name="o.yaml")


@every_version
@pytest.mark.parametrize(
    ("info", "expected"),
    [
        ("invalid", "/info: needs a title and a version"),
        ({"title": "t"}, "/info: needs a title and a version"),
        ({"version": "1"}, "/info: needs a title and a version"),
        ({"title": 100, "version": "1"}, "/info/title: not a text (quote it)"),
        ({"title": "t", "version": 1.0}, "/info/version: not a text (quote it)"),
        ({"title": "t", "version": "1", "titel": "t"}, "/info/titel: no key of an info"),
    ],
)
def test_info_holds_a_title_and_a_version(info: Any, expected: str, version: str) -> None:
    assert refusal(NOTHING, info=info, version=version) == f"o.yaml#{expected}"


def test_info_is_described_from_version_1_1_on() -> None:
    info = {"title": "t", "version": "1", "description": "**why**"}
    overlay(NOTHING, info=info)
    assert refusal(NOTHING, info=info, version="1.0.0") == "o.yaml#/info/description: needs overlay 1.1.0"
    wrong = info | {"description": 100}
    assert refusal(NOTHING, info=wrong) == "o.yaml#/info/description: not a text (quote it)"


@every_version
@pytest.mark.parametrize("actions", [[], {}, None, "x"])
def test_there_is_at_least_one_action(actions: Any, version: str) -> None:
    assert refusal(actions=actions, version=version) == "o.yaml#/actions: needs at least one action"


@every_version
@pytest.mark.parametrize("action", [123, None, "$", ["$"], {"update": {}}, {"target": 100}])
def test_an_action_is_an_object_with_a_target(action: Any, version: str) -> None:
    assert refusal(action, version=version) == "o.yaml#/actions/0: an action needs a target"


@every_version
@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ({"remove": "yes"}, "remove is true or false"),
        ({"remove": 1}, "remove is true or false"),
        ({"description": 10}, "description is a text"),
        ({"udpate": {}}, "udpate is no key of an action"),
        ({"Update": {}}, "Update is no key of an action"),
    ],
)
def test_a_field_of_an_action_is_judged(field: dict[str, Any], expected: str, version: str) -> None:
    said = refusal(NOTHING, {"target": "$.info", "update": {}} | field, version=version)
    assert said == f"o.yaml#/actions/1: action 1 with target $.info: {expected}"


@every_version
def test_an_action_may_be_described(version: str) -> None:
    apply(NOTHING | {"description": "*why*"}, version=version)


@every_version
@pytest.mark.parametrize("key", ["Overlay", "Actions", "actoins", "x", "X-note", ""])
def test_names_of_fields_are_case_sensitive_and_known(key: str, version: str) -> None:
    assert refusal(NOTHING, version=version, **{key: []}) == f"o.yaml#/{key}: no key of an overlay"


@every_version
@pytest.mark.parametrize("value", [None, "text", 1, True, [1], {"a": 1}])
def test_extensions_of_any_value_are_allowed_everywhere(value: Any, version: str) -> None:
    info = {"title": "t", "version": "1", "x-note": value}
    read = overlay(NOTHING | {"x-note": value}, version=version, info=info, **{"x-note": value})
    assert read.apply(DOCUMENT) == DOCUMENT


@every_version
def test_an_extension_cannot_stand_twice(tmp_path: Path, version: str) -> None:
    path = tmp_path / "o.yaml"
    path.write_text(f"overlay: {version}\nx-note: 1\nx-note: 2\n")
    with pytest.raises(DocumentError, match=r":3: the key x-note stands twice$"):
        load(path)


@every_version
@pytest.mark.parametrize(
    "reference", ["https://example.com/openapi.yaml", "./tictactoe.yaml", "../a.yaml", "urn:x:y", "#/a", ""]
)
def test_extends_is_an_absolute_or_relative_uri_reference(reference: str, version: str) -> None:
    if version == "1.2.0":
        reference = reference.replace("#", "?")  # 1.2 forbids fragments
    assert overlay(NOTHING, extends=reference, version=version).apply(DOCUMENT) == DOCUMENT


@every_version
@pytest.mark.parametrize("reference", [{}, None, 1, "two words", "a#b#c", "%zz", "1:2"])
def test_extends_is_nothing_else(reference: Any, version: str) -> None:
    assert refusal(NOTHING, extends=reference, version=version) == "o.yaml#/extends: no URI reference"


@every_version
def test_actions_apply_in_order_each_to_the_result_of_the_last(version: str) -> None:
    changed = apply(
        {"target": "$.paths", "update": {"/c": {"x": 1}}},
        {"target": "$.paths['/c']", "update": {"x": 2}},
        {"target": "$.paths['/c'][?@ == 2]", "remove": True}
        if version != "1.0.0"
        else {"target": "$.paths['/c']", "update": {"y": 3}},
        version=version,
    )
    assert changed["paths"]["/c"] == ({} if version != "1.0.0" else {"x": 2, "y": 3})


@every_version
def test_what_one_action_deletes_the_next_can_make_anew(version: str) -> None:
    actions = ({"target": "$.tags", "remove": True}, {"target": "$", "update": {"tags": [{"name": "z"}]}})
    assert apply(*actions, version=version)["tags"] == [{"name": "z"}]


@every_version
def test_the_same_action_twice_is_refused(version: str) -> None:
    action = {"target": "$.tags[0]", "remove": True}
    said = refusal(action, NOTHING, dict(reversed(action.items())), version=version)
    assert said == "o.yaml#/actions/2: the same as action 0 (a description may tell them apart)"
    again = apply(action, action | {"description": "the next one"}, version=version)
    assert again["tags"] == [{"name": "c"}]


@every_version
@pytest.mark.parametrize(
    "action", [GONE, {"target": GONE["target"], "update": {}}, {"target": GONE["target"], "update": []}]
)
def test_a_target_that_matches_nothing_is_refused(action: dict[str, Any], version: str) -> None:
    said = refusal({"target": "$.info", "update": {}}, action, version=version)
    assert said == "o.yaml#/actions/1: action 1 with target $.paths['/gone']: matches nothing"


@every_version
def test_a_target_that_is_no_jsonpath_is_refused_before_anything_is_applied(version: str) -> None:
    said = refusal(NOTHING, {"target": "info.title", "remove": True}, version=version)
    assert said.startswith("o.yaml#/actions/1: action 1 with target info.title: no JSONPath: ")


@every_version
def test_the_document_and_the_overlay_are_left_alone(version: str) -> None:
    given = deepcopy(DOCUMENT)
    text = written(
        {"target": "$", "update": {"x": {"y": []}}},
        {"target": "$.x.y", "update": {"z": 1}},
        {"target": "$.paths", "remove": True},
        version=version,
    )
    kept = deepcopy(text)
    read = Overlay.from_document(text, name="o.yaml")
    first = read.apply(given)
    text["actions"][0]["update"]["x"] = 2
    assert (given, read.apply(given)) == (DOCUMENT, first)
    text["actions"][0]["update"]["x"] = {"y": []}
    assert text == kept


def test_a_failed_overlay_leaves_the_document_alone() -> None:
    given = deepcopy(DOCUMENT)
    refusal({"target": "$.info", "update": {"x": 1}}, GONE, document=given)
    assert given == DOCUMENT


def test_what_yaml_aliases_share_changes_in_one_place_only() -> None:
    shared = {"x": 1}
    document = {"a": shared, "b": shared, "c": [shared, shared]}
    assert apply({"target": "$.a", "update": {"x": 2}}, document=document) == {
        "a": {"x": 2},
        "b": {"x": 1},
        "c": [{"x": 1}, {"x": 1}],
    }


def test_an_overlay_that_contains_itself_is_refused() -> None:
    action: dict[str, Any] = {"target": "$"}
    action["update"] = action
    assert refusal(action) == "o.yaml#: nested too deeply"


def test_every_fault_of_a_document_is_told() -> None:
    said = refusal(1, {"target": "$", "a": 1}, {"target": "["})
    assert [line.split(":")[0] for line in said.splitlines()] == [f"o.yaml#/actions/{i}" for i in range(3)]
