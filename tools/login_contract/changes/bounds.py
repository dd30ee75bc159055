"""Changes of what a single value may be: its type, its list of values, its bounds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import ceil, floor
from typing import Any

from attrs import frozen

from login_contract.changes.change import Change, Place, Reliance, documentation, judged, shown
from login_contract.changes.meaning import same
from login_contract.changes.side import REST, Schema, Side, kinds, told_kinds

_LOWER = {"minLength": 0, "minItems": 0, "minProperties": 0}
_UPPER = ("maxLength", "maxItems", "maxProperties")
# What one side says with the first, the other may say with the second.
_LIMITS = (("minimum", "exclusiveMinimum"), ("maximum", "exclusiveMaximum"))
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


def value_changes(old: Schema, new: Schema, standing: Standing, sides: tuple[Side, Side]) -> Iterator[Change]:
    """Yield how the values that two flattened schemas allow differ, apart from members and alternatives.

    What is sent may not become narrower, what is read may not become wider.
    """
    for key, change in (("type", _kind), ("enum", _values)):
        if not same(old.get(key), new.get(key)):
            yield from change(old, new, standing)
    for keys in _LIMITS:
        yield from _limit(keys, old, new, standing)
    for key, least in _LOWER.items():
        yield from _bound(key, old.get(key, least), new.get(key, least), standing, lower=True)
    for key in _UPPER:
        yield from _bound(key, old.get(key), new.get(key), standing, lower=False)
    yield from _multiple(old.get("multipleOf"), new.get("multipleOf"), standing)
    for key in ("pattern", "format"):
        yield from _condition(key, _condition_of(old, key), _condition_of(new, key), standing)
    yield from _condition(
        "uniqueItems", old.get("uniqueItems") or None, new.get("uniqueItems") or None, standing
    )
    yield from _unweighed(old, new, standing, sides)
    for key in (each for each in _LENIENT if old.get(each) != new.get(each)):
        message = f"`{key}` was {_told(old.get(key))}, is {_told(new.get(key))}"
        yield judged(key in old, "reading-changed", message, standing.place, reliance=Reliance.PRESENT)


def _kind(old: Schema, new: Schema, standing: Standing) -> Iterator[Change]:
    before, after = possible_kinds(old), possible_kinds(new)
    if before == after:
        return
    narrower = after is not None and (before is None or bool(before - after))
    wider = before is not None and (after is None or bool(after - before))
    message = f"was {told_kinds(before)}, is {told_kinds(after)}"
    breaks = narrower if standing.sent else wider
    yield judged(breaks, "type-changed", message, standing.place, reliance=standing.reliance)


def possible_kinds(schema: Schema) -> frozenset[str] | None:
    """Return the types a value may have; a list of values allows no others than those of its values."""
    told = kinds(schema)
    if "enum" not in schema:
        return told
    listed = frozenset(map(_kind_of, schema["enum"]))
    return listed if told is None else listed & told


def _kind_of(value: Any) -> str:
    if isinstance(value, float):
        return "integer" if value.is_integer() else "number"
    types = {bool: "boolean", int: "integer", str: "string", list: "array", dict: "object"}
    return types.get(type(value), "null")


def _values(old: Schema, new: Schema, standing: Standing) -> Iterator[Change]:
    before, after = old.get("enum"), new.get("enum")
    if before is None or after is None:
        message = "has a list of values now" if before is None else "has no list of values any more"
        breaks = (before is None) == standing.sent
        yield judged(breaks, "values-changed", message, standing.place, reliance=standing.reliance)
        return
    for value in (each for each in before if not is_listed(each, after)):
        message = f"the value {shown(value)} is gone"
        yield judged(standing.sent, "value-removed", message, standing.place, reliance=standing.reliance)
    for value in (each for each in after if not is_listed(each, before)):
        message = f"the value {shown(value)} is new"
        yield judged(not standing.sent, "value-added", message, standing.place, reliance=standing.reliance)


def _limit(keys: tuple[str, str], old: Schema, new: Schema, standing: Standing) -> Iterator[Change]:
    before, after = (_reach(each, keys) for each in (old, new))
    if before == after:
        return
    narrower = before is None or (after is not None and after > before)
    changed = (key for key in keys if old.get(key) != new.get(key))
    message = ", ".join(f"`{key}` was {_told(old.get(key))}, is {_told(new.get(key))}" for key in changed)
    yield judged(
        narrower == standing.sent, "bound-changed", message, standing.place, reliance=standing.reliance
    )


def _reach(schema: Schema, keys: tuple[str, str]) -> tuple[float, bool] | None:
    """Return what a number is held by, and whether it may not be that itself; what is more is narrower."""
    sign = 1 if keys == _LIMITS[0] else -1
    told = [(sign * schema[key], key == keys[1]) for key in keys if schema.get(key) is not None]
    if kinds(schema) == frozenset({"integer"}):
        told = [(floor(each) + 1 if beyond else ceil(each), False) for each, beyond in told]
    return max(told, default=None)


def _bound(key: str, old: Any, new: Any, standing: Standing, *, lower: bool) -> Iterator[Change]:
    if old == new:
        return
    narrower = old is None or (new is not None and (new > old if lower else new < old))
    message = f"`{key}` was {_told(old)}, is {_told(new)}"
    breaks = narrower == standing.sent
    yield judged(breaks, "bound-changed", message, standing.place, reliance=standing.reliance)


def _multiple(old: Any, new: Any, standing: Standing) -> Iterator[Change]:
    if old == new:
        return
    narrower = old is None or (new is not None and new % old == 0)
    wider = new is None or (old is not None and old % new == 0)
    message = f"`multipleOf` was {_told(old)}, is {_told(new)}"
    breaks = not wider if standing.sent else not narrower
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


def _unweighed(old: Schema, new: Schema, standing: Standing, sides: tuple[Side, Side]) -> Iterator[Change]:
    """Yield changes of what cannot be ordered, a part of an `allOf` by what stands in it."""
    pairs = {key: (old.get(key), new.get(key)) for key in _OPAQUE if key in old or key in new}
    for key, (one, other) in pairs.items():
        before, after = (_demands(side, key, value) for side, value in zip(sides, (one, other), strict=True))
        if before.keys() != after.keys():
            changed = [(before | after)[text] for text in before.keys() ^ after.keys()]
            names = sorted({name for each in changed for name in each}) if key == REST else [key]
            message = f"{', '.join(f'`{name}`' for name in names)} changed, which cannot be weighed"
            yield judged(True, "rule-changed", message, standing.place, reliance=standing.reliance)
        elif sides[0].meaning(key, one, words=True) != sides[1].meaning(key, other, words=True):
            yield documentation(f"changed: words of `{key}`", standing.place)


def _demands(side: Side, key: str, value: Any) -> dict[str, Any]:
    """Return what a keyword demands, by its meaning; the parts of an `allOf` each by itself."""
    parts = (value or []) if key == REST else [] if value is None else [value]
    return {side.meaning(key, [each] if key == REST else each): each for each in parts}


def is_listed(value: Any, values: Sequence[Any]) -> bool:
    """Say whether a value is one of several, as JSON."""
    return any(same(value, each) for each in values)


def _told(value: Any) -> str:
    return "not given" if value is None else shown(value)
