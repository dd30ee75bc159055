"""Attributes in random histories: two users, two games, a schema, and what a model says of all of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from login_contract.suite.actors.attribute_keeper import AttributeKeeper
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.assignment import Assignment
from login_contract.suite.histories.attribute_model import ModelAttributes
from login_contract.suite.histories.history import History, play
from login_contract.suite.judging.refusals import UNPROCESSABLE_VALUE

MakeOAuthClient = Callable[..., OAuthClient]
ASSIGNMENT = Assignment.from_env()
HISTORIES, STEPS = 6, 12
GAMES = (None, 44056)
# The longest key there may be, and one that differs from it in the last character.
KEYS = ("level", "Level", "k" * 256, "k" * 255 + "l")

names = st.sampled_from(["ann", "bob"])
keys = st.sampled_from(KEYS)
games = st.sampled_from(GAMES)
kinds = st.sampled_from(["client", "client", "server", "read-only"])
attributes = st.lists(
    st.fixed_dictionaries(
        {"key": keys, "value": st.sampled_from(["7", "-8", "seven", "", "ж" * 256])},
        optional={
            "permission": st.sampled_from(["public", "private", None]),
            "attr_type": st.sampled_from(["client", "server"]),
            "data_type": st.sampled_from(["integer", "string", None]),
        },
    ),
    max_size=3,
)


class AttributeHistory(History):
    """A project with two users whose attributes change."""

    make_oauth_client: ClassVar[MakeOAuthClient]

    @initialize()
    def start(self) -> None:
        oauth_client = type(self).make_oauth_client()
        self.begin(oauth_client.jwt_client)
        self.attributes = ModelAttributes()
        self.people = {name: AttributeKeeper.at(oauth_client, name) for name in ("ann", "bob")}
        server_token = self.people["ann"].server_token
        self.people["bob"].server_token = server_token

    @rule(name=names, by=kinds, game=games, given=attributes, removing=st.none() | st.lists(keys, max_size=2))
    def update(
        self, name: str, by: str, game: int | None, given: list[dict[str, Any]], removing: list[str] | None
    ) -> None:
        """Change what a user has of a game, as the client or as the server."""
        person = self.people[name]
        asked = {"publisher_project_id": game, "removing_keys": removing}
        done = self.attributes.update(name, game, given, removing or (), by=by)

        if by == "client":
            answer = person.update(*given, **asked)
        else:
            answer = person.serve(*given, read_only=by == "read-only", **asked)

        if done:
            assert answer.status_code == 204, answer.text
        else:
            assert refusal(answer) == UNPROCESSABLE_VALUE
        self.look(name)

    def look(self, name: str) -> None:
        """Compare all that is told of a user with the model: to the server, the user, and the other one."""
        person, other = self.people[name], self.people["bob" if name == "ann" else "ann"]
        for read_only, attr_type in ((False, "client"), (True, "server")):
            assert person.seen(read_only=read_only) == self.attributes.told(name, attr_type, GAMES)
            for game in GAMES:
                asked: dict[str, Any] = {"read_only": read_only, "publisher_project_id": game}
                own = self.attributes.told(name, attr_type, (game,))
                public = self.attributes.told(name, attr_type, (game,), public=True)
                assert person.read(**asked) == own
                assert other.read(user_id=person.user_id, **asked) == public

    @rule(key=st.none() | keys)
    def replace_schema(self, key: str | None) -> None:
        """Let one key be of whole numbers from now on, or none."""
        self.attributes.numbered = key
        schema = {"properties": {key: {"type": "integer"}}}
        server = self.people["ann"]
        answer = server.delete_schema() if key is None else server.put_schema(schema)
        assert answer.status_code == 204, answer.text
        assert server.schema() == ({} if key is None else schema)

    @rule(key=keys, game=games, attr_type=st.sampled_from(["client", "server"]))
    def search(self, key: str, game: int | None, attr_type: str) -> None:
        """Search for whoever has a key."""
        found = self.people["ann"].search(key, publisher_project_id=game, attr_type=attr_type)
        told = {name: self.attributes.told(name, attr_type, (game,)) for name in self.people}
        assert {each["user_id"]: each["attributes"] for each in found["users"]} == {
            self.people[name].user_id: held
            for name, held in told.items()
            if key in {each["key"] for each in held}
        }


@pytest.mark.law("Whatever is written and removed in whatever order, attributes are told as a model has them")
def test_random_histories_of_attributes(make_oauth_client: MakeOAuthClient, control: Control) -> None:
    AttributeHistory.make_oauth_client = staticmethod(make_oauth_client)
    play(
        AttributeHistory,
        control,
        histories=ASSIGNMENT.so_many(HISTORIES),
        steps=STEPS,
        deep=ASSIGNMENT.deep,
        first_seed=ASSIGNMENT.seed,
    )
