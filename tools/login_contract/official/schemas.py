"""Two schemas side by side, down to their last property."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from attrs import field, frozen

from login_contract.description.message import ORIGIN
from login_contract.official.difference import Difference, Weight, text
from login_contract.official.schema_view import NULL, SCHEMAS, Node, SchemaView, follow, view

LIGHT, MEDIUM, HEAVY = Weight.LIGHT, Weight.MEDIUM, Weight.HEAVY
# A number is read by whoever expects an integer, most of the time.
_NUMBERS = {frozenset({"integer"}), frozenset({"number"})}


@frozen
class Position:
    """Where two schemas stand: the place, the name of our schema if it has one, and where our fact is from.

    `sent` tells that clients send it; otherwise they read it.
    """

    where: str
    origin: str
    sent: bool
    schema: str = ""

    def within(self, name: str) -> Position:
        """The position of a member."""
        where = f"{self.where}{name}" if name.startswith("[") or not self.where else f"{self.where}.{name}"
        return Position(where, self.origin, self.sent, self.schema)

    def of(self, origin: Any, schema: str | None) -> Position:
        """The same position, knowing more; a schema with a name is a place of its own."""
        named = self.schema if schema is None else schema
        where = self.where if schema is None else ""
        return Position(where, str(origin or self.origin), self.sent, named)


@frozen(eq=False)
class Schemas:
    """Compares schemas of two documents, each pair of named ones once."""

    ours: Node
    theirs: Node
    _seen: dict[tuple[int, int, Position], tuple[Difference, ...]] = field(factory=dict, init=False)
    _views: dict[tuple[bool, int], SchemaView] = field(factory=dict, init=False)

    def differences(self, our: Any, their: Any, position: Position) -> tuple[Difference, ...]:
        """All differences between two schemas and what is within them.

        Raises:
            KeyError: a reference leads nowhere.
        """
        here, there = follow(self.ours, our), follow(self.theirs, their)
        at = position.of(here.get(ORIGIN) if isinstance(here, dict) else None, _name(our))
        if _name(our) is None and _name(their) is None:
            return tuple(self._compared(here, there, at))
        key = (id(here), id(there), at)
        if key not in self._seen:
            # What leads back to itself differs in nothing new.
            self._seen[key] = ()
            self._seen[key] = tuple(self._compared(here, there, at))
        return self._seen[key]

    def _compared(self, here: Any, there: Any, at: Position) -> Iterator[Difference]:
        our, their = self._view(here, ours=True), self._view(there, ours=False)
        yield from _types(our, their, at)
        yield from _limits(our, their, at)
        at = at.of(None, _wrapped(here))
        if our.items is not None and their.items is not None:
            yield from self.differences(our.items, their.items, at.within("[]"))
        for name in sorted(our.properties.keys() | their.properties.keys()):
            yield from self._property(name, our, their, at.within(name))

    def _view(self, node: Any, *, ours: bool) -> SchemaView:
        key = (ours, id(node))
        if key not in self._views:
            self._views[key] = view(self.ours if ours else self.theirs, node)
        return self._views[key]

    def _property(self, name: str, our: SchemaView, their: SchemaView, at: Position) -> Iterator[Difference]:
        asked_here, asked_there = name in our.required, name in their.required
        if name not in our.properties:
            if our.properties or our.types == {"object"} or not our.types:
                heavy = asked_there and at.sent
                yield told(at, "property", HEAVY if heavy else MEDIUM, there=_asked(asked_there))
            return
        node = follow(self.ours, our.properties[name])
        at = at.of(_beside(our.properties[name]) or (isinstance(node, dict) and node.get(ORIGIN)), None)
        if name not in their.properties:
            if their.properties:
                weight = HEAVY if asked_here else LIGHT if at.sent else MEDIUM
                yield told(at, "property", weight, here=_asked(asked_here))
            return
        if asked_here != asked_there:
            # Who sends has to know what is asked for, who reads may rely on what is always there.
            heavy = asked_there if at.sent else asked_here
            yield told(at, "required", HEAVY if heavy else MEDIUM, here=asked_here, there=asked_there)
        yield from self.differences(our.properties[name], their.properties[name], at)


def told(at: Position, kind: str, weight: Weight, *, here: Any = None, there: Any = None) -> Difference:
    """A difference at a position; what only one side has, the other says nothing of."""
    side = "there" if here is None else "here" if there is None else "differs"
    return Difference(at.where, kind, side, weight, text(here), text(there), (at.origin,), at.schema)  # type: ignore[arg-type]


def _types(our: SchemaView, their: SchemaView, at: Position) -> Iterator[Difference]:
    here, there = our.types - {NULL}, their.types - {NULL}
    if here != there:
        vague = not here or not there
        weight = LIGHT if vague else MEDIUM if {here, there} == _NUMBERS else HEAVY
        yield told(at, "type", weight, here=sorted(here) or "any", there=sorted(there) or "any")
    elif our.nullable != their.nullable:
        heavier = their.nullable and not at.sent
        yield told(at, "null", MEDIUM if heavier else LIGHT, here=our.nullable, there=their.nullable)


def _limits(our: SchemaView, their: SchemaView, at: Position) -> Iterator[Difference]:
    if our.values != their.values:
        unknown = their.values is None or bool(their.values - (our.values or their.values))
        weight = MEDIUM if unknown or at.sent else LIGHT
        here = "any" if our.values is None else our.values - (their.values or frozenset())
        there = "any" if their.values is None else their.values - (our.values or frozenset())
        yield told(at, "enum", weight, here=here, there=there)
    if our.format != their.format:
        yield told(at, "format", LIGHT, here=our.format or "none", there=their.format or "none")
    for name in sorted(our.bounds.keys() | their.bounds.keys()):
        mine, yours = our.bounds.get(name), their.bounds.get(name)
        if mine != yours:
            yield told(at, name, LIGHT, here=mine, there=yours)
    if our.default != their.default:
        yield told(at, "default", LIGHT, here=our.default, there=their.default)


def _name(node: Any) -> str | None:
    reference = node.get("$ref") if isinstance(node, dict) else None
    return (
        reference.removeprefix(SCHEMAS)
        if isinstance(reference, str) and reference.startswith(SCHEMAS)
        else None
    )


def _wrapped(node: Any) -> str | None:
    """The name of the schema that another one only adds null or words to."""
    choices = (node.get(key) for key in ("allOf", "anyOf", "oneOf")) if isinstance(node, dict) else ()
    parts = [part for choice in choices if isinstance(choice, list) for part in choice]
    names = [_name(part) for part in parts if part != {"type": NULL}]
    return names[0] if len(names) == 1 and "properties" not in node else None


def _beside(node: Any) -> Any:
    return node.get(ORIGIN) if isinstance(node, dict) else None


def _asked(required: bool) -> str:
    return "required" if required else "optional"
