from __future__ import annotations

import importlib.util
import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from attrs import frozen
from werkzeug.serving import make_server

from login_contract import npm, resources
from login_contract.local_server import LocalServer
from login_contract.plain_server import PlainHandler, PlainServer
from tests.node_or_skip import NodeOrSkip
from tests.webhooks_examples.node_webhooks import NodeProcess, NodeWebhooks
from tests.webhooks_examples.signing import PROJECT, SECRET, hs256, key_set, rs256


@frozen
class Receiver:
    """An example that listens, and how its project signs."""

    url: str
    sign: Callable[[dict[str, Any]], str]
    module: ModuleType


@pytest.fixture(scope="session")
def node() -> Path:
    """A Node, to run the examples and the package for it."""
    with NodeOrSkip():
        return npm.find_node().executable


@pytest.fixture(scope="module")
def node_process(node: Path) -> Iterator[NodeProcess]:
    with NodeProcess(node) as process:
        yield process


@pytest.fixture(scope="module")
def node_webhooks(node_process: NodeProcess) -> NodeWebhooks:
    """The webhooks part of the TypeScript client, as the checkout has it."""
    return NodeWebhooks(node_process)


@pytest.fixture(params=["flask", "starlette"])
def receiver(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Receiver]:
    """The examples, each served as its framework is: Flask by threads, Starlette by an event loop."""
    monkeypatch.setenv("LOGIN_PROJECT_ID", PROJECT)
    monkeypatch.setenv("LOGIN_SECRET", SECRET)
    with PlainServer(_Keys) as keys:
        monkeypatch.setenv("LOGIN_JWKS_URL", f"{keys.origin}/jwks")
        module = _load(f"{request.param}_receiver")
        if request.param == "flask":
            with _threads(module.app) as url:
                yield Receiver(url, hs256, module)
        else:
            with LocalServer(module.app) as server:
                yield Receiver(server.origin, rs256, module)


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


class _Keys(PlainHandler):
    def respond(self) -> None:
        self.answer(200, json.dumps(key_set()).encode())
