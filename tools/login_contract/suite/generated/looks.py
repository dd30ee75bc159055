"""Looks at all that a user, and the server of the user's project, are told: what changed in between."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import httpx
from attrs import frozen

from login_contract.description.model import described
from login_contract.suite.generated.good_requests import GoodRequest, proves_whose
from login_contract.suite.generated.live_stock import Stock
from login_contract.suite.generated.naming import copied
from login_contract.suite.generated.reading_back import plainest
from login_contract.suite.judging.body import json_of


@frozen
class Look:
    """What was told, as status and body, by what was asked."""

    told: Mapping[str, tuple[int, Any]]

    @classmethod
    def take(cls, readings: list[GoodRequest], stock: Stock, user_id: str) -> Look:
        """Send requests to read; of lists of users only this one counts: others have lives of their own.

        What is refused because it was asked too often is not seen.
        """
        answers = [(_name_of(each), each.send(stock)) for each in readings]
        return cls(
            {
                name: (answer.status_code, _without_others(json_of(answer.content), user_id))
                for name, answer in answers
                if answer.status_code != httpx.codes.TOO_MANY_REQUESTS
            }
        )

    def places_unlike(self, other: Look) -> dict[str, set[str]]:
        """Return where two looks differ, by what was asked."""
        both = self.told.keys() & other.told.keys()
        return {name: set(_differing(self.told[name][1], other.told[name][1])) for name in both}

    def changes(self, after: Look, volatile: Mapping[str, set[str]], *allowed: str) -> dict[str, Any]:
        """Return what is told otherwise later, before and after.

        Left out are the places that change by themselves, and the operations that may tell anything.
        """
        found = {}
        for name in self.told.keys() & after.told.keys():
            places = volatile.get(name, set())
            one, other = (
                (told[name][0], _blotted(told[name][1], places)) for told in (self.told, after.told)
            )
            if one != other and name.partition(" ")[0] not in allowed:
                found[name] = (one, other)
        return found


def readings(stock: Stock) -> list[GoodRequest]:
    """Return a request to each operation that reads for a user or a server, with every choice that it has."""
    return [
        chosen
        for operation in described().operations.values()
        if proves_whose(operation) and operation.changes_nothing
        for chosen in _with_each_choice(plainest(operation, stock))
    ]


def _with_each_choice(request: GoodRequest) -> Iterator[GoodRequest]:
    """Yield a request to read as it is, and with every other choice that a parameter offers it.

    Of a list of which so many have to be asked for it is one: how many there are is told all the same.
    """
    request.query.update({"limit": 1} if "limit" in request.query else {})
    yield request
    for parameter in request.operation.parameters:
        for choice in parameter.schema.get("enum", ()) if parameter.name in request.query else ():
            if choice != request.query[parameter.name]:
                other = copied(request)
                other.query[parameter.name] = choice
                yield other


def _name_of(request: GoodRequest) -> str:
    """Return what was asked, in words that are the same for every user."""
    return f"{request.operation.operation_id} {httpx.QueryParams(request.query)}".rstrip()


def _without_others(value: Any, user_id: str) -> Any:
    if isinstance(value, dict):
        return {name: _without_others(child, user_id) for name, child in value.items()}
    if isinstance(value, list):
        return [_without_others(child, user_id) for child in value if not _is_another(child, user_id)]
    return value


def _is_another(item: Any, user_id: str) -> bool:
    ids = [item.get(name) for name in ("id", "user_id")] if isinstance(item, dict) else []
    return any(isinstance(each, str) and len(each) == len(user_id) and each != user_id for each in ids)


def _differing(one: Any, other: Any, place: str = "") -> Iterator[str]:
    if isinstance(one, dict) and isinstance(other, dict) and one.keys() == other.keys():
        for name in one:
            yield from _differing(one[name], other[name], f"{place}/{name}")
    elif isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        for first, second in zip(one, other, strict=True):
            yield from _differing(first, second, f"{place}/-")
    elif one != other:
        yield place


def _blotted(value: Any, places: set[str], place: str = "") -> Any:
    if place in places:
        return "…"
    if isinstance(value, dict):
        return {name: _blotted(child, places, f"{place}/{name}") for name, child in value.items()}
    if isinstance(value, list):
        return [_blotted(child, places, f"{place}/-") for child in value]
    return value
