"""A server that is no Login server: it gives the same answer to everything."""

from __future__ import annotations

import contextlib
import ssl
from collections.abc import Iterator, Mapping

from attrs import define, field, frozen

from login_contract.plain_server import PlainHandler, PlainServer


@frozen
class Asked:
    """A request that reached it; ``target`` is what stands behind the method."""

    method: str
    target: str
    headers: Mapping[str, str]
    body: bytes


@define
class Stranger:
    """The running server."""

    origin: str
    requests: list[Asked] = field(factory=list)

    @property
    def url(self) -> str:
        """The address that a run is given."""
        return f"{self.origin}/api"


@contextlib.contextmanager
def stranger(
    status: int,
    body: bytes,
    headers: Mapping[str, str] | None = None,
    *,
    tls: ssl.SSLContext | None = None,
) -> Iterator[Stranger]:
    """Serve one answer for everything."""
    server = PlainServer(PlainHandler)
    found = Stranger(server.origin.replace("http", "https" if tls else "http"))
    server.RequestHandlerClass = _handler(found, status, body, headers or {})
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    with server:
        yield found


def _handler(found: Stranger, status: int, body: bytes, headers: Mapping[str, str]) -> type[PlainHandler]:
    told = {name.lower(): value for name, value in headers.items()}

    class Handler(PlainHandler):
        protocol_version = "HTTP/1.1"
        timeout = 5

        def respond(self) -> None:
            sent = {name.lower(): value for name, value in self.headers.items()}
            found.requests.append(Asked(self.command, self.path, sent, self.body()))
            self.answer(status, body, told)

    return Handler
