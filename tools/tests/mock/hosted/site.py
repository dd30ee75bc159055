"""A web site of one page, for a real browser to look at."""

from __future__ import annotations

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qsl

# Breaks out of text, attributes, frames and style sheets, and calls home when it succeeds.
HOSTILE = (
    "</iframe></style></title></pre></textarea>--><script>fetch('/called')</script>"
    "\"'><img src=/called onerror=fetch('/called')><svg onload=fetch('/called')>"
)


class Site(ThreadingHTTPServer):
    """Serves one page on a port of its own, remembers requests, redirects forms where it is told."""

    daemon_threads = True

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.html = ""
        self.policy: str | None = None
        self.redirects: dict[str, str] = {}
        self.requests: list[str] = []
        self.form: dict[str, str] = {}

    @property
    def origin(self) -> str:
        return f"http://127.0.0.1:{self.server_port}"


class _Handler(BaseHTTPRequestHandler):
    server: Site

    def do_GET(self) -> None:
        self.server.requests.append(self.path)
        if self.path in self.server.redirects:
            self.redirect(self.server.redirects[self.path])
            return
        body = self.server.html.encode()
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        if self.server.policy is not None:
            self.send_header("Content-Security-Policy", self.server.policy)
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        self.server.form = dict(parse_qsl(body, keep_blank_values=True))
        self.redirect(self.server.redirects[self.path])

    def redirect(self, location: str) -> None:
        self.send_response(302)
        self.send_header("Location", location)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: Any) -> None:
        """Keep quiet."""
