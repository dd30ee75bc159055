"""A web server with the page of a game on it: the SDK as a script tag, and a callback that echoes."""

from __future__ import annotations

import json
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Self
from urllib.parse import parse_qsl

WEB = Path(__file__).parent / "web"
CALLBACK = "/callback"


class PageServer:
    """Serves the page on a free loopback port, from files as they were installed.

    Its callback answers the query it was opened with, as JSON.

    A page injected into the browser would not do: browsers keep such pages away from loopback, and no
    cross-origin rule would be at work.
    """

    def __init__(self, modules: Path) -> None:
        files = {
            "/": (WEB / "page.html", "text/html; charset=utf-8"),
            "/code-login": (WEB / "code_login.html", "text/html; charset=utf-8"),
            "/opened": (WEB / "opened.html", "text/html; charset=utf-8"),
            "/driver.js": (WEB / "driver.js", "text/javascript"),
            "/sdk.js": (modules / "@xsolla/login-sdk/dist/sdk.js", "text/javascript"),
            "/axios.js": (modules / "axios/dist/axios.min.js", "text/javascript"),
        }
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(files))
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    def address(self, host: str) -> str:
        """The page's address under the given name of this machine."""
        return f"http://{host}:{self._server.server_port}/"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def _handler(files: dict[str, tuple[Path, str]]) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            name, _, query = self.path.partition("?")
            path, media_type = files.get(name, (None, ""))
            if path is not None:
                self._answer(path.read_bytes(), media_type)
            elif name == CALLBACK:
                self._answer(json.dumps(dict(parse_qsl(query))).encode(), "application/json")
            else:
                self.send_error(HTTPStatus.NOT_FOUND)

        def _answer(self, body: bytes, media_type: str) -> None:
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", media_type)
            # A request that another origin redirected here comes from nowhere: its origin is "null".
            self.send_header("Access-Control-Allow-Origin", self.headers.get("Origin", "null"))
            self.send_header("Access-Control-Allow-Credentials", "true")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *values: object) -> None:
            """Keeps quiet: the test report tells enough."""

    return Handler
