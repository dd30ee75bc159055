"""A user who is deleted while a login is on its way, which only PostgreSQL lets happen."""

from __future__ import annotations

import contextlib
import logging
from collections.abc import Iterator
from functools import partial

import pytest

from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.server import MockSettings
from login_contract.mock.store import user_data, users
from login_contract.mock.store.database import Transaction
from login_contract.tokens.compact import claims_of
from tests.mock.embedded import rows
from tests.mock.game import Game, at_once, token_of
from tests.postgres import Postgres

DEVICE = {"device": "Pocket 3", "device_id": "0f8e2d7c-5b3a-4c1d-9e6f-7a8b9c0d1e2f"}


@contextlib.contextmanager
def running(server: Postgres) -> Iterator[EmbeddedMock]:
    with server.fresh_database() as url, EmbeddedMock(MockSettings(database_url=url)) as mock:
        yield mock


def test_a_login_of_a_user_who_is_deleted_meanwhile_begins_again(
    postgres_server: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    sound = users.confirm
    with running(postgres_server) as mock, Game.at(mock.origin) as game:
        gone = claims_of(game.token_by_code("gamer@example.com"))["sub"]
        code = game.code_for("gamer@example.com")
        before = rows(mock)

        def erase(tx: Transaction) -> None:
            user = users.by_id(tx, game.project_id, gone, hold=True)
            if user is not None:
                user_data.erase(tx, user)

        def confirm(tx: Transaction, user_id: str) -> bool:
            mock.app.services.store.run(erase)
            return sound(tx, user_id)

        monkeypatch.setattr(users, "confirm", confirm)
        token = token_of(game.confirm_code("gamer@example.com", *code))

        (user,) = game.control.users(game.project_id)
        assert claims_of(token)["sub"] == user["user_id"] != gone
        assert rows(mock)["sessions"] == before["sessions"] == 1


def test_logins_and_a_deletion_do_not_wait_in_a_circle(
    postgres_server: Postgres, caplog: pytest.LogCaptureFixture
) -> None:
    with running(postgres_server) as mock, Game.at(mock.origin) as game:
        caplog.set_level(logging.DEBUG, logger="login_contract.mock")
        login = partial(game.call, "POST", "/login/device/android", body=DEVICE)
        for _ in range(5):
            gone = claims_of(login().json()["token"])["sub"]

            def erase(tx: Transaction, user_id: str = gone) -> int:
                user = users.by_id(tx, game.project_id, user_id, hold=True)
                assert user is not None
                user_data.erase(tx, user)
                return 204

            answers = at_once(
                [lambda: login().status_code] * 4 + [lambda: mock.app.services.store.run(erase)]
            )
            assert answers == [200] * 4 + [204]

    assert "DeadlockDetected" not in caplog.text
