"""Users who own something wherever the description lets them, and strangers who try to get it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from itertools import count
from typing import Any
from uuid import uuid4

import httpx
from attrs import define, evolve, field, frozen

from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.suite.actors.jwt_client import PASSWORD, token_of
from login_contract.suite.generated.good_requests import (
    GoodRequest,
    good_request,
    good_requests,
    inputs_of,
    proves_whose,
    takes_user_token,
)
from login_contract.suite.generated.live_inputs import NEW, PEOPLE
from login_contract.suite.generated.live_stock import Stock
from login_contract.suite.generated.looks import Look, readings
from login_contract.suite.generated.naming import copied, naming, signed
from login_contract.suite.generated.public_parts import private_texts
from login_contract.suite.generated.reading_back import first_allowed, free_texts, pairs, texts, with_texts
from login_contract.suite.judging.body import json_of

# Shorter texts come up in an answer by chance.
SHORTEST = 10
MOST_OF_A_NAME = 40
CONTACT = re.compile(r"\+?\d{10,}|[^@\s/]+@[^@\s/]+")


def guarded() -> list[str]:
    """Return every operation that acts for whoever presents a token of a user or of a server."""
    return sorted(
        name
        for name, operation in described().operations.items()
        if proves_whose(operation) or takes_user_token(operation)
    )


@frozen
class Owner:
    """A user of a project who has a mark in every text, and the stock that is the user's.

    ``marks`` are that of the user and that of the project, ``holds`` the texts by the names of the properties
    and parameters that they are known by. The user has to do with somebody whose name has the mark
    ``acquaintance``. ``readings`` tell what the user has.
    """

    stock: Stock
    marks: tuple[str, str]
    acquaintance: str
    holds: Mapping[str, str]
    readings: list[GoodRequest] = field(factory=list, repr=False)

    @property
    def user_id(self) -> str:
        """The id of the user."""
        return self.holds["user_id"]

    def requests(self, operation: Operation) -> list[GoodRequest]:
        """Return requests that are good in the hands of the user: one with each example of a body.

        Those to read are also the ones that narrow the answer least, with each choice there is.
        """
        plain = [each for each in self.readings if each.operation is operation]
        return [*good_requests(operation, self.stock), *map(copied, plain)]

    def knowing(self, answers: Iterable[httpx.Response]) -> Owner:
        """Return the same user, of whom the numbers and addresses in these answers are known to be."""
        told = [text for answer in answers for _, text in texts(json_of(answer.content))]
        contacts = {text: text for text in told if CONTACT.fullmatch(text)}
        return evolve(self, holds={**self.holds, **contacts})

    def look(self) -> Look:
        """Return what the user, and the server of the user's project, are told now."""
        return Look.take(self.readings, self.stock, self.user_id)

    def is_whole(self) -> bool:
        """Say whether the user is still there and signed in."""
        return self.stock.jwt_client.validate(self.stock.token()).status_code == httpx.codes.NO_CONTENT

    def told(self, request: GoodRequest, answer: httpx.Response) -> list[str]:
        """Return the texts of an answer that are the user's own, neither public nor said by whoever asked."""
        asked = [request.path_parameters, request.query, request.body, dict(request.headers)]
        said = {text for part in asked for _, text in texts(part)}
        own = {*self.marks, *(text.strip("+") for text in self.holds.values() if len(text) >= SHORTEST)}
        private = private_texts(request.operation, answer)
        told = [text for text in private if any(part in text for part in own - {self.user_id})]
        # What others may know of the acquaintance is not that it is one.
        known = [text for _, text in texts(json_of(answer.content)) if self.acquaintance in text]
        return [text for text in (*told, *known) if text not in said]


@define
class Estate:
    """A project that nothing else happens in, and the beginning of the marks of all owners in it."""

    stock: Stock
    mark: str = field(factory=lambda: f"mark{uuid4().hex[:8]}")
    _numbers: Any = field(factory=count, repr=False)
    _readings: list[GoodRequest] = field(factory=list, repr=False)

    @property
    def project_id(self) -> str:
        """The id of the project."""
        return self.stock.jwt_client.project_id

    def settle(self) -> Owner:
        """Make a user who has something in every place that the description tells of."""
        number = next(self._numbers)
        stock = self.stock.of_one_server()
        name, phone = f"{self.mark}{number:04d}", f"+{int(self.mark[4:], 16):010d}{number:04d}"
        holds = self._user(name, phone_number=phone)
        stock = stock.bearing(token_of(stock.jwt_client.login(name))).about(holds["user_id"])
        marks = name, f"{self.mark}{0:04d}"
        owner = Owner(stock, marks, f"of{self.mark[::-1]}", {**holds, "phoneNumber": phone})
        self._introduce(owner, number)
        written = dict(self._written(owner, everywhere=number == 0))
        # The first owner's project has nothing to tell yet of what can be read.
        self._readings = self._readings or readings(stock)
        tokens = stock.token(), stock.server_token()
        names = dict.fromkeys(PEOPLE, owner.user_id)
        own = [signed(naming(each, names, like=owner.user_id), *tokens) for each in self._readings]
        return evolve(owner, holds={**owner.holds, **written}, readings=own)

    def _user(self, name: str, **more: str) -> dict[str, str]:
        names = {"username": name, "email": f"{name}@example.com", "nickname": f"{name}-nickname", **more}
        made = self.stock.control.create_user(self.project_id, password=PASSWORD, **names)
        return {**names, **dict.fromkeys(PEOPLE, made["user_id"])}

    def _introduce(self, owner: Owner, number: int) -> None:
        """Let the owner do with somebody whatever users can do with each other."""
        somebody = self._user(f"{owner.acquaintance}{number}")
        for operation in described().operations.values():
            if operation.changes_of_others and operation.user_token:
                request = good_request(operation, owner.stock)
                naming(request, {name: somebody[name] for name in PEOPLE}).send(owner.stock)

    def _written(self, owner: Owner, *, everywhere: bool) -> Iterator[tuple[str, str]]:
        """Write a text with the mark wherever one can be read back, and return those that are the owner's.

        What belongs to the project rather than to a user is written where it has to be ``everywhere``.
        """

        def choose(writer: Operation, name: str, schema: Mapping[str, Any]) -> str | None:
            # What two calls write must not be the same: the later one would take the place of the earlier.
            mark, call = owner.marks[0], writer.operation_id[:MOST_OF_A_NAME]
            return first_allowed(
                schema, [f"{mark}-{name}-{call}", f"{mark}_{name}_{call}".replace("-", "_"), mark]
            )

        for writer in {pair.writer: None for pair in pairs()}:
            of_user = writer.user_token or not inputs_of(writer).isdisjoint(PEOPLE)
            for request in good_requests(writer, owner.stock) if of_user or everywhere else ():
                with_texts(request, frozenset(free_texts(writer)) - NEW.keys(), partial(choose, writer))
                if request.send(owner.stock).is_success and of_user:
                    yield from ((name, text) for name, text in texts(request.body) if name not in PEOPLE)


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
        """Yield what the stranger sends in the owner's stead, with all that the owner holds and as it is.

        Nothing is sent for which the stranger has no token of the kind.
        """
        if own.operation.server_token and self.server_token is None:
            return
        for request in (naming(own, owner.holds), own):
            mine = signed(request, self.user_token, self.server_token)
            yield mine
            yield naming(mine, {}, project_id=self.project_id)
