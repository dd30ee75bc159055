"""Users who own something in everything that the description lets them own, and what others make of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from copy import deepcopy
from itertools import count
from typing import Any
from uuid import uuid4

import httpx
from attrs import evolve, field, frozen

from login_contract.description.model import described
from login_contract.suite.actors.jwt_client import PASSWORD, token_of
from login_contract.suite.generated.good_requests import (
    GoodRequest,
    good_request,
    good_requests,
    proves_whose,
    takes_user_token,
)
from login_contract.suite.generated.live_inputs import name_project
from login_contract.suite.generated.live_stock import SERVER_HEADER, Stock
from login_contract.suite.generated.public_parts import private_texts
from login_contract.suite.generated.reading_back import (
    first_allowed,
    free_texts,
    pairs,
    plainest,
    texts,
    with_texts,
)
from login_contract.suite.judging.body import json_of

Seen = Mapping[str, tuple[int, Any]]
# Numbers of phones have no room for a mark.
_PHONES = count(uuid4().int % 10**9 * 10**5)
IDS = ("user_id", "user")


def guarded() -> list[str]:
    """Return every operation that acts for whoever presents a token of a user or of a server."""
    return sorted(
        name
        for name, operation in described().operations.items()
        if proves_whose(operation) or takes_user_token(operation)
    )


@frozen
class Owner:
    """A user of the project of ``stock``, which bears the user's token.

    ``mark`` is in every text that the user holds; ``holds`` are these texts by the names of the properties
    and parameters that they are known by. The user has to do with somebody whose name has the mark
    ``acquaintance``. ``readings`` are requests that tell what the user has.
    """

    stock: Stock
    mark: str
    acquaintance: str
    holds: Mapping[str, str]
    readings: tuple[GoodRequest, ...] = field(default=(), repr=False)

    @classmethod
    def settle(cls, home: Stock) -> Owner:
        """Make a user who has something in every place that the description tells of."""
        mark = f"mark{uuid4().hex[:12]}"
        email, phone = f"{mark}@example.com", f"+{next(_PHONES)}"
        names = {"username": mark, "email": email, "phone_number": phone, "nickname": f"{mark}-nickname"}
        made = home.control.create_user(home.jwt_client.project_id, password=PASSWORD, **names)
        friend = f"of{mark[::-1]}"
        holds = {**names, "phoneNumber": phone, "user_id": made["user_id"], "user": made["user_id"]}
        owner = cls(home.bearing(token_of(home.jwt_client.login(mark))), mark, friend, holds)
        owner._meet()
        owner = evolve(owner, holds={**holds, **dict(owner._written())})
        return evolve(owner, readings=tuple(owner._requests_to_read()))

    def _meet(self) -> None:
        """Do with somebody whatever users can do with each other."""
        friend = self.acquaintance
        names = {"username": friend, "email": f"{friend}@example.com", "nickname": friend}
        project_id = self.stock.jwt_client.project_id
        made = self.stock.control.create_user(project_id, password=PASSWORD, **names)
        for operation in described().operations.values():
            if operation.changes_of_others and operation.user_token:
                request = good_request(operation, self.stock)
                naming(request, dict.fromkeys(IDS, made["user_id"])).send(self.stock)

    def _written(self) -> Iterator[tuple[str, str]]:
        """Write a text with the mark wherever one can be written that is read back, and return the texts."""
        for writer in {pair.writer: None for pair in pairs()}:
            for request in map(self.about_himself, good_requests(writer, self.stock)):
                chosen = with_texts(request, frozenset(free_texts(writer)), self._marked)
                if chosen and request.send(self.stock).is_success:
                    yield from chosen

    def _marked(self, name: str, schema: Mapping[str, Any]) -> str | None:
        return first_allowed(schema, [f"{self.mark}-{name}", f"{self.mark}_{name}", self.mark])

    def _requests_to_read(self) -> Iterator[GoodRequest]:
        for operation in described().operations.values():
            if proves_whose(operation) and operation.changes_nothing:
                yield from _with_each_choice(self.about_himself(plainest(operation, self.stock)))

    def about_himself(self, request: GoodRequest, names: tuple[str, ...] = IDS) -> GoodRequest:
        """Return a request that names, where it names anybody, this user."""
        return naming(request, {name: self.holds[name] for name in names})

    def seen(self) -> Seen:
        """Return what the user, and the server of the user's project, are told now, by what was asked."""
        answers = [(_name_of(each), each.send(self.stock)) for each in self.readings]
        return {
            name: (answer.status_code, _without_others(json_of(answer.content), self.holds["user_id"]))
            for name, answer in answers
            if answer.status_code != httpx.codes.TOO_MANY_REQUESTS
        }

    def told(self, request: GoodRequest, answer: httpx.Response) -> list[str]:
        """Return the texts of an answer that are the user's own, neither public nor said by whoever asked."""
        asked = [request.path_parameters, request.query, request.body, dict(request.headers)]
        said = {text for part in asked for _, text in texts(part)}
        own = (self.mark, self.holds["phone_number"].removeprefix("+"))
        private = private_texts(request.operation, answer)
        told = [text for text in private if any(part in text for part in own)]
        # What others may know of the acquaintance is not that it is one.
        known = [text for _, text in texts(json_of(answer.content)) if self.acquaintance in text]
        return [text for text in (*told, *known) if text not in said]


