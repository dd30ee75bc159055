from __future__ import annotations

import asyncio
import json
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import httpx
import pytest
from attrs import define, field
from xsolla_login_client import webhooks

from tests.webhooks_examples.signing import bearer, claims, hs256, key_set, rs256

URL = "https://login.example/jwks"


@define
class Server:
    """A key server, a clock, and one question to both kinds of sources."""

    answer: Callable[[], httpx.Response] = lambda: httpx.Response(200, json=key_set())
    fetches: int = 0
    now: float = 1000.0
    delay: float = 0.0
    lock: threading.Lock = field(factory=threading.Lock)

    def handle(self, _: httpx.Request) -> httpx.Response:
        with self.lock:
            self.fetches += 1
        time.sleep(self.delay)
        return self.answer()

    async def handle_async(self, request: httpx.Request) -> httpx.Response:
        await asyncio.sleep(self.delay)
        self.fetches += 1
        return self.answer()

    def clock(self) -> float:
        return self.now


Unwrap = Callable[[str], None]


@pytest.fixture
def server() -> Server:
    return Server()


@pytest.fixture(params=["sync", "async"])
def unwrap(request: pytest.FixtureRequest, server: Server) -> Unwrap:
    if request.param == "sync":
        http = httpx.Client(transport=httpx.MockTransport(server.handle))
        source = webhooks.JwksSource(URL, http=http, clock=server.clock)

        def call(token: str) -> None:
            webhooks.unwrap(b"{}", bearer(token), jwks=source)
    else:
        client = httpx.AsyncClient(transport=httpx.MockTransport(server.handle_async))
        later = webhooks.AsyncJwksSource(URL, http=client, clock=server.clock)

        def call(token: str) -> None:
            asyncio.run(_later(token))

        async def _later(token: str) -> None:
            await webhooks.unwrap_async(b"{}", bearer(token), jwks=later)

    return call


def test_keys_are_fetched_once(server: Server, unwrap: Unwrap) -> None:
    for _ in range(5):
        unwrap(rs256(claims()))
    assert server.fetches == 1


def test_keys_are_fetched_anew_after_ten_minutes(server: Server, unwrap: Unwrap) -> None:
    unwrap(rs256(claims()))
    server.now += 599.9
    unwrap(rs256(claims()))
    assert server.fetches == 1
    server.now += 0.1
    server.answer = lambda: httpx.Response(200, json=key_set(2, kid="new"))
    with pytest.raises(webhooks.UnknownKey):
        unwrap(rs256(claims()))
    assert server.fetches == 2


def test_a_new_key_is_found_at_once(server: Server, unwrap: Unwrap) -> None:
    unwrap(rs256(claims()))
    server.answer = lambda: httpx.Response(200, json=key_set(2, kid="new"))
    unwrap(rs256(claims(), key=2, kid="new"))
    assert server.fetches == 2


def test_invented_keys_do_not_hammer_the_key_server(server: Server, unwrap: Unwrap) -> None:
    unwrap(rs256(claims()))
    for number in range(20):
        with pytest.raises(webhooks.UnknownKey):
            unwrap(rs256(claims(), kid=f"invented-{number}"))
    assert server.fetches == 2
    server.now += 5
    with pytest.raises(webhooks.UnknownKey):
        unwrap(rs256(claims(), kid="invented"))
    assert server.fetches == 3
    unwrap(rs256(claims()))


def test_a_token_of_another_algorithm_fetches_nothing(server: Server, unwrap: Unwrap) -> None:
    with pytest.raises(webhooks.WrongAlgorithm):
        unwrap(hs256(claims()))
    assert server.fetches == 0


@pytest.mark.parametrize(
    ("status", "content"),
    [
        (500, b"{}"),
        (302, b'{"keys": []}'),
        (404, b'{"keys": []}'),
        (200, b"<html>"),
        (200, b"\xff"),
        (200, b"{}"),
        (200, b'"keys"'),
    ],
)
def test_without_keys_nothing_is_said_about_the_token(
    server: Server, unwrap: Unwrap, status: int, content: bytes
) -> None:
    good = server.answer
    server.answer = lambda: httpx.Response(status, content=content)
    with pytest.raises(webhooks.KeysUnavailable) as caught:
        unwrap(rs256(claims()))
    assert caught.value.status == 503
    server.now += 1
    server.answer = good
    unwrap(rs256(claims()))


def test_old_keys_are_not_trusted_while_new_ones_cannot_be_had(server: Server, unwrap: Unwrap) -> None:
    unwrap(rs256(claims()))
    server.now += 600
    server.answer = lambda: httpx.Response(503)
    with pytest.raises(webhooks.KeysUnavailable):
        unwrap(rs256(claims()))


def test_a_failed_fetch_is_not_repeated_at_once(server: Server, unwrap: Unwrap) -> None:
    server.answer = lambda: httpx.Response(503)
    for _ in range(5):
        with pytest.raises(webhooks.KeysUnavailable):
            unwrap(rs256(claims()))
    assert server.fetches == 1


def test_an_empty_key_set_knows_no_key(server: Server, unwrap: Unwrap) -> None:
    server.answer = lambda: httpx.Response(200, json={"keys": []})
    with pytest.raises(webhooks.UnknownKey):
        unwrap(rs256(claims()))


def test_threads_share_one_fetch(server: Server) -> None:
    server.delay = 0.05
    http = httpx.Client(transport=httpx.MockTransport(server.handle))
    source = webhooks.JwksSource(URL, http=http)
    token = rs256(claims())
    with ThreadPoolExecutor(20) as pool:
        list(pool.map(lambda _: webhooks.unwrap(b"{}", bearer(token), jwks=source), range(20)))
    assert server.fetches == 1


def test_tasks_share_one_fetch(server: Server) -> None:
    server.delay = 0.05
    token = rs256(claims())

    async def run() -> None:
        async with httpx.AsyncClient(transport=httpx.MockTransport(server.handle_async)) as http:
            source = webhooks.AsyncJwksSource(URL, http=http)
            work = (webhooks.unwrap_async(b"{}", bearer(token), jwks=source) for _ in range(20))
            await asyncio.gather(*work)

    asyncio.run(run())
    assert server.fetches == 1


@pytest.mark.parametrize("lifetime", [0, -1, 600.1, float("nan"), float("inf")])
@pytest.mark.parametrize("kind", [webhooks.JwksSource, webhooks.AsyncJwksSource])
def test_keys_are_trusted_for_ten_minutes_at_most(kind: type, lifetime: float) -> None:
    with pytest.raises(ValueError, match="lifetime"):
        kind(URL, lifetime=lifetime)


def test_a_list_of_keys_is_a_key_set_too(server: Server, unwrap: Unwrap) -> None:
    server.answer = lambda: httpx.Response(200, content=json.dumps(key_set()["keys"]).encode())
    unwrap(rs256(claims()))
