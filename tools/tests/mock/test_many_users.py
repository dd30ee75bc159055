"""Users by the line: streamed, made in their order, with a password or its hash."""

from __future__ import annotations

import json
import tracemalloc
from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

import bcrypt
import httpx
import pytest
from argon2 import PasswordHasher

from login_contract.mock.contract.payload import MAX_BODY_BYTES
from login_contract.mock.control.many_users import MOST_AT_ONCE
from login_contract.mock.domain import passwords
from login_contract.mock.run import EmbeddedMock
from login_contract.mock.store import users
from login_contract.suite.actors.control import ControlError
from login_contract.suite.actors.direct_control import DirectControl
from tests.mock import wire
from tests.mock.embedded import StartMock, tasks, until
from tests.mock.game import PASSWORD, Game, at_once, refusal

LINES = {"content-type": "application/jsonl"}
OWN = passwords.hashed(PASSWORD)


def line(game: Game, name: str, **more: Any) -> dict[str, Any]:
    known = {"project_id": game.project_id, "username": name, "email": f"{name}@example.com"}
    return {**known, "password_hash": OWN, **more}


def send(game: Game, body: bytes) -> httpx.Response:
    return game.http.post("/_mock/users", content=body, headers=LINES)


def sent(game: Game, *lines: Mapping[str, Any]) -> httpx.Response:
    return send(game, b"\n".join(json.dumps(each).encode() for each in lines))


def names(game: Game) -> set[str]:
    return {user["username"] for user in game.control.users(game.project_id)}


def told(response: httpx.Response) -> tuple[int, str, int, int]:
    error = response.json()["error"]
    return (*refusal(response), error["details"]["line"], error["details"]["created"])


def test_a_user_of_each_line_exists_as_told(game: Game) -> None:
    more = {
        "user_id": "6E9B1A52-0B6C-4F4E-8D7A-6F0C0A6F7D2A",
        "phone_number": "+12025550143",
        "nickname": "Ann",
        "confirmed": False,
        "banned": True,
    }
    answer = sent(game, line(game, "ann", **more), line(game, "ben"))

    assert (answer.status_code, answer.json()) == (200, {"created": 2})
    ann, ben = sorted(game.control.users(game.project_id), key=lambda user: str(user["username"]))
    more["user_id"] = str(more["user_id"]).lower()
    assert {name: ann[name] for name in more} == more
    assert (ben["confirmed"], ben["banned"], ben["phone_number"]) == (True, False, None)


def test_many_more_than_are_written_at_once_are_made(game: Game) -> None:
    wanted = 2 * MOST_AT_ONCE + 1
    assert game.control.create_users(line(game, f"racer{number}") for number in range(wanted)) == wanted
    assert game.login(f"racer{wanted - 1}").status_code == 200
    assert len(names(game)) == wanted


@pytest.mark.parametrize(
    "credentials",
    [
        {"password": PASSWORD},
        {"password_hash": OWN},
        {"password_hash": PasswordHasher(time_cost=1, memory_cost=64, parallelism=2).hash(PASSWORD)},
        {"password_hash": bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode()},
        {"password_hash": bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4, b"2a")).decode()},
        {
            "password_hash": "$2y$"
            + bcrypt.hashpw(PASSWORD.encode(), bcrypt.gensalt(4)).decode().removeprefix("$2b$")
        },
    ],
    ids=["password", "own", "argon2id", "bcrypt 2b", "bcrypt 2a", "bcrypt 2y"],
)
def test_whoever_comes_with_a_hash_logs_in_by_its_password(
    mock: EmbeddedMock, game: Game, credentials: dict[str, str]
) -> None:
    wanted = {name: value for name, value in line(game, "ann").items() if name != "password_hash"}
    assert sent(game, {**wanted, **credentials}).status_code == 200

    assert refusal(game.login("ann", PASSWORD + "x")) == (401, "003-001")
    assert refusal(game.login("ann", PASSWORD.upper())) == (401, "003-001")
    assert [game.login("ann").status_code for _ in range(2)] == [200, 200]

    ann = mock.app.services.store.run(lambda tx: users.by_username(tx, game.project_id, "ann"))
    assert ann is not None
    assert (ann.password_hash or "").startswith(passwords.OWN)
    assert refusal(game.login("ann", PASSWORD + "x")) == (401, "003-001")


