"""A running mock for each module and database, and a project of its own for each test."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from typing import Any

import pytest

from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings import MockSettings
from tests.mock.game import Game

StartMock = Callable[..., EmbeddedMock]


@pytest.fixture(scope="module")
def mock(store_url: str) -> Iterator[EmbeddedMock]:
    """A mock on SQLite, then on PostgreSQL, shared by the tests of a module."""
    with EmbeddedMock(MockSettings(database_url=store_url)) as server:
        yield server


@pytest.fixture
def game(mock: EmbeddedMock) -> Iterator[Game]:
    """A game with a fresh project on the module's mock."""
    with Game.at(mock.origin) as game:
        yield game


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
