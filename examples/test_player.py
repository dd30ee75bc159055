"""What a game tests against a Login server of its own: a login, a code, a token that is over."""

import httpx

from login_contract.pytest_plugin import LoginMock


def test_a_player_logs_in(login_mock: LoginMock) -> None:
    login_mock.create_user("jane")
    answer = httpx.post(
        f"{login_mock.base_url}/login",
        params={"projectId": login_mock.project_id},
        json={"username": "jane", "password": "password123"},
    )
    assert "token=" in answer.json()["login_url"]


def test_a_player_logs_in_with_a_code(login_mock: LoginMock) -> None:
    project = {"projectId": login_mock.project_id}
    asked = httpx.post(
        f"{login_mock.base_url}/login/email/request", params=project, json={"email": "jane@example.com"}
    )
    answer = httpx.post(
        f"{login_mock.base_url}/login/email/confirm",
        params=project,
        json={
            "email": "jane@example.com",
            "operation_id": asked.json()["operation_id"],
            "code": login_mock.last_code("jane@example.com"),
        },
    )
    assert "token=" in answer.json()["login_url"]


def test_a_token_of_yesterday_is_refused(login_mock: LoginMock) -> None:
    login_mock.create_user("jane")
    token = login_mock.token("jane")
    login_mock.advance(24 * 60 * 60 + 1)
    answer = httpx.post(f"{login_mock.base_url}/token/validate", json={"token": token})
    assert answer.status_code == 422
