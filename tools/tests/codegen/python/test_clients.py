"""Clients of the package: how they are shared, closed and copied, and which headers they send."""

from __future__ import annotations

import copy
import pickle
from collections.abc import Iterator
from typing import Any

import httpx
import pytest
from xsolla_login_client import AuthenticatedClient, Client, TransportError

from login_contract.plain_server import PlainServer
from tests.codegen.python.calls import BASE_URL, client_to
from tests.codegen.python.sharing import (
    CALL,
    LEADS_ON,
    Taking,
    judge_locations,
    judge_loops,
    judge_strangers,
    judge_threads,
    plain,
)


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    with PlainServer(Taking) as running:
        yield f"{running.origin}/api"


def seen(**given: Any) -> httpx.Request:
    """Return the request of a call that a client makes which is given this."""
    requests: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(204)

    kind = AuthenticatedClient if "token" in given else Client
    address = given.pop("base_url", BASE_URL)
    arguments = {"httpx_args": {"transport": httpx.MockTransport(handler)}, "verify_ssl": False, **given}
    CALL.make("sync", kind(address, **arguments))
    return requests[0]


def test_threads_share_one_client_of_httpx() -> None:
    judge_threads()


def test_event_loops_share_a_client_but_no_connection(server: str) -> None:
    judge_loops(server)


def test_what_is_opened_before_a_loop_serves_the_first_one() -> None:
    client = client_to(lambda request: httpx.Response(204, headers={"x-seen": request.headers["x-mine"]}))
    client.get_async_httpx_client().headers["x-mine"] = "7"

    assert CALL.make("asyncio_detailed", client).headers["x-seen"] == "7"


def test_a_client_opens_again_after_it_was_closed(server: str) -> None:
    client = plain(server)
    with client as entered:
        assert entered is client
        first = client.get_httpx_client()
        CALL.make("sync", client)
        with client:
            CALL.make("sync", client)
        assert first.is_closed
        CALL.make("sync", client)
    second = client.get_httpx_client()
    assert second is not first
    client.close()
    client.close()
    assert second.is_closed


def test_a_client_of_httpx_that_was_given_makes_the_calls_and_is_closed() -> None:
    requests: list[httpx.Request] = []

    def handler(request: httpx.Request) -> httpx.Response:
        requests.append(request)
        return httpx.Response(302, headers={"location": "/x"})

    transport = httpx.MockTransport(handler)
    given = httpx.Client(base_url="https://gateway.test", transport=transport, verify=False)
    given_async = httpx.AsyncClient(base_url="https://gateway.test", transport=transport, verify=False)
    client = Client(BASE_URL).set_httpx_client(given).set_async_httpx_client(given_async)

    assert LEADS_ON.make("sync", client) == LEADS_ON.make("asyncio", client) == "/x"
    assert {each.url.host for each in requests} == {"gateway.test"}
    client.close()
    assert given.is_closed
    assert given_async.is_closed


def test_what_a_with_method_returns_is_another_client() -> None:
    client = client_to(lambda _: httpx.Response(204))
    for other in (client.with_timeout(1), client.with_headers({"a": "b"}), client.with_cookies({"a": "b"})):
        assert other.get_httpx_client() is not client.get_httpx_client()
        other.close()
        assert not client.get_httpx_client().is_closed


def test_a_copy_opens_connections_of_its_own() -> None:
    client = Client(BASE_URL, verify_ssl=False, headers={"a": "b"})
    mine = client.get_httpx_client()

    for other in (copy.deepcopy(client), pickle.loads(pickle.dumps(client))):
        assert other == client
        assert other.get_httpx_client() is not mine
        assert other.get_httpx_client().headers["a"] == "b"


def test_the_token_stands_above_headers_and_addresses_and_auth_above_the_token() -> None:
    gateway = "https://user:word@login.test/api"
    assert seen(token="t").headers["authorization"] == "Bearer t"
    assert seen(token="t", prefix="").headers["authorization"] == "t"
    assert seen(token="t", headers={"authorization": "x"}).headers.get_list("authorization") == ["Bearer t"]
    assert seen(token="t", base_url=gateway).headers["authorization"] == "Bearer t"
    assert seen(base_url=gateway).headers["authorization"].startswith("Basic ")
    server = seen(token="t", prefix="", auth_header_name="X-SERVER-AUTHORIZATION", base_url=gateway).headers
    assert (server["x-server-authorization"], server["authorization"][:6]) == ("t", "Basic ")
    assert seen(token="t", auth=httpx.BasicAuth("a", "b")).headers["authorization"].startswith("Basic ")


@pytest.mark.parametrize("token", ["", " ", "a\n", "\na", "a\r\nX: y", "ä", "a\0", "a\tb"])
def test_a_token_that_no_header_can_hold_is_refused(token: str) -> None:
    with pytest.raises(ValueError, match=r"^token: "):
        AuthenticatedClient(BASE_URL, token=token)
    client = AuthenticatedClient(BASE_URL, token="t")
    with pytest.raises(ValueError, match=r"^token: "):
        client.token = token


def test_a_redirect_is_answered_wherever_it_leads() -> None:
    judge_locations()


def test_a_token_follows_no_redirect_to_a_stranger() -> None:
    judge_strangers()


def test_a_redirect_that_cannot_be_followed_is_a_call_without_an_answer() -> None:
    client = client_to(lambda _: httpx.Response(302, headers={"location": "mygame:x"}), follow_redirects=True)
    with pytest.raises(TransportError):
        LEADS_ON.make("sync_detailed", client)


def test_a_program_that_uses_the_client_of_httpx_sees_redirects_whole() -> None:
    client = client_to(lambda _: httpx.Response(302, headers={"location": "/next"}))
    answer = client.get_httpx_client().get("/x")
    assert answer.headers["location"] == "/next"
    assert answer.next_request is not None


def test_hooks_that_a_program_gives_are_called_too() -> None:
    told: list[str] = []
    hooks = {
        "request": [lambda request: told.append(request.method)],
        "response": [lambda response: told.append(response.headers["location"])],
    }
    transport = httpx.MockTransport(lambda _: httpx.Response(302, headers={"location": "mygame:x"}))
    client = client_to(None, httpx_args={"transport": transport, "event_hooks": hooks})
    assert LEADS_ON.make("sync", client) == "mygame:x"
    assert told == ["GET", "mygame:x"]
