"""A server for each module, a project for each test, and a tab for its account pages."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from login_contract.mock.run import EmbeddedMock
from tests.mock.game import Game
from tests.mock.hosted.account.opened import Account


@pytest.fixture(scope="module")
def mock() -> Iterator[EmbeddedMock]:
    """A mock on SQLite: what the page does is nothing to the database."""
    with EmbeddedMock() as server:
        yield server


@pytest.fixture(scope="module")
def first_game(mock: EmbeddedMock) -> Iterator[Game]:
    with Game.at(mock.origin) as game:
        yield game


@pytest.fixture
def game(first_game: Game, private_key: str) -> Game:
    """A game with a fresh project, whose players need no confirmation."""
    return first_game.another(private_key=private_key, confirmation_required=False)


@pytest.fixture
def account(tab: Any, game: Game) -> Iterator[Account]:
    """A page that complains of nothing."""
    account = Account(tab, str(game.http.base_url).rstrip("/"))
    yield account
    assert account.errors == []
