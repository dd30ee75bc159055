"""Changes of schemas, by what the consumer does with what they describe: sends it, or reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from attrs import Factory, evolve, field, frozen

from login_contract.changes.apart import together
from login_contract.changes.bounds import Standing, value_changes
from login_contract.changes.change import (
    Change,
    Impact,
    Reliance,
    breaking,
    compatible,
    documentation,
    judged,
    shown,
)
from login_contract.changes.meaning import same
from login_contract.changes.side import REST, Schema, Side
from login_contract.changes.unchanged import Unchanged
from login_contract.description.message import ERROR_CODE, PUBLISHED_NAME

_ALTERNATIVES = ("oneOf", "anyOf")
_WORDS = ("title", "description", "example", "examples", "externalDocs", "$comment", "format", "xml")
# Marks that are judged as what they are, in other places.
_ELSEWHERE = frozenset({"x-error-codes", "x-null", "x-reads-as", "x-free-json", PUBLISHED_NAME})
Pair = tuple[int, int]


@frozen
class SchemaComparison:
    """Compares schemas of two descriptions."""

    old: Side
    new: Side
    _unchanged: Unchanged = field(
        init=False,
        default=Factory(lambda self: Unchanged(self.old.document, self.new.document), takes_self=True),
    )

    def changes(self, old: Any, new: Any, standing: Standing) -> Iterator[Change]:
        """Yield how two schemas differ, each given as it stands, `None` where there is none."""
        yield from self._changes(old, new, standing, frozenset())

    def _changes(self, old: Any, new: Any, standing: Standing, above: frozenset[Pair]) -> Iterator[Change]:
        if self._unchanged.is_so(old, new):
            return
        before, after = self.old.flat(old), self.new.flat(new)
        pair = (id(before), id(after))
        # A schema that holds itself was looked at further up.
        if pair in above:
            return
        above |= {pair}
        schemas = (self.old.judging(old), self.new.judging(new))
        for change in self._found(before, after, standing, above):
            own = change.reliance is Reliance.VALUE and change.schemas is None
            yield evolve(change, schemas=schemas) if own else change

    def _found(
        self, old: Schema, new: Schema, standing: Standing, above: frozenset[Pair]
    ) -> Iterator[Change]:
        shared = self._shared(old, new)
        if shared:
            if self._demands(self.old, old, shared, words=True) != self._demands(
                self.new, new, shared, words=True
            ):
                yield documentation(f"changed: words of `{REST}`", standing.place)
            old, new = ({k: v for k, v in each.items() if k not in shared} for each in (old, new))
        if {_choices(old), _choices(new)} == {("oneOf",), ("anyOf",)}:
            yield from together(old, new, standing, (self.old, self.new))
            old, new = (_with_any_of(each) for each in (old, new))
        for key in _ALTERNATIVES:
            if bool(old.get(key)) != bool(new.get(key)):
                yield from self._one_of_several(key, old, new, standing, above)
                return
        yield from self._here(old, new, standing)
        yield from self._alternatives(old, new, standing, above)
        yield from self._members(old, new, standing, above)
        yield from self._others(old, new, standing, above)
        if "items" in old or "items" in new:
            yield from self._changes(old.get("items"), new.get("items"), standing.within("[]"), above)

    def _shared(self, old: Schema, new: Schema) -> frozenset[str]:
        """Return the keywords that several parts of an `allOf` have, where both demand the same by them."""
        parts = [*old.get(REST, ()), *new.get(REST, ())]
        keys = frozenset(key for part in parts if len(part) == 1 for key in part)
        if not keys or self._demands(self.old, old, keys) != self._demands(self.new, new, keys):
            return frozenset()
        return keys | {REST}

    @staticmethod
    def _demands(side: Side, schema: Schema, keys: frozenset[str], *, words: bool = False) -> str:
        own = ({key: schema[key]} for key in keys if key in schema and key != REST)
        return side.meaning(REST, [*schema.get(REST, ()), *own], words=words)

    def _here(self, old: Schema, new: Schema, standing: Standing) -> Iterator[Change]:
        yield from value_changes(old, new, standing, (self.old, self.new))
        yield from _default(old, new, standing)
        yield from _refusal(old, new, standing)
        for key in ("readOnly", "writeOnly"):
            if bool(old.get(key)) != bool(new.get(key)):
                meant = (key == "readOnly") == standing.sent
                breaks = meant and bool(new.get(key))
                message = f"is {'now' if new.get(key) else 'no longer'} {key}"
                yield judged(breaks, "access-changed", message, standing.place, reliance=Reliance.PRESENT)
        yield from worded(old, new, standing.place)

    def _members(
        self, old: Schema, new: Schema, standing: Standing, above: frozenset[Pair]
    ) -> Iterator[Change]:
        before, after = old.get("properties", {}), new.get("properties", {})
        needed, needs = set(old.get("required", ())), set(new.get("required", ()))
        for name in (each for each in before if each not in after):
            done = "is no longer read" if standing.sent else "is no longer there"
            place = standing.within(name).place
            yield breaking("property-removed", f"the property {done}", place, reliance=Reliance.PRESENT)
        for name in (each for each in after if each not in before):
            breaks = standing.sent and name in needs
            message = "the property is new, and required" if breaks else "the property is new"
            yield judged(
                breaks, "property-added", message, standing.within(name).place, reliance=Reliance.ABSENT
            )
        for name in (each for each in before if each in after):
            yield from self._changes(before[name], after[name], standing.within(name), above)
        for name in sorted(needed ^ needs):
            # One that neither lists may stand among the others.
            if (name in before) == (name in after):
                yield _need(name in needs, standing.within(name))

    def _others(
        self, old: Schema, new: Schema, standing: Standing, above: frozenset[Pair]
    ) -> Iterator[Change]:
        """Yield changes of `additionalProperties`: what may stand beside the properties that are listed."""
        before, after = (
            _plainly(side.flat(each), each)
            for side, each in (
                (self.old, old.get("additionalProperties", True)),
                (self.new, new.get("additionalProperties", True)),
            )
        )
        if before == after and not isinstance(before, dict):
            return
        if isinstance(before, dict) and isinstance(after, dict):
            yield from self._changes(before, after, standing.within("*"), above)
            return
        order = [_openness(before), _openness(after)]
        if order[0] != order[1]:
            closing = order[0] > order[1]
            # An answer that grows is what every answer may do.
            breaks = closing if standing.sent else (not closing and isinstance(before, dict))
            message = f"other properties: {_told_others(before)} before, {_told_others(after)} now"
            yield judged(breaks, "others-changed", message, standing.place, reliance=standing.reliance)

    def _one_of_several(
        self, key: str, old: Schema, new: Schema, standing: Standing, above: frozenset[Pair]
    ) -> Iterator[Change]:
        """Yield changes where one side alone has alternatives: one of them has to be what the other has."""
        grown = bool(new.get(key))
        several, plain = (new, old) if grown else (old, new)
        rest = {name: value for name, value in several.items() if name != key}
        others, settled = [], None
        for each in several[key]:
            part = {**rest, "allOf": [*rest.get("allOf", ()), each]}
            found = list(self._changes(*((plain, part) if grown else (part, plain)), standing, above))
            if any(one.impact is Impact.BREAKING for one in found):
                others.append(each)
            elif settled is None:
                settled = found
        if settled is None:
            message = f"is {'now' if grown else 'no longer'} one of several (`{key}`), none of them as it was"
            yield breaking("alternatives-changed", message, standing.place, reliance=standing.reliance)
            return
        yield from settled
        for each in others:
            yield _alternative(each, standing, added=grown)

    def _alternatives(
        self, old: Schema, new: Schema, standing: Standing, above: frozenset[Pair]
    ) -> Iterator[Change]:
        for key in _ALTERNATIVES:
            before, after = old.get(key, ()), new.get(key, ())
            pairs, gone, added = self._paired(before, after, standing, above)
            for one, other in pairs:
                yield from self._changes(one, other, standing, above)
            for each in gone:
                yield _alternative(each, standing, added=False)
            for each in added:
                yield _alternative(each, standing, added=True)

    def _paired(
        self, old: Sequence[Any], new: Sequence[Any], standing: Standing, above: frozenset[Pair]
    ) -> tuple[list[tuple[Any, Any]], list[Any], list[Any]]:
        """Pair alternatives: those that stay the same or of one name, then those that break nobody."""
        pairs: list[tuple[Any, Any]] = []
        gone, added = list(old), list(new)

        def settles(one: Any, other: Any) -> bool:
            found = self._changes(one, other, standing, above)
            return all(each.impact is not Impact.BREAKING for each in found)

        for suits in (_same, _alike, settles):
            for one in list(gone):
                other = next((each for each in added if suits(one, each)), None)
                if other is not None:
                    pairs.append((one, other))
                    gone.remove(one)
                    added.remove(other)
        return pairs, gone, added


def worded(old: Any, new: Any, place: tuple[str, ...]) -> Iterator[Change]:
    """Yield changes of words, examples and marks that two nodes carry, all in one."""
    keys = [key for key in (*old, *new) if key in _WORDS or (key.startswith("x-") and key != ERROR_CODE)]
    changed = [key for key in dict.fromkeys(keys) if old.get(key) != new.get(key)]
    spoken = [key for key in changed if key not in _ELSEWHERE]
    if spoken:
        yield documentation(f"changed: {', '.join(spoken)}", place)
    if bool(old.get("deprecated")) != bool(new.get("deprecated")):
        message = "is deprecated now" if new.get("deprecated") else "is not deprecated any more"
        yield compatible("deprecation-changed", message, place)


def _choices(schema: Schema) -> tuple[str, ...]:
    return tuple(key for key in _ALTERNATIVES if schema.get(key))


def _with_any_of(schema: Schema) -> Schema:
    return {"anyOf" if key == "oneOf" else key: value for key, value in schema.items()}


def _alternative(alternative: Any, standing: Standing, *, added: bool) -> Change:
    rule, told = ("alternative-added", "new") if added else ("alternative-removed", "gone")
    message = f"the alternative {_named(alternative)} is {told}"
    return judged(added != standing.sent, rule, message, standing.place, reliance=standing.reliance)


def _default(old: Schema, new: Schema, standing: Standing) -> Iterator[Change]:
    missing = object()
    before, after = old.get("default", missing), new.get("default", missing)
    if before is missing and after is not missing:
        yield compatible(
            "default-changed", f"the default is {shown(after)} now, where none was told", standing.place
        )
    elif not same(before, after):
        now = "none" if after is missing else shown(after)
        message = f"the default was {shown(before)}, is {now}"
        yield judged(standing.sent, "default-changed", message, standing.place, reliance=Reliance.ABSENT)


def _refusal(old: Schema, new: Schema, standing: Standing) -> Iterator[Change]:
    before, after = old.get(ERROR_CODE), new.get(ERROR_CODE)
    if before != after:
        usual = "the usual code"
        message = f"a wrong value is refused with {after or usual}, was {before or usual}"
        told = {"reliance": Reliance.CODE, "detail": str(before or "002-027")}
        yield breaking("refusal-changed", message, standing.place, **told)


def _need(needed: bool, standing: Standing) -> Change:
    message = "is required now" if needed else "is not required any more"
    reliance = Reliance.ABSENT if standing.sent else Reliance.PRESENT
    return judged(needed == standing.sent, "required-changed", message, standing.place, reliance=reliance)


def _plainly(flat: Schema, others: Any) -> Any:
    """Write a schema of further properties that takes all or nothing as what it is."""
    if flat == {"not": {}}:
        return False
    return others if any(key not in _WORDS for key in flat) else True


def _openness(others: Any) -> int:
    return 0 if others is False else 1 if isinstance(others, dict) else 2


def _told_others(others: Any) -> str:
    return ("none", "of one kind", "any")[_openness(others)]


def _same(one: Any, other: Any) -> bool:
    return bool(one == other)


def _alike(one: Any, other: Any) -> bool:
    """Say whether two alternatives are of the same type, and not told apart by a value or a reference."""
    if not (isinstance(one, dict) and isinstance(other, dict)):
        return False
    marks = ("$ref", "type", "const", "title")
    return "$ref" not in one and all(one.get(key) == other.get(key) for key in marks)


def _named(alternative: Any) -> str:
    if isinstance(alternative, dict):
        if "$ref" in alternative:
            return str(alternative["$ref"]).rpartition("/")[2]
        for key in ("title", "const", "type"):
            if key in alternative:
                return shown(alternative[key])
    return shown(alternative)
