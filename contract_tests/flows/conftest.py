from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from attrs import evolve

from login_contract.description.model import Description
from login_contract.suite.actors.callback_server import CallbackServer
from login_contract.suite.actors.event_subscriber import EventSubscriber
from login_contract.suite.actors.oauth_client import OAuthClient
from login_contract.suite.actors.project_server import ProjectServer
from login_contract.suite.actors.storage_partner import StoragePartner, settings
from login_contract.suite.judging.judge import Judge
from login_contract.suite.target import Target

from .bulk_users import Bulk

MakePartner = Callable[..., StoragePartner]
MakeListener = Callable[..., EventSubscriber]
# Modules beside the tests whose assertions are explained like those of the tests.
ASSERTING = ("ask_pages", "email_templates", "oauth2_steps", "profiles")


def pytest_configure() -> None:
    # Not when this file is read: a process may run the suite more than once.
    pytest.register_assert_rewrite(*(f"{__package__}.{name}" for name in ASSERTING))


@pytest.fixture
def partner_receiver() -> Iterator[CallbackServer]:
    """A server for the partner's webhooks, which accepts everything and tells nothing."""
    with CallbackServer() as receiver:
        yield receiver


@pytest.fixture(scope="session")
def partner_judge(description: Description) -> Judge:
    """Compares answers with the description, where a partner may choose codes."""
    return Judge(description, partner_codes=True)


@pytest.fixture
def make_partner(
    make_oauth_client: Callable[..., OAuthClient], partner_receiver: CallbackServer, partner_judge: Judge
) -> MakePartner:
    """Create a project with custom user-data storage and return its partner."""

    def make(**changed: Any) -> StoragePartner:
        oauth_client = make_oauth_client(**settings(partner_receiver, **changed))
        jwt_client = evolve(oauth_client.jwt_client, judge=partner_judge)
        return StoragePartner(
            receiver=partner_receiver, oauth_client=evolve(oauth_client, jwt_client=jwt_client)
        )

    return make


@pytest.fixture
def partner(make_partner: MakePartner) -> StoragePartner:
    """The partner of a fresh project, all of whose webhooks are set up."""
    return make_partner()


@pytest.fixture
def make_listener(make_oauth_client: Callable[..., OAuthClient], target: Target) -> Iterator[MakeListener]:
    """Create a project with the given settings and return the server that may hear of its events."""
    if not target.capabilities.receive_webhooks:
        pytest.skip(target.capabilities.missing("receive_webhooks") or "")
    with CallbackServer() as receiver:

        def make(**settings: Any) -> EventSubscriber:
            return EventSubscriber(oauth_client=make_oauth_client(**settings), receiver=receiver)

        yield make


@pytest.fixture
def listener(make_listener: MakeListener) -> EventSubscriber:
    """The server that may hear of the events of a fresh project."""
    return make_listener()


@pytest.fixture
def make_bulk(make_oauth_client: Callable[..., OAuthClient]) -> Callable[..., Bulk]:
    """Create a project, with settings of its own, whose server imports and exports users."""
    return lambda **settings: Bulk(ProjectServer(make_oauth_client(export_pause_seconds=0, **settings)))


@pytest.fixture
def bulk(make_bulk: Callable[..., Bulk]) -> Bulk:
    """The server of a project that imports and exports users."""
    return make_bulk()
