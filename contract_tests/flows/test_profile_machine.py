"""Changes, bans, logins and time in any order: a machine compares every profile with its own model."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import refusal, token_of
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.assignment import Assignment
from login_contract.suite.histories.history import History, play
from login_contract.suite.histories.profiles import KnownBan, KnownProfile
from login_contract.suite.judging.refusals import BANNED_USER, BIRTHDAY_TOLD_BEFORE, INVALID_TOKEN

MakeOAuthClient = Callable[..., OAuthClient]
ASSIGNMENT = Assignment.from_env()
HISTORIES, STEPS, USERS = 6, 25, 2
LIFETIME = 300_000_000

users = st.sampled_from(range(USERS))
names = st.sampled_from(["Ann", "ann", "anna", "a#1000", "רגיל 🚀", "e\u0301", "\u00e9", "x" * 255, ""])
texts = st.sampled_from(["first_name", "last_name", "nickname"])
genders = st.sampled_from(["f", "m", "other", "prefer not to answer"])
days = st.sampled_from(["1990-05-15", "2000-02-29"])
moments = st.sampled_from([-500, 500, 1500])


def told(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%S%z")


class ProfileHistory(History):
    """Two users of a project, what they tell of themselves, and who of them is shut out."""

    make_oauth_client: ClassVar[MakeOAuthClient]

    @initialize()
    def start(self) -> None:
        oauth_client = type(self).make_oauth_client(
            access_token_lifetime=LIFETIME, oauth_token_lifetime=LIFETIME
        )
        self.begin(oauth_client.jwt_client)
        self.server = ProjectServer(oauth_client)
        self.profiles = [self.newcomer(f"user-{number}") for number in range(USERS)]

    def newcomer(self, name: str) -> KnownProfile:
        self.server.oauth_client.member(name)
        token = token_of(self.jwt_client.login(name))
        return KnownProfile(self.jwt_client.call("get-user-details", bearer=token).json(), [token])

    @rule(number=users, name=texts, text=names)
    def tell_text(self, number: int, name: str, text: str) -> None:
        """Let a user tell a name."""
        self.change(number, {name: text})

    @rule(number=users, gender=genders, text=names)
    def tell_two(self, number: int, gender: str, text: str) -> None:
        """Let a user tell two things at once."""
        self.change(number, {"gender": gender, "last_name": text})

    @rule(number=users, day=days, text=names)
    def tell_birthday(self, number: int, day: str, text: str) -> None:
        """Let a user tell a birthday, and a nickname with it."""
        self.change(number, {"birthday": day, "nickname": text})

    def change(self, number: int, given: dict[str, str]) -> None:
        known = self.profiles[number]
        out = known.shut_out(self.clock)
        if out is None:
            return
        answer = self.jwt_client.call("update-user-details", body=given, bearer=known.tokens[-1])
        if out:
            assert refusal(answer) == INVALID_TOKEN
        elif not known.may_tell(given):
            assert refusal(answer) == BIRTHDAY_TOLD_BEFORE
        else:
            known.tell(given)
            self.learn_tag(known, answer.json().get("tag"))
            assert answer.json() == known.shown(self.clock)
        self.compare(number)

    def learn_tag(self, known: KnownProfile, tag: str | None) -> None:
        """The server gives a tag with the first nickname, which nobody else has, and keeps it."""
        if known.tag is None and known.told["nickname"] is not None:
            assert tag is not None
            assert tag not in {each.tag for each in self.profiles}
            known.tag = tag

    @rule(number=users)
    def log_in(self, number: int) -> None:
        """Log in with a password."""
        known = self.profiles[number]
        out = known.shut_out(self.clock)
        if out is None:
            return
        answer = self.jwt_client.login(f"user-{number}")
        if out:
            assert refusal(answer) == BANNED_USER
            return
        known.tokens.append(token_of(answer))
        shown = self.jwt_client.call("get-user-details", bearer=known.tokens[-1]).json()
        assert shown["last_login"] >= known.fixed["last_login"]
        known.fixed = {**known.fixed, "last_login": shown["last_login"]}
        self.compare(number)

    @rule(number=users, begins=st.none() | moments, lasts=st.none() | st.sampled_from([700, 1700]))
    def ban(self, number: int, begins: int | None, lasts: int | None) -> None:
        """Shut a user out, from now or another moment, for a time or for good."""
        now = self.clock.now
        first = int(now) + (begins or 0)
        last = first + lasts if lasts is not None else None
        period = {
            "date_from": told(first) if begins is not None else None,
            "date_to": told(last) if last is not None else None,
        }
        body = {"reason": f"Because of {lasts}", **period}
        path = {"user_id": self.profiles[number].fixed["id"]}
        answer = self.server.call("post-projects-users-ban", path=path, body=body)
        assert answer.status_code == 204, answer.text
        shown = {**body, "date_from": told(first)}
        self.profiles[number].ban = KnownBan(first if begins is not None else now - 10, last, shown)
        self.compare(number)

    @rule(number=users)
    def lift(self, number: int) -> None:
        """Let a user in again."""
        path = {"user_id": self.profiles[number].fixed["id"]}
        assert self.server.call("del-projects-users-ban", path=path).status_code == 204
        self.profiles[number].ban = None
        self.compare(number)

    @rule(seconds=st.sampled_from([300, 1000]))
    def wait(self, seconds: int) -> None:
        """Let time pass: bans begin and end."""
        self.move_time(seconds)
        for number in range(USERS):
            self.compare(number)

    def compare(self, number: int) -> None:
        """Compare the profile that the oldest and the newest token show with the model, whole."""
        known = self.profiles[number]
        out = known.shut_out(self.clock)
        for token in {known.tokens[0], known.tokens[-1]} if out is not None else ():
            answer = self.jwt_client.call("get-user-details", bearer=token)
            if out:
                assert refusal(answer) == INVALID_TOKEN
            else:
                wanted: dict[str, Any] = known.shown(self.clock)
                assert answer.json() == wanted


@pytest.mark.law(
    "A profile tells what was told last, and a ban shuts out while it holds, in whatever order", security=True
)
def test_random_profiles(make_oauth_client: MakeOAuthClient, control: Control) -> None:
    ProfileHistory.make_oauth_client = staticmethod(make_oauth_client)
    play(
        ProfileHistory,
        control,
        histories=ASSIGNMENT.so_many(HISTORIES),
        steps=STEPS,
        deep=ASSIGNMENT.deep,
        first_seed=ASSIGNMENT.seed,
    )
