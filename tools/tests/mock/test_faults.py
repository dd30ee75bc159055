from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest

from login_contract.mock import run
from login_contract.mock.run import EmbeddedMock
from login_contract.suite.judging.refusals import (
    MISSING_VALUE,
    NOT_FOUND,
    TOO_MANY_REQUESTS,
    WRONG_CREDENTIALS,
)
from tests.mock.embedded import tasks, until
from tests.mock.game import Game, refusal

OPERATION = "auth-by-username-and-password"
ORIGIN = {"Origin": "http://localhost:3000"}


def test_a_status_comes_as_often_as_ordered(game: Game) -> None:
    game.control.fault(operation_id=OPERATION, times=2, status=503)
    game.control.fault(operation_id=OPERATION, status=429, code="003-038", description="Slow down.")
    answers = [game.login("nobody") for _ in range(4)]
    assert [refusal(answer) for answer in answers] == [
        (503, "503"),
        (503, "503"),
        TOO_MANY_REQUESTS,
        WRONG_CREDENTIALS,
    ]
    assert answers[2].json()["error"]["description"] == "Slow down."


def test_a_fault_concerns_its_operation_only(game: Game) -> None:
    game.control.fault(operation_id=OPERATION, status=503)
    assert game.register("racer").status_code == 204
    assert game.login("racer").status_code == 503


def test_a_page_may_read_an_ordered_error(game: Game) -> None:
    game.control.fault(operation_id=OPERATION, status=503)
    answer = game.login("nobody", headers=ORIGIN)
    assert answer.status_code == 503
    assert answer.headers["access-control-allow-origin"] == ORIGIN["Origin"]
    assert answer.headers["access-control-allow-credentials"] == "true"


def test_latency_delays_the_real_answer(game: Game) -> None:
    game.control.fault(operation_id=OPERATION, latency_seconds=0.2)
    began = time.perf_counter()
    assert refusal(game.login("nobody")) == WRONG_CREDENTIALS
    assert time.perf_counter() - began >= 0.2


def test_a_dropped_connection_gives_no_answer(game: Game, caplog: pytest.LogCaptureFixture) -> None:
    game.control.fault(operation_id=OPERATION, drop_connection=True)
    with pytest.raises(httpx.TransportError):
        game.login("nobody")
    assert refusal(game.login("nobody")) == WRONG_CREDENTIALS
    assert not caplog.records


def test_a_fault_comes_before_the_request_is_read(game: Game) -> None:
    game.control.fault(operation_id=OPERATION, status=500)
    assert game.http.post("/api/login", content=b"{").status_code == 500
    assert refusal(game.http.post("/api/login", content=b"{")) == MISSING_VALUE


@pytest.mark.parametrize("operation_id", ["no-such-operation", "mock-reset", "mock-faults-create"])
def test_only_what_can_fail_is_ordered(game: Game, operation_id: str) -> None:
    answer = game.http.post("/_mock/faults", json={"operation_id": operation_id, "status": 503})
    assert refusal(answer) == NOT_FOUND


def test_a_slow_answer_does_not_keep_a_server_from_stopping(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(run, "GRACE_SECONDS", 0.1)
    with EmbeddedMock() as server, Game.at(server.origin) as game:
        game.control.fault(operation_id="healthz", latency_seconds=600)
        with ThreadPoolExecutor(1) as thread:
            waiting = thread.submit(game.http.get, "/healthz")
            until(lambda: tasks(server) == 1)
            server._server.should_exit = True
            assert waiting.exception(10) or waiting.result().status_code == 500
    assert not any(record.exc_info for record in caplog.records)


@pytest.mark.parametrize(("status", "flat"), [(400, False), (403, True), (422, True), (503, False)])
def test_an_ordered_error_has_the_body_that_is_described(game: Game, status: int, flat: bool) -> None:
    operation_id = "get-users-attributes-from-client"
    game.control.fault(operation_id=operation_id, status=status, code="x-1", description="Ordered.")
    answer = game.http.post("/api/attributes/users/me/get", json={})
    told = {"code": "x-1", "description": "Ordered."}
    assert answer.json() == (
        {f"error_{name}": text for name, text in told.items()} if flat else {"error": told}
    )


def test_an_ordered_error_of_the_attribute_schema_is_always_flat(game: Game) -> None:
    for status in (400, 401, 403, 404, 413, 415, 429):
        game.control.fault(operation_id="put-attributes-schema", status=status)
        answer = game.http.put(f"/api/project/{game.project_id}/attribute_schema", json={})
        assert (answer.status_code, answer.json()["error_code"]) == (status, str(status))
