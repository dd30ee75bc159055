"""Whether alternatives exclude each other, so that `oneOf` and `anyOf` of them mean the same."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations
from typing import Any

from login_contract.changes.bounds import Standing, is_listed, possible_kinds
from login_contract.changes.change import Change, judged
from login_contract.changes.side import Schema, Side


def together(old: Schema, new: Schema, standing: Standing, sides: tuple[Side, Side]) -> Iterator[Change]:
    """Yield that a value may be several alternatives at once where it had to be one, or the other way round.

    One of the flattened schemas has `oneOf`, the other `anyOf`.
    """
    narrower = "anyOf" in old
    side, several = (sides[0], old["anyOf"]) if narrower else (sides[1], new["anyOf"])
    if all(_apart(side, *pair) for pair in combinations(several, 2)):
        return
    message = f"has to be one alternative {'alone now' if narrower else 'or several at once now'}"
    breaks = narrower == standing.sent
    yield judged(breaks, "alternatives-changed", message, standing.place, reliance=standing.reliance)


def _apart(side: Side, one: Any, other: Any) -> bool:
    """Say whether no value fits both schemas: by its type, by their lists of values or by a property."""
    first, second = side.flat(one), side.flat(other)
    return _differ(first, second) or any(
        _differ(*(side.flat(each["properties"][name]) for each in (first, second)))
        for name in _needed(first) & _needed(second)
    )


def _differ(one: Schema, other: Schema) -> bool:
    kinds, others = possible_kinds(one), possible_kinds(other)
    if kinds is not None and others is not None and kinds.isdisjoint(others):
        return True
    values, listed = one.get("enum"), other.get("enum")
    return values is not None and listed is not None and not any(is_listed(each, listed) for each in values)


def _needed(schema: Schema) -> set[str]:
    """Return the properties that each value has, which is an object then."""
    if possible_kinds(schema) != frozenset({"object"}):
        return set()
    return {name for name in schema.get("properties", ()) if name in schema.get("required", ())}
