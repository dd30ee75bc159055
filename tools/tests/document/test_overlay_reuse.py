"""What Overlay 1.2 brings: reusable actions, and overlays that know their own address."""

from __future__ import annotations

from typing import Any

import pytest

from tests.document.overlays import DOCUMENT, overlay, refusal

TAG = {"description": "Adds a tag.", "fields": {"update": {"tags": ["new"]}, "description": "One more."}}
USE = {"$ref": "#/components/actions/tag", "target": "$.paths['/a'].get"}


def refused(*actions: Any, **reusable: Any) -> str:
    components = {"actions": {"tag": TAG, **reusable}}
    return refusal(*actions, version="1.2.0", components=components).removeprefix("o.yaml#")


def applied(*actions: Any, **reusable: Any) -> Any:
    components = {"actions": {"tag": TAG, **reusable}}
    return overlay(*actions, version="1.2.0", components=components).apply(DOCUMENT)


def test_a_reference_does_what_the_reusable_action_says_to_its_own_target() -> None:
    other = USE | {"target": "$.paths['/b'].put"}
    paths = applied(USE, other)["paths"]
    assert paths["/a"]["get"]["tags"] == ["a", "new"]
    assert paths["/b"]["put"]["tags"] == ["b", "new"]
    assert paths["/b"]["get"] == DOCUMENT["paths"]["/b"]["get"]


@pytest.mark.parametrize(
    ("fields", "left"),
    [
        ({"remove": True}, {"/b": DOCUMENT["paths"]["/b"]}),
        ({"copy": "$.info"}, {**DOCUMENT["paths"], "/a": {**DOCUMENT["paths"]["/a"], **DOCUMENT["info"]}}),
    ],
)
def test_every_modifier_can_be_reused(fields: dict[str, Any], left: Any) -> None:
    use = {"$ref": "#/components/actions/one", "target": "$.paths['/a']"}
    assert applied(use, one={"fields": fields})["paths"] == left


@pytest.mark.parametrize(
    ("name", "reference"), [("a/b~c", "a~1b~0c"), ("ä b", "ä b"), ("ä b", "%C3%A4%20b"), ("", None)]
)
def test_a_name_is_written_as_a_pointer_has_it(name: str, reference: str | None) -> None:
    use = {"$ref": f"#/components/actions/{reference or ''}", "target": "$.info"}
    reusable = {name: {"fields": {"update": {"x": 1}}}}
    if reference is None:
        assert refused(use, **reusable).endswith(" is no reference to #/components/actions/…")
    else:
        assert applied(use, **reusable)["info"]["x"] == 1


def test_a_reusable_action_that_nothing_refers_to_does_nothing() -> None:
    assert applied({"target": "$", "update": {}}, other={"fields": {"remove": True}}, bare={}) == DOCUMENT


@pytest.mark.parametrize(
    ("action", "told"),
    [
        (USE | {"$ref": "#/components/actions/gone"}, "#/components/actions/gone leads nowhere"),
        (USE | {"$ref": "other.yaml#/components/actions/tag"}, "is no reference to #/components/actions/…"),
        (USE | {"$ref": "#/components/actions/tag/fields"}, "is no reference to #/components/actions/…"),
        (USE | {"$ref": 1}, "1 is no reference to #/components/actions/…"),
        (USE | {"update": {}}, "update is no key of a reference: it belongs to the reusable action"),
        ({"$ref": USE["$ref"]}, "an action needs a target"),
        (USE | {"target": "["}, "no JSONPath"),
        (USE | {"target": "$.gone"}, "matches nothing"),
        (USE | {"$ref": "#/components/actions/bare"}, "does nothing: it needs update, copy or remove: true"),
    ],
)
def test_a_reference_that_is_wrong_is_told(action: dict[str, Any], told: str) -> None:
    said = refused(action, bare={"description": "Nothing."})
    assert said.startswith("/actions/0: ")
    assert told in said


@pytest.mark.parametrize(
    ("components", "told"),
    [
        ([], "/components: not an object"),
        ({"actons": {}}, "/components/actons: no key of the components"),
        ({"actions": []}, "/components/actions: not an object"),
        ({"actions": {"a": 1}}, "/components/actions/a: not an object"),
        ({"actions": {"a": {"update": {}}}}, "/components/actions/a/update: no key of a reusable action"),
        ({"actions": {"a": {"description": 1}}}, "/components/actions/a/description: not a text (quote it)"),
        ({"actions": {"a": {"fields": []}}}, "/components/actions/a/fields: not an object"),
        (
            {"actions": {"a": {"fields": {"udpate": 1}}}},
            "/components/actions/a/fields/udpate: no key of the fields of an action",
        ),
        (
            {"actions": {"a": {"fields": {"target": "$"}}}},
            "/components/actions/a/fields/target: a reusable action has no target: "
            "it stands where it is referred to",
        ),
    ],
)
def test_components_that_are_wrong_are_told(components: Any, told: str) -> None:
    said = refusal({"target": "$", "update": {}}, version="1.2.0", components=components)
    assert said == f"o.yaml#{told}"


def test_extensions_are_allowed_in_all_of_it() -> None:
    reusable = TAG | {"x-a": 1, "fields": TAG["fields"] | {"x-b": 2}}  # type: ignore[operator]
    components = {"x-c": 3, "actions": {"tag": reusable}}
    read = overlay(USE | {"x-d": 4}, version="1.2.0", components=components)
    assert read.apply(DOCUMENT)["paths"]["/a"]["get"]["tags"] == ["a", "new"]


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("$self", "https://example.com/o.yaml#a", "a whole document is meant: no fragment (#…) may follow"),
        ("extends", "api.yaml#/info", "a whole document is meant: no fragment (#…) may follow"),
        ("$self", "two words", "no URI reference"),
        ("$self", 1, "no URI reference"),
    ],
)
def test_an_address_names_a_whole_document(key: str, value: Any, told: str) -> None:
    assert refusal({"target": "$", "update": {}}, version="1.2.0", **{key: value}) == f"o.yaml#/{key}: {told}"


def test_an_overlay_may_know_its_own_address() -> None:
    read = overlay({"target": "$", "update": {}}, version="1.2.0", **{"$self": "https://example.com/o.yaml"})
    assert read.apply(DOCUMENT) == DOCUMENT


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_earlier_versions_name_the_one_that_can(version: str) -> None:
    nothing = {"target": "$", "update": {}}
    for key, value in (("$self", "o.yaml"), ("components", {"actions": {}})):
        assert refusal(nothing, version=version, **{key: value}) == f"o.yaml#/{key}: needs overlay 1.2.0"
    assert refusal(USE, version=version).endswith("$ref needs overlay 1.2.0")
