from __future__ import annotations

import contextlib
import socket
import threading
import time
from collections.abc import Callable, Iterator

import pytest

from login_contract.partner_suite.deliveries import READ_AT_MOST, Deliveries, Delivery, secrets_of

HEAD = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
Speak = Callable[[socket.socket], None]


@contextlib.contextmanager
def speaking(speak: Speak) -> Iterator[str]:
    """Serve one connection by hand; give the address."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(5)

        def run() -> None:
            with contextlib.suppress(OSError), listener.accept()[0] as connection:
                connection.recv(65536)
                speak(connection)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}/hook"
        thread.join(5)


def delivery(url: str, **more: object) -> Delivery:
    values = {"url": url, "content": b'{"password":"pa\\u0073s-1234"}', "token": "abc.def.ghi", **more}
    return Delivery(**values)  # type: ignore[arg-type]


def sending(data: bytes) -> Speak:
    return lambda connection: connection.sendall(data)


def test_answer_is_read_and_recorded_without_secrets() -> None:
    with (
        speaking(sending(HEAD + b'Content-Length: 23\r\n\r\n{"echo": "pass-1234 ab"}')) as url,
        Deliveries(timeout=5) as deliveries,
    ):
        answer = deliveries.send(delivery(url, secrets=("pass-1234",)))

    assert answer.accepted
    assert answer.status == 200
    assert answer.media_type == "application/json"
    assert b"pass-1234" in answer.content
    assert answer.exchange.status == 200
    assert "1234" not in answer.brief
    assert "1234" not in str(answer.exchange)
    assert "abc.def" not in str(answer.exchange)
    assert ("Authorization", "Bearer ***") in answer.exchange.headers


def test_redirect_is_not_followed() -> None:
    data = b"HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n"
    with speaking(sending(data)) as url, Deliveries(timeout=5) as deliveries:
        answer = deliveries.send(delivery(url))

    assert (answer.status, answer.accepted, answer.refused) == (302, False, False)


def test_no_more_than_64_kib_are_read() -> None:
    size = 10 * READ_AT_MOST
    data = HEAD + f"Content-Length: {size}\r\n\r\n".encode() + b"x" * size
    with speaking(sending(data)) as url, Deliveries(timeout=5) as deliveries:
        answer = deliveries.send(delivery(url))

    assert answer.oversized
    assert len(answer.content) == READ_AT_MOST


def test_body_that_never_ends_is_given_up_in_time() -> None:
    def drip(connection: socket.socket) -> None:
        connection.sendall(HEAD + b"Content-Length: 1000\r\n\r\n")
        for _ in range(40):
            connection.sendall(b"x")
            time.sleep(0.05)

    started = time.perf_counter()
    with speaking(drip) as url, Deliveries(timeout=0.3) as deliveries:
        answer = deliveries.send(delivery(url))
        took = time.perf_counter() - started

    assert answer.status is None
    assert answer.silent
    assert took < 1.5
    assert answer.brief == "no answer came within 0.3 seconds"


@pytest.mark.parametrize(
    ("speak", "brief"),
    [
        (lambda connection: None, "the connection was closed without an answer"),
        (sending(b"nonsense\r\n\r\n"), "what came is no HTTP answer"),
        (
            sending(HEAD + b"Content-Length: 9\r\n\r\n{"),
            "the connection was closed in the middle of the answer",
        ),
    ],
)
def test_broken_answer_is_no_answer(speak: Speak, brief: str) -> None:
    with speaking(speak) as url, Deliveries(timeout=5) as deliveries:
        answer = deliveries.send(delivery(url))

    assert (answer.status, answer.silent) == (None, False)
    assert answer.brief.startswith(brief)
    assert answer.failed


def test_body_that_is_not_in_its_encoding_keeps_status_and_headers_in_evidence() -> None:
    data = HEAD + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"
    with speaking(sending(data)) as url, Deliveries(timeout=5) as deliveries:
        answer = deliveries.send(delivery(url))

    assert answer.failed
    assert answer.brief.startswith("the body is not what its Content-Encoding says (")
    assert answer.exchange.status == 200
    assert ("content-encoding", "gzip") in answer.exchange.answer_headers


def test_bytes_that_are_no_utf8_are_shown_without_secrets() -> None:
    body = b'{"echo": "pass-1234", "text": "Acc\xe8s refus\xe9"}'
    data = HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body
    with speaking(sending(data)) as url, Deliveries(timeout=5) as deliveries:
        answer = deliveries.send(delivery(url, secrets=("pass-1234",)))

    assert answer.brief.endswith(r'"Acc\xe8s refus\xe9"}')


def test_address_without_a_server_is_unreachable() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
    with Deliveries(timeout=5) as deliveries:
        answer = deliveries.send(delivery(url))

    assert answer.silent
    assert answer.brief == "the connection was refused: nothing listens at that address"


def test_curl_line_repeats_a_delivery() -> None:
    with speaking(sending(HEAD + b"Content-Length: 2\r\n\r\n{}")) as url, Deliveries(timeout=5) as deliveries:
        answer = deliveries.send(delivery(url, content=b"{}", spelling=("AUTHORIZATION", "content-type")))

    expected = (
        f"curl -i {url} -H 'AUTHORIZATION: Bearer ***' -H 'content-type: application/json' --data-raw '{{}}'"
        " # a template: put the secrets in place of ***, or run with --show-secrets"
    )
    assert answer.exchange.curl() == expected


def test_secrets_are_found_however_deep() -> None:
    body = {"fields": [{"password": "pass-1234"}], "token": "abcd", "password": "abc"}

    assert set(secrets_of(body)) == {"pass-1234", "abcd"}
    assert secrets_of([1, "x"]) == ()
