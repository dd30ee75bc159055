"""Login events across processes: restarts, killed servers, moved clocks, and several servers at once."""

from __future__ import annotations

import signal
import threading
import time
from collections import Counter
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from login_contract.mock.outgoing import delivery_worker
from login_contract.mock.outgoing.delivery_worker import FIRST_PAUSE_SECONDS, TRIES
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.server import MockSettings
from login_contract.mock.store.opening import open_store
from login_contract.suite.actors.callback_server import CallbackServer, CannedAnswer, Received
from tests.cli.process import running_mock
from tests.mock.embedded import rows, until
from tests.mock.events import PROJECT, listening, log_in, member, queue
from tests.mock.game import Game, at_once


def tries(game: Game) -> list[dict[str, Any]]:
    """The logged tries of a project, newest first."""
    return game.control.deliveries(game.project_id)


def whose(received: Received) -> str:
    return str(received.json["data"]["username"])


def times(requests: list[Received], username: str) -> list[str]:
    return [each.json["event_time"] for each in requests if whose(each) == username]


def test_the_next_server_delivers_what_the_last_one_could_not(
    store_url: str, receiver: CallbackServer
) -> None:
    settings = MockSettings(database_url=store_url)
    receiver.answer(503)
    with EmbeddedMock(settings) as mock, Game.at(mock.origin) as first:
        game = listening(first, receiver, "authorization")
        member(game)
        log_in(game)
        log_in(game)
        until(lambda: len(tries(game)) == 1)
    with EmbeddedMock(settings) as mock, Game.at(mock.origin) as fresh:
        game = Game(fresh.http, fresh.control, game.project_id)
        receiver.answer(503)
        game.control.advance(FIRST_PAUSE_SECONDS)
        until(lambda: len(tries(game)) == 2)
        assert "Try 2 of" in tries(game)[0]["remarks"][-1]
    with EmbeddedMock(settings) as mock, Game.at(mock.origin) as fresh:
        game = Game(fresh.http, fresh.control, game.project_id)
        receiver.answer(204)
        game.control.advance(2 * FIRST_PAUSE_SECONDS)
        requests = receiver.wait_for(4)
        assert times(requests, "jane") == sorted(times(requests, "jane"))
        assert len({each.body for each in requests}) == 2
        until(lambda: rows(mock)["queued_events"] == 0)


def test_a_server_that_starts_delivers_at_once(store_url: str, receiver: CallbackServer) -> None:
    settings = MockSettings(database_url=store_url)
    receiver.answer(503)
    with EmbeddedMock(settings) as mock, Game.at(mock.origin) as first:
        game = listening(first, receiver, "authorization")
        member(game)
        log_in(game)
        until(lambda: len(tries(game)) == 1)
        game.control.advance(0)
    receiver.answer(204)
    store = open_store(store_url)
    store.run(lambda tx: tx.execute("UPDATE state SET clock_offset = clock_offset + 100"))
    store.close()
    with EmbeddedMock(settings):
        receiver.wait_for(2)


def test_a_call_under_way_does_not_keep_the_server_from_stopping(
    store_url: str, receiver: CallbackServer
) -> None:
    settings = MockSettings(database_url=store_url)
    receiver.answer(delay=30)
    with EmbeddedMock(settings) as mock, Game.at(mock.origin) as first:
        game = listening(first, receiver, "authorization", webhook_timeout_seconds=60)
        member(game)
        log_in(game)
        receiver.wait_for(1)
        began = time.monotonic()
    assert time.monotonic() - began < 5
    receiver.answer(204)
    with EmbeddedMock(settings) as mock:
        receiver.wait_for(2)
        until(lambda: rows(mock)["queued_events"] == 0)


def test_a_call_that_ends_while_the_server_stops_is_not_repeated(
    store_url: str, receiver: CallbackServer
) -> None:
    settings = MockSettings(database_url=store_url)
    receiver.answer(delay=0.3)
    with EmbeddedMock(settings) as mock, Game.at(mock.origin) as first:
        game = listening(first, receiver, "authorization")
        member(game)
        log_in(game)
        receiver.wait_for(1)
    with EmbeddedMock(settings) as mock:
        assert rows(mock)["queued_events"] == 0


