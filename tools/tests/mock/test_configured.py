"""A kept database and its settings file: what changed in the file is applied, the rest is kept and told."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from login_contract import cli
from login_contract.errors import UsageError
from login_contract.mock.domain.configured import Standing
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID
from login_contract.mock.settings.server import MockSettings
from login_contract.mock.store import schema
from login_contract.mock.store.opening import open_store
from login_contract.suite.judging.refusals import UNREGISTERED_ADDRESS, WRONG_CREDENTIALS
from login_contract.tokens.compact import claims_of
from tests.mock.game import PASSWORD, Game, at_once, refusal, token_of

JANE = {"username": "jane", "email": "jane@example.com", "password": PASSWORD}


class Kept:
    """A database that outlives its servers; each is started with the settings of its file at that time."""

    def __init__(self, url: str) -> None:
        self.url = url

    def start(self, **project: Any) -> EmbeddedMock:
        return EmbeddedMock(MockSettings(database_url=self.url, projects=(project,)))


@pytest.fixture
def kept(store_url: str) -> Kept:
    """One database for each test."""
    with closing(open_store(store_url)) as store:
        store.run(
            lambda tx: [
                tx.execute(f"DELETE FROM {table}") for table in (*schema.EMPTIED_BY_RESET, "projects")
            ]
        )
    return Kept(store_url)


def home(game: Game) -> Game:
    return Game(game.http, game.control, DEFAULT_PROJECT_ID)


def told(mock: EmbeddedMock) -> Standing:
    [standing] = mock.app.standings
    return standing


def test_what_changed_in_the_file_is_applied(kept: Kept) -> None:
    with kept.start(callback_urls=["https://a.example/"]) as mock:
        assert (told(mock).applied, told(mock).kept) == ((), ())
    with (
        kept.start(callback_urls=["https://b.example/"], code_lifetime=60) as mock,
        Game.at(mock.origin) as game,
    ):
        assert (told(mock).applied, told(mock).kept) == (("callback_urls", "code_lifetime"), ())
        settings = game.control.project(DEFAULT_PROJECT_ID)
        assert (settings["callback_urls"], settings["code_lifetime"]) == (["https://b.example/"], 60)
        assert refusal(home(game).login("jane", login_url="https://a.example/")) == UNREGISTERED_ADDRESS
    with kept.start() as mock, Game.at(mock.origin) as game:
        assert told(mock).applied == ("callback_urls", "code_lifetime")
        assert game.control.project(DEFAULT_PROJECT_ID)["code_lifetime"] == 180


def test_what_only_a_call_changed_is_kept_and_named(kept: Kept) -> None:
    with kept.start(name="Ours") as mock, Game.at(mock.origin) as game:
        game.control.change_project(DEFAULT_PROJECT_ID, name="Theirs", code_lifetime=60)
    with kept.start(name="Ours") as mock, Game.at(mock.origin) as game:
        assert (told(mock).applied, told(mock).kept) == ((), ("code_lifetime", "name"))
        assert game.control.project(DEFAULT_PROJECT_ID)["name"] == "Theirs"
        game.control.reset()
        settings = game.control.project(DEFAULT_PROJECT_ID)
        assert (settings["name"], settings["code_lifetime"]) == ("Ours", 180)


def test_a_setting_that_changed_in_both_places_is_the_file_s(kept: Kept) -> None:
    with kept.start(name="Ours") as mock, Game.at(mock.origin) as game:
        game.control.change_project(DEFAULT_PROJECT_ID, name="Theirs", code_lifetime=60)
    with kept.start(name="New") as mock, Game.at(mock.origin) as game:
        assert (told(mock).applied, told(mock).kept) == (("name",), ("code_lifetime",))
        settings = game.control.project(DEFAULT_PROJECT_ID)
        assert (settings["name"], settings["code_lifetime"]) == ("New", 60)


def test_a_project_of_a_call_becomes_the_file_s_when_the_file_names_it(kept: Kept) -> None:
    other = "6e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d22"
    with kept.start() as mock, Game.at(mock.origin) as game:
        game.control.put_project(other, name="Theirs", code_lifetime=60)
    with kept.start(project_id=other.upper(), name="Ours") as mock, Game.at(mock.origin) as game:
        assert (told(mock).applied, told(mock).kept) == (("code_lifetime", "name"), ())
        assert game.control.project(other)["name"] == "Ours"
        assert game.control.project(DEFAULT_PROJECT_ID)["name"] == "Demo Game"


@pytest.mark.parametrize("algorithm", ["RS256", "HS256"])
def test_users_and_keys_stay_when_settings_change(kept: Kept, algorithm: str) -> None:
    with kept.start(algorithm=algorithm, users=[JANE]) as mock, Game.at(mock.origin) as game:
        token = token_of(home(game).login("jane"))
        code, operation_id = home(game).code_for("+12025550143")
    with kept.start(algorithm=algorithm, users=[JANE], code_length=8) as mock, Game.at(mock.origin) as game:
        assert (told(mock).applied, told(mock).kept) == (("code_length",), ())
        assert game.validate(token).status_code == 204
        assert claims_of(token_of(home(game).login("jane")))["sub"] == claims_of(token)["sub"]
        assert home(game).confirm_code("+12025550143", code, operation_id).status_code == 200


def test_a_user_is_as_the_file_says_once_it_says_something_else(kept: Kept) -> None:
    with kept.start(users=[JANE]) as mock, Game.at(mock.origin) as game:
        [before] = game.control.users(DEFAULT_PROJECT_ID)
    changed = {
        **JANE,
        "password": "another-horse-7",
        "email": "j@example.com",
        "phone_number": "+12025550143",
    }
    with kept.start(users=[changed]) as mock, Game.at(mock.origin) as game:
        assert refusal(home(game).login("jane")) == WRONG_CREDENTIALS
        assert home(game).login("j@example.com", "another-horse-7").status_code == 200
        [user] = game.control.users(DEFAULT_PROJECT_ID)
        assert user == {**before, "email": "j@example.com", "phone_number": "+12025550143"}


def test_a_password_that_a_user_changed_outlives_a_start(kept: Kept) -> None:
    with kept.start(users=[JANE]) as mock, Game.at(mock.origin) as game:
        user_id, code = home(game).reset_link("jane", "jane@example.com")
        assert home(game).set_password(user_id, code, "my-own-horse-7").status_code == 204
    with kept.start(users=[JANE], name="New") as mock, Game.at(mock.origin) as game:
        assert home(game).login("jane", "my-own-horse-7").status_code == 200


@pytest.mark.parametrize(
    "clash",
    [
        {"email": "joe@example.com"},
        {"phone_number": "+12025550143"},
        {"user_id": "6e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d21"},
    ],
)
def test_a_changed_user_who_clashes_with_a_kept_one_changes_nothing(
    kept: Kept, clash: dict[str, str]
) -> None:
    joe = {
        "username": "joe",
        "email": "joe@example.com",
        "password": PASSWORD,
        "phone_number": "+12025550143",
    }
    with kept.start(users=[JANE]) as mock, Game.at(mock.origin) as game:
        game.control.create_user(DEFAULT_PROJECT_ID, **joe)
    with pytest.raises(
        UsageError, match=rf"^project {DEFAULT_PROJECT_ID}: users\[0\].*; or name a new database$"
    ):
        kept.start(users=[{**JANE, **clash}], name="New")
    with kept.start(users=[JANE]) as mock, Game.at(mock.origin) as game:
        assert game.control.project(DEFAULT_PROJECT_ID)["name"] == "Demo Game"


def test_a_client_that_a_kept_project_has_too_is_refused(kept: Kept) -> None:
    other = "0b7f2c8e-8f0e-4d3c-9a52-4f1d7b9f6a10"
    clients = [{"client_id": 7, "redirect_uris": ["https://a.example/"]}]
    with kept.start(project_id=other, oauth_clients=clients):
        pass
    reason = rf"oauth_clients\[0\].client_id: 7 is a client of project {other} already"
    with pytest.raises(UsageError, match=reason):
        kept.start(oauth_clients=clients)
    with kept.start() as mock, Game.at(mock.origin) as game:
        assert game.control.project(DEFAULT_PROJECT_ID)["oauth_clients"] == []


def test_resets_at_once_end_in_the_configured_state(kept: Kept) -> None:
    with kept.start(users=[JANE]) as mock, Game.at(mock.origin) as game:
        for _ in range(3):
            answers = at_once([partial(game.http.post, "/_mock/reset")] * 8)
            assert {answer.status_code for answer in answers} == {204}
            assert home(game).login("jane").status_code == 200


def test_every_worker_finds_the_same(kept: Kept) -> None:
    with kept.start(), kept.start(name="New") as mock, kept.start(name="New") as worker:
        assert told(mock).applied == ("name",)
        assert (told(worker).applied, told(worker).kept) == ((), ())
        with Game.at(mock.origin) as game:
            game.control.change_project(DEFAULT_PROJECT_ID, code_length=8)
        with kept.start(name="New") as late:
            assert (told(late).applied, told(late).kept) == ((), ("code_length",))


def test_settings_of_an_earlier_version_get_what_they_lack(kept: Kept) -> None:
    with kept.start(), closing(open_store(kept.url)) as store:
        store.run(lambda tx: tx.execute("UPDATE made_by SET settings = 'earlier'"))
        store.run(lambda tx: tx.execute("UPDATE projects SET settings = :old", old='{"name": "Old"}'))
    with kept.start() as mock, Game.at(mock.origin) as game:
        settings = game.control.project(DEFAULT_PROJECT_ID)
        assert (settings["name"], settings["code_length"]) == ("Old", 6)
    with closing(open_store(kept.url)) as store:
        store.run(lambda tx: tx.execute("UPDATE made_by SET settings = 'earlier'"))
        store.run(lambda tx: tx.execute("UPDATE projects SET settings = :old", old='{"gone": 1}'))
    with pytest.raises(UsageError, match=f"^project {DEFAULT_PROJECT_ID}: "):
        kept.start()


OLD_TABLES = (
    "CREATE TABLE state (id INTEGER PRIMARY KEY)",
    "CREATE TABLE users (name TEXT)",
    "CREATE TABLE made_by (id INTEGER, tables TEXT)",
)


@pytest.mark.parametrize("table", OLD_TABLES)
def test_a_database_of_other_tables_is_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], table: str
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "old.db"
    with closing(sqlite3.connect(path)) as old:
        old.execute(table)
        if "made_by" in table:
            old.execute("INSERT INTO made_by VALUES (1, 'earlier')")
        old.commit()
    before = path.read_bytes()
    assert cli.run(["mock", "--port", "0", "--database-url", f"sqlite:///{path}"]) == 2
    said = capsys.readouterr()
    assert (said.out, len(said.err.splitlines())) == ("", 1)
    assert f"cannot use the database {path}: its tables are those of another version" in said.err
    assert path.read_bytes() == before


def test_a_postgresql_database_of_other_tables_is_refused(store_url: str) -> None:
    with closing(open_store(store_url)) as store:
        store.run(lambda tx: tx.execute("UPDATE made_by SET tables = 'earlier'"))
    try:
        with pytest.raises(UsageError, match="its tables are those of another version") as refused:
            open_store(store_url)
        assert not re.search(r"://[^/@]*:[^*/@]+@", str(refused.value))
    finally:
        if store_url.startswith("sqlite"):
            with closing(sqlite3.connect(store_url.removeprefix("sqlite:///"))) as restored:
                restored.execute("UPDATE made_by SET tables = ?", (schema.VERSION,))
                restored.commit()
        else:
            import psycopg

            with psycopg.connect(store_url) as connection:
                connection.execute("UPDATE made_by SET tables = %s", (schema.VERSION,))


def test_another_s_tables_beside_ours_do_no_harm(tmp_path: Path) -> None:
    path = tmp_path / "shared.db"
    with closing(sqlite3.connect(path)) as theirs:
        theirs.execute("CREATE TABLE scores (points INTEGER)")
    with EmbeddedMock(MockSettings(database_url=f"sqlite:///{path}")):
        pass
