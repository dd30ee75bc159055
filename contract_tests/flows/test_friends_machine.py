"""Everything that four users may do to each other: a machine compares every list with its own model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.friend import LISTS, Friend, befriended
from login_contract.suite.actors.jwt_client import JwtClient, refusal
from login_contract.suite.assignment import Assignment
from login_contract.suite.histories.friendships import ACTIONS, LIST_OF, Friendships
from login_contract.suite.histories.history import History, play

MakeJwtClient = Callable[..., JwtClient]
ASSIGNMENT = Assignment.from_env()
HISTORIES, STEPS, USERS = 6, 10, 4

users = st.sampled_from(range(USERS))
# What two do to each other, one after the other: who acts, and how.
courses = st.lists(st.tuples(st.booleans(), st.sampled_from(ACTIONS)), min_size=1, max_size=5)


class FriendHistory(History):
    """Four users of a project, and whatever they may do to each other."""

    make_jwt_client: ClassVar[MakeJwtClient]

    @initialize()
    def start(self) -> None:
        jwt_client = type(self).make_jwt_client()
        self.friends = [
            befriended(jwt_client, f"user-{number}", nickname=f"User {number}") for number in range(USERS)
        ]
        self.friendships = Friendships()
        self.updated: dict[tuple[int, int], float] = {}

    @rule(one=users, other=users, course=courses)
    def deal(self, one: int, other: int, course: list[tuple[bool, str]]) -> None:
        """Let two do anything to each other, and look at both."""
        for begun, action in course:
            self.act(one if begun else other, action, other if begun else one)
        for each in {one, other}:
            self.compare(each)

    def act(self, one: int, action: str, other: int) -> None:
        answer = self.friends[one].act(action, self.friends[other])

        outcome = self.friendships.act(one, action, other)
        if outcome.refusal is not None:
            assert refusal(answer) == outcome.refusal
        else:
            assert answer.status_code == 204, answer.text
        if outcome.changes:
            self.updated.pop((one, other), None)
            self.updated.pop((other, one), None)

    def compare(self, one: int) -> None:
        """Compare every list of a user with the model, entry by entry and whole."""
        for list_type in LISTS:
            told = {entry["user"]["id"]: entry for entry in self.friends[one].entries(list_type)}
            wanted = [
                other for other in range(USERS) if list_type in LIST_OF[self.friendships.state(one, other)]
            ]
            assert told == {self.friends[other].user_id: self.entry(one, other, told) for other in wanted}

    def entry(self, one: int, other: int, told: dict[str, Any]) -> dict[str, Any]:
        """Return what an entry has to be; when it came to be, the first to be asked tells for both."""
        friend: Friend = self.friends[other]
        outgoing, incoming = self.friendships.state(one, other)
        shown = told.get(friend.user_id, {"updated": None, "user": {"tag": None}})
        return {
            "status_incoming": incoming,
            "status_outgoing": outgoing,
            "updated": self.time(one, other, shown["updated"]),
            "user": {
                "id": friend.user_id,
                "name": None,
                "nickname": friend.nickname,
                "picture": None,
                "tag": shown["user"]["tag"],
                "presence": "offline" if incoming == "blocked" else "online",
            },
        }

    def time(self, one: int, other: int, told: float | None) -> float | None:
        """Return when a relationship came to be: later than any that was there before."""
        known = self.updated.get((one, other))
        if known is None and told is not None:
            assert told > max(self.updated.values(), default=0), "an older time than another's"
            self.updated[one, other] = self.updated[other, one] = known = told
        return known

    def teardown(self) -> None:
        for one in range(USERS if hasattr(self, "friends") else 0):
            self.compare(one)


@pytest.mark.law("Friend lists stay symmetric, whoever does what to whom in whatever order")
def test_random_friendships(make_jwt_client: MakeJwtClient, control: Control) -> None:
    FriendHistory.make_jwt_client = staticmethod(make_jwt_client)
    play(
        FriendHistory,
        control,
        histories=ASSIGNMENT.so_many(HISTORIES),
        steps=STEPS,
        deep=ASSIGNMENT.deep,
        first_seed=ASSIGNMENT.seed,
    )