def test_a_long_password_is_compared_as_bcrypt_does(game: Game) -> None:
    long = "pässword-" * 11
    made = bcrypt.hashpw(long.encode()[:72], bcrypt.gensalt(4)).decode()
    assert sent(game, line(game, "ann", password_hash=made)).status_code == 200
    assert refusal(game.login("ann", "b" + long[1:])) == (401, "003-001")
    assert game.login("ann", long).status_code == 200


def test_a_login_by_the_first_72_bytes_leaves_a_long_password_good(game: Game) -> None:
    long = 80 * "a"
    made = bcrypt.hashpw(long.encode()[:72], bcrypt.gensalt(4)).decode()
    assert sent(game, line(game, "ann", password_hash=made)).status_code == 200
    for password in (long[:72], long[:72] + "b", long):
        assert game.login("ann", password).status_code == 200


@pytest.mark.parametrize(
    ("bad", "expected"),
    [
        (b"{", (400, "0")),
        (b"[]", (400, "0")),
        (b"\xff\xfe", (400, "0")),
        (b'{"username": "\\ud800"}', (400, "0")),
        (b"{}", (400, "002-028")),
        ({"password_hash": None}, (400, "002-027")),
        ({"password": PASSWORD}, (400, "002-027")),
        ({"nickname": 7}, (400, "002-027")),
        ({"shoe_size": 43}, (400, "002-027")),
        ({"email": "nowhere"}, (400, "002-027")),
        ({"password_hash": "5f4dcc3b5aa765d61d8327deb882cf99"}, (400, "002-027")),
        ({"password_hash": "$argon2i$" + OWN.removeprefix("$argon2id$")}, (400, "002-027")),
        ({"password_hash": OWN.replace("m=8,", "m=4194304,")}, (400, "002-027")),
        ({"password_hash": OWN.replace("t=1,", "t=5000,")}, (400, "002-027")),
        ({"password_hash": OWN.replace("p=1", "p=2")}, (400, "002-027")),
        ({"password_hash": "$2b$13$" + 53 * "a"}, (400, "002-027")),
        ({"password_hash": "$2b$31$" + 53 * "a"}, (400, "002-027")),
        ({"password_hash": "$2x$04$" + 53 * "a"}, (400, "002-027")),
        ({"project_id": "00000000-0000-4000-8000-000000000000"}, (404, "003-019")),
        ({"username": "BEN"}, (422, "003-003")),
        ({"username": "first"}, (422, "003-003")),
        ({"email": "ben@Example.com"}, (422, "003-004")),
        ({"username": "ben@example.com"}, (422, "003-004")),
        ({"phone_number": "+12025550199"}, (422, "003-004")),
        ({"user_id": "6e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d2c"}, (422, "003-004")),
        (b'{"username": "' + MAX_BODY_BYTES * b"x" + b'"}', (413, "413")),
    ],
)
def test_the_first_bad_line_ends_the_call_and_is_told(
    start_mock: StartMock, bad: Any, expected: tuple[int, str]
) -> None:
    with Game.at(start_mock().origin) as game:
        known = {"phone_number": "+12025550199", "user_id": "6e9b1a52-0b6c-4f4e-8d7a-6f0c0a6f7d2c"}
        assert sent(game, line(game, "first", **known)).status_code == 200
        wrong = bad if isinstance(bad, bytes) else json.dumps(line(game, "wrong", **bad)).encode()
        around = [json.dumps(line(game, name)).encode() for name in ("ann", "ben", "cem")]

        answer = send(game, b"\r\n".join([*around[:2], b"", wrong, around[2]]))

        assert told(answer) == (*expected, 4, 2)
        assert names(game) == {"first", "ann", "ben"}


def test_a_refusal_reaches_a_sender_who_has_more_to_send(game: Game) -> None:
    def lines() -> Iterator[bytes]:
        yield b"{}\n"
        for number in range(40):
            yield b"".join(json.dumps(line(game, f"{number}-{each}")).encode() + b"\n" for each in range(100))

    assert told(game.http.post("/_mock/users", content=lines(), headers=LINES)) == (400, "002-028", 1, 0)
    assert names(game) == set()


def test_a_password_beside_its_hash_is_one_too_many(game: Game) -> None:
    answer = sent(game, line(game, "ann", password=PASSWORD))
    assert answer.json()["error"]["description"] == "The property password is one too many."


def test_no_hash_is_told_to_whoever_sent_a_bad_one(game: Game) -> None:
    answer = sent(game, line(game, "ann", password_hash="5f4dcc3b5aa765d61d8327deb882cf99"))
    assert "5f4dcc3b" not in answer.text


