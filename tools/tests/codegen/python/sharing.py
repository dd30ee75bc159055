"""How clients are shared by threads and event loops, and what becomes of redirects: laws."""

from __future__ import annotations

import asyncio
import threading
import time
from typing import Any
from unittest.mock import patch

import httpx
from xsolla_login_client import AuthenticatedClient, Client, Retries

from login_contract.plain_server import PlainHandler
from tests.codegen.python.calls import BASE_URL, call_of, client_to
from tests.codegen.python.mutations import LOCATIONS

#: A call that answers nothing, and one that answers a redirect.
CALL = call_of("log-user-out")
LEADS_ON = call_of("jwt-sso-redirect")


class Taking(PlainHandler):
    """A server that keeps connections open, and says which one a request came through."""

    protocol_version = "HTTP/1.1"

    def respond(self) -> None:
        self.body()
        self.answer(204, headers={"x-port": str(self.client_address[1])})


def plain(address: str) -> Client:
    return Client(address, verify_ssl=False, httpx_args={"trust_env": False}, retries=Retries(attempts=1))


def judge_threads() -> None:
    """Judge that threads which start at once open one client of httpx."""
    opened: list[httpx.Client] = []
    real = httpx.Client

    def slow(**given: Any) -> httpx.Client:
        time.sleep(0.01)
        opened.append(real(**given))
        return opened[-1]

    client = Client(BASE_URL, verify_ssl=False)
    with patch("xsolla_login_client.client.httpx.Client", slow):
        threads = [threading.Thread(target=client.get_httpx_client) for _ in range(8)]
        for each in threads:
            each.start()
        for each in threads:
            each.join()
    assert len(opened) == 1, f"{len(opened)} are opened"
    client.close()


def judge_loops(address: str) -> None:
    """Judge that one client serves event loops that follow each other, and loops of two threads at once."""
    client = plain(address)

    async def call(pause: float = 0) -> str:
        answer = await CALL.module.asyncio_detailed(*CALL.path, client=client, **CALL.arguments)
        await asyncio.sleep(pause)
        again = await CALL.module.asyncio_detailed(*CALL.path, client=client, **CALL.arguments)
        assert answer.headers["x-port"] == again.headers["x-port"], "the connection is kept"
        mine = client.get_async_httpx_client()
        assert mine is client.get_async_httpx_client()
        await client.aclose()
        assert mine.is_closed
        return str(answer.headers["x-port"])

    assert asyncio.run(call()) != asyncio.run(call())
    # One that leaves its connections behind, as a script does which ends.
    left = asyncio.new_event_loop()
    used = left.run_until_complete(_opened(client))
    left.run_until_complete(used.aclose())
    left.close()
    assert asyncio.run(_opened(client, close=True)) is not used
    ports: list[str] = []
    threads = [threading.Thread(target=lambda: ports.append(asyncio.run(call(0.02)))) for _ in range(2)]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(set(ports)) == 2


async def _opened(client: Client, *, close: bool = False) -> httpx.AsyncClient:
    await CALL.module.asyncio(*CALL.path, client=client, **CALL.arguments)
    found = client.get_async_httpx_client()
    if close:
        await client.aclose()
    return found


def judge_locations() -> None:
    """Judge that a redirect that nobody follows is an answer, wherever it leads."""
    for manner in ("sync", "asyncio"):
        for location in filter(None, LOCATIONS):
            raw = [(b"Location", location.encode()), (b"X-Other", b"1")]
            client = client_to(lambda _, raw=raw: httpx.Response(302, headers=raw))
            assert LEADS_ON.make(manner, client) == httpx.Headers(raw)["location"]
            whole = LEADS_ON.make(f"{manner}_detailed", client)
            assert whole.headers.raw == raw


def followed(*places: str) -> list[httpx.Request]:
    """Return what is requested where the server redirects to one place after another."""
    requests: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        left = places[len(requests) - 1 :]
        return httpx.Response(307, headers={"location": left[0]}) if left else httpx.Response(204)

    client = client_to(
        handler,
        kind=AuthenticatedClient,
        token="t",
        prefix="",
        auth_header_name="X-SERVER-AUTHORIZATION",
        follow_redirects=True,
    )
    CALL.make("sync_detailed", client)
    CALL.make("asyncio_detailed", client)
    return requests[: len(places) + 1]


def judge_strangers() -> None:
    """Judge that a token of a server goes to no other one."""
    header = "X-SERVER-AUTHORIZATION"
    assert [header in each.headers for each in followed("/other", "https://login.test:443/x")] == [True] * 3
    for place in (
        "https://elsewhere.test/",
        "http://login.test/",
        "https://login.test:444/",
        "//a.login.test",
    ):
        assert [header in each.headers for each in followed(place)] == [True, False], place
