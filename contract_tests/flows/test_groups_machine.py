"""Groups and who is in them: a machine plays random histories against its own model."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar

import httpx
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, precondition, rule

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.group_keeper import DEFAULT_GROUP, GroupKeeper
from login_contract.suite.actors.jwt_client import refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.user_token import claims
from login_contract.suite.assignment import Assignment
from login_contract.suite.histories.history import History, play
from login_contract.suite.judging.refusals import NOT_FOUND, UNPROCESSABLE_VALUE

MakeOAuthClient = Callable[..., OAuthClient]
ASSIGNMENT = Assignment.from_env()
HISTORIES, STEPS = 8, 12
USERS = ("ann", "bob")
NAMES = ("vip", "VIP", "vip ", "whales", "default", "x" * 255)
DEFAULT, NEVER = 1, 2**40

changes = st.sampled_from(["manage", "replace", "leave"])
users = st.sampled_from(USERS)
names = st.sampled_from(NAMES)
picks = st.integers(0, 3)
# Which groups a change names: some that there are, and now and then one that may not be named.
present = st.lists(picks, max_size=3, unique=True)
odd = st.sampled_from([None, None, None, None, None, "default", "gone", "never"])
lists = st.tuples(present, odd).map(lambda both: [*both[0], *([both[1]] if both[1] else [])])


class GroupHistory(History):
    """A project with two users and any number of groups."""

    make_oauth_client: ClassVar[MakeOAuthClient]

    @initialize()
    def start(self) -> None:
        oauth_client = type(self).make_oauth_client()
        self.begin(oauth_client.jwt_client)
        self.server = GroupKeeper(oauth_client=oauth_client)
        self.ids = {name: str(oauth_client.member(name)["user_id"]) for name in USERS}
        self.groups: dict[int, str] = {}
        self.gone: list[int] = []
        self.members: dict[str, set[int]] = {name: set() for name in USERS}
        self.turn = 0
        for name in ("first", "second", "third"):
            self.create(name)
        self.replace("ann", [0, 1, 2])

    def named(self, picked: list[Any]) -> list[int]:
        """Return the ids that a list of picks stands for."""
        present = list(self.groups)
        odd = {"default": DEFAULT, "gone": self.gone[-1] if self.gone else NEVER, "never": NEVER}
        return [odd[each] if isinstance(each, str) else _nth(present, each) for each in picked]

    @rule(name=names)
    def create(self, name: str) -> None:
        answer = self.server.call("post-project-user-group", body={"name": name})
        if name in ("default", *self.groups.values()):
            assert refusal(answer) == UNPROCESSABLE_VALUE
            return
        assert answer.status_code == 204, answer.text
        made = self.server.groups()[-1]
        assert made["name"] == name
        assert made["id"] not in {DEFAULT, *self.groups, *self.gone}
        self.groups[made["id"]] = name

    @rule(pick=picks, name=names)
    def rename(self, pick: int, name: str) -> None:
        group_id = _nth(list(self.groups), pick)
        answer = self.server.group_call("put-project-user-group", group_id, body={"new_name": name})
        others = {other for each, other in self.groups.items() if each != group_id}
        if name == "default" or name in others:
            assert refusal(answer) == UNPROCESSABLE_VALUE
        else:
            assert answer.status_code == 204, answer.text
            self.groups[group_id] = name

    @precondition(lambda self: len(self.groups) > 1)
    @rule(pick=picks)
    def delete(self, pick: int) -> None:
        group_id = _nth(list(self.groups), pick)
        answer = self.server.group_call("del-project-user-group", group_id)
        assert answer.status_code == 204, answer.text
        assert refusal(self.server.group_call("del-project-user-group", group_id)) == NOT_FOUND
        del self.groups[group_id]
        self.gone.append(group_id)
        for members in self.members.values():
            members.discard(group_id)

    # One rule, as a history that leaves a rule out would leave out a third of all changes.
    @rule(change=changes, user=users, one=lists, other=lists)
    def change(self, change: str, user: str, one: list[Any], other: list[Any]) -> None:
        if change == "manage":
            self.manage(user, one, other)
        elif change == "replace":
            self.replace(user, one)
        else:
            self.leave(user, one)

    def manage(self, user: str, added: list[Any], removed: list[Any]) -> None:
        joined, left = self.named(added), self.named(removed)
        sent = {"add_user_groups": joined, "remove_user_groups": left}
        answer = self.server.member_call("manage-user-groups", self.ids[user], **sent)
        if not self.known({*joined, *left}) or set(joined) & set(left):
            assert refusal(answer) == UNPROCESSABLE_VALUE
            return
        self.members[user] = (self.members[user] | set(joined)) - set(left)
        self.shows(answer, user)

    def replace(self, user: str, wanted: list[Any]) -> None:
        ids = self.named(wanted)
        answer = self.server.member_call("update-user-groups", self.ids[user], user_groups=ids)
        if not self.known(set(ids) - {DEFAULT}):
            assert refusal(answer) == UNPROCESSABLE_VALUE
            return
        self.members[user] = set(ids) - {DEFAULT}
        self.shows(answer, user)

    def leave(self, user: str, picked: list[Any]) -> None:
        ids = self.named(picked)
        answer = self.server.member_call("delete-user-groups", self.ids[user], user_groups=ids)
        if not self.known(set(ids)):
            assert refusal(answer) == UNPROCESSABLE_VALUE
            return
        assert answer.status_code == 204, answer.text
        self.members[user] -= set(ids)

    def known(self, ids: set[int]) -> bool:
        """Say whether a change may name these groups."""
        return ids <= self.groups.keys()

    def shows(self, answer: httpx.Response, user: str) -> None:
        """Compare an answer with the groups that a user should be in."""
        assert answer.status_code == 200, answer.text
        assert answer.json() == self.expected(user)

    def expected(self, user: str) -> list[dict[str, Any]]:
        """The groups of a user, as they have to be listed."""
        return [dict(DEFAULT_GROUP), *(self.group(each) for each in sorted(self.members[user]))]

    def group(self, group_id: int) -> dict[str, Any]:
        """A group as it has to be listed."""
        name = self.groups[group_id]
        return {"id": group_id, "name": name, "is_default": False, "is_deletable": True}

    @invariant()
    def server_agrees(self) -> None:
        """The groups are as the model has them; of the users, the next in turn, and now and then a token."""
        if not hasattr(self, "members"):
            return
        assert self.server.groups() == [dict(DEFAULT_GROUP), *(self.group(each) for each in self.groups)]
        self.turn += 1
        user = USERS[self.turn % len(USERS)]
        assert self.server.groups_of(self.ids[user]) == self.expected(user)
        if self.turn % 5 == 0:
            told = claims(token_of(self.jwt_client.login(user)))["groups"]
            names = ("id", "name", "is_default")
            assert told == [{name: group[name] for name in names} for group in self.expected(user)]


def _nth(ids: list[int], pick: int) -> int:
    return ids[pick % len(ids)]


@pytest.mark.law("Whatever is made of groups in whatever order, who is in which stays as it was said")
def test_random_group_histories(make_oauth_client: MakeOAuthClient, control: Control) -> None:
    GroupHistory.make_oauth_client = staticmethod(make_oauth_client)
    play(
        GroupHistory,
        control,
        histories=ASSIGNMENT.so_many(HISTORIES),
        steps=STEPS,
        deep=ASSIGNMENT.deep,
        first_seed=ASSIGNMENT.seed,
    )
