"""Every cause of a call without an answer is told apart, for calls of both kinds."""

from __future__ import annotations

import asyncio
import contextlib
import datetime
import socket
import ssl
import struct
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import httpx
import pytest

from login_contract.lost_call import LostCall, lost_call, too_large
from login_contract.suite.reporting.evidence import summary_of

OK = b"HTTP/1.1 200 OK\r\n"
Speak = Callable[[socket.socket], None]
Call = Callable[[str], None]


@contextlib.contextmanager
def speaking(speak: Speak, trust: ssl.SSLContext | None = None) -> Iterator[str]:
    """Answer one connection by hand, once a whole request has come; give host and port."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        listener.settimeout(10)

        def run() -> None:
            with contextlib.suppress(OSError), listener.accept()[0] as plain:
                connection = trust.wrap_socket(plain, server_side=True) if trust else plain
                read = b""
                while not read.endswith(b"{}"):
                    read += connection.recv(65536)
                speak(connection)

        thread = threading.Thread(target=run, daemon=True)
        thread.start()
        yield f"127.0.0.1:{listener.getsockname()[1]}"
        thread.join(10)


def sending(data: bytes) -> Speak:
    return lambda connection: connection.sendall(data)


def reset(connection: socket.socket) -> None:
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))


def waiting(connection: socket.socket) -> None:
    connection.recv(1)


def call(url: str) -> None:
    with httpx.Client(timeout=2, trust_env=False) as client:
        client.post(url, content=b"{}")


def call_asynchronously(url: str) -> None:
    async def run() -> None:
        async with httpx.AsyncClient(timeout=2, trust_env=False) as client:
            await client.post(url, content=b"{}")

    asyncio.run(run())


BOTH = pytest.mark.parametrize("made", [call, call_asynchronously])


def lost(made: Call, url: str, *, seconds: float | None = None) -> LostCall:
    with pytest.raises((httpx.RequestError, httpx.InvalidURL)) as raised:
        made(url)
    return lost_call(raised.value, seconds=seconds)


@BOTH
@pytest.mark.parametrize(
    ("speak", "cause", "clause"),
    [
        (reset, "reset", "the connection was reset before the answer was complete"),
        (sending(b""), "closed", "the connection was closed without an answer"),
        (
            sending(OK + b"Content-Length: 9\r\n\r\n{}"),
            "cut_off",
            "the connection was closed in the middle of the answer",
        ),
        (sending(b"+PONG\r\n\r\n"), "no_http", "what came is no HTTP answer (illegal status line"),
        (
            sending(OK + b"Content-Encoding: gzip\r\nContent-Length: 2\r\n\r\n{}"),
            "decoding",
            "the body is not what its Content-Encoding says (Error -3",
        ),
    ],
)
def test_each_broken_answer_has_its_own_sentence(made: Call, speak: Speak, cause: str, clause: str) -> None:
    with speaking(speak) as address:
        found = lost(made, f"http://{address}/")

    assert found.cause == cause
    assert found.clause.startswith(clause)
    assert found.sentence.endswith(".")


@BOTH
def test_refused_connection_is_told(made: Call) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]

    found = lost(made, f"http://127.0.0.1:{port}/")

    assert found.sentence == "The connection was refused: nothing listens at that address."


@BOTH
def test_host_without_a_name_is_told(made: Call) -> None:
    assert lost(made, "http://nowhere.invalid/").cause == "no_name"


@BOTH
def test_address_that_is_none_is_told(made: Call) -> None:
    assert lost(made, "ftp://127.0.0.1/").cause == "address"


def test_silence_is_told_with_the_time_waited() -> None:
    with speaking(waiting) as address:

        def impatient(url: str) -> None:
            httpx.post(url, content=b"{}", timeout=0.05, trust_env=False)

        found = lost(impatient, f"http://{address}/", seconds=0.05)

    assert found == LostCall("timed_out", "no answer came within 0.05 seconds")
    assert lost_call(TimeoutError()).clause == "no answer came in time"
    assert lost_call(httpx.ConnectTimeout("")).clause == "no connection came about in time"


@BOTH
def test_server_without_tls_is_told(made: Call) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:

        def run() -> None:
            with contextlib.suppress(OSError), listener.accept()[0] as connection:
                connection.recv(65536)
                connection.sendall(b"HTTP/1.1 400 Bad Request\r\n\r\n")

        threading.Thread(target=run, daemon=True).start()
        found = lost(made, f"https://127.0.0.1:{listener.getsockname()[1]}/")

    assert found.sentence == "The server does not speak TLS at that address, which begins with https."


@BOTH
def test_certificate_that_nobody_vouches_for_is_told(made: Call, tmp_path: Path) -> None:
    with speaking(sending(b""), trust=own_certificate(tmp_path)) as address:
        found = lost(made, f"https://{address}/")

    assert found.clause == "the TLS certificate is not trusted (self-signed certificate)"


def test_what_nobody_knows_is_told_in_its_own_words() -> None:
    assert lost_call(httpx.RequestError("odd  thing.")).sentence == "The call failed (odd thing)."
    assert lost_call(httpx.ReadError("")).cause == "reset"
    assert lost_call(httpx.ProxyError("403 Forbidden")).cause == "proxy"
    assert too_large(10).sentence == "The answer has more than 10 bytes."


def own_certificate(folder: Path) -> ssl.SSLContext:
    """Return a server's TLS settings with a certificate that it has signed itself."""
    from cryptography import x509
    from cryptography.hazmat.primitives import hashes, serialization
    from cryptography.hazmat.primitives.asymmetric import ec
    from cryptography.x509.oid import NameOID

    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "127.0.0.1")])
    now = datetime.datetime.now(datetime.UTC)
    certificate = (
        x509.CertificateBuilder(name, name, key.public_key(), x509.random_serial_number())
        .not_valid_before(now)
        .not_valid_after(now + datetime.timedelta(days=1))
        .sign(key, hashes.SHA256())
    )
    pem = folder / "own.pem"
    pem.write_bytes(
        certificate.public_bytes(serialization.Encoding.PEM)
        + key.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        )
    )
    trust = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    trust.load_cert_chain(pem)
    return trust


def test_finding_of_the_suite_tells_the_cause_instead_of_a_class() -> None:
    assert summary_of(httpx.ReadError("")) == "The connection was reset before the answer was complete."
