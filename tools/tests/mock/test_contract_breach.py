"""What the mock does with a defect of its own: a loud 500 with a fixed text, whatever the defect."""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.contract.refusals import NOT_FOUND, TOO_MANY_REQUESTS
from login_contract.mock.errors import LoginError, Refusal
from login_contract.mock.flows.mailed_link import Links
from login_contract.mock.http.answers import BROKEN
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.services import Services
from tests.mock.embedded import rows
from tests.mock.game import Game, refusal

Plant = Callable[[str, Reply | Exception], None]
ENVELOPE = {"error": {"code": "500", "description": BROKEN}}
WRONG_REPLIES = [
    ("healthz", Reply.json({"status": 5}), "healthz: status 200: status breaks its schema"),
    ("healthz", Reply.json({}), "healthz: status 200: status breaks its schema"),
    ("healthz", Reply.json({"status": "ok"}, status=201), "healthz: status 201 is not described"),
    ("healthz", Reply.html("ok"), "healthz: status 200 has the undescribed media type text/html"),
    ("healthz", Reply(200), "healthz: status 200 lacks its body"),
    ("healthz", LoginError(NOT_FOUND), "healthz: status 404 is not described"),
    (
        "mock-outbox-list",
        LoginError(Refusal(400, "no-such-code")),
        "mock-outbox-list: code no-such-code is not described",
    ),
    ("mock-outbox-clear", Reply.json({}, status=204), "mock-outbox-clear: status 204 has the undescribed"),
    ("mock-outbox-list", KeyError("a programming error"), "a programming error"),
]


@pytest.fixture
def plant(mock: EmbeddedMock, monkeypatch: pytest.MonkeyPatch) -> Plant:
    """Replace what an operation answers."""

    def plant(operation_id: str, outcome: Reply | Exception) -> None:
        async def function(call: Call, services: Services) -> Reply:
            if isinstance(outcome, Exception):
                raise outcome
            return outcome

        planted: Function = function
        endpoints: Any = mock.app.served.endpoints
        monkeypatch.setitem(endpoints, operation_id, evolve(endpoints[operation_id], serve=planted))

    return plant


@pytest.mark.parametrize(("operation_id", "outcome", "reason"), WRONG_REPLIES)
def test_an_answer_that_breaks_the_contract_is_a_loud_500(
    game: Game,
    plant: Plant,
    caplog: pytest.LogCaptureFixture,
    operation_id: str,
    outcome: Reply | Exception,
    reason: str,
) -> None:
    plant(operation_id, outcome)
    method = "DELETE" if operation_id == "mock-outbox-clear" else "GET"
    path = "/healthz" if operation_id == "healthz" else "/_mock/outbox"
    answer = game.http.request(method, path, headers={"Origin": "http://localhost:1"})
    assert (answer.status_code, answer.json()) == (500, ENVELOPE)
    assert answer.headers["access-control-allow-origin"] == "http://localhost:1"
    assert reason in caplog.text
    assert {record.levelno for record in caplog.records} == {logging.ERROR}


def test_a_defect_of_what_answers_a_refusal_is_a_loud_500(
    mock: EmbeddedMock, game: Game, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def refuse(*_: object) -> Reply:
        raise KeyError("a programming error")

    endpoints: Any = mock.app.served.endpoints
    monkeypatch.setitem(endpoints, "oauth2-authorize", evolve(endpoints["oauth2-authorize"], refuse=refuse))
    answer = game.http.get("/api/oauth2/auth", headers={"Origin": "http://localhost:1"})
    assert (answer.status_code, answer.json()) == (500, ENVELOPE)
    assert answer.headers["access-control-allow-origin"] == "http://localhost:1"
    assert "a programming error" in caplog.text


def test_a_refusal_without_its_required_header_is_a_breach(
    game: Game, plant: Plant, caplog: pytest.LogCaptureFixture
) -> None:
    plant("get-projects-keys", LoginError(TOO_MANY_REQUESTS))
    answer = game.call("GET", f"/projects/{game.project_id}/keys")
    assert refusal(answer) == (500, "500")
    assert "get-projects-keys: status 429 lacks the header retry-after" in caplog.text


def test_a_redirect_without_a_place_is_a_breach(
    game: Game, plant: Plant, caplog: pytest.LogCaptureFixture
) -> None:
    plant("confirm-account", Reply(302))
    assert refusal(game.call("GET", "/user/confirm", code="x")) == (500, "500")
    assert "confirm-account: status 302 lacks the header location" in caplog.text


def test_a_failure_undoes_what_the_request_wrote(
    mock: EmbeddedMock, game: Game, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def fail(*args: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(Links, "mail_confirmation", fail)
    before = rows(mock)
    assert refusal(game.register("racer")) == (500, "500")
    assert rows(mock) == before
    assert "ZeroDivisionError" in caplog.text
    monkeypatch.undo()
    assert game.register("racer").status_code == 204


def test_every_operation_of_the_description_has_a_function(mock: EmbeddedMock) -> None:
    assert set(mock.app.served.endpoints) == set(mock.app.served.contract.operations)
