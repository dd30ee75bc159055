"""A server that takes the requests of samples, and answers each with the example of its operation."""

from __future__ import annotations

import json
import threading
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import httpx
from attrs import field, frozen

from login_contract.codegen.values import ADDRESS
from login_contract.description.message import JSON
from login_contract.description.operation import Operation
from tests.site.samples.shown import OPERATIONS, Shown

#: Where a server gets the token that it presents.
TOKENS = "/oauth2/token"
SERVER_TOKEN = "the-token-of-a-server"
CALLBACK = "https://example.com/callback"


@frozen
class Answering:
    """Where it is, and what arrived there by the name of the sample that sent it."""

    origin: str
    arrived: dict[str, list[httpx.Request]] = field(factory=lambda: defaultdict(list))

    def aimed(self, shown: Shown) -> str:
        """Return the text of a sample that speaks to this server, below its own name."""
        assert ADDRESS in shown.sample.source
        return shown.sample.source.replace(ADDRESS, f"{self.origin}/{shown.name}")

    def answer(self, request: httpx.Request) -> httpx.Response:
        """Keep a request, and answer it."""
        _, name, path = request.url.path.split("/", 2)
        operation = OPERATIONS[name.partition(".")[0]]
        self.arrived[name].append(request)
        if f"/{path}" == TOKENS and operation.server_token:
            told = {"access_token": SERVER_TOKEN, "expires_in": 3600, "token_type": "bearer"}
            return httpx.Response(200, json=told)
        return example(operation)


def example(operation: Operation) -> httpx.Response:
    """Return the first success that is documented, with its example."""
    found = ((status, each) for status, each in operation.responses.items() if status[0] in "23")
    status, response = next(found)
    headers = {"location": CALLBACK} if status[0] == "3" else {}
    for kind, media in response.content.items():
        text = json.dumps(media.example) if kind == JSON else str(media.example or "")
        return httpx.Response(int(status), headers={**headers, "content-type": kind}, text=text)
    return httpx.Response(int(status), headers=headers)


@contextmanager
def answering() -> Iterator[Answering]:
    """Listen at a port of this machine."""
    with ThreadingHTTPServer(("127.0.0.1", 0), _Handler) as server:
        told = Answering(f"http://127.0.0.1:{server.server_port}")
        server.RequestHandlerClass = partial(_Handler, told)
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield told
        finally:
            server.shutdown()
            thread.join()


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def __init__(self, told: Answering, *given: Any) -> None:
        self._told = told
        super().__init__(*given)

    def _exchange(self) -> None:
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        headers = list(self.headers.items())
        request = httpx.Request(self.command, self._told.origin + self.path, headers=headers, content=body)
        answer = self._told.answer(request)
        self.send_response(answer.status_code)
        for name, value in answer.headers.items():
            self.send_header(name, value)
        if "content-length" not in answer.headers and answer.status_code != 204:
            self.send_header("content-length", str(len(answer.content)))
        self.end_headers()
        self.wfile.write(answer.content)

    do_GET = do_POST = do_PUT = do_PATCH = do_DELETE = _exchange  # noqa: N815 - the names are the library's

    def log_message(self, *_: Any) -> None:
        """Say nothing."""
