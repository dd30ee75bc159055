"""The call that waits for a message's link: woken from anywhere, and gone without a trace."""

from __future__ import annotations

import asyncio
import statistics
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from urllib.parse import urlencode

import pytest

from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.server import MockSettings
from login_contract.mock.store.postgres import PostgresStore
from login_contract.mock.store.sqlite import SqliteStore
from login_contract.suite.judging.refusals import DEADLINE_EXCEEDED, NOT_FOUND, UNREGISTERED_ADDRESS
from login_contract.tokens.compact import claims_of
from tests.mock import wire
from tests.mock.embedded import rows, tasks, until, waiters
from tests.mock.game import CALLBACK, Game, refusal, token_of

ADDRESS = "waiter@example.com"
IDLE_TASKS = 3  # uvicorn's own, the server and its lifespan, and the one that delivers events
IDLE_CONNECTIONS = {SqliteStore: 2, PostgresStore: 0}  # open, of this thread and the server's; in use
LINK = {"send_link": True, "link_url": "http://localhost:3000/opened"}


@pytest.fixture
def other(store_url: str, mock: EmbeddedMock) -> Iterator[Game]:
    """Another worker on the same database: a server of its own that shares nothing else."""
    with EmbeddedMock(MockSettings(database_url=store_url)) as server, Game.at(server.origin) as game:
        yield game


def test_an_opened_link_ends_the_wait_at_another_worker_within_200_ms(
    mock: EmbeddedMock, game: Game, other: Game
) -> None:
    taken = []
    with ThreadPoolExecutor(1) as thread:
        for _ in range(5):
            code, operation_id = game.code_for(ADDRESS, **LINK)
            waiting = thread.submit(game.poll, "Waiter@Example.com", operation_id)
            until(lambda: waiters(mock) == 1)
            opened = other.open(game.message(ADDRESS).link)
            began = time.perf_counter()
            answer = waiting.result(10)
            taken.append(time.perf_counter() - began)
            assert (opened.status_code, opened.headers["location"]) == (302, LINK["link_url"])
            assert (answer.status_code, answer.json()) == (200, {"code": code})
    assert statistics.median(taken) < 0.2


def test_a_link_opened_before_the_wait_ends_it_at_once(game: Game) -> None:
    code, operation_id = game.code_for("+12025550143", **LINK)
    game.open(game.message("+12025550143").link)
    for _ in range(2):
        assert game.poll("+12025550143", operation_id).json() == {"code": code}


def test_a_used_code_is_not_told_any_more(game: Game) -> None:
    game.configure(otc_wait_seconds=0)
    code, operation_id = game.code_for(ADDRESS, **LINK)
    link = game.message(ADDRESS).link
    assert game.open(link).status_code == 302
    assert game.confirm_code(ADDRESS, code, operation_id).status_code == 200
    assert refusal(game.poll(ADDRESS, operation_id)) == DEADLINE_EXCEEDED
    assert refusal(game.open(link)) == NOT_FOUND


@pytest.mark.parametrize("wrong", ["operation", "recipient", "project", "unopened"])
def test_what_does_not_fit_waits_and_fails_alike(game: Game, wrong: str) -> None:
    game.configure(otc_wait_seconds=0.2)
    _, operation_id = game.code_for(ADDRESS, **LINK)
    if wrong != "unopened":
        game.open(game.message(ADDRESS).link)
    asking = game.another(otc_wait_seconds=0.2) if wrong == "project" else game
    began = time.perf_counter()
    answer = asking.poll(
        "another@example.com" if wrong == "recipient" else ADDRESS,
        "no-such-operation" if wrong == "operation" else operation_id,
    )
    assert time.perf_counter() - began >= 0.2
    assert answer.json() == {"error": {"code": "010-050", "description": "Deadline exceeded."}}
    assert answer.status_code == 408


def test_a_client_that_hangs_up_is_forgotten_and_may_come_back(mock: EmbeddedMock, game: Game) -> None:
    code, operation_id = game.code_for(ADDRESS, **LINK)
    with hanging(mock, game, operation_id):
        until(lambda: waiters(mock) == 1)
    until(lambda: waiters(mock) == 0, seconds=1)
    game.open(game.message(ADDRESS).link)
    assert game.poll(ADDRESS, operation_id).json() == {"code": code}
    token = token_of(game.confirm_code(ADDRESS, code, operation_id))
    assert claims_of(token)["email"] == ADDRESS


