from __future__ import annotations

from typing import Any

from login_contract.suite.generated.looks import Look

ANN, BOB = (f"{number}e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d21" for number in (6, 7))


def look(**bodies: Any) -> Look:
    return Look({name: (200, body) for name, body in bodies.items()})


def test_change_is_told_with_what_was_and_what_is() -> None:
    before, after = look(profile={"name": "Ann"}, phone=None), look(profile={"name": "Bob"}, phone=None)

    assert before.changes(after, {}) == {"profile": ((200, {"name": "Ann"}), (200, {"name": "Bob"}))}


def test_what_changes_by_itself_or_may_change_is_no_change() -> None:
    before, after = look(url=[{"state": "a", "to": "x"}]), look(url=[{"state": "b", "to": "x"}])
    volatile = before.places_unlike(after)

    assert volatile == {"url": {"/-/state"}}
    assert before.changes(after, volatile) == {}
    assert before.changes(after, {}, "url") == {}
    assert before.changes(look(url=[{"state": "b", "to": "y"}]), volatile) != {}


def test_refusal_is_a_change() -> None:
    assert look(profile={}).changes(Look({"profile": (401, {})}), {}) != {}
