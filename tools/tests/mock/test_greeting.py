"""What the terminal shows at start is what the server serves."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from login_contract.mock import greeting
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.project import DEFAULT_PROJECT, DEFAULT_PROJECT_ID
from login_contract.mock.settings.server import MockSettings
from tests.mock.embedded import StartMock
from tests.mock.game import Game


def shown(mock: EmbeddedMock, capsys: pytest.CaptureFixture[str]) -> str:
    capsys.readouterr()
    greeting.show(mock.app)
    return capsys.readouterr().out


@pytest.fixture(autouse=True)
def wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "400")


def test_it_names_the_address_for_pages_on_localhost(
    start_mock: StartMock, capsys: pytest.CaptureFixture[str]
) -> None:
    mock = start_mock()
    port = mock.settings.port
    text = shown(mock, capsys)
    assert f"http://127.0.0.1:{port}/api" in text
    assert f"http://127.0.0.1:{port}/docs/" in text
    assert (
        f"pages on http://localhost:… call http://localhost:{port}/api, for the sign-in cookie belongs to a"
        f" host name; --public-url http://localhost:{port} puts the sign-in pages there as well"
    ) in text


def test_a_mock_with_another_name_has_no_address_on_localhost(
    start_mock: StartMock, capsys: pytest.CaptureFixture[str]
) -> None:
    text = shown(start_mock(public_url="https://login.test"), capsys)
    assert "https://login.test/api" in text
    assert "localhost" not in text


@pytest.mark.parametrize(
    ("host", "origin"), [("0.0.0.0", "http://127.0.0.1:8480"), ("::", "http://[::1]:8480")]
)
def test_a_mock_on_every_address_has_links_that_lead_to_one(host: str, origin: str) -> None:
    settings = MockSettings(host=host)
    assert (settings.origin, settings.api) == (origin, f"{origin}/api")
    assert greeting.warnings(settings, []) == [
        f"links begin with {origin}; --public-url names the address that others reach"
    ]


@pytest.mark.parametrize(
    "settings", [MockSettings(host="0.0.0.0", public_url="http://a.test"), MockSettings(host="a.test")]
)
def test_a_mock_with_an_address_is_not_warned_of(settings: MockSettings) -> None:
    assert settings.origin.startswith("http://a.test")
    assert greeting.warnings(settings, []) == []


def test_it_names_the_password_of_the_documented_user_while_it_is_that(
    start_mock: StartMock, capsys: pytest.CaptureFixture[str]
) -> None:
    mock = start_mock()
    assert "demo (password password123)" in shown(mock, capsys)
    with Game.at(mock.origin) as game:
        home = Game(game.http, game.control, DEFAULT_PROJECT_ID)
        user_id, code = home.reset_link("demo", "demo@example.com")
        home.set_password(user_id, code, "another-horse-7")
    text = shown(mock, capsys)
    assert "demo" in text
    assert "password" not in text


def test_no_password_is_shown_where_a_partner_judges_it(
    start_mock: StartMock, capsys: pytest.CaptureFixture[str]
) -> None:
    text = shown(start_mock(projects=({**DEFAULT_PROJECT, "storage": "custom"},)), capsys)
    assert "password123" not in text


def test_no_other_password_is_shown(start_mock: StartMock, capsys: pytest.CaptureFixture[str]) -> None:
    users = [{"username": f"user-{n}", "email": f"{n}@example.com", "password": "hunter2"} for n in range(9)]
    users[1] = {**users[1], "username": "demo"}
    text = shown(start_mock(projects=({"users": users},)), capsys)
    assert "user-0, demo, user-2, user-3, user-4, …" in text
    assert "hunter2" not in text
    assert "user-5" not in text


def test_it_shows_what_the_database_holds(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    url = f"sqlite:///{tmp_path / 'login.db'}"

    def start(**settings: Any) -> EmbeddedMock:
        projects = ({**DEFAULT_PROJECT, **settings},)
        return EmbeddedMock(MockSettings(database_url=url, projects=projects))

    with start(name="Ours", code_length=8) as mock, Game.at(mock.origin) as game:
        game.control.change_project(DEFAULT_PROJECT_ID, name="Theirs", callback_urls=["https://b.example/"])
    with start(name="Ours", code_length=10) as mock:
        text = shown(mock, capsys)
    assert "Theirs" in text
    assert "Ours" not in text
    assert "https://b.example/" in text
    assert "and 1 more in the database" in text
    assert f"project {DEFAULT_PROJECT_ID}: applied from the settings: code_length\n" in text
    assert (
        f"project {DEFAULT_PROJECT_ID}: kept as changed at run time: callback_urls, name"
        " (POST /_mock/reset returns to the settings)\n"
    ) in text


def test_a_name_is_not_obeyed_by_the_terminal(
    start_mock: StartMock, capsys: pytest.CaptureFixture[str]
) -> None:
    text = shown(start_mock(projects=({"name": "a\x1b[31mb\u202e[bold]"},)), capsys)
    assert r"a\x1b[31mb\u202e[bold]" in text


def test_a_terminal_of_ascii_shows_every_name(start_mock: StartMock, monkeypatch: pytest.MonkeyPatch) -> None:
    mock, written = start_mock(projects=({"name": "Größe"},)), io.BytesIO()
    monkeypatch.setattr(sys, "stdout", io.TextIOWrapper(written, encoding="ascii"))
    greeting.show(mock.app)
    assert rb"Gr\xf6\xdfe" in written.getvalue()


def test_json_is_one_line_that_says_the_same(
    start_mock: StartMock, capsys: pytest.CaptureFixture[str]
) -> None:
    mock = start_mock(log="json", announce=True, quiet=True)
    [line] = shown(mock, capsys).splitlines()
    told = json.loads(line)
    assert (told["event"], told["api"], told["notes"]) == ("started", mock.base_url, [])
    assert told["api_for_localhost"] == f"http://localhost:{mock.settings.port}/api"
    assert told["documentation"] == f"{mock.origin}/docs/"
    [project] = told["projects"]
    assert (project["project_id"], project["users"]) == (DEFAULT_PROJECT_ID, ["demo"])
    assert "password123" not in line
