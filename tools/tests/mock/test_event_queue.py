"""Login events between the commit and the delivery: restarts, several processes, moved clocks, idle time."""

from __future__ import annotations

import signal
import threading
import time
from collections import Counter
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from login_contract.mock import moments
from login_contract.mock.domain.messenger import Messenger
from login_contract.mock.outgoing import delivery_worker
from login_contract.mock.outgoing.delivery_worker import FIRST_PAUSE_SECONDS, TRIES
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.server import MockSettings
from login_contract.mock.store import event_queue
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.event_queue import AT_ONCE, QueuedEvent
from login_contract.mock.store.opening import open_store
from login_contract.suite.actors.callback_server import CallbackServer, CannedAnswer, Received
from login_contract.suite.actors.client_registrations import SERVER_SECRET, ClientRegistrations
from tests.cli.process import running_mock
from tests.mock.embedded import StartMock, rows, until, waiters
from tests.mock.game import PASSWORD, Game, at_once, query_of

EVENT_TYPES = ("registration", "authorization", "email_confirmation", "new_verified_user")


@pytest.fixture
def receiver() -> Iterator[CallbackServer]:
    with CallbackServer() as opened:
        yield opened


def listening(game: Game, receiver: CallbackServer, *event_types: str, **settings: Any) -> Game:
    """Return a game with a project whose events go to a receiver."""
    clients = ClientRegistrations()
    given = settings.pop("oauth_clients", [])
    mine = game.another(oauth_clients=[*clients.settings(), *given], **settings)
    form = {
        "grant_type": "client_credentials",
        "client_id": str(clients.server),
        "client_secret": SERVER_SECRET,
    }
    token = game.http.post("/api/oauth2/token", data=form).json()["access_token"]
    for event_type in event_types or EVENT_TYPES:
        added = game.http.post(
            f"/api/projects/{mine.project_id}/events/{event_type}/webhooks",
            json={"url": receiver.url("/events")},
            headers={"X-SERVER-AUTHORIZATION": token},
        )
        assert added.status_code == 200, added.text
    return mine


def member(game: Game, username: str = "jane") -> None:
    email = f"{username}@example.com"
    game.control.create_user(game.project_id, username=username, email=email, password=PASSWORD)


def log_in(game: Game, username: str = "jane") -> None:
    assert game.login(username).status_code == 200


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


def test_a_slow_server_does_not_hold_up_another_one(start_mock: StartMock, receiver: CallbackServer) -> None:
    with CallbackServer() as slow, Game.at(start_mock().origin) as game:
        slow.answer(delay=30)
        stuck = listening(game, slow, "registration", confirmation_required=False)
        swift = listening(game, receiver, "registration", confirmation_required=False)
        for number in range(2 * AT_ONCE):
            stuck.register(f"player-{number}")
        slow.wait_for(AT_ONCE)
        swift.register("jane")

        receiver.wait_for(1)
        assert len(slow.requests) == AT_ONCE


