"""Pictures of users who change them: a machine plays random histories against its own model."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import httpx
import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, invariant, rule

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient, refusal, token_of
from login_contract.suite.assignment import Assignment
from login_contract.suite.histories.history import History, play
from login_contract.suite.judging.refusals import INVALID_VALUE, NOT_FOUND

MakeJwtClient = Callable[..., JwtClient]
ASSIGNMENT = Assignment.from_env()
HISTORIES, STEPS = 4, 12
USERS = ("ann", "bob")
PICTURES = (b"GIF89a!!!!   ;", b"GIF87a!!!!   ;\0", b"\xff\xd8\xff\xe0\xff\xd9")
NONE = (b"", b"<svg/>", b" GIF89a!!!!   ;")

users = st.sampled_from(USERS)
pictures = st.sampled_from(PICTURES)
others = st.sampled_from(NONE)


class PictureHistory(History):
    """A project with two users, who have a picture each or none."""

    make_jwt_client: ClassVar[MakeJwtClient]

    @initialize()
    def start(self) -> None:
        self.begin(type(self).make_jwt_client())
        for name in USERS:
            self.jwt_client.registered(name, f"{name}@example.com")
        self.tokens = {name: token_of(self.jwt_client.login(name)) for name in USERS}
        self.shown: dict[str, tuple[str, bytes]] = {}
        self.gone: list[str] = []

    @rule(user=users, content=pictures)
    def upload(self, user: str, content: bytes) -> None:
        answer = self.sent(user, content)
        assert answer.status_code == 200, answer.text
        url = str(answer.json()["picture"])
        assert url not in {*self.gone, *(address for address, _ in self.shown.values())}
        self.forget(user)
        self.shown[user] = url, content

    @rule(user=users, content=others)
    def upload_something_else(self, user: str, content: bytes) -> None:
        assert refusal(self.sent(user, content)) == INVALID_VALUE

    @rule(user=users)
    def remove(self, user: str) -> None:
        answer = self.jwt_client.call("delete-user-picture", bearer=self.tokens[user])
        assert answer.status_code == 204, answer.text
        self.forget(user)

    def sent(self, user: str, content: bytes) -> httpx.Response:
        parts = {"picture": content}
        return self.jwt_client.call("upload-user-picture", parts=parts, bearer=self.tokens[user])

    def forget(self, user: str) -> None:
        if user in self.shown:
            self.gone.append(self.shown.pop(user)[0])

    @invariant()
    def server_agrees(self) -> None:
        """Each profile tells the picture of its user, which is shown whole; the others are gone."""
        if not hasattr(self, "shown"):
            return
        for user, token in self.tokens.items():
            url, content = self.shown.get(user, (None, b""))
            assert self.jwt_client.call("get-user-details", bearer=token).json()["picture"] == url
            if url is not None:
                assert self.jwt_client.open(url).content == content
        for url in self.gone[-2:]:
            assert refusal(self.jwt_client.open(url)) == NOT_FOUND


@pytest.mark.law(
    "Whoever changes pictures in whatever order, each user has their last one and no other is shown"
)
def test_random_picture_histories(make_jwt_client: MakeJwtClient, control: Control) -> None:
    PictureHistory.make_jwt_client = make_jwt_client
    play(
        PictureHistory,
        control,
        histories=ASSIGNMENT.so_many(HISTORIES),
        steps=STEPS,
        deep=ASSIGNMENT.deep,
        first_seed=ASSIGNMENT.seed,
    )
