"""What a database that outlives its server keeps."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest

from login_contract.errors import UsageError
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID
from login_contract.mock.settings.rules import SettingsError
from login_contract.mock.settings.server import MockSettings
from login_contract.suite.judging.refusals import UNKNOWN_PROJECT
from tests.mock.game import PASSWORD, Game, refusal

USER = {"username": "jane", "email": "jane@example.com", "password": PASSWORD}


@pytest.mark.parametrize("algorithm", ["RS256", "HS256"])
def test_the_next_server_knows_everything(store_url: str, algorithm: str) -> None:
    with (
        EmbeddedMock(MockSettings(database_url=store_url)) as server,
        Game.at(server.origin, algorithm=algorithm, code_lifetime=100_000) as game,
    ):
        game.control.create_user(game.project_id, **USER)
        token = game.token_by_code("jane@example.com")
        code, operation_id = game.code_for("+12025550143")
        game.control.advance(1000)
        keys = game.http.get(f"/api/projects/{game.project_id}/keys").json()
        project_id = game.project_id
    with EmbeddedMock(MockSettings(database_url=store_url)) as server, Game.at(server.origin) as fresh:
        game = Game(fresh.http, fresh.control, project_id)
        assert game.http.get(f"/api/projects/{project_id}/keys").json() == keys
        assert game.validate(token).status_code == 204
        assert game.login("jane").status_code == 200
        assert game.confirm_code("+12025550143", code, operation_id).status_code == 200
        assert game.control.request("GET", "/_mock/clock")["offset_seconds"] >= 1000


def test_the_configured_project_is_not_made_twice(store_url: str) -> None:
    for _ in range(2):
        with EmbeddedMock(MockSettings(database_url=store_url)) as server, Game.at(server.origin) as game:
            home = Game(game.http, game.control, DEFAULT_PROJECT_ID)
            assert home.login("demo", "password123").status_code == 200
            ids = [
                project["project_id"]
                for project in game.control.request("GET", "/_mock/projects")["projects"]
            ]
            assert ids.count(DEFAULT_PROJECT_ID) == 1


def test_a_project_configured_in_capitals_is_not_replaced(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'login.db'}"
    settings = MockSettings(database_url=url, projects=({"project_id": DEFAULT_PROJECT_ID.upper()},))
    with EmbeddedMock(settings) as server, Game.at(server.origin) as game:
        game.control.change_project(DEFAULT_PROJECT_ID, name="Changed")
    with EmbeddedMock(settings) as server, Game.at(server.origin) as game:
        assert game.control.project(DEFAULT_PROJECT_ID)["name"] == "Changed"


def test_a_configured_user_who_clashes_with_a_kept_one_is_refused(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path / 'login.db'}"
    user = {**USER, "user_id": "6e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d21"}
    with EmbeddedMock(MockSettings(database_url=url, projects=({"users": [user]},))):
        pass
    other = {"project_id": "6e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d22", "users": [user]}
    with pytest.raises(UsageError, match=r"users\[0\]"):
        EmbeddedMock(MockSettings(database_url=url, projects=(other,)))


def test_a_server_of_another_database_knows_nothing(tmp_path: Path) -> None:
    with (
        EmbeddedMock(MockSettings(database_url=f"sqlite:///{tmp_path / 'a.db'}")) as one,
        EmbeddedMock(MockSettings(database_url=f"sqlite:///{tmp_path / 'b.db'}")) as two,
        Game.at(one.origin) as game,
        Game.at(two.origin) as other,
    ):
        elsewhere = Game(other.http, other.control, game.project_id)
        assert refusal(elsewhere.register("racer")) == UNKNOWN_PROJECT


def test_a_server_that_cannot_start_leaves_no_database_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(SettingsError):
        EmbeddedMock(MockSettings(projects=({}, {})))
    assert not list(tmp_path.iterdir())
