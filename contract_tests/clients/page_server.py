"""A web server with the page of a game on it: the SDK as a script tag, and a callback that echoes."""

from __future__ import annotations

import json
from http import HTTPStatus
from pathlib import Path
from urllib.parse import parse_qsl

from login_contract.plain_server import PlainHandler, PlainServer

WEB = Path(__file__).parent / "web"
CALLBACK = "/callback"


class PageServer(PlainServer):
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
        super().__init__(_handler(files))

    def address(self, host: str) -> str:
        """The page's address under the given name of this machine."""
        return f"http://{host}:{self.server_port}/"


def _handler(files: dict[str, tuple[Path, str]]) -> type[PlainHandler]:
    class Handler(PlainHandler):
        def respond(self) -> None:
            name, _, query = self.path.partition("?")
            path, media_type = files.get(name, (None, ""))
            if path is not None:
                self._show(path.read_bytes(), media_type)
            elif name == CALLBACK:
                self._show(json.dumps(dict(parse_qsl(query))).encode(), "application/json")
            else:
                self.answer(HTTPStatus.NOT_FOUND)

        def _show(self, body: bytes, media_type: str) -> None:
            headers = {
                "content-type": media_type,
                # A request that another origin redirected here comes from nowhere: its origin is "null".
                "access-control-allow-origin": self.headers.get("Origin", "null"),
                "access-control-allow-credentials": "true",
            }
            self.answer(HTTPStatus.OK, body, headers)

    return Handler
