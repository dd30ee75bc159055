"""A running mock for each module and database, and a project of its own for each test."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import Any

import pytest

from login_contract.mock.domain.keys import new_private_key
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.server import MockSettings
from login_contract.suite.actors.callback_server import CallbackServer
from tests.mock.embedded import StartMock
from tests.mock.game import Game

pytest.register_assert_rewrite("tests.mock.events")


@pytest.fixture(scope="module")
def mock(store_url: str) -> Iterator[EmbeddedMock]:
    """A mock on SQLite, then on PostgreSQL, shared by the tests of a module."""
    with EmbeddedMock(MockSettings(database_url=store_url)) as server:
        yield server


@pytest.fixture(scope="module")
def first_game(mock: EmbeddedMock) -> Iterator[Game]:
    """A game on the module's mock, whose connections the tests share."""
    with Game.at(mock.origin) as game:
        yield game


@pytest.fixture(scope="session")
def private_key() -> str:
    """A key to sign with: making one takes longer than most tests."""
    return new_private_key()


@pytest.fixture
def game(first_game: Game, private_key: str) -> Game:
    """A game with a fresh project on the module's mock."""
    return first_game.another(private_key=private_key)


@pytest.fixture
def start_mock() -> Iterator[StartMock]:
    """Start a mock with settings of its own, on a temporary SQLite file unless they name a database."""
    with contextlib.ExitStack() as running:

        def start(**settings: Any) -> EmbeddedMock:
            return running.enter_context(EmbeddedMock(MockSettings(**settings)))

        yield start


@pytest.fixture
def lone_game(start_mock: StartMock) -> Iterator[Game]:
    """A game with a mock of its own, whose clock and faults concern nobody else."""
    with Game.at(start_mock().origin) as game:
        yield game


@pytest.fixture
def receiver() -> Iterator[CallbackServer]:
    """A server for what the mock tells of events."""
    with CallbackServer() as opened:
        yield opened
