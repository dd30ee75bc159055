"""What was written is read back: which calls tell what another was given, as links of the description say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import httpx
import jsonschema_rs
from attrs import frozen

from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.suite.generated.good_requests import (
    GoodRequest,
    good_request,
    good_requests,
    schema_of_body,
)
from login_contract.suite.generated.links import LinkHere, links_to, part_of, told_by
from login_contract.suite.generated.live_inputs import NEW
from login_contract.suite.generated.live_stock import Stock

# Chooses the text of a property, given its name and its schema; None leaves it as it is.
Choose = Callable[[str, Mapping[str, Any]], str | None]
Texts = set[tuple[str, str]]

# Of several scripts, in both directions, with letters of several code points, and what ends texts elsewhere.
ODD = (
    "Ωμέγα-日本語-Ünïcödé",
    "שלום עולם مرحبا",
    "👩‍👩‍👧‍👦e\u0301🏳️‍🌈",
    "x \"quoted\" 'n' \\back\\ <b>&amp;</b> %41 x",
    "a\u200bb\u202ec\u2028d\ufeffe",
    "007",
)
EVERYTHING = frozenset(described().operations)


@frozen
class Pair:
    """A call that is given something, and one that tells it afterwards."""

    link: LinkHere
    reader: Operation

    @property
    def writer(self) -> Operation:
        """The call that is given something."""
        return self.link.source

    def __str__(self) -> str:
        return f"{self.writer.operation_id} by {self.reader.operation_id}"

    @property
    def names(self) -> frozenset[str]:
        """The properties of the body, at whatever depth, that are read back."""
        told = self.link.reads_back
        return frozenset(free_texts(self.writer) if told is True else told or ())

    def write(self, stock: Stock, choose: Choose) -> tuple[GoodRequest, Texts]:
        """Return a good request to write, and its texts that are read back.

        They are of the choice of ``choose``, apart from what has to be new.

        Raises:
            LookupError: no example of the body has anything that is read back.
        """
        for request in good_requests(self.writer, stock):
            with_texts(request, self.names - NEW.keys(), choose)
            given = {(name, text) for name, text in texts(request.body) if name in self.names}
            if given:
                return request, given
        raise LookupError(f"no example of {self.writer.operation_id} has anything that is read back")

    def read(self, written: GoodRequest, answer: httpx.Response, stock: Stock) -> httpx.Response:
        """Return what is told after a request to write, and its answer."""
        request = plainest(self.reader, stock)
        told = told_by(self.link, written, answer.json() if answer.content else None)
        for name, value in told.items():
            part_of(self.reader, request, name)[name] = value
        return request.send(stock)


def pairs() -> list[Pair]:
    """Return all that the description links in this way."""
    return [
        Pair(link, reader)
        for reader in described().operations.values()
        for link in links_to(reader)
        if link.reads_back
    ]


def plainest(reader: Operation, stock: Stock) -> GoodRequest:
    """Return a request to read that narrows what is told by nothing that it may leave out."""
    request = good_request(reader, stock, whole=False, asking=EVERYTHING)
    if isinstance(request.body, dict):
        needed = schema_of_body(reader).get("required", ())
        request.body = {name: value for name, value in request.body.items() if name in needed}
    return request


def free_texts(operation: Operation) -> set[str]:
    """Return the properties of an operation's body that take texts which no rule but a pattern narrows."""
    return set(_free_texts(schema_of_body(operation)))


def with_texts(request: GoodRequest, names: frozenset[str], choose: Choose) -> Texts:
    """Let ``choose`` choose texts of a request, and return those that it chose, by name.

    What else is optional beside them is left out, as it might narrow what they may be.
    """
    request.body, chosen = _chosen(request.body, schema_of_body(request.operation), names, choose)
    return chosen


def texts(node: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Yield each text of a JSON value with the name of the property that it stands in."""
    if isinstance(node, str):
        yield name, node
    for key, value in node.items() if isinstance(node, Mapping) else ():
        yield from texts(value, key)
    for value in node if isinstance(node, list) else ():
        yield from texts(value, name)


def shortest(name: str, schema: Mapping[str, Any]) -> str | None:
    """Choose the shortest text that is more than none."""
    least = max(1, schema.get("minLength", 1))
    return first_allowed(schema, ["й" * least, "x" * least, "7" * least])


def longest(name: str, schema: Mapping[str, Any]) -> str | None:
    """Choose a longest text, the ends of which are not as what is between."""
    most = schema.get("maxLength", 0)
    wanted = [f"{one}{other * (most - 2)}{end}" for one, other, end in ("ΩЖ😀", "axz", "012")]
    return first_allowed(schema, wanted) if most else None


def odd(number: int) -> Choose:
    """Return what chooses the odd text of this number."""
    return lambda name, schema: first_allowed(schema, [ODD[number]])


def first_allowed(schema: Mapping[str, Any], wanted: list[str]) -> str | None:
    """Return the first of some texts that a schema allows."""
    validator = jsonschema_rs.Draft202012Validator(dict(schema), validate_formats=True)
    return next((text for text in wanted if validator.is_valid(text)), None)


def _chosen(value: Any, schema: Any, names: frozenset[str], choose: Choose) -> tuple[Any, Texts]:
    schema, chosen = described().resolve(schema), set()
    if isinstance(value, list):
        items = [_chosen(each, schema.get("items", {}), names, choose) for each in value]
        return [item for item, _ in items], set().union(*(texts for _, texts in items))
    if not isinstance(value, dict):
        return value, set()
    changed: dict[str, Any] = {}
    for name, node in {**{name: {} for name in value}, **schema.get("properties", {})}.items():
        if name in value:
            changed[name], within = _chosen(value[name], node, names, choose)
            chosen |= within
        text = choose(name, described().inlined(node)) if name in names and _is_free_text(node) else None
        if text is not None:
            changed[name] = text
            chosen.add((name, text))
    needed = {*schema.get("required", ()), *(name for name, _ in chosen)}
    kept = {name: each for name, each in changed.items() if name in needed or isinstance(each, (dict, list))}
    return (kept if chosen else changed), chosen


def _free_texts(schema: Any) -> Iterator[str]:
    schema = described().resolve(schema)
    for name, node in schema.get("properties", {}).items():
        if _is_free_text(node):
            yield name
        yield from _free_texts(node)
    if "items" in schema:
        yield from _free_texts(schema["items"])


def _is_free_text(node: Any) -> bool:
    node = described().inlined(node)
    kinds = node.get("type", ())
    return "string" in ((kinds,) if isinstance(kinds, str) else kinds) and not {"enum", "const"} & node.keys()
