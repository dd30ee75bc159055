"""What a game's tests bring about at a Login server of their own: messages, time, faults, networks."""

import httpx

from login_contract.pytest_plugin import LoginMock


def log_in(login_mock: LoginMock) -> httpx.Response:
    """Log in as the game does; put your own call in its place."""
    return httpx.post(
        f"{login_mock.base_url}/login",
        params={"projectId": login_mock.project_id},
        json={"username": "jane", "password": "password123"},
    )


def test_a_new_player_opens_the_link_of_the_mail(login_mock: LoginMock) -> None:
    login_mock.configure(confirmation_required=True)
    registration = {"username": "jane", "password": "password123", "email": "jane@example.com"}
    httpx.post(f"{login_mock.base_url}/user", params={"projectId": login_mock.project_id}, json=registration)
    assert log_in(login_mock).status_code == 401
    link = login_mock.last_message("jane@example.com").link
    assert link is not None
    httpx.get(link)
    assert log_in(login_mock).status_code == 200


def test_a_code_is_over_after_three_minutes(login_mock: LoginMock) -> None:
    project = {"projectId": login_mock.project_id}
    asked = httpx.post(
        f"{login_mock.base_url}/login/email/request", params=project, json={"email": "jane@example.com"}
    ).json()
    code = login_mock.last_code("jane@example.com")
    login_mock.advance(181)
    answer = httpx.post(
        f"{login_mock.base_url}/login/email/confirm",
        params=project,
        json={"email": "jane@example.com", "code": code, **asked},
    )
    assert answer.json()["error"]["code"] == "003-039"


def test_the_server_is_down_once_and_then_too_busy(login_mock: LoginMock) -> None:
    login_mock.create_user("jane")
    login_mock.control.fault(operation_id="auth-by-username-and-password", status=503)
    login_mock.configure(
        rate_limits=[{"operation_id": "auth-by-username-and-password", "limit": 1, "per_seconds": 60}]
    )
    assert [log_in(login_mock).status_code for _ in range(3)] == [503, 200, 429]


def test_a_player_comes_through_a_network(login_mock: LoginMock) -> None:
    shown = login_mock.control.social_credentials(
        project_id=login_mock.project_id, provider="google", identity="google-1", name="Jane"
    )
    answer = httpx.post(
        f"{login_mock.base_url}/social/google/login_with_token",
        params={"projectId": login_mock.project_id},
        json={"access_token": shown.access_token},
    )
    assert "token" in answer.json()
