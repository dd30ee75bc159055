"""Laws that hold for every document and every overlay."""

from __future__ import annotations

from contextlib import suppress
from copy import deepcopy
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from login_contract.document.merge import duplicate, kind
from login_contract.document.problem import DocumentError
from tests.document.overlays import apply, overlay

names = st.sampled_from(["a", "b", "/c", "d'e", "x-f"])
primitives = st.none() | st.booleans() | st.integers(-2, 2) | st.sampled_from(["", "text", "Ж"])


def containers(inner: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=3)


values = st.recursive(primitives, containers, max_leaves=8)
objects = st.dictionaries(names, values, max_size=4)
# Lists grow with every update: idempotence is a law of everything else.
flat = st.recursive(primitives, lambda inner: st.dictionaries(names, inner, max_size=3), max_leaves=8)
flat_objects = st.dictionaries(names, flat, max_size=4)
targets = st.sampled_from(
    ["$", "$.a", "$.*", "$..*", "$..a", "$..[0]", "$..[-1:]", "$..[?@.a]", "$.*[?@ == 1]"]
)
actions = (
    st.fixed_dictionaries({"target": targets})
    | st.fixed_dictionaries(
        {"target": targets},
        optional={"update": values, "remove": st.booleans()},
    )
    | st.fixed_dictionaries({"target": targets, "copy": targets})
)
small = settings(max_examples=80, derandomize=True, deadline=None, database=None)


def quoted(name: str) -> str:
    return "$['" + name.replace("'", "\\'") + "']"


@small
@given(objects, st.lists(actions, min_size=1, max_size=3), st.sampled_from(["1.0.0", "1.1.0", "1.2.0"]))
def test_what_was_given_never_changes(document: Any, chosen: list[dict[str, Any]], version: str) -> None:
    before = deepcopy((document, chosen))
    with suppress(DocumentError):
        overlay(*chosen, version=version).apply(document)
    assert (document, chosen) == before


@small
@given(flat_objects, flat_objects)
def test_updating_twice_is_updating_once(document: Any, update: Any) -> None:
    action = {"target": "$", "update": update}
    try:
        once = apply(action, document=document)
    except DocumentError:
        return
    assert apply(action, document=once) == once


@small
@given(objects, objects)
def test_an_update_of_an_empty_object_makes_it_the_update(document: Any, update: Any) -> None:
    made = {"target": "$", "update": {"new": {}}}
    changed = apply(made, {"target": "$.new", "update": update}, document=document)
    assert changed == document | {"new": update}


@small
@given(objects.filter(bool), st.data())
def test_copying_and_removing_is_moving(document: Any, data: st.DataObject) -> None:
    name = data.draw(st.sampled_from(sorted(document)))
    kept = {key: value for key, value in document.items() if key != name}
    empty: Any = {"object": {}, "array": [], "primitive": None}[kind(document[name])]
    moved = apply(
        {"target": "$", "update": {"new": empty}},
        {"target": "$.new", "copy": quoted(name)},
        {"target": quoted(name), "remove": True},
        document=document,
    )
    assert moved == kept | {"new": document[name]}


@small
@given(flat_objects, flat_objects)
def test_members_of_either_are_members_of_the_result(document: Any, update: Any) -> None:
    try:
        merged = apply({"target": "$", "update": update}, document=document)
    except DocumentError:
        return
    assert list(merged) == [*document, *(name for name in update if name not in document)]
    for name, value in merged.items():
        if kind(value) == "primitive":
            assert value == (update if name in update else document)[name]
        elif name in document and name in update:
            assert merged[name] == document[name] | update[name] | {
                inner: apply({"target": "$", "update": update[name]}, document=document[name])[inner]
                for inner in document[name].keys() & update[name].keys()
            }


@small
@given(objects, objects)
def test_a_copy_is_an_update_with_what_the_document_holds(document: Any, source: Any) -> None:
    both = {"to": document, "from": source}

    def outcome(**modifier: Any) -> Any:
        try:
            return apply({"target": "$.to", **modifier}, document=both)
        except DocumentError as error:
            return str(error)

    assert outcome(copy="$.from") == outcome(update=source)


@small
@given(st.lists(primitives, max_size=6), st.sets(st.integers(0, 5), min_size=1))
def test_removing_positions_leaves_the_others_in_order(entries: list[Any], positions: set[int]) -> None:
    target = f"$.l[{', '.join(map(str, sorted(positions)))}]"
    if not any(position < len(entries) for position in positions):
        return
    changed = apply({"target": target, "remove": True}, document={"l": entries})
    assert changed["l"] == [entry for index, entry in enumerate(entries) if index not in positions]


@small
@given(objects, st.lists(actions, min_size=2, max_size=3, unique_by=repr))
def test_one_overlay_of_two_actions_is_two_overlays_of_one(
    document: Any, chosen: list[dict[str, Any]]
) -> None:
    try:
        whole = overlay(*chosen).apply(document)
    except DocumentError:
        return
    step = document
    for action in chosen:
        step = overlay(action).apply(step)
    assert whole == step


@small
@given(values)
def test_a_duplicate_is_equal_and_shares_nothing(value: Any) -> None:
    def parts(node: Any) -> set[int]:
        inner = list(node.values()) if isinstance(node, dict) else node if isinstance(node, list) else None
        return set() if inner is None else {id(node)}.union(*map(parts, inner))

    copied = duplicate([value, value])
    assert copied == [value, value]
    assert not parts(copied) & parts(value)
    assert not parts(copied[0]) & parts(copied[1])
