"""Bodies and answers of two operations side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from login_contract.description.message import JSON, ORIGIN
from login_contract.description.operation import Operation
from login_contract.official.difference import Difference, Weight
from login_contract.official.schema_view import follow
from login_contract.official.schemas import Position, Schemas, told

DEFAULT = "default"


def bodies(our: Operation, their: Operation, schemas: Schemas) -> Iterator[Difference]:
    """The differences of request bodies."""
    here, there = (_node(one, one.definition.get("requestBody")) for one in (our, their))
    at = Position("body", str(here.get(ORIGIN) or our.origin or ""), sent=True)
    asked_here, asked_there = bool(here.get("required")), bool(there.get("required"))
    if bool(here) != bool(there):
        weight = Weight.HEAVY if asked_here or asked_there else Weight.MEDIUM
        side = {"here": _need(asked_here)} if here else {"there": _need(asked_there)}
        yield told(at, "body", weight, **side)
        return
    if asked_here != asked_there:
        weight = Weight.HEAVY if asked_there else Weight.LIGHT
        yield told(at, "required", weight, here=asked_here, there=asked_there)
    yield from _content(here, there, at, schemas)


def answers(our: Operation, their: Operation, schemas: Schemas) -> Iterator[Difference]:
    """The differences of statuses, and of the answers that both describe."""
    here, there = (_answers(one) for one in (our, their))
    for status in sorted(here.keys() | there.keys()):
        known = here.get(status, {})
        at = Position(status, str(known.get(ORIGIN) or our.origin or ""), sent=False)
        if status not in here:
            yield told(at, "status", _weight(status, there=True), there=status)
        elif status not in there:
            if not _covered(status, there):
                yield told(at, "status", _weight(status, there=False), here=status)
        else:
            yield from _content(known, there[status], at, schemas)


def _content(
    here: Mapping[str, Any], there: Mapping[str, Any], at: Position, schemas: Schemas
) -> Iterator[Difference]:
    kinds, others = _kinds(here), _kinds(there)
    if kinds.keys() != others.keys() and (kinds or others):
        # A body that one side only forgot to describe is another matter than one in another form.
        weight = Weight.HEAVY if kinds and others else Weight.MEDIUM
        mine, yours = sorted(kinds.keys() - others.keys()), sorted(others.keys() - kinds.keys())
        yield told(at, "media type", weight, here=mine or "no other", there=yours or "no other")
    for kind in sorted(kinds.keys() & others.keys()):
        if "schema" in kinds[kind] and "schema" in others[kind]:
            yield from schemas.differences(kinds[kind]["schema"], others[kind]["schema"], at)


def _kinds(message: Mapping[str, Any]) -> dict[str, Mapping[str, Any]]:
    content = message.get("content")
    found: dict[str, Mapping[str, Any]] = {}
    for name, media in content.items() if isinstance(content, dict) else ():
        plain = str(name).partition(";")[0].strip().lower()
        # `application/problem+json` and the like are read as JSON.
        found[JSON if plain.endswith("+json") else plain] = media if isinstance(media, dict) else {}
    return found


def _answers(operation: Operation) -> dict[str, Mapping[str, Any]]:
    described = operation.definition.get("responses")
    given = described.items() if isinstance(described, dict) else ()
    return {str(status): _node(operation, node) for status, node in given}


def _covered(status: str, described: Mapping[str, Any]) -> bool:
    """Whether a status is told by a wider one."""
    return DEFAULT in described or f"{status[:1]}XX" in {each.upper() for each in described}


def _weight(status: str, *, there: bool) -> Weight:
    if status[:1] in ("1", "2", "3"):
        return Weight.HEAVY
    return Weight.MEDIUM if there and status != DEFAULT else Weight.LIGHT


def _node(operation: Operation, node: Any) -> Mapping[str, Any]:
    found = follow(operation.document, node)
    return found if isinstance(found, dict) else {}


def _need(required: bool) -> str:
    return "required" if required else "optional"
