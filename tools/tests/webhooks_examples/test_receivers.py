from __future__ import annotations

import json
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest

from tests.webhooks_examples.conftest import Receiver
from tests.webhooks_examples.signing import bearer, claims, hs256, public_pem, rs256, unsigned

JOHN = {"username": "john", "email": "John@example.com", "password": "pass-\N{SNOWMAN}-word"}


class Login:
    """The Login server's part."""

    def __init__(self, receiver: Receiver, http: httpx.Client) -> None:
        self.receiver = receiver
        self.http = http

    def deliver(self, webhook: str, body: Any, token: str | None = None, **headers: str) -> httpx.Response:
        content = body if isinstance(body, bytes) else json.dumps(body).encode()
        given = bearer(token or self.receiver.sign(claims())) | headers
        return self.http.post(f"{self.receiver.url}/{webhook}", content=content, headers=given)


@pytest.fixture
def login(receiver: Receiver) -> Iterator[Login]:
    with httpx.Client(timeout=20, trust_env=False) as http:
        yield Login(receiver, http)


def check_refused(answer: httpx.Response, code: str | None = None) -> None:
    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"] == "application/json"
    assert set(answer.json()) == {"error"}
    assert set(answer.json()["error"]) == {"code", "description"}
    if code:
        assert answer.json()["error"]["code"] == code


def test_who_has_registered_can_log_in_by_name_and_by_address(login: Login) -> None:
    answer = login.deliver("new-user", JOHN)
    assert answer.status_code == 200
    assert answer.json() == {"attributes": [{"key": "origin", "value": "my-game"}]}
    for name in ("john", "JOHN", "john@example.com"):
        answer = login.deliver("user-verification", {"username": name, "password": JOHN["password"]})
        assert (answer.status_code, answer.json()) == (200, {"level": 7})


def test_who_is_named_by_address_alone_registers_and_logs_in(login: Login) -> None:
    kim = {"email": "Kim@example.com", "password": JOHN["password"]}
    assert login.deliver("new-user", kim).status_code == 200
    assert login.deliver("new-user", {**kim, "username": "kim@example.com"}).status_code == 200
    assert login.deliver("user-verification", kim).status_code == 200
    assert login.deliver("user-verification", {**kim, "username": "kim@example.com"}).status_code == 200
    check_refused(login.deliver("user-verification", {**kim, "password": "another"}), "003-001")


def test_there_is_a_user_to_try_it_with(login: Login) -> None:
    body = {"username": "jane.doe", "email": "jane.doe@example.com", "password": "correct-horse-7"}
    assert login.deliver("user-verification", body).status_code == 200
    assert login.deliver("new-user", body).status_code == 200


def test_an_unknown_user_and_a_wrong_password_are_refused_alike(login: Login) -> None:
    unknown = login.deliver("user-verification", {"username": "nobody", "password": "correct-horse-7"})
    wrong = login.deliver("user-verification", {"username": "jane.doe", "password": "correct-horse-8"})
    check_refused(unknown, "003-001")
    check_refused(wrong, "003-001")
    assert unknown.json() == wrong.json()


def test_a_duplicate_is_harmless(login: Login) -> None:
    assert login.deliver("new-user", JOHN).status_code == 200
    kept = dict(login.receiver.module.users)
    assert login.deliver("new-user", JOHN).status_code == 200
    assert login.receiver.module.users == kept


def test_twenty_deliveries_at_once_make_one_user(login: Login) -> None:
    before = len(login.receiver.module.users)
    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(lambda _: login.deliver("new-user", JOHN), range(20)))
    assert {answer.status_code for answer in answers} == {200}
    assert len(login.receiver.module.users) == before + 2


def test_of_two_users_with_one_name_only_one_is_stored(login: Login) -> None:
    bodies = [JOHN | {"password": f"password-{number}"} for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda body: login.deliver("new-user", body), bodies))
    assert sorted(answer.status_code for answer in answers) == [200] + [400] * 7
    logins = [login.deliver("user-verification", body).status_code for body in bodies]
    assert logins == [answer.status_code for answer in answers]


def test_a_name_with_anothers_address_is_taken(login: Login) -> None:
    kept = dict(login.receiver.module.users)
    body = {"username": "john", "email": "jane.doe@example.com", "password": "correct-horse-7"}
    check_refused(login.deliver("new-user", body), "003-003")
    assert login.receiver.module.users == kept


def test_a_bad_token_is_refused_and_has_no_effect(login: Login) -> None:
    sign, now = login.receiver.sign, int(time.time())
    good = sign(claims())
    kept = dict(login.receiver.module.users)
    for token in (
        sign(claims(exp=now - 60)),
        sign(claims(nbf=now + 60)),
        sign(claims(xsolla_login_project_id="00000000-0000-4000-8000-000000000000")),
        sign(claims(request_type="user_token")),
        sign(claims(request_type=None)),
        good[:-5] + ("AAAAA" if good[-5:] != "AAAAA" else "BBBBB"),
        unsigned(claims()),
        hs256(claims(), "another-secret-of-32-characters-or-so"),
        hs256(claims(), public_pem()),
        rs256(claims(), key=2),
        rs256(claims(), kid="unknown"),
    ):
        check_refused(login.deliver("new-user", JOHN, token))
    check_refused(login.deliver("new-user", JOHN, Authorization=""))
    assert login.receiver.module.users == kept
    assert login.deliver("new-user", JOHN).status_code == 200


@pytest.mark.parametrize("body", [b"{", b"[]", b"", b"\xff", b'{"username": "\\ud83d"}', b"{}", b"null"])
def test_a_malformed_body_is_refused(login: Login, body: bytes) -> None:
    check_refused(login.deliver("new-user", body), "body-malformed")
    check_refused(login.deliver("user-verification", body), "body-malformed")


def test_what_no_delivery_is_gets_a_4xx(login: Login) -> None:
    assert login.deliver("new-user", b" " * 2**20).status_code == 413
    assert login.deliver("new-user", JOHN, **{"Content-Type": "text/plain"}).status_code == 415
    assert login.http.get(f"{login.receiver.url}/new-user").status_code == 405
    assert login.deliver("unheard-of", JOHN).status_code == 404