def test_a_thousand_dropped_polls_leave_nothing_behind(
    mock: EmbeddedMock, game: Game, caplog: pytest.LogCaptureFixture
) -> None:
    code, operation_id = game.code_for(ADDRESS, **LINK)
    idle = {"tasks": IDLE_TASKS, "waiters": 0, "connections": IDLE_CONNECTIONS[type(mock.app.services.store)]}
    before = {**idle, "rows": rows(mock)}
    until(lambda: remains(mock) == before)
    for _ in range(10):
        dropped = [hanging(mock, game, operation_id) for _ in range(100)]
        until(lambda: waiters(mock) == 100)
        for connection in dropped:
            connection.close()
        until(lambda: tasks(mock) == 0)
    until(lambda: remains(mock) == before)
    assert not caplog.records
    assert game.confirm_code(ADDRESS, code, operation_id).status_code == 200


def test_a_stopping_server_ends_its_waits(store_url: str) -> None:
    with (
        ThreadPoolExecutor(1) as thread,
        EmbeddedMock(MockSettings(database_url=store_url)) as server,
        Game.at(server.origin) as game,
    ):
        waiting = thread.submit(game.poll, ADDRESS, "no-such-operation")
        until(lambda: waiters(server) == 1)
        server._server.should_exit = True
        assert refusal(waiting.result(2)) == DEADLINE_EXCEEDED


def test_a_message_is_waited_for_in_the_outbox(mock: EmbeddedMock, game: Game, other: Game) -> None:
    recipient = "later@example.com"
    with ThreadPoolExecutor(1) as thread:
        waiting = thread.submit(game.control.messages, recipient, wait=10)
        until(lambda: waiters(mock) == 1)
        code, _ = other.code_for(recipient)
        assert [message.code for message in waiting.result(5)] == [code]


def test_any_action_but_open_answers_without_a_redirect(game: Game) -> None:
    code, operation_id = game.code_for(ADDRESS, **LINK)
    state = game.message(ADDRESS).link or ""
    assert game.open(state.replace("action=open", "action=confirm")).status_code == 204
    assert game.poll(ADDRESS, operation_id).json() == {"code": code}


def test_a_link_without_a_page_leads_to_the_callback(game: Game) -> None:
    game.code_for(ADDRESS, send_link=True)
    assert game.open(game.message(ADDRESS).link).headers["location"] == CALLBACK


def test_a_page_with_letters_of_any_script_is_reached(game: Game) -> None:
    game.code_for(ADDRESS, send_link=True, link_url="http://localhost:3000/игра/%20?a=b&c=ü#x")
    opened = game.open(game.message(ADDRESS).link)
    assert opened.status_code == 302
    assert opened.headers["location"] == ("http://localhost:3000/%D0%B8%D0%B3%D1%80%D0%B0/%20?a=b&c=%C3%BC#x")


@pytest.mark.parametrize(
    "page",
    [
        "https://evil.example/",
        "https://example.com.evil.example/",
        "https://example.com@evil.example/",
        "http://example.com/",
        "https://example.com:8443/",
        "https://example.com\\@evil.example/",
        "javascript:alert(1)",
        "//evil.example",
        "http://localhost.evil.example:80/",
        "http://[::1",
    ],
)
def test_a_link_leads_to_known_origins_only(game: Game, page: str) -> None:
    assert refusal(game.request_code(ADDRESS, send_link=True, link_url=page)) == UNREGISTERED_ADDRESS
    game.code_for(ADDRESS, **LINK)
    link = f"{game.message(ADDRESS).link}&{urlencode({'link_url': page})}"
    assert refusal(game.open(link)) == UNREGISTERED_ADDRESS


def hanging(mock: EmbeddedMock, game: Game, operation_id: str) -> wire.Connection:
    """Begin a poll and leave its connection open; it is dropped by closing it."""
    query = urlencode({"projectId": game.project_id, "login": ADDRESS, "operation_id": operation_id})
    connection = wire.Connection(mock.settings.port)
    connection.send(wire.request("GET", f"/api/otc/code?{query}".encode()))
    return connection


def remains(mock: EmbeddedMock) -> dict[str, Any]:
    """Count what a request could leave behind: tasks, waiters, database connections, rows."""
    [server] = mock._server.servers
    store = mock.app.services.store
    if isinstance(store, SqliteStore):
        connections = len(store._connections)
    else:
        assert isinstance(store, PostgresStore)
        pool = store._pool.get_stats()
        connections = pool["pool_size"] - pool["pool_available"] + pool["requests_waiting"]
    return {
        "tasks": len(asyncio.all_tasks(server.get_loop())),
        "waiters": waiters(mock),
        "connections": connections,
        "rows": rows(mock),
    }
