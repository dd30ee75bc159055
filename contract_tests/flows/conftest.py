from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from attrs import evolve

from login_contract.suite.description import Description
from login_contract.suite.judge import Judge
from login_contract.suite.launcher import Launcher
from login_contract.suite.listener import Listener
from login_contract.suite.partner import Partner, settings
from login_contract.suite.receiver import Receiver
from login_contract.target import Target

MakePartner = Callable[..., Partner]
MakeListener = Callable[..., Listener]


@pytest.fixture
def partner_receiver() -> Iterator[Receiver]:
    """A server for the partner's webhooks, which accepts everything and tells nothing."""
    with Receiver() as receiver:
        yield receiver


@pytest.fixture(scope="session")
def partner_judge(description: Description) -> Judge:
    """Compares answers with the description, where a partner may choose codes."""
    return Judge(description, partner_codes=True)


@pytest.fixture
def make_partner(
    make_launcher: Callable[..., Launcher], partner_receiver: Receiver, partner_judge: Judge
) -> MakePartner:
    """Create a project with custom user-data storage and return its partner."""

    def make(**changed: Any) -> Partner:
        launcher = make_launcher(**settings(partner_receiver, **changed))
        player = evolve(launcher.player, judge=partner_judge)
        return Partner(receiver=partner_receiver, launcher=evolve(launcher, player=player))

    return make


@pytest.fixture
def partner(make_partner: MakePartner) -> Partner:
    """The partner of a fresh project, all of whose webhooks are set up."""
    return make_partner()


@pytest.fixture
def make_listener(make_launcher: Callable[..., Launcher], target: Target) -> Iterator[MakeListener]:
    """Create a project with the given settings and return the server that may hear of its events."""
    if not target.capabilities.receive_webhooks:
        pytest.skip(target.capabilities.missing("receive_webhooks") or "")
    with Receiver() as receiver:

        def make(**settings: Any) -> Listener:
            return Listener(launcher=make_launcher(**settings), receiver=receiver)

        yield make


@pytest.fixture
def listener(make_listener: MakeListener) -> Listener:
    """The server that may hear of the events of a fresh project."""
    return make_listener()
