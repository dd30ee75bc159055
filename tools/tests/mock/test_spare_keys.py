"""RSA keys that are made before a project needs them."""

from __future__ import annotations

import threading
from itertools import count

import pytest

from login_contract.mock.domain import keys
from login_contract.mock.domain.spare_keys import SpareKeys
from tests.mock.embedded import StartMock, until
from tests.mock.game import PASSWORD, Game, token_of


def thread_is_there() -> bool:
    return any(thread.name == "spare-keys" for thread in threading.enumerate())


def test_the_first_token_of_a_project_waits_for_no_key(
    start_mock: StartMock, private_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made_by: list[str] = []

    def make() -> str:
        made_by.append(threading.current_thread().name)
        return private_key

    monkeypatch.setattr(keys, "new_private_key", make)
    mock = start_mock(spare_keys=1)
    until(lambda: len(mock.app.services.keys.spare._ready) == 1)
    with Game.at(mock.origin) as game:
        game.control.create_user(game.project_id, username="ann", email="ann@example.com", password=PASSWORD)
        assert game.validate(token_of(game.login("ann"))).status_code == 204
    assert set(made_by) == {"spare-keys"}


def test_a_key_is_given_once_and_replaced() -> None:
    numbers = count()
    spare = SpareKeys(lambda: str(next(numbers)), 2)
    spare.begin()
    taken = []
    for _ in range(6):
        until(lambda: len(spare._ready) == 2)
        taken.append(spare.take())
    spare.stop()
    assert taken == ["0", "1", "2", "3", "4", "5"]


def test_nobody_waits_for_a_key_that_is_being_made() -> None:
    begun, end = threading.Event(), threading.Event()

    def make() -> str:
        begun.set()
        end.wait(10)
        return "late"

    spare = SpareKeys(make, 1)
    spare.begin()
    assert begun.wait(10)
    assert spare.take() is None
    spare.stop()
    end.set()
    until(lambda: not thread_is_there())


def test_a_server_that_ends_leaves_no_thread(start_mock: StartMock, private_key: str) -> None:
    mock = start_mock(spare_keys=1)
    spare = mock.app.services.keys.spare
    until(lambda: len(spare._ready) == 1)
    assert thread_is_there()
    mock._server.should_exit = True
    until(lambda: not thread_is_there())


def test_a_mock_among_tests_makes_no_key_that_nobody_asks_for(start_mock: StartMock) -> None:
    spare = start_mock().app.services.keys.spare
    spare.begin()
    assert not thread_is_there()
    assert spare.take() is None


def test_a_key_that_nobody_has_ready_is_made_while_others_are_served(
    start_mock: StartMock, private_key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, end = threading.Event(), threading.Event()

    def make() -> str:
        begun.set()
        end.wait(10)
        return private_key

    monkeypatch.setattr(keys, "new_private_key", make)
    with Game.at(start_mock().origin) as game:
        waiting = threading.Thread(target=game.http.get, args=(f"/api/projects/{game.project_id}/keys",))
        waiting.start()
        assert begun.wait(10)
        assert game.http.get("/healthz").status_code == 200
        end.set()
        waiting.join()
