"""Who may use the control interface."""

from __future__ import annotations

import base64
from collections.abc import Iterator

import pytest

from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.server import MockSettings
from login_contract.suite.judging.refusals import ORIGIN_NOT_ALLOWED, WRONG_ADMIN_TOKEN
from tests.mock import wire
from tests.mock.embedded import StartMock
from tests.mock.game import Game, refusal

TOKEN = "s3cret-admin"


@pytest.fixture(scope="module")
def guarded() -> Iterator[Game]:
    """A game whose mock wants the admin token; only its control client has it."""
    with (
        EmbeddedMock(MockSettings(admin_token=TOKEN)) as server,
        Game.at(server.origin, admin_token=TOKEN) as game,
    ):
        yield game


@pytest.fixture(scope="module")
def local() -> Iterator[Game]:
    """A game whose mock wants none."""
    with EmbeddedMock() as server, Game.at(server.origin) as game:
        yield game


def basic(credentials: bytes) -> bytes:
    return b"Basic " + base64.b64encode(credentials)


@pytest.mark.parametrize(
    "authorization",
    [f"Bearer {TOKEN}".encode(), f"bearer {TOKEN}".encode(), basic(f"anyone:{TOKEN}".encode())],
)
def test_the_admin_token_opens_the_control_interface(guarded: Game, authorization: bytes) -> None:
    assert guarded.http.get("/_mock/outbox", headers={b"authorization": authorization}).status_code == 200


@pytest.mark.parametrize(
    "authorization",
    [
        None,
        b"Bearer wrong",
        b"Bearer s3cret-admi",
        b"Bearer",
        b"s3cret-admin",
        b"Digest s3cret-admin",
        basic(b"s3cret-admin:"),
        basic(b"anyone:wrong"),
        basic(b"\xff\xfe:\xff"),
        b"Basic s3cret-admin",
        b"Basic !!!",
        b"Basic \xff\xfe",
        b"Bearer \xff\xfe",
    ],
)
def test_nothing_else_opens_it(guarded: Game, authorization: bytes | None) -> None:
    given = {} if authorization is None else {b"authorization": authorization}
    for method, path in [("GET", "/_mock/"), ("GET", "/_mock/outbox"), ("POST", "/_mock/reset")]:
        answer = guarded.http.request(method, path, headers=given)
        assert refusal(answer) == WRONG_ADMIN_TOKEN
        assert answer.headers["www-authenticate"].startswith("Basic ")
    assert guarded.http.get("/healthz", headers=given).status_code == 200


def test_the_api_needs_no_admin_token(guarded: Game) -> None:
    assert guarded.register("racer").status_code == 204


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost:8480", "LOCALHOST", "[::1]:80"])
def test_this_machine_s_names_reach_the_control_interface(local: Game, host: str) -> None:
    assert local.http.get("/_mock/outbox", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "evil.example:8480",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example:99999",
        "localhost:80@evil.example",
        "evil_name.example",
        "[",
    ],
)
def test_a_name_that_leads_here_from_elsewhere_does_not(local: Game, host: str) -> None:
    assert refusal(local.http.get("/_mock/outbox", headers={"Host": host})) == ORIGIN_NOT_ALLOWED
    assert local.http.get("/healthz", headers={"Host": host}).status_code == 200


def test_a_request_without_a_name_does_not(local: Game) -> None:
    port = local.http.base_url.port or 0
    answer = wire.exchange(port, b"GET /_mock/outbox HTTP/1.0\r\n\r\n")
    assert (answer.status, answer.code) == ORIGIN_NOT_ALLOWED


def test_the_public_url_reaches_the_control_interface(start_mock: StartMock) -> None:
    mock = start_mock(public_url="https://login.test/")
    with Game.at(mock.origin) as game:
        assert game.http.get("/_mock/outbox", headers={"Host": "login.test"}).status_code == 200
        assert game.http.get("/_mock/outbox", headers={"Host": "login.test:1"}).status_code == 403
        game.register("racer")
        assert (game.message("racer@example.com").link or "").startswith(
            "https://login.test/api/user/confirm?"
        )


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://localhost.evil.example:80"])
def test_a_page_of_elsewhere_may_not_use_it(local: Game, origin: str) -> None:
    for method, path in [("GET", "/_mock/outbox"), ("POST", "/_mock/reset"), ("DELETE", "/_mock/outbox")]:
        answer = local.http.request(method, path, headers={"Origin": origin})
        assert refusal(answer) == ORIGIN_NOT_ALLOWED
        assert "access-control-allow-origin" not in answer.headers


@pytest.mark.parametrize("origin", ["http://localhost:3000", "http://127.0.0.1:5173"])
def test_a_page_of_an_allowed_origin_may(local: Game, origin: str) -> None:
    answer = local.http.get("/_mock/outbox", headers={"Origin": origin})
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == origin


def test_its_own_page_may(start_mock: StartMock) -> None:
    mock = start_mock(projects=({"allowed_origins": []},))
    with Game.at(mock.origin, allowed_origins=[]) as game:
        assert game.http.get("/_mock/outbox", headers={"Origin": mock.origin}).status_code == 200
        other = {"Origin": "http://127.0.0.1:1"}
        assert refusal(game.http.get("/_mock/outbox", headers=other)) == ORIGIN_NOT_ALLOWED