def test_what_a_killed_process_leaves_behind_is_delivered_by_another(
    store_url: str, receiver: CallbackServer, tmp_path: Path
) -> None:
    receiver.answer(503)
    database = ("--database-url", store_url)
    with (
        running_mock(*database, folder=tmp_path) as one,
        running_mock(*database, folder=tmp_path) as two,
        Game.at(one.origin) as first,
        Game.at(two.origin) as second,
    ):
        game = listening(first, receiver, "authorization")
        member(game)
        log_in(game)
        until(lambda: len(tries(game)) == 1)
        one.stop(signal.SIGKILL)
        receiver.answer(204)
        second.control.advance(FIRST_PAUSE_SECONDS)

        receiver.wait_for(2)


def test_what_another_process_leaves_behind_is_found_without_a_request(
    store_url: str, receiver: CallbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(delivery_worker, "GLANCE_SECONDS", 0.1)
    with EmbeddedMock(MockSettings(database_url=store_url)):
        left = open_store(store_url)
        left.run(lambda tx: queue(tx, ("ann", receiver.url("/")), project_id=PROJECT))
        left.close()
        receiver.wait_for(1)


def test_the_clock_of_one_process_moves_the_deliveries_of_all(
    store_url: str, receiver: CallbackServer, tmp_path: Path
) -> None:
    receiver.answer(503)
    with (
        running_mock("--workers", "2", "--database-url", store_url, folder=tmp_path) as mock,
        Game.at(mock.origin) as first,
    ):
        game = listening(first, receiver, "authorization")
        member(game)
        log_in(game)
        for number in range(1, TRIES):
            until(lambda number=number: len(tries(game)) == number)  # type: ignore[misc]
            game.control.advance(FIRST_PAUSE_SECONDS * 2 ** (number - 1))
        until(lambda: len(tries(game)) == TRIES)
        game.control.advance(100_000)
        time.sleep(0.3)

        assert len(receiver.requests) == TRIES
        remarks = [each["remarks"][-1] for each in reversed(tries(game))]
        assert remarks[0] == "Try 1 of 8; the next one comes in 5 seconds."
        assert remarks[-1] == "It is given up after 8 tries."


def test_processes_send_each_event_once_and_in_order(
    store_url: str, receiver: CallbackServer, tmp_path: Path
) -> None:
    seen = Overlaps(refused=3)
    receiver.answer(seen.answer)
    database = ("--database-url", store_url)
    with (
        running_mock(*database, folder=tmp_path) as one,
        running_mock(*database, folder=tmp_path) as two,
        Game.at(one.origin) as first,
        Game.at(two.origin) as second,
    ):
        game = listening(first, receiver, "authorization")
        elsewhere = Game(second.http, second.control, game.project_id)
        names = [f"player-{number}" for number in range(6)]
        for name in names:
            member(game, name)
        at_once([partial(log_in, here, name) for name in names for here in (game, elsewhere)] * 2)

        expected = len(names) * 4
        deadline = time.monotonic() + 20
        while len(seen.heard) < expected and time.monotonic() < deadline:
            game.control.advance(FIRST_PAUSE_SECONDS)
            time.sleep(0.05)
        time.sleep(0.3)

    assert Counter(whose(each) for each in seen.heard) == dict.fromkeys(names, 4)
    assert seen.overlapping == 0
    assert len(receiver.requests) == expected + 3
    for name in names:
        assert times(seen.heard, name) == sorted(times(seen.heard, name))


class Overlaps:
    """Answers a little late, refuses the first few, and notices when two calls tell of one user at once."""

    def __init__(self, *, refused: int) -> None:
        self.heard: list[Received] = []
        self.overlapping = 0
        self._left = refused
        self._under_way: set[str] = set()
        self._lock = threading.Lock()

    def answer(self, request: Received) -> CannedAnswer:
        name = whose(request)
        with self._lock:
            self.overlapping += name in self._under_way
            self._under_way.add(name)
        time.sleep(0.02)
        with self._lock:
            self._under_way.discard(name)
            if self._left:
                self._left -= 1
                return CannedAnswer(status=500)
            self.heard.append(request)
        return CannedAnswer()
