"""The parameters of two operations side by side."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from login_contract.description.message import ORIGIN
from login_contract.description.operation import Operation
from login_contract.official.difference import Difference, Weight
from login_contract.official.schema_view import follow
from login_contract.official.schemas import Position, Schemas, told
from login_contract.official.security import needs

_PLACE = re.compile(r"\{([^}]*)\}")
# What OpenAPI says elsewhere, and not by parameters.
_ELSEWHERE = {("header", name) for name in ("accept", "content-type", "authorization")}

Found = Mapping[tuple[str, str], Mapping[str, Any]]


def compared(our: Operation, their: Operation, schemas: Schemas) -> Iterator[Difference]:
    """The differences of parameters; those of the path belong together by their place in it."""
    proofs = {part for each in needs(our) | needs(their) for part in each.split(" and ")}
    here, there = (
        {key: each for key, each in _read(one).items() if f"{key[0]} {key[1]}" not in proofs}
        for one in (our, their)
    )
    for key in sorted(here.keys() | there.keys()):
        known = here.get(key, {})
        at = Position(_shown(key, known or there[key]), str(known.get(ORIGIN) or our.origin or ""), sent=True)
        if key not in there:
            weight = Weight.HEAVY if _asked(known) else Weight.LIGHT
            yield told(at, "parameter", weight, here=_need(known))
        elif key not in here:
            weight = Weight.HEAVY if _asked(there[key]) else Weight.MEDIUM
            yield told(at, "parameter", weight, there=_need(there[key]))
        else:
            yield from _both(known, there[key], at, schemas)
            written = _written(known, our), _written(there[key], their)
            if written[0] != written[1]:
                yield told(at, "writing", Weight.HEAVY, here=written[0], there=written[1])


def _both(
    here: Mapping[str, Any], there: Mapping[str, Any], at: Position, schemas: Schemas
) -> Iterator[Difference]:
    if here["in"] == "path" and here.get("name") != there.get("name"):
        yield told(at, "name", Weight.LIGHT, here=here.get("name"), there=there.get("name"))
    if _asked(here) != _asked(there):
        weight = Weight.HEAVY if _asked(there) else Weight.MEDIUM
        yield told(at, "required", weight, here=_asked(here), there=_asked(there))
    if "schema" in here and "schema" in there:
        yield from schemas.differences(here["schema"], there["schema"], at)


def _written(given: Mapping[str, Any], operation: Operation) -> str:
    """How a value is written; that of one that is no list and no object is the same in every usual way."""
    content = given.get("content")
    if isinstance(content, dict):
        return ", ".join(sorted(map(str, content)))
    schema = follow(operation.document, given.get("schema"))
    kinds = schema.get("type") if isinstance(schema, dict) else None
    if not {"array", "object"} & set([kinds] if isinstance(kinds, str) else kinds or ()):
        return "plain"
    style = str(given.get("style") or ("form" if given["in"] in ("query", "cookie") else "simple"))
    return f"{style}, {'each by itself' if given.get('explode', style == 'form') else 'joined'}"


def _read(operation: Operation) -> Found:
    places = _PLACE.findall(operation.path)
    found: dict[tuple[str, str], Mapping[str, Any]] = {}
    for _, node in operation.parameter_nodes:
        given = follow(operation.document, node)
        if not isinstance(given, dict) or "name" not in given or "in" not in given:
            continue
        where, name = str(given["in"]), str(given["name"])
        if where == "path":
            # Which names stand in the braces is each description's own affair.
            name = f"{places.index(name):02}" if name in places else name
        elif where == "header":
            name = name.lower()
        if (where, name) not in _ELSEWHERE:
            found[where, name] = given
    return found


def _shown(key: tuple[str, str], given: Mapping[str, Any]) -> str:
    return f"{key[0]} {given['name']}"


def _asked(given: Mapping[str, Any]) -> bool:
    return bool(given.get("required")) or given.get("in") == "path"


def _need(given: Mapping[str, Any]) -> str:
    return "required" if _asked(given) else "optional"