@frozen
class Stranger:
    """Somebody who has a right to something, but not to what is another's.

    ``user_token`` and ``server_token`` are the stranger's; ``project_id`` is the project they are good in.
    """

    name: str
    project_id: str
    user_token: str = field(repr=False)
    server_token: str | None = field(default=None, repr=False)

    def is_next_to(self, owner: Owner) -> bool:
        """Say whether both are users of the same project."""
        return self.project_id == owner.stock.jwt_client.project_id

    def attempts(self, own: GoodRequest, owner: Owner) -> Iterator[GoodRequest]:
        """Yield what the stranger sends in the owner's stead, as it is and with all that the owner holds.

        Nothing is sent for which the stranger has no token of the kind.
        """
        if own.operation.server_token and self.server_token is None:
            return
        for request in (own, naming(own, owner.holds)):
            yield self._signed(request)
            yield self._signed(naming(request, {}, project_id=self.project_id))

    def _signed(self, request: GoodRequest) -> GoodRequest:
        signed = naming(request, {"token": self.user_token})
        signed.cookies = {}
        if request.operation.user_token:
            signed.headers["Authorization"] = f"Bearer {self.user_token}"
        if request.operation.server_token:
            signed.headers[SERVER_HEADER] = self.server_token
        return signed


def _without_others(value: Any, user_id: str) -> Any:
    """Return an answer without the other users in its lists, who have a life of their own."""
    if isinstance(value, dict):
        return {name: _without_others(child, user_id) for name, child in value.items()}
    if isinstance(value, list):
        return [_without_others(child, user_id) for child in value if not _is_another(child, user_id)]
    return value


def _is_another(item: Any, user_id: str) -> bool:
    ids = [item.get(name) for name in ("id", "user_id")] if isinstance(item, dict) else []
    return any(isinstance(each, str) and len(each) == len(user_id) and each != user_id for each in ids)


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
    """Return what was asked, in words that are the same for every owner."""
    return f"{request.operation.operation_id} {httpx.QueryParams(request.query)}".rstrip()


def naming(request: GoodRequest, names: Mapping[str, str], *, project_id: str | None = None) -> GoodRequest:
    """Return a copy of a request that says these texts by these names, wherever it says any by them."""
    changed = copied(request)
    for part in (changed.path_parameters, changed.query, changed.body):
        _rename(part, names)
        if project_id is not None and isinstance(part, dict):
            name_project(part, project_id)
    return changed


def copied(request: GoodRequest) -> GoodRequest:
    """Return a copy of a request, the operation of which is the same."""
    parts = ("path_parameters", "query", "headers", "cookies", "body")
    return evolve(request, **{name: deepcopy(getattr(request, name)) for name in parts})


def _rename(node: Any, names: Mapping[str, str]) -> None:
    if isinstance(node, dict):
        node.update({name: names[name] for name in node.keys() & names if isinstance(node[name], str)})
    for child in node.values() if isinstance(node, dict) else node if isinstance(node, list) else ():
        _rename(child, names)


def changes(
    before: Seen, after: Seen, volatile: Mapping[str, set[str]], *allowed: str
) -> dict[str, tuple[Any, Any]]:
    """Return what is told otherwise than before, without what changes by itself and what may change.

    ``volatile`` are the places that change by themselves, ``allowed`` the operations that may tell anything.
    """
    both = [name for name in before.keys() & after if name.partition(" ")[0] not in allowed]
    looks = {
        name: tuple(_look(each[name], volatile.get(name, set())) for each in (before, after)) for name in both
    }
    return {name: (one, other) for name, (one, other) in looks.items() if one != other}


def _look(seen: tuple[int, Any], volatile: set[str]) -> tuple[int, Any]:
    return seen[0], _blotted(seen[1], volatile)


def differences(one: Seen, other: Seen) -> dict[str, set[str]]:
    """Return where two looks at the same thing differ, by operation."""
    return {name: set(_differing(one[name][1], other[name][1])) for name in one.keys() & other.keys()}


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
