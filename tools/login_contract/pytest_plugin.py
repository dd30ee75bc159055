"""The fixture `login_mock`: a Login server for a game team's own tests.

The plugin is loaded into every pytest run of an environment that has this package, so it imports
nothing else until a test asks for the fixture.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from login_contract.suite.game import LoginMock


@pytest.fixture(scope="session")
def login_mock_server() -> Iterator[Any]:
    """A mock Login server on a free port, one for the whole test run."""
    from login_contract.mock.run import EmbeddedMock

    with EmbeddedMock() as server:
        yield server


@pytest.fixture
def login_mock(login_mock_server: Any) -> Iterator[LoginMock]:
    """A mock Login server with a fresh project: nothing of another test is in it, and its time is real."""
    from login_contract.suite.control import Control
    from login_contract.suite.game import LoginMock

    with Control(login_mock_server.origin) as control:
        yield LoginMock(
            base_url=login_mock_server.base_url, project_id=control.put_project(), control=control
        )
        if control.moved():
            control.reset()