def test_nothing_is_read_while_nothing_is_queued(
    start_mock: StartMock, receiver: CallbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    mock = start_mock()
    with Game.at(mock.origin) as first:
        game = listening(first, receiver, "authorization")
        member(game)
        log_in(game)
        receiver.wait_for(1)
        until(lambda: rows(mock)["queued_events"] == 0 and waiters(mock) == 0)
        store = mock.app.services.store
        reads: list[bool] = []
        run = store.run

        def counted(work: Any, *, write: bool = True) -> Any:
            reads.append(write)
            return run(work, write=write)

        time.sleep(0.1)
        monkeypatch.setattr(store, "run", counted)
        time.sleep(0.3)
        assert reads == []
        log_in(game)
        receiver.wait_for(2)
        assert reads


def test_nothing_is_stored_that_nobody_wants_to_hear(start_mock: StartMock, receiver: CallbackServer) -> None:
    mock = start_mock()
    with Game.at(mock.origin) as first:
        receiver.answer(503)
        other = listening(first, receiver, "authorization")
        game = first.another(confirmation_required=False)
        game.register("jane")
        game.token_by_code("+12025550143")
        assert rows(mock)["queued_events"] == rows(mock)["newcomers"] == 0
        other.register("jane")
        assert rows(mock)["queued_events"] == 0


def test_a_reset_forgets_addresses_and_events(start_mock: StartMock, receiver: CallbackServer) -> None:
    mock = start_mock()
    receiver.answer(503)
    with Game.at(mock.origin) as first:
        game = listening(first, receiver)
        game.register("jane")
        receiver.wait_for(1)
        game.control.reset()
        left = rows(mock)
        assert [left[table] for table in ("event_webhooks", "queued_events", "newcomers")] == [0, 0, 0]
        until(lambda: waiters(mock) == 0)


def test_what_is_rolled_back_is_told_to_nobody(
    start_mock: StartMock, receiver: CallbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    mock = start_mock()
    with Game.at(mock.origin) as first:
        game = listening(first, receiver)
        with monkeypatch.context() as broken:
            broken.setattr(Messenger, "send", lambda *args, **options: 1 / 0)
            assert game.register("jane").status_code == 500
        assert rows(mock)["queued_events"] == rows(mock)["users"] - 1 == 0
        assert game.register("jane").status_code == 204
        receiver.wait_for(1)
    assert len(receiver.requests) == 1


def test_an_event_that_is_not_as_described_is_a_loud_failure(
    start_mock: StartMock, receiver: CallbackServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Game.at(start_mock().origin) as first:
        game = listening(first, receiver, "authorization")
        member(game)
        with monkeypatch.context() as broken:
            broken.setattr(moments, "in_milliseconds", lambda seconds: "yesterday")
            assert game.login("jane").status_code == 500
        log_in(game)
        assert receiver.wait_for(1)[0].json["event_time"].endswith("Z")


def test_trouble_with_the_store_ends_no_delivery_for_good(
    start_mock: StartMock,
    receiver: CallbackServer,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with Game.at(start_mock().origin) as first:
        game = listening(first, receiver, "authorization")
        member(game)
        with monkeypatch.context() as broken:
            broken.setattr(event_queue, "next_due", lambda tx: 1 / 0)
            log_in(game)
            until(lambda: "events cannot be delivered for now" in caplog.text)
        receiver.wait_for(1)


def test_a_seed_gives_the_same_ids_whatever_is_delivered_meanwhile(
    start_mock: StartMock, receiver: CallbackServer
) -> None:
    runs = []
    for delay in (0, 0.05):
        receiver.answer(delay=delay)
        with Game.at(start_mock(seed=7).origin) as first:
            game = first
            for event_type in ("registration", "authorization"):
                url = f"/api/projects/{PROJECT}/events/{event_type}/webhooks"
                added = game.http.post(url, json={"url": receiver.url("/")}, headers=server_headers(game))
                assert added.status_code == 200
            home = Game(game.http, game.control, PROJECT)
            home.token_by_code("+12025550143")
            home.token_by_code("+12025550144")
        runs.append([each.json["data"]["user_id"] for each in receiver.wait_for(4)])
        receiver.forget()
    assert sorted(set(runs[0])) == sorted(set(runs[1]))


PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"


def server_headers(game: Game) -> dict[str, str]:
    form = {"grant_type": "client_credentials", "client_id": "2001", "client_secret": "mock-server-secret"}
    return {"X-SERVER-AUTHORIZATION": game.http.post("/api/oauth2/token", data=form).json()["access_token"]}


def test_one_sign_in_on_the_page_is_one_login(game: Game, receiver: CallbackServer) -> None:
    clients = ClientRegistrations()
    mine = listening(game, receiver, "authorization", oauth_clients=clients.settings())
    member(mine)
    query: dict[str, Any] = {"client_id": clients.public, "response_type": "code", "state": "n4Zr9w2LqT7c"}
    page = mine.http.get("/api/oauth2/auth", params=query).headers["location"]
    form = {"ticket": query_of(page)["ticket"], "action": "password", "username": "jane"}
    submit = partial(mine.http.post, page.partition("?")[0], data={**form, "password": PASSWORD})

    assert sum(answer.is_redirect for answer in at_once([submit] * 12)) == 1
    receiver.wait_for(1)
    log_in(mine)
    assert len(receiver.wait_for(2)) == 2


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    opened = open_store(store_url)
    opened.run(lambda tx: tx.execute("DELETE FROM queued_events"))
    yield opened
    opened.close()


def queue(tx: Transaction, *events_of: tuple[str, str], project_id: str = "p") -> None:
    """Queue events, each of a user and for an address."""
    for user_id, url in events_of:
        event_queue.add(tx, project_id=project_id, user_id=user_id, webhook_id=1, url=url, body="{}")


def claim(tx: Transaction, seconds: float = 60) -> QueuedEvent:
    event = event_queue.next_due(tx)
    assert event is not None
    claimed = event_queue.claim(tx, event, seconds=seconds)
    assert claimed is not None
    return claimed


def test_an_event_has_one_claim_at_a_time(store: Store) -> None:
    store.run(lambda tx: queue(tx, ("ann", "a")))
    event = store.run(event_queue.next_due)
    assert event is not None
    claims = at_once([partial(store.run, partial(event_queue.claim, event=event, seconds=60))] * 12)

    assert sum(each is not None for each in claims) == 1
    assert store.run(event_queue.next_due) is None
    assert 50 < (store.run(event_queue.seconds_to_next) or 0) <= 60


def test_a_claim_runs_out(store: Store) -> None:
    store.run(lambda tx: queue(tx, ("ann", "a")))
    late = store.run(lambda tx: claim(tx, 1.0))
    assert store.run(event_queue.next_due) is None
    until(lambda: store.run(event_queue.next_due) is not None)
    store.run(claim)

    # Who was too late neither ends nor repeats what somebody else is doing.
    for end in (event_queue.remove, event_queue.release, partial(event_queue.put_off, seconds=0)):
        store.run(partial(end, event=late))
    assert store.run(event_queue.next_due) is None
    assert (store.run(event_queue.seconds_to_next) or 0) > 50


def test_a_moved_clock_ends_no_claim(store: Store) -> None:
    store.run(lambda tx: queue(tx, ("ann", "a")))
    store.run(claim)
    store.run(lambda tx: tx.execute("UPDATE state SET clock_offset = clock_offset + 100000"))

    assert store.run(event_queue.next_due) is None


def test_only_the_same_user_and_address_wait_for_each_other(store: Store) -> None:
    store.run(lambda tx: queue(tx, ("ann", "a"), ("ann", "a"), ("ann", "b"), ("bob", "a")))
    claimed = [store.run(claim) for _ in range(3)]

    assert [(each.user_id, each.url) for each in claimed] == [("ann", "a"), ("ann", "b"), ("bob", "a")]
    assert store.run(event_queue.next_due) is None
    store.run(lambda tx: event_queue.put_off(tx, claimed[0], seconds=100))
    assert store.run(event_queue.next_due) is None
    store.run(lambda tx: event_queue.remove(tx, claimed[1]))
    store.run(lambda tx: event_queue.remove(tx, claimed[2]))
    assert 90 < (store.run(event_queue.seconds_to_next) or 0) <= 100


def test_an_address_gets_so_many_calls_at_once(store: Store) -> None:
    store.run(lambda tx: queue(tx, *((f"user-{number}", "a") for number in range(AT_ONCE + 1))))
    claimed = [store.run(claim) for _ in range(AT_ONCE)]

    assert store.run(event_queue.next_due) is None
    store.run(lambda tx: event_queue.remove(tx, claimed[3]))
    assert store.run(claim).user_id == f"user-{AT_ONCE}"


def test_an_empty_queue_asks_for_nothing(store: Store) -> None:
    assert store.run(event_queue.seconds_to_next) is None
    assert store.run(event_queue.next_due) is None
