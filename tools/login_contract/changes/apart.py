"""Whether two alternatives exclude each other, so that no value is both."""

from __future__ import annotations

from typing import Any

from login_contract.changes.bounds import is_listed, possible_kinds
from login_contract.changes.side import Schema, Side


def apart(side: Side, one: Any, other: Any) -> bool:
    """Say whether no value fits both schemas, by its type, by their lists of values or by a property.

    Where something else excludes it, the answer is no.
    """
    first, second = side.flat(one), side.flat(other)
    return _differ(first, second) or any(
        _differ(*(side.flat(each["properties"][name]) for each in (first, second)))
        for name in _needed(first) & _needed(second)
    )


def _differ(one: Schema, other: Schema) -> bool:
    kinds, others = possible_kinds(one), possible_kinds(other)
    if kinds is not None and others is not None and kinds.isdisjoint(others):
        return True
    values = one.get("enum")
    listed = other.get("enum")
    return values is not None and listed is not None and not any(is_listed(each, listed) for each in values)


def _needed(schema: Schema) -> set[str]:
    """Return the properties that each value has, which is an object then."""
    if possible_kinds(schema) != frozenset({"object"}):
        return set()
    return {name for name in schema.get("properties", ()) if name in schema.get("required", ())}
