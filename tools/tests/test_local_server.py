"""Servers in a thread: they answer while they are entered, and leave nothing behind."""

from __future__ import annotations

import contextlib
import socket
import time
from typing import Any

import httpx
import pytest
import uvicorn

from login_contract.errors import UsageError
from login_contract.http_client import make_client
from login_contract.local_server import HOST, LocalServer, ServerThread, bound, listen
from login_contract.mock.run import EmbeddedMock
from login_contract.plain_server import PlainHandler, PlainServer


async def empty(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 204, "headers": []})
    await send({"type": "http.response.body"})


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) != 0


def test_an_application_answers_until_it_is_left() -> None:
    with LocalServer(empty) as server, make_client() as client:
        assert client.get(server.origin).status_code == 204
    with make_client() as client, pytest.raises(httpx.ConnectError):
        client.get(server.origin)


def test_an_application_that_does_not_start_is_told_and_leaves_its_port() -> None:
    async def broken(scope: Any, receive: Any, send: Any) -> None:
        await receive()
        await send({"type": "lifespan.startup.failed"})

    listener = bound(HOST, 0, backlog=1)
    port = listener.getsockname()[1]
    server = ServerThread(uvicorn.Config(broken, lifespan="on", log_config=None), listener)
    with pytest.raises(RuntimeError, match="did not start"):
        server.__enter__()
    assert is_free(port)


def test_a_server_ends_without_the_pauses_of_a_server_that_runs_for_days() -> None:
    def seconds_to_end() -> float:
        with LocalServer(empty) as server, make_client() as client:
            client.get(server.origin)
            left = time.perf_counter()
        return time.perf_counter() - left

    # The least of several: how busy the machine is would be part of a single one.
    assert min(seconds_to_end() for _ in range(5)) < 0.1


def test_a_connection_outlives_the_patience_of_clients() -> None:
    # Python's clients keep a connection for 5 seconds: a server that does so as well ends it under a request.
    wait = httpx.Limits().keepalive_expiry
    assert wait is not None
    with contextlib.ExitStack() as opened:
        server = opened.enter_context(LocalServer(empty))
        origins = [server.origin, opened.enter_context(EmbeddedMock()).origin]
        places = [(HOST, httpx.URL(origin).port) for origin in origins]
        idle = [opened.enter_context(socket.create_connection(place, timeout=10)) for place in places]
        for sent in (0, wait + 1):
            time.sleep(sent)
            for connection in idle:
                connection.sendall(b"GET / HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n")
                assert connection.recv(65536).startswith(b"HTTP/1.1 ")


def test_a_taken_port_names_the_flag_that_chooses_another() -> None:
    with listen(0, flag="--port") as taken:
        port = taken.getsockname()[1]
        with pytest.raises(UsageError, match=f"--keys-port {port}: the port is taken; choose another"):
            listen(port, flag="--keys-port")


def test_a_plain_handler_answers_every_method_until_it_is_left() -> None:
    class Echo(PlainHandler):
        def respond(self) -> None:
            self.answer(200, self.body(), {"x-method": self.command})

    with PlainServer(Echo) as server, make_client() as client:
        for method in ("GET", "POST", "PATCH", "OPTIONS", "HEAD"):
            answer = client.request(method, server.origin, content=b"told")
            assert answer.headers["x-method"] == method
            assert answer.content == (b"" if method == "HEAD" else b"told")
    assert is_free(server.server_port)
