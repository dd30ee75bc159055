"""Login events: who may ask to hear of them, and how they are delivered."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest

from login_contract.suite.actors.callback_server import CallbackServer, CannedAnswer, Received
from login_contract.suite.actors.concurrency import at_once
from login_contract.suite.actors.event_subscriber import EVENT_TYPES, HEADER, PATH, EventSubscriber
from login_contract.suite.actors.jwt_client import refusal
from login_contract.suite.actors.oauth_client import tokens_of
from login_contract.suite.judging.refusals import INVALID_TOKEN, NOT_FOUND, UNPROCESSABLE_VALUE

law = pytest.mark.law
MakeListener = Callable[..., EventSubscriber]
OPERATIONS = ("get-webhooks-for-event", "add-webhook-for-event", "delete-webhook-for-event")
PAUSES = (5, 10, 20, 40, 80, 160, 320)


def urls(listener: EventSubscriber, event_type: str = "registration") -> list[str]:
    """Which paths of the receiver are registered."""
    listed = listener.call("get-webhooks-for-event", event_type).json()
    return [each["url"].removeprefix(listener.receiver.url("")) for each in listed]


def log_in(listener: EventSubscriber, username: str) -> None:
    answer = listener.jwt_client.login(username)
    assert answer.status_code == 200, answer.text


def names(received: list[Received]) -> list[str]:
    """Whom deliveries tell of, oldest first."""
    return [each.json["data"]["username"] for each in received]


@law("A server registers addresses for each kind of event and gets them listed, oldest first")
@pytest.mark.parametrize("event_type", EVENT_TYPES)
def test_registered_addresses_are_listed(listener: EventSubscriber, event_type: str) -> None:
    assert urls(listener, event_type) == []

    added = [
        {"id": listener.add(event_type, path=path), "url": listener.receiver.url(path)}
        for path in ("/b", "/a", "/c")
    ]

    assert listener.call("get-webhooks-for-event", event_type).json() == added
    others = [other for other in EVENT_TYPES if other != event_type]
    assert [urls(listener, other) for other in others] == [[]] * len(others)


@law("An address is registered once for a kind of event")
def test_address_is_registered_once(listener: EventSubscriber) -> None:
    body = {"url": listener.receiver.url(PATH)}
    answers = at_once(8, lambda _: listener.call("add-webhook-for-event", "registration", body=body))

    assert sorted(answer.status_code for answer in answers) == [200] + [422] * 7
    assert {refusal(answer) for answer in answers if answer.status_code == 422} == {UNPROCESSABLE_VALUE}
    assert urls(listener) == [PATH]
    listener.add("authorization")


@law("An address can be removed, by its own event and project only")
def test_removed_address_is_gone(listener: EventSubscriber, make_listener: MakeListener) -> None:
    kept, removed = listener.add("registration", path="/kept"), listener.add("registration", path="/removed")
    stranger = make_listener()
    remove = "delete-webhook-for-event"

    assert refusal(listener.call(remove, "authorization", webhook_id=removed)) == NOT_FOUND
    assert refusal(stranger.call(remove, "registration", webhook_id=removed)) == NOT_FOUND
    assert urls(listener) == ["/kept", "/removed"]
    assert listener.call(remove, "registration", webhook_id=removed).status_code == 204
    assert refusal(listener.call(remove, "registration", webhook_id=removed)) == NOT_FOUND

    assert urls(listener) == ["/kept"]
    assert listener.add("registration", path="/removed") not in (kept, removed)


@law("Only a live server token of the very project opens the operations of login events", security=True)
@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_only_the_server_of_the_project_gets_in(
    listener: EventSubscriber, make_listener: MakeListener, operation_id: str
) -> None:
    webhook_id = listener.add("registration")
    good = listener.token()
    head, body, signature = good.split(".")
    user = tokens_of(listener.oauth_client.exchange(listener.oauth_client.authorized()))["access_token"]
    foreign = make_listener().token()
    tampered = (f"{head}.{body}.{signature[::-1]}", f"{head}.{body}.")
    bad = ("", "x", "Bearer", f"Bearer {user}", user, foreign, *tampered)

    for token in bad:
        answer = listener.call(
            operation_id,
            "registration",
            token=token,
            webhook_id=webhook_id,
            body=_body(operation_id, listener),
        )
        assert refusal(answer) == INVALID_TOKEN, token
    missing = listener.jwt_client.call(
        operation_id,
        path={"event_type": "registration", "webhook_id": str(webhook_id)},
        body=_body(operation_id, listener),
    )
    assert refusal(missing) == INVALID_TOKEN
    assert urls(listener) == [PATH]


def _body(operation_id: str, listener: EventSubscriber) -> dict[str, str] | None:
    if not operation_id.startswith("add-"):
        return None
    return {"url": listener.receiver.url(f"/{uuid4()}")}


@law("A server token is presented with or without the word Bearer")
@pytest.mark.parametrize("prefix", ["", "Bearer ", "bearer ", "BEARER  "])
def test_bearer_may_stand_before_a_server_token(listener: EventSubscriber, prefix: str) -> None:
    token = f"{prefix}{listener.token()}"

    assert listener.call("get-webhooks-for-event", "registration", token=token).json() == []


@law("A server token ends with its lifetime", security=True)
def test_expired_server_token_is_refused(make_listener: MakeListener) -> None:
    listener = make_listener(oauth_token_lifetime=100)
    token = listener.token()
    listener.control.advance(100)

    assert refusal(listener.call("get-webhooks-for-event", "registration", token=token)) == INVALID_TOKEN


@law("A project that does not exist has no login events")
@pytest.mark.parametrize("operation_id", OPERATIONS)
def test_unknown_project_is_not_found(listener: EventSubscriber, operation_id: str) -> None:
    nowhere = listener.jwt_client.at(str(uuid4()))

    answer = nowhere.call(
        operation_id,
        path={"event_type": "registration", "webhook_id": "1"},
        body=_body(operation_id, listener),
        headers={HEADER: listener.token()},
    )

    assert refusal(answer) == NOT_FOUND


@law("What happened before an address was registered is not told to it")
def test_address_hears_what_happens_from_now_on(listener: EventSubscriber) -> None:
    listener.jwt_client.registered("ann", "ann@example.com")
    listener.hear()
    log_in(listener, "ann")

    assert listener.types(1) == ["authorization"]
    assert listener.types(len(listener.receiver.requests)) == ["authorization"]


@law("Every address registered for an event hears of it, each exactly once")
def test_every_address_hears_of_an_event(listener: EventSubscriber) -> None:
    listener.oauth_client.member()
    listener.hear("authorization", path="/a")
    listener.hear("authorization", path="/b")
    listener.hear("registration", path="/c")

    for _ in range(2):
        log_in(listener, "ann")

    assert listener.types(2, path="/a") == listener.types(2, path="/b") == ["authorization"] * 2
    assert len(listener.receiver.requests) == 4


@law("Projects do not hear of each other's users", security=True)
def test_other_projects_hear_nothing(listener: EventSubscriber, make_listener: MakeListener) -> None:
    other = make_listener()
    other.hear(path="/other")
    listener.hear(path="/own")
    listener.oauth_client.member()
    log_in(listener, "ann")

    listener.heard(1, path="/own")
    assert listener.receiver.of("/other") == []


@law("The events of a user are told in the order in which they happened")
def test_events_of_a_user_come_in_order(listener: EventSubscriber) -> None:
    listener.hear()

    def sign_up(number: int) -> None:
        name = f"player-{number}"
        listener.jwt_client.registered(name, f"{name}@example.com")
        log_in(listener, name)

    at_once(5, sign_up)

    told: dict[str, list[str]] = {}
    for event in listener.heard(25):
        told.setdefault(event["data"]["username"], []).append(event["event_type"])
    whole = ["registration", "email_confirmation", "new_verified_user", "authorization", "authorization"]
    assert told == {f"player-{number}": whole for number in range(5)}
    times = [event["event_time"] for event in listener.heard(25) if event["data"]["username"] == "player-0"]
    assert times == sorted(times)


@law("Nobody who logs in waits for the server that hears of it")
def test_login_does_not_wait_for_the_delivery(listener: EventSubscriber) -> None:
    listener.oauth_client.member()
    listener.hear("authorization")
    listener.receiver.answer(delay=3)

    log_in(listener, "ann")
    listener.heard(1)

    assert listener.log() == []


@law("A delivery that is not answered with 2xx is repeated, each time after twice the pause")
@pytest.mark.parametrize("status", [302, 400, 404, 500, 503])
def test_refused_delivery_is_repeated(listener: EventSubscriber, status: int) -> None:
    listener.oauth_client.member()
    listener.hear("authorization")
    listener.receiver.answer(status, headers={"location": listener.receiver.url("/elsewhere")})
    log_in(listener, "ann")
    listener.heard(1)

    for number, pause in enumerate(PAUSES[:3], start=1):
        remarks = settled(listener, number)[-1]["remarks"]
        assert remarks[-1] == f"Try {number} of 8; the next one comes in {pause} seconds."
        listener.control.advance(pause - 2)
        assert len(listener.receiver.requests) == number
        listener.control.advance(2)
        listener.heard(number + 1)
    settled(listener, 4)
    listener.receiver.answer(204)
    listener.control.advance(PAUSES[3])

    (told, *again) = listener.heard(5)
    assert again == [told] * 4
    log = settled(listener, 5)
    assert [each["verdict"] == "accepted" for each in log] == [False] * 4 + [True]
    assert [each["response"]["status"] for each in log] == [status] * 4 + [204]
    assert listener.receiver.of("/elsewhere") == []


def settled(listener: EventSubscriber, tries: int) -> list[dict[str, Any]]:
    """Wait until the mock has logged so many tries, after which it knows when to repeat the last."""
    deadline = time.monotonic() + 10
    while len(log := listener.log()) < tries:
        assert time.monotonic() < deadline, f"{len(log)} of {tries} tries were logged"
        time.sleep(0.01)
    return log


@law("A clock that is moved a part of the way leaves the rest of the pause")
def test_moved_clock_shortens_the_pause(listener: EventSubscriber) -> None:
    listener.oauth_client.member()
    listener.hear("authorization")
    listener.receiver.answer(503)
    log_in(listener, "ann")
    settled(listener, 1)
    listener.control.advance(PAUSES[0])
    settled(listener, 2)

    listener.control.advance(PAUSES[1] - 0.5)

    listener.receiver.wait_for(3, path=PATH, seconds=5)


@law("A delivery is given up after eight tries, and what comes after it is told then")
def test_delivery_is_given_up(listener: EventSubscriber) -> None:
    listener.oauth_client.member()
    listener.hear("authorization")
    listener.receiver.answer(503)
    log_in(listener, "ann")
    log_in(listener, "ann")

    for number, pause in enumerate(PAUSES, start=1):
        settled(listener, number)
        listener.control.advance(pause)
    log = settled(listener, 8)

    assert len({each["request"]["body"] for each in log[:8]}) == 1
    assert "given up" in log[7]["remarks"][-1]
    first, last = (listener.heard(9)[number]["event_time"] for number in (0, 8))
    assert first < last


@law("A failing delivery holds back what follows for the same user and address, and nothing else")
def test_failing_delivery_holds_back_its_own_user_only(listener: EventSubscriber) -> None:
    for name in ("ann", "bob"):
        listener.oauth_client.member(name)
    listener.hear("authorization", path="/a")
    listener.hear("authorization", path="/b")
    listener.receiver.answers["/a"] = lambda request: CannedAnswer(
        status=503 if request.json["data"]["username"] == "ann" else 204
    )
    for name in ("ann", "ann", "bob", "bob"):
        log_in(listener, name)

    assert sorted(names(listener.receiver.wait_for(4, path="/b"))) == ["ann", "ann", "bob", "bob"]
    assert sorted(names(listener.receiver.wait_for(3, path="/a"))) == ["ann", "bob", "bob"]
    listener.receiver.answers["/a"] = CannedAnswer()
    listener.control.advance(PAUSES[0])

    told = [each.json for each in listener.receiver.wait_for(5, path="/a")]
    anns = [each["event_time"] for each in told if each["data"]["username"] == "ann"]
    assert anns[0] == anns[1] < anns[2]


@law("A server that cannot be reached hears of an event when it is back")
def test_unreachable_server_hears_later(listener: EventSubscriber) -> None:
    listener.oauth_client.member()
    with CallbackServer() as gone:
        url = gone.url(PATH)
    answer = listener.call("add-webhook-for-event", "authorization", body={"url": url})
    assert answer.status_code == 200
    log_in(listener, "ann")

    (first,) = settled(listener, 1)

    assert (first["verdict"], first["response"]) == ("failed", None)
    assert first["url"] == url


@law("A server that answers too late is told again")
def test_late_answer_counts_as_none(make_listener: MakeListener) -> None:
    listener = make_listener(webhook_timeout_seconds=0.2)
    listener.oauth_client.member()
    listener.hear("authorization")
    listener.receiver.answer(delay=2)
    log_in(listener, "ann")

    (first,) = settled(listener, 1)
    assert (first["verdict"], first["response"]) == ("timed_out", None)
    listener.receiver.answer()
    listener.control.advance(PAUSES[0])

    listener.heard(2)


@law("A removed address hears of nothing more, not even of what has failed to reach it")
def test_removed_address_hears_nothing_more(listener: EventSubscriber) -> None:
    listener.oauth_client.member()
    webhook_id = listener.add("authorization", path="/removed")
    listener.hear("authorization", path="/kept")
    listener.receiver.answers["/removed"] = CannedAnswer(status=503)
    log_in(listener, "ann")
    settled(listener, 2)

    listener.call("delete-webhook-for-event", "authorization", webhook_id=webhook_id)
    log_in(listener, "ann")
    listener.control.advance(sum(PAUSES))

    listener.heard(2, path="/kept")
    assert len(listener.receiver.of("/removed")) == 1


@law("Deliveries are JSON that the description knows, and say nothing that opens an account")
def test_delivery_is_as_described(listener: EventSubscriber) -> None:
    listener.hear("registration")
    listener.jwt_client.register(username="ann", email="ann@example.com")

    (received,) = listener.receiver.wait_for(1)
    event = received.json
    assert (received.method, received.headers["content-type"]) == ("POST", "application/json")
    user_id = event["data"]["user_id"]
    assert event["data"] == {
        "user_id": user_id,
        "username": "ann",
        "email": "ann@example.com",
        "login_type": "xsolla_login",
    }
    assert event["project_id"] == listener.jwt_client.project_id
    assert event["event_type"] == "registration"
    (logged,) = settled(listener, 1)
    assert logged["request"]["body"] == received.body.decode()
    assert (logged["verdict"], logged["remarks"]) == ("accepted", [])
    assert logged["response"]["status"] == 204
