"""The fixtures `login_mock` and `login_mock_session`: a Login server for a game team's own tests.

The plugin is loaded into every pytest run of an environment that has this package, so it imports
nothing else until a test asks for a fixture.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from login_contract.mock.run import EmbeddedMock
    from login_contract.suite.actors.login_mock import LoginMock
else:

    def __getattr__(name: str) -> Any:
        if name != "LoginMock":
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from login_contract.suite.actors.login_mock import LoginMock

        return LoginMock


__all__ = ["LoginMock", "login_mock", "login_mock_server", "login_mock_session"]


class _Clock:
    """The clock that no test can have stopped yet: this module is imported before the first one runs."""

    monotonic = staticmethod(time.monotonic)


def _server() -> EmbeddedMock:
    from login_contract.mock.run import EmbeddedMock

    return EmbeddedMock(monotonic=_Clock.monotonic)


def _game(server: EmbeddedMock) -> LoginMock:
    from login_contract.suite.actors.direct_control import DirectControl
    from login_contract.suite.actors.login_mock import LoginMock

    control = DirectControl(server)
    return LoginMock(base_url=server.base_url, project_id=control.put_project(), control=control)


@pytest.fixture(scope="session")
def login_mock_server() -> Iterator[EmbeddedMock]:
    """A mock Login server on a free port, one for the whole test run."""
    with _server() as server:
        yield server


@pytest.fixture
def login_mock(login_mock_server: EmbeddedMock) -> Iterator[LoginMock]:
    """A mock Login server with a fresh project: nothing of another test is in it, and no time was added."""
    game = _game(login_mock_server)
    yield game
    if game.control.moved():
        game.control.reset()


@pytest.fixture(scope="session")
def login_mock_session() -> Iterator[LoginMock]:
    """A mock Login server of its own, with one project for the whole run: for fixtures of a wider scope."""
    with _server() as server:
        yield _game(server)