@pytest.mark.parametrize("body", [b"", b"\n", b" \r\n\t\n\n"])
def test_nobody_is_made_of_no_lines(game: Game, body: bytes) -> None:
    assert send(game, body).json() == {"created": 0}


@pytest.mark.parametrize("media_type", ["application/x-ndjson", "application/jsonlines", "text/plain"])
def test_lines_have_one_media_type(game: Game, media_type: str) -> None:
    answer = game.http.post("/_mock/users", content=b"{}", headers={"content-type": media_type})
    assert refusal(answer) == (415, "415")
    assert "application/jsonl" in answer.json()["error"]["description"]


def test_a_document_keeps_its_limit_and_has_no_hash(game: Game) -> None:
    assert refusal(game.http.post("/_mock/users", json=line(game, "ann"))) == (400, "002-028")
    large = json.dumps(line(game, "a" * MAX_BODY_BYTES)).encode()
    answer = game.http.post("/_mock/users", content=large, headers={"content-type": "application/json"})
    assert refusal(answer) == (413, "413")


def test_a_body_beyond_the_described_size_is_refused_before_it_comes(mock: EmbeddedMock) -> None:
    head = b"Content-Type: application/jsonl\r\nContent-Length: %d\r\n" % (1024**3 + 1)
    with wire.Connection(mock.settings.port) as connection:
        connection.send(wire.request("POST", b"/_mock/users", headers=head))
        received = connection.rest()
    assert received.startswith(b"HTTP/1.1 413 ")
    assert received.endswith(b'"details":{"line":1,"created":0}}}')


def test_lines_for_several_projects_go_to_each(game: Game) -> None:
    other = game.another()
    lines = [line(each, f"racer{number}") for number in range(6) for each in (game, other)]
    assert game.control.create_users(lines) == 12
    assert names(game) == names(other) == {f"racer{number}" for number in range(6)}


def test_two_who_send_the_same_lines_at_once_make_everybody_once(game: Game) -> None:
    lines = [json.dumps(line(game, f"racer{number}")).encode() for number in range(3 * MOST_AT_ONCE)]
    answers = at_once([partial(send, game, b"\n".join(lines))] * 2)
    made = [answer.json().get("created") or told(answer)[3] for answer in answers]
    assert sum(made) == len(names(game))
    assert {refusal(answer) for answer in answers if answer.status_code != 200} <= {(422, "003-003")}


def test_a_sender_who_is_gone_leaves_whole_lines_only(mock: EmbeddedMock, game: Game) -> None:
    body = b"\n".join(json.dumps(line(game, name)).encode() for name in ("ann", "ben", "cem"))
    request = wire.request(
        "POST",
        b"/_mock/users",
        headers=b"Content-Type: application/jsonl\r\nContent-Length: %d\r\n" % len(body),
        body=body[:-3],
    )
    with wire.Connection(mock.settings.port) as connection:
        connection.send(request)
        until(lambda: tasks(mock) > 0)
    until(lambda: tasks(mock) == 0)
    # What was not read yet is lost with the connection.
    assert names(game) in (set(), {"ann", "ben"})


def test_others_are_served_while_lines_come(mock: EmbeddedMock, game: Game) -> None:
    def lines() -> Iterator[dict[str, Any]]:
        for number in range(2 * MOST_AT_ONCE):
            yield line(game, f"racer{number}")
        assert game.http.get("/healthz").status_code == 200
        yield line(game, "last")

    assert game.control.create_users(lines()) == 2 * MOST_AT_ONCE + 1


def test_memory_does_not_grow_with_the_lines(start_mock: StartMock) -> None:
    with Game.at(start_mock().origin) as game:

        def peak(count: int, prefix: str) -> int:
            tracemalloc.reset_peak()
            before = tracemalloc.get_traced_memory()[0]
            game.control.create_users(line(game, f"{prefix}{number}") for number in range(count))
            return tracemalloc.get_traced_memory()[1] - before

        tracemalloc.start()
        try:
            few, many = peak(1000, "few"), peak(6000, "many")
        finally:
            tracemalloc.stop()
    # Six times the lines are 1.5 MB of text more, and several times that as objects.
    assert many < few + 1_000_000


def test_a_mock_in_this_process_takes_lines_past_its_socket(mock: EmbeddedMock, game: Game) -> None:
    control = DirectControl(mock)
    assert control.create_users([line(game, "ann"), line(game, "ben")]) == 2
    with pytest.raises(ControlError, match='"line":1,"created":0'):
        control.create_users([line(game, "ann")])
