"""`login_mock` beside what game teams replace in their tests: HTTP clients, sockets, the clock."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any

import freezegun
import httpx
import pytest
import respx
import time_machine
from pytest_httpx import HTTPXMock

from login_contract.mock.run import EmbeddedMock
from login_contract.pytest_plugin import LoginMock
from login_contract.suite.actors.callback_server import CallbackServer
from login_contract.suite.actors.control import ControlError
from login_contract.suite.actors.jwt_client import query_of
from login_contract.suite.actors.user_token import claims

# Held in a tuple, where freezegun does not look for what to replace.
REAL = (time.monotonic,)
FROZEN = 1_893_456_000  # 2030-01-01T00:00:00Z
Freeze = Callable[[], AbstractContextManager[Any]]


def freezegun_clock() -> AbstractContextManager[Any]:
    clock: AbstractContextManager[Any] = freezegun.freeze_time("2030-01-01")
    return clock


def time_machine_clock() -> AbstractContextManager[Any]:
    clock: AbstractContextManager[Any] = time_machine.travel(FROZEN, tick=False)
    return clock


EVERY_CLOCK = pytest.mark.parametrize("freeze", [freezegun_clock, time_machine_clock])


def move(clock: Any, seconds: float) -> None:
    """Let a frozen clock jump."""
    (clock.tick if hasattr(clock, "tick") else clock.shift)(seconds)


def login(mock: LoginMock, username: str, password: str = "password123") -> httpx.Response:
    return httpx.post(
        f"{mock.base_url}/login",
        params={"projectId": mock.project_id},
        json={"username": username, "password": password},
    )


def validate(mock: LoginMock, token: str) -> int:
    return httpx.post(f"{mock.base_url}/token/validate", json={"token": token}).status_code


def use_everything(mock: LoginMock) -> None:
    """Whatever the fixture offers, once."""
    mock.create_user("jane")
    mock.configure(confirmation_required=False)
    assert mock.settings()["confirmation_required"] is False
    assert claims(mock.token("jane"))["username"] == "jane"
    assert mock.messages() == []
    mock.advance(1)


def test_respx_sees_nothing_of_the_fixture(login_mock: LoginMock) -> None:
    with respx.mock(assert_all_called=False) as router:
        use_everything(login_mock)
        assert router.calls.call_count == 0


def test_respx_in_the_place_of_httpx_sees_nothing_either(login_mock: LoginMock) -> None:
    with respx.mock(using="httpx", assert_all_called=False) as router:
        use_everything(login_mock)
        assert router.calls.call_count == 0


def test_own_calls_pass_through_respx(login_mock: LoginMock, respx_mock: respx.MockRouter) -> None:
    respx_mock.route(host="127.0.0.1").pass_through()
    scores = respx_mock.get("https://scores.example/").respond(json=[7])
    login_mock.create_user("jane")
    assert login(login_mock, "jane").status_code == 200
    assert httpx.get("https://scores.example/").json() == [7]
    assert scores.called


def test_webhooks_to_this_machine_pass_through_respx_as_well(
    login_mock: LoginMock, respx_mock: respx.MockRouter
) -> None:
    respx_mock.route(host="127.0.0.1").pass_through()
    with CallbackServer() as receiver:
        receiver.answer(200, {})
        login_mock.configure(storage="custom", webhooks={"new-user": receiver.url("/new-user")})
        answer = httpx.post(
            f"{login_mock.base_url}/user",
            params={"projectId": login_mock.project_id},
            json={"username": "jane", "password": "password123", "email": "jane@example.com"},
        )
        assert (answer.status_code, len(receiver.of("/new-user"))) == (204, 1)


def test_pytest_httpx_sees_nothing_of_the_fixture(httpx_mock: HTTPXMock, login_mock: LoginMock) -> None:
    use_everything(login_mock)
    assert httpx_mock.get_requests() == []


@pytest.mark.httpx_mock(should_mock=lambda request: request.url.host != "127.0.0.1")
def test_own_calls_pass_through_pytest_httpx(login_mock: LoginMock, httpx_mock: HTTPXMock) -> None:
    httpx_mock.add_response(url="https://scores.example/", json=[7])
    login_mock.create_user("jane")
    assert login(login_mock, "jane").status_code == 200
    assert httpx.get("https://scores.example/").json() == [7]


def test_the_fixture_needs_no_connection(login_mock: LoginMock, monkeypatch: pytest.MonkeyPatch) -> None:
    def forbidden(*given: object) -> None:
        raise AssertionError("a test may not connect")

    monkeypatch.setattr(socket.socket, "connect", forbidden)
    monkeypatch.setattr(httpx.Client, "send", forbidden)
    use_everything(login_mock)


@EVERY_CLOCK
def test_a_mock_starts_and_stops_while_the_clock_stands_still(freeze: Freeze) -> None:
    [now] = REAL
    began = now()
    with freeze(), EmbeddedMock() as mock:
        assert httpx.get(f"{mock.origin}/healthz").json() == {"status": "ok"}
    assert now() - began < 10


@EVERY_CLOCK
def test_a_mock_that_was_started_before_waits_in_real_seconds(freeze: Freeze, login_mock: LoginMock) -> None:
    [now] = REAL
    with freeze():
        began = now()
        assert login_mock.control.messages("nobody@example.com", wait=0.3) == []
        assert 0.25 < now() - began < 10


@EVERY_CLOCK
def test_tokens_follow_the_clock_of_the_test(freeze: Freeze, login_mock: LoginMock) -> None:
    login_mock.configure(access_token_lifetime=60)
    login_mock.create_user("jane")
    with freeze() as clock:
        token = query_of(login(login_mock, "jane").json()["login_url"])["token"]
        assert (claims(token)["iat"], claims(token)["exp"]) == (FROZEN, FROZEN + 60)
        assert validate(login_mock, token) == 204
        move(clock, 59)
        assert validate(login_mock, token) == 204
        move(clock, 2)
        assert validate(login_mock, token) == 422
        fresh = login_mock.token("jane")
        login_mock.advance(61)
        assert validate(login_mock, fresh) == 422


@EVERY_CLOCK
def test_events_of_one_frozen_moment_keep_their_order(freeze: Freeze, login_mock: LoginMock) -> None:
    with freeze():
        for number in range(3):
            login_mock.create_user(f"user-{number}")
            httpx.post(
                f"{login_mock.base_url}/login/email/request",
                params={"projectId": login_mock.project_id},
                json={"email": f"user-{number}@example.com"},
            ).raise_for_status()
        created = [user["username"] for user in login_mock.control.users(login_mock.project_id)]
    assert created == ["user-0", "user-1", "user-2"]
    assert [message.recipient[:6] for message in login_mock.messages()] == ["user-2", "user-1", "user-0"]


FROZEN_RUN = """
import freezegun
import httpx
import pytest
import respx
import time_machine

