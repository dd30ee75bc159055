"""Bytes to a server and the answer that comes back, for requests that no HTTP library would send."""

from __future__ import annotations

import http.client
import json
import socket
from types import TracebackType
from typing import Any, Self

from attrs import frozen

from login_contract.mock.settings.project import DEFAULT_PROJECT_ID

REGISTER = f"/api/user?projectId={DEFAULT_PROJECT_ID}".encode()
JSON = b"Content-Type: application/json\r\n"


@frozen
class Answer:
    """A raw answer."""

    status: int
    headers: dict[str, str]
    body: bytes

    @property
    def code(self) -> str:
        """The code of the error envelope that the body must be."""
        error: dict[str, Any] = json.loads(self.body)["error"]
        assert isinstance(error["description"], str)
        return str(error["code"])


def request(method: str, target: bytes, *, headers: bytes = b"", body: bytes = b"") -> bytes:
    """Write a request for a connection that ends with its answer; ``headers`` end their lines themselves."""
    return b"%s %s HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n%s\r\n%s" % (
        method.encode(),
        target,
        headers,
        body,
    )


def registration(**raw: bytes) -> bytes:
    """Write the body of a registration that succeeds, but for the raw JSON values given."""
    fields = {
        "username": b'"malformed"',
        "password": b'"correct-horse-7"',
        "email": b'"malformed@example.com"',
        **raw,
    }
    return b"{" + b",".join(b'"%s":%s' % (name.encode(), value) for name, value in fields.items()) + b"}"


class Connection:
    """A connection to a port of this machine; use it in a ``with`` block."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=20)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Hang up."""
        self._socket.close()

    def send(self, data: bytes) -> None:
        """Send bytes."""
        self._socket.sendall(data)

    def answer(self, *, method: str = "GET") -> Answer:
        """Read one answer."""
        response = http.client.HTTPResponse(self._socket, method=method)
        response.begin()
        with response:
            body = response.read()
            return Answer(response.status, {k.lower(): v for k, v in response.getheaders()}, body)

    def rest(self) -> bytes:
        """Read until the server hangs up."""
        received = b""
        while chunk := self._socket.recv(65536):
            received += chunk
        return received


def exchange(port: int, data: bytes, *, method: str = "GET") -> Answer:
    """Send bytes on a connection of their own and read one answer."""
    with Connection(port) as connection:
        connection.send(data)
        return connection.answer(method=method)
