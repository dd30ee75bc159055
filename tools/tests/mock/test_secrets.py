"""Passwords, tokens and keys stay out of logs, terminals, error texts and representations."""

from __future__ import annotations

import logging

import pytest

from login_contract.mock.domain.keys import new_private_key
from login_contract.mock.settings import project as project_settings
from login_contract.mock.settings.rules import SettingsError
from login_contract.mock.settings.server import MockSettings
from login_contract.suite.judging.refusals import INVALID_VALUE
from tests.mock.embedded import StartMock
from tests.mock.game import Game, refusal, token_of

PASSWORD = "pass-w0rd-never-shown"
SECRET = "a-shared-secret-that-is-never-shown-anywhere"


def test_nothing_secret_is_logged_or_printed(
    start_mock: StartMock, caplog: pytest.LogCaptureFixture, capfd: pytest.CaptureFixture[str]
) -> None:
    caplog.set_level(logging.DEBUG)
    mock = start_mock(announce=True, admin_token="admin-never-shown")
    with Game.at(
        mock.origin, admin_token="admin-never-shown", algorithm="HS256", hs256_secret=SECRET
    ) as game:
        body = {"username": "racer", "email": "racer@example.com", "password": PASSWORD}
        game.call("POST", "/user", body=body)
        game.open(game.message("racer@example.com").link)
        token = token_of(game.login("racer", PASSWORD))
        game.login("racer", PASSWORD + "-wrong")
        game.set_password(*game.reset_link("racer", "racer@example.com"), PASSWORD + "-new")
        game.call("GET", "/users/me/ask", bearer=token)
        game.control.fault(operation_id="validate-jwt", drop_connection=True)
        code, _ = game.code_for("+12025550143")
    shown = caplog.text + "".join(capfd.readouterr())
    assert f"sms    +12025550143  one_time_code  code {code}" in shown
    for secret in (PASSWORD, token, token.split(".")[2], SECRET, "admin-never-shown"):
        assert secret not in shown


def test_a_line_in_the_terminal_obeys_no_recipient(
    start_mock: StartMock, capfd: pytest.CaptureFixture[str]
) -> None:
    with Game.at(start_mock(announce=True).origin) as game:
        game.configure(test_codes={"racer@example.com": "\x1b[31mred\r\n"})
        game.code_for("racer@example.com")
    assert r"code \x1b[31mred\r\n" in capfd.readouterr().out


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/user", {"username": "racer", "email": "racer@example.com", "password": "hunter2" * 100}),
        ("/user", {"username": "racer", "email": "racer@example.com", "password": ["hunter2"]}),
        ("/login", {"username": "racer", "password": {"hunter2": 1}}),
        ("/password/reset/confirm", {"user_id": "u", "reset_code": "c", "new_password": "hunter2" * 100}),
        ("/token/update", {"token": ["hunter2"], "updatedFields": {}}),
        ("/token/validate", {"token": "hunter2" * 5000}),
    ],
)
def test_an_error_text_does_not_repeat_a_secret(game: Game, path: str, body: dict[str, object]) -> None:
    answer = game.call("POST", path, body=body)
    assert refusal(answer) == INVALID_VALUE
    assert "hunter2" not in answer.text


@pytest.mark.parametrize(
    "project",
    [
        {"hs256_secret": "hunter2"},
        {"hs256_secret": ["hunter2"]},
        {"private_key": "hunter2"},
        {"private_key": 5, "name": "hunter2"},
        {"users": [{"username": "a", "email": "a@example.com", "password": "hunter2" * 100}]},
        {"oauth_clients": [{"client_id": 1, "client_secret": ["hunter2"]}]},
    ],
)
def test_a_refused_setting_is_not_repeated(game: Game, project: dict[str, object]) -> None:
    answer = game.http.put(f"/_mock/projects/{game.project_id}", json=project)
    assert refusal(answer) == INVALID_VALUE
    assert "hunter2" not in answer.text
    with pytest.raises(SettingsError) as refused:
        project_settings.complete_projects([project])
    assert "hunter2" not in str(refused.value)


def test_settings_do_not_show_their_secrets() -> None:
    pem = new_private_key()
    settings = MockSettings(admin_token="hunter2")
    project = project_settings.Project({"hs256_secret": SECRET, "private_key": pem})
    assert "hunter2" not in repr(settings)
    assert SECRET not in repr(project)
    assert pem not in repr(project)
