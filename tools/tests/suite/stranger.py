"""A server that is no Login server: it gives the same answer to everything."""

from __future__ import annotations

import contextlib
import ssl
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from attrs import define, field, frozen


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
    server = ThreadingHTTPServer(("127.0.0.1", 0), BaseHTTPRequestHandler)
    found = Stranger(f"{'https' if tls else 'http'}://127.0.0.1:{server.server_port}")
    server.RequestHandlerClass = _handler(found, status, body, headers or {})
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield found
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _handler(found: Stranger, status: int, body: bytes, headers: Mapping[str, str]) -> Any:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"
        timeout = 5

        def __getattr__(self, name: str) -> Any:
            if name.startswith("do_"):
                return self.answer
            raise AttributeError(name)

        def answer(self) -> None:
            length = int(self.headers.get("content-length") or 0)
            sent = {name.lower(): value for name, value in self.headers.items()}
            found.requests.append(Asked(self.command, self.path, sent, self.rfile.read(length)))
            self.send_response(status)
            for name, value in {"Content-Length": str(len(body)), **headers}.items():
                self.send_header(name, value)
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler
