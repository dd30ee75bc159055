"""Identities of networks between accounts: a machine links, removes and logs in, and keeps its own book."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.network_links import NetworkLinks, logged_in, registered
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.assignment import Assignment
from login_contract.suite.histories.history import History, play
from login_contract.suite.judging.refusals import LINKED_ALREADY, NOT_AVAILABLE, NOT_FOUND

MakeOAuthClient = Callable[..., OAuthClient]
Identity = tuple[str, str]
ASSIGNMENT = Assignment.from_env()
HISTORIES, STEPS = 6, 14
NAMES = ("ann", "bob")

networks = st.sampled_from(["google", "steam"])
# Two of them differ in letter case alone.
identities = st.sampled_from(["gina", "Gina", "gustav"])
picks = st.sampled_from(range(5))


class LinkHistory(History):
    """A project in which two have a password, and whoever a network vouches for comes too."""

    make_oauth_client: ClassVar[MakeOAuthClient]

    @initialize()
    def start(self) -> None:
        self.oauth_client = type(self).make_oauth_client()
        self.users = [registered(self.oauth_client, name) for name in NAMES]
        self.owners: dict[Identity, NetworkLinks] = {}

    def linked_to(self, user: NetworkLinks) -> dict[str, str]:
        """Return what stands for a user: the identity of each network."""
        return {network: name for (network, name), owner in self.owners.items() if owner is user}

    @rule(pick=picks, network=networks, name=identities)
    def link(self, pick: int, network: str, name: str) -> None:
        """Link an identity to anybody."""
        user = self.users[pick % len(self.users)]

        told = user.link(name, network)

        if network in self.linked_to(user) or (network, name) in self.owners:
            assert told.get("error_code") == LINKED_ALREADY.code, "it stands for somebody already"
        else:
            assert told == {}, "it stands for nobody yet"
            self.owners[network, name] = user
        self.compare(user)

    @rule(pick=picks, network=networks)
    def remove(self, pick: int, network: str) -> None:
        """Remove a network from anybody."""
        user = self.users[pick % len(self.users)]
        linked = self.linked_to(user)

        answer = user.remove(network)

        if network not in linked:
            assert refusal(answer) == NOT_FOUND
        elif len(linked) == 1 and user not in self.users[: len(NAMES)]:
            assert refusal(answer) == NOT_AVAILABLE
        else:
            assert answer.status_code == 204, answer.text
            del self.owners[network, linked[network]]
        self.compare(user)

    @rule(network=networks, name=identities)
    def log_in(self, network: str, name: str) -> None:
        """Log in by an identity: to its account, or to a new one where it has none."""
        newcomer = logged_in(self.oauth_client, name, network)

        owner = self.owners.get((network, name))
        if owner is not None:
            assert newcomer.user_id == owner.user_id, "it logs in to another account"
            return
        assert newcomer.user_id not in {user.user_id for user in self.users}, "it logs in to any account"
        self.users.append(newcomer)
        self.owners[network, name] = newcomer
        self.compare(newcomer)

    def compare(self, user: NetworkLinks) -> None:
        """Compare what is told of a user with the book, whole."""
        assert user.linked() == [
            {"provider": network, "social_id": name, "full_name": name, "nickname": None, "picture": None}
            for network, name in sorted(self.linked_to(user).items())
        ]

    def teardown(self) -> None:
        for user in getattr(self, "users", []):
            self.compare(user)
        for (network, name), owner in getattr(self, "owners", {}).items():
            assert owner.logs_in(name, network) == owner.user_id, "it logs in to another account"


@pytest.mark.law(
    "Whatever is linked and removed, an identity logs in to the one account that it stands for", security=True
)
@pytest.mark.needs("is_mock")
def test_random_links(make_oauth_client: MakeOAuthClient, control: Control) -> None:
    LinkHistory.make_oauth_client = staticmethod(make_oauth_client)
    play(
        LinkHistory,
        control,
        histories=ASSIGNMENT.so_many(HISTORIES),
        steps=STEPS,
        deep=ASSIGNMENT.deep,
        first_seed=ASSIGNMENT.seed,
    )
