"""HTTP itself: requests in a row, answers in one piece, connections that break off."""

from __future__ import annotations

import http.client
import json
import re

import pytest

from login_contract.mock.run import EmbeddedMock
from login_contract.suite.judging.refusals import CONTENT_TOO_LARGE
from tests.mock import wire
from tests.mock.embedded import rows, tasks, until
from tests.mock.game import Game
from tests.mock.wire import JSON, REGISTER, registration


def test_requests_sent_at_once_are_answered_in_their_order(mock: EmbeddedMock, game: Game) -> None:
    paths = ["/healthz", "/api/nowhere", f"/api/projects/{game.project_id}/keys", "/healthz"]
    requests = [b"GET %s HTTP/1.1\r\nHost: localhost\r\n\r\n" % path.encode() for path in paths]
    with wire.Connection(mock.settings.port) as connection:
        connection.send(b"".join(requests) + wire.request("GET", b"/healthz"))
        received = connection.rest()
    assert re.findall(rb"HTTP/1.1 (\d+) ", received) == [b"200", b"404", b"200", b"200", b"200"]


def test_a_connection_serves_one_request_after_the_other(mock: EmbeddedMock) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", mock.settings.port, timeout=10)
    for _ in range(3):
        connection.request("GET", "/healthz")
        assert json.loads(connection.getresponse().read()) == {"status": "ok"}
    connection.close()


def test_a_large_answer_arrives_whole(game: Game) -> None:
    for number in range(60):
        game.request_code(f"reader{number}@example.com", send_link=True)
    answer = game.http.get("/_mock/outbox", params={"project_id": game.project_id})
    assert len(answer.content) == int(answer.headers["content-length"]) > 200_000
    assert len(answer.json()["messages"]) == 60


@pytest.mark.parametrize(
    "data",
    [
        wire.request("POST", REGISTER, headers=JSON + b"Content-Length: 1000\r\n", body=registration()),
        wire.request("POST", REGISTER, headers=JSON + b"Transfer-Encoding: chunked\r\n", body=b"10\r\n{"),
        wire.request("POST", REGISTER, headers=JSON + b"Content-Length: 1000\r\n"),
        b"POST /api/user HTTP/1.1\r\nHost:",
        wire.request("GET", b"/_mock/outbox"),
    ],
    ids=["half a body", "half a chunk", "no body", "half a head", "no wish for the answer"],
)
def test_a_client_that_breaks_off_changes_and_breaks_nothing(
    mock: EmbeddedMock, caplog: pytest.LogCaptureFixture, data: bytes
) -> None:
    before = rows(mock)
    connections = mock._server.server_state.connections
    others = set(connections)
    with wire.Connection(mock.settings.port) as connection:
        connection.send(data)
    # Connections are accepted in their order, so the one that broke off is known by now.
    assert wire.exchange(mock.settings.port, wire.request("GET", b"/healthz")).status == 200
    until(lambda: connections <= others and tasks(mock) == 0)
    assert rows(mock) == before
    assert not caplog.records


def test_a_wish_for_a_websocket_is_passed_over(mock: EmbeddedMock) -> None:
    wish = b"Upgrade: websocket\r\nSec-WebSocket-Key: eA==\r\nSec-WebSocket-Version: 13\r\n"
    data = wire.request("GET", b"/healthz", headers=wish).replace(b"close", b"Upgrade")
    assert wire.exchange(mock.settings.port, data).status == 200


def test_a_refused_body_is_not_asked_for(mock: EmbeddedMock) -> None:
    headers = JSON + b"Expect: 100-continue\r\nContent-Length: 70000\r\n"
    answer = wire.exchange(mock.settings.port, wire.request("POST", REGISTER, headers=headers))
    assert (answer.status, answer.code) == CONTENT_TOO_LARGE
