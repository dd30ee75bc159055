"""The queue of login events: what comes into it, who takes what of it, and what is left after trouble."""

from __future__ import annotations

import time
from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest

from login_contract.mock import moments
from login_contract.mock.domain.messenger import Messenger
from login_contract.mock.store import event_queue
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.event_queue import AT_ONCE, QueuedEvent
from login_contract.mock.store.opening import open_store
from login_contract.suite.actors.callback_server import CallbackServer
from login_contract.suite.actors.client_registrations import ClientRegistrations
from tests.mock.embedded import StartMock, rows, until, waiters
from tests.mock.events import PROJECT, listening, log_in, member, queue
from tests.mock.game import PASSWORD, Game, at_once, query_of


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
