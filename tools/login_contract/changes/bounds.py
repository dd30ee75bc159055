"""Changes of what a single value may be: its type, its list of values, its bounds."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import frozen

from login_contract.changes.change import Change, Place, Reliance, judged, shown
from login_contract.changes.side import Schema, kinds, told_kinds

_LOWER = {"minimum": None, "exclusiveMinimum": None, "minLength": 0, "minItems": 0, "minProperties": 0}
_UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
# Formats that tell how to show or store a value, and refuse none.
_SPOKEN_FORMATS = frozenset({"password", "binary", "int32", "int64", "float", "double"})
# What cannot be ordered: any change of it may refuse what passed, and let pass what was refused.
_OPAQUE = (
    "not",
    "if",
    "then",
    "else",
    "allOf",
    "contains",
    "minContains",
    "maxContains",
    "contentEncoding",
    "contentMediaType",
    "contentSchema",
    "dependentRequired",
    "dependentSchemas",
    "discriminator",
    "patternProperties",
    "prefixItems",
    "propertyNames",
    "unevaluatedItems",
    "unevaluatedProperties",
    "x-free-json",
    "x-unique-by",
)
# What they allow was refused, or meant nothing, before it was told.
_LENIENT = ("x-null", "x-reads-as")


@frozen
class Standing:
    """Where a schema stands, and whether the consumer sends what it describes, or reads it."""

    place: Place
    sent: bool

    def within(self, *names: str) -> Standing:
        """Return the standing of a part."""
        return Standing((*self.place, *names), self.sent)

    @property
    def reliance(self) -> Reliance:
        """What a change of the values at this place asks of traffic."""
        return Reliance.VALUE if self.sent else Reliance.PRESENT


def value_changes(old: Schema, new: Schema, standing: Standing) -> Iterator[Change]:
    """Yield how the values that two flattened schemas allow differ, apart from members and alternatives.

    What is sent may not become narrower, what is read may not become wider.
    """
    for key, change in (("type", _kind), ("enum", _values)):
        if old.get(key) != new.get(key):
            yield from change(old, new, standing)
    for key, least in _LOWER.items():
        yield from _bound(key, old.get(key, least), new.get(key, least), standing, lower=True)
    for key in _UPPER:
        yield from _bound(key, old.get(key), new.get(key), standing, lower=False)
    for key in ("pattern", "format", "multipleOf"):
        yield from _condition(key, _condition_of(old, key), _condition_of(new, key), standing)
    yield from _condition(
        "uniqueItems", old.get("uniqueItems") or None, new.get("uniqueItems") or None, standing
    )
    for key in _OPAQUE:
        if old.get(key) != new.get(key):
            message = f"`{key}` changed, which cannot be weighed"
            yield judged(True, "rule-changed", message, standing.place, reliance=standing.reliance)
    for key in (each for each in _LENIENT if old.get(each) != new.get(each)):
        message = f"`{key}` was {_told(old.get(key))}, is {_told(new.get(key))}"
        yield judged(key in old, "reading-changed", message, standing.place, reliance=Reliance.PRESENT)


def _kind(old: Schema, new: Schema, standing: Standing) -> Iterator[Change]:
    before, after = kinds(old), kinds(new)
    if before == after:
        return
    narrower = after is not None and (before is None or bool(before - after))
    wider = before is not None and (after is None or bool(after - before))
    message = f"was {told_kinds(before)}, is {told_kinds(after)}"
    breaks = narrower if standing.sent else wider
    yield judged(breaks, "type-changed", message, standing.place, reliance=standing.reliance)


def _values(old: Schema, new: Schema, standing: Standing) -> Iterator[Change]:
    before, after = old.get("enum"), new.get("enum")
    if before is None or after is None:
        message = "has a list of values now" if before is None else "has no list of values any more"
        breaks = (before is None) == standing.sent
        yield judged(breaks, "values-changed", message, standing.place, reliance=standing.reliance)
        return
    for value in (each for each in before if each not in after):
        message = f"the value {shown(value)} is gone"
        yield judged(standing.sent, "value-removed", message, standing.place, reliance=standing.reliance)
    for value in (each for each in after if each not in before):
        message = f"the value {shown(value)} is new"
        yield judged(not standing.sent, "value-added", message, standing.place, reliance=standing.reliance)


def _bound(key: str, old: Any, new: Any, standing: Standing, *, lower: bool) -> Iterator[Change]:
    if old == new:
        return
    narrower = old is None or (new is not None and (new > old if lower else new < old))
    message = f"`{key}` was {_told(old)}, is {_told(new)}"
    breaks = narrower == standing.sent
    yield judged(breaks, "bound-changed", message, standing.place, reliance=standing.reliance)


def _condition(key: str, old: Any, new: Any, standing: Standing) -> Iterator[Change]:
    if old == new:
        return
    harmless = new is None if standing.sent else old is None
    message = f"`{key}` was {_told(old)}, is {_told(new)}"
    yield judged(not harmless, "bound-changed", message, standing.place, reliance=standing.reliance)


def _condition_of(schema: Schema, key: str) -> Any:
    given = schema.get(key)
    return None if key == "format" and given in _SPOKEN_FORMATS else given


def _told(value: Any) -> str:
    return "not given" if value is None else shown(value)
