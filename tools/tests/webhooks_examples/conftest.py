from __future__ import annotations

import importlib.util
import json
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import ModuleType
from typing import Any

import pytest
import uvicorn
from attrs import frozen
from werkzeug.serving import make_server

from login_contract import resources
from tests.webhooks_examples.signing import PROJECT, SECRET, hs256, key_set, rs256


@frozen
class Receiver:
    """An example that listens, and how its project signs."""

    url: str
    sign: Callable[[dict[str, Any]], str]
    module: ModuleType


@pytest.fixture(params=["flask", "starlette"])
def receiver(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """The examples, each served as its framework is: Flask by threads, Starlette by an event loop."""
    monkeypatch.setenv("LOGIN_PROJECT_ID", PROJECT)
    monkeypatch.setenv("LOGIN_SECRET", SECRET)
    with _key_server() as jwks_url:
        monkeypatch.setenv("LOGIN_JWKS_URL", jwks_url)
        module = _load(f"{request.param}_receiver")
        if request.param == "flask":
            with _threads(module.app) as url:
                yield Receiver(url, hs256, module)
        else:
            with _event_loop(module.app) as url:
                yield Receiver(url, rs256, module)


def _load(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, resources.checkout() / "examples" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@contextmanager
def _threads(app: Any) -> Iterator[str]:
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@contextmanager
def _event_loop(app: Any) -> Iterator[str]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="off"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    while not server.started:
        time.sleep(0.01)
    yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    server.should_exit = True
    thread.join()
    listener.close()


class _Keys(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        body = json.dumps(key_set()).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        pass


@contextmanager
def _key_server() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), _Keys) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,))
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/jwks"
        server.shutdown()
        thread.join()
