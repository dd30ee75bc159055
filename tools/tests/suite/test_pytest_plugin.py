from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import httpx
import pytest

from login_contract import resources
from login_contract.suite.actors.control import ControlError
from login_contract.suite.actors.jwt_client import query_of
from login_contract.suite.actors.user_token import claims

if TYPE_CHECKING:
    from login_contract.suite.actors.login_mock import LoginMock


def login(mock: LoginMock, username: str, password: str = "password123") -> httpx.Response:
    return httpx.post(
        f"{mock.base_url}/login",
        params={"projectId": mock.project_id},
        json={"username": username, "password": password},
    )


def ask_for_code(mock: LoginMock, email: str) -> str:
    answer = httpx.post(
        f"{mock.base_url}/login/email/request", params={"projectId": mock.project_id}, json={"email": email}
    )
    operation_id: str = answer.json()["operation_id"]
    return operation_id


def confirm(mock: LoginMock, email: str, code: str, operation_id: str) -> httpx.Response:
    return httpx.post(
        f"{mock.base_url}/login/email/confirm",
        params={"projectId": mock.project_id},
        json={"email": email, "code": code, "operation_id": operation_id},
    )


def test_created_user_can_log_in(login_mock: LoginMock) -> None:
    user = login_mock.create_user("jane", nickname="Jane")

    answer = login(login_mock, "jane")

    token = query_of(answer.json()["login_url"])["token"]
    assert claims(token)["sub"] == user["user_id"]
    assert claims(token)["email"] == "jane@example.com"


def test_unconfirmed_user_cannot_log_in(login_mock: LoginMock) -> None:
    login_mock.create_user("jane", confirmed=False)

    assert login(login_mock, "jane").json()["error"]["code"] == "003-007"


def test_code_of_a_message_logs_in(login_mock: LoginMock) -> None:
    operation_id = ask_for_code(login_mock, "jane@example.com")

    code = login_mock.last_code("Jane@example.com")

    assert confirm(login_mock, "jane@example.com", code, operation_id).status_code == 200
    assert login_mock.last_message("jane@example.com").text.count(code)
    assert [message.kind for message in login_mock.messages()] == ["one_time_code"]


def test_code_dies_when_time_moves(login_mock: LoginMock) -> None:
    operation_id = ask_for_code(login_mock, "jane@example.com")
    code = login_mock.last_code("jane@example.com")

    login_mock.advance(181)

    assert confirm(login_mock, "jane@example.com", code, operation_id).json()["error"]["code"] == "003-039"


def test_project_can_be_configured(login_mock: LoginMock) -> None:
    login_mock.create_user("jane")
    before = login_mock.settings()

    login_mock.configure(access_token_lifetime=60)

    after = login_mock.settings()
    assert {name for name in after if after[name] != before[name]} == {"access_token_lifetime"}
    token = query_of(login(login_mock, "jane").json()["login_url"])["token"]
    assert claims(token)["exp"] - claims(token)["iat"] == 60


@pytest.mark.parametrize("number", [1, 2])
def test_every_test_has_a_project_of_its_own(login_mock: LoginMock, number: int) -> None:
    assert login(login_mock, "jane").status_code == 401
    assert login_mock.messages() == []
    login_mock.create_user("jane")
    ask_for_code(login_mock, "jane@example.com")


@pytest.mark.parametrize("number", [1, 2])
def test_every_test_begins_in_real_time(login_mock: LoginMock, number: int) -> None:
    assert not login_mock.control.moved()
    login_mock.advance(3600)
    assert login_mock.control.moved()


def test_message_that_never_comes_is_named(login_mock: LoginMock) -> None:
    with pytest.raises(ControlError, match=r"no one_time_code for nobody@example\.com within 0\.1 s"):
        login_mock.control.last_code("nobody@example.com", wait=0.1)


def test_plugin_imports_next_to_nothing() -> None:
    code = (
        "import sys, pytest; before = set(sys.modules); import login_contract.pytest_plugin;"
        "print(*sorted(set(sys.modules) - before))"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": str(resources.PACKAGE.parent), "PYTHONDONTWRITEBYTECODE": "1"},
    )

    assert set(done.stdout.split()) == {"login_contract", "login_contract.pytest_plugin"}
