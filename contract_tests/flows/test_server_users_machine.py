"""Whatever a project's own server does with users: a machine compares everybody with its own model."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, ClassVar

import httpx
import pytest
from attrs import define, field
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.actors.user_token import claims
from login_contract.suite.assignment import Assignment
from login_contract.suite.histories.history import History, play
from login_contract.suite.judging.refusals import (
    LINKED_ALREADY,
    UNKNOWN_USER,
    UNPROCESSABLE_VALUE,
    WRONG_RESET_CODE,
)

MakeOAuthClient = Callable[..., OAuthClient]
ASSIGNMENT = Assignment.from_env()
HISTORIES, STEPS = 8, 30
NAMES = ("ann", "bob")
PLACES = (("steam", "1"), ("steam", "01"), ("xbox", "1"))
# Alike, but for letter case and a leading zero.
IDS = ("p.7", "P.7", "p.07")

ids, places, names = st.sampled_from(IDS), st.sampled_from(PLACES), st.sampled_from(NAMES)
anybody = st.integers(min_value=0, max_value=50)


@define(kw_only=True)
class Person:
    """Somebody as the model knows them; only who has a ``username`` has a way to log in of their own."""

    user_id: str
    username: str | None = None
    custom_id: str | None = None
    external_id: str | None = None
    places: set[tuple[str, str]] = field(factory=set)
    code: str = "000000"
    has_code: bool = False

    @property
    def told(self) -> dict[str, Any]:
        """What the server has to tell of them."""
        way = "xsolla_login" if self.username else "social" if self.places else "server_custom_id"
        # Whose id is taken away, and who has nothing else, cannot log in at all.
        bare = not (self.username or self.places or self.custom_id)
        return {
            "id": self.user_id,
            "external_id": self.external_id or self.custom_id,
            "login_type": "xsolla_login" if bare else way,
            "is_anonymous": not (self.username or self.places),
        }


class ServerHistory(History):
    """A server that makes, names, links and deletes the users of its project."""

    make_oauth_client: ClassVar[MakeOAuthClient]

    @initialize()
    def start(self) -> None:
        self.server = ProjectServer(type(self).make_oauth_client())
        self.begin(self.server.jwt_client)
        self.people: list[Person] = []
        self.tokens: list[tuple[str, str]] = []
        for username in NAMES:
            self.make(username)

    def whose(self, **known: Any) -> Person | None:
        """Return who has an id or a name."""
        ((name, value),) = known.items()
        return next((each for each in self.people if getattr(each, name) == value), None)

    def at(self, place: tuple[str, str]) -> Person | None:
        return next((each for each in self.people if place in each.places), None)

    def chosen(self, number: int) -> Person | None:
        return self.people[number % len(self.people)] if self.people else None

    def make(self, username: str) -> None:
        made = self.server.oauth_client.member(username)
        self.people.append(Person(user_id=made["user_id"], username=username))

    @rule(custom_id=ids, place=st.none() | places)
    def log_in(self, custom_id: str, place: tuple[str, str] | None) -> None:
        known, there = self.whose(custom_id=custom_id), self.at(place) if place else None
        account = {"platform": place[0], "user_id": place[1]} if place else None

        answer = self.server.log_in(custom_id, social_profile=account)

        if there is not None and there is not known:
            assert refusal(answer) == LINKED_ALREADY
        else:
            self.logged_in(answer, custom_id, place, known)
        self.compare()

    def logged_in(
        self, answer: httpx.Response, custom_id: str, place: tuple[str, str] | None, known: Person | None
    ) -> None:
        token = answer.json()["token"]
        user_id = str(claims(token)["sub"])
        if known is None:
            assert answer.json()["is_new"]
            known = Person(user_id=user_id, custom_id=custom_id)
            self.people.append(known)
        else:
            assert (user_id, answer.json()["is_new"]) == (known.user_id, False)
        if place:
            known.places.add(place)
        self.tokens.append((token, user_id))

    @rule(number=anybody, custom_id=st.none() | ids)
    def give_id(self, number: int, custom_id: str | None) -> None:
        person = self.chosen(number)
        if person is None:
            return
        holder = self.whose(custom_id=custom_id) if custom_id else None

        answer = self.server.give_id(person.user_id, custom_id)

        if holder is not None and holder is not person:
            assert refusal(answer) == UNPROCESSABLE_VALUE
        else:
            assert answer.status_code == 204, answer.text
            person.custom_id = custom_id
        self.compare()

    @rule(number=anybody, external_id=ids)
    def name(self, number: int, external_id: str) -> None:
        person = self.chosen(number)
        if person is None:
            return
        holder = self.whose(external_id=external_id)

        answer = self.server.name(person.user_id, external_id)

        if holder not in (None, person) or person.external_id not in (None, external_id):
            assert refusal(answer) == UNPROCESSABLE_VALUE
        else:
            assert answer.status_code == 204, answer.text
            person.external_id = external_id
        self.compare()

    @rule(username=names, place=places, new=st.booleans())
    def link(self, username: str, place: tuple[str, str], new: bool) -> None:
        """Link an account by a code: a new one, or else the last one, be it used or not."""
        person, there = self.whose(username=username), self.at(place)
        if person is None:
            return
        if new:
            self.get_code(person)

        answer = self.server.link(person.code, *place)

        if not person.has_code:
            assert refusal(answer) == WRONG_RESET_CODE
        elif there is not None and there is not person and there.username is not None:
            assert refusal(answer) == LINKED_ALREADY
        else:
            assert answer.status_code == 204, answer.text
            self.linked(person, place, there)
        self.compare()

    def get_code(self, person: Person) -> None:
        token = token_of(self.jwt_client.login(person.username or ""))
        answer = self.jwt_client.call("create-code-for-linking-accounts", bearer=token)
        person.code, person.has_code = answer.json()["code"], True
        self.tokens.append((token, person.user_id))

    def linked(self, person: Person, place: tuple[str, str], there: Person | None) -> None:
        person.has_code = False
        person.places.add(place)
        if there is not None and there is not person:
            person.places |= there.places
            person.custom_id = person.custom_id or there.custom_id
            person.external_id = person.external_id or there.external_id
            self.people.remove(there)

    @rule(number=anybody)
    def delete(self, number: int) -> None:
        person = self.chosen(number)
        if person is not None:
            assert self.server.delete(person.user_id).status_code == 204
            self.people.remove(person)
            assert refusal(self.server.find(person.user_id)) == UNKNOWN_USER
            if person.username:
                self.make(person.username)
            self.compare()

    def compare(self) -> None:
        """Compare what the server tells of everybody, and of every account at a platform, with the model."""
        told = {each["id"]: each for each in self.server.listed().json()["users"]}
        assert {user_id: self.part(told[user_id]) for user_id in told} == {
            each.user_id: each.told for each in self.people
        }
        accounts = [{"platform": platform, "user_id": user_id} for platform, user_id in PLACES]
        behind = self.server.behind(*accounts).json()
        assert [each["xl_uid"] for each in behind] == list(self.holders())

    def holders(self) -> Iterator[str | None]:
        for place in PLACES:
            person = self.at(place)
            yield person.user_id if person is not None else None

    def part(self, told: dict[str, Any]) -> dict[str, Any]:
        return {name: told[name] for name in ("id", "external_id", "login_type", "is_anonymous")}

    def teardown(self) -> None:
        """The tokens of those who are there are good, and those of whoever is gone are nobody's."""
        there = {each.user_id for each in getattr(self, "people", ())}
        for token, user_id in getattr(self, "tokens", ()):
            answer = self.jwt_client.validate(token)
            if user_id in there:
                assert answer.status_code == 204, answer.text
            else:
                assert refusal(answer) == UNKNOWN_USER


@pytest.mark.law(
    "Ids and accounts elsewhere name the user they were given to, whatever the server does, until it ends"
)
def test_random_histories_of_a_server(make_oauth_client: MakeOAuthClient, control: Control) -> None:
    ServerHistory.make_oauth_client = staticmethod(make_oauth_client)
    play(
        ServerHistory,
        control,
        histories=ASSIGNMENT.so_many(HISTORIES),
        steps=STEPS,
        deep=ASSIGNMENT.deep,
        first_seed=ASSIGNMENT.seed,
    )