from login_contract.pytest_plugin import LoginMock


@pytest.fixture(scope="session", autouse=True, params=[0, 1])
def frozen(request):
    frozen = freezegun.freeze_time("2030-01-01"), time_machine.travel(0, tick=False)
    with frozen[request.param], respx.mock(assert_all_called=False):
        yield


@pytest.fixture(scope="module")
def jane(login_mock_session: LoginMock):
    return login_mock_session.create_user("jane-of-the-module")["user_id"]


def test_one(login_mock_session, jane, login_mock):
    assert isinstance(login_mock, LoginMock) and isinstance(login_mock_session, LoginMock)
    assert login_mock.project_id != login_mock_session.project_id
    login_mock.advance(3600)


def test_two(login_mock_session, jane, login_mock):
    assert login_mock_session.control.users(login_mock_session.project_id)[-1]["user_id"] == jane
    assert login_mock_session.token("jane-of-the-module")
"""


def test_a_whole_run_with_a_stopped_clock_ends_in_time(tmp_path: Path) -> None:
    [now] = REAL
    (tmp_path / "test_game.py").write_text(FROZEN_RUN, encoding="utf-8")
    began = now()
    done = subprocess.run(
        [sys.executable, "-W", "error", "-m", "pytest", "-q", "-p", "no:cacheprovider", str(tmp_path)],
        cwd=tmp_path,
        capture_output=True,
        text=True,
    )
    assert "4 passed" in done.stdout, done.stdout + done.stderr
    assert now() - began < 30


def test_the_plugin_offers_nothing_else() -> None:
    import login_contract.pytest_plugin as plugin

    with pytest.raises(AttributeError, match="has no attribute 'Loginmock'"):
        _ = plugin.Loginmock  # type: ignore[attr-defined]


def test_a_token_of_nobody_is_refused(login_mock: LoginMock) -> None:
    with pytest.raises(ControlError, match="404"):
        login_mock.token("nobody")
