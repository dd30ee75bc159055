"""Serves an ASGI application on this machine from a thread: the key server, a reference partner in tests."""

from __future__ import annotations

import asyncio
import errno
import logging
import os
import socket
import threading
from types import TracebackType
from typing import Any, Self

import uvicorn

from login_contract.errors import UsageError

HOST = "127.0.0.1"
START_SECONDS = 20


class LocalServer:
    """A context manager: the application answers at ``origin`` until it ends. Port 0 takes a free one.

    Raises:
        UsageError: the port is taken; ``flag`` names the option that chooses another.
    """

    def __init__(self, app: Any, *, port: int = 0, flag: str = "--port") -> None:
        self._listener = listen(port, flag=flag)
        self.origin = f"http://{HOST}:{self._listener.getsockname()[1]}"
        self._server = uvicorn.Server(configuration(app))
        self._started = threading.Event()
        self._thread = threading.Thread(target=self._run, name="webhooks-server", daemon=True)

    def _run(self) -> None:
        asyncio.run(self._serve())

    async def _serve(self) -> None:
        serving = asyncio.create_task(self._server.serve(sockets=[self._listener]))
        while not self._server.started and not serving.done():
            await asyncio.sleep(0.002)
        self._started.set()
        await serving

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._started.wait(START_SECONDS) or not self._server.started:
            raise RuntimeError(f"no server started at {self.origin}")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        self._thread.join(START_SECONDS)
        self._listener.close()


def configuration(app: Any) -> uvicorn.Config:
    """Return how an application is served: quietly, with nothing but HTTP."""
    return uvicorn.Config(
        app,
        lifespan="off",
        ws="none",
        proxy_headers=False,
        log_config=None,
        log_level=logging.CRITICAL,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=1,
    )


def listen(port: int, *, flag: str) -> socket.socket:
    """Take a port on loopback.

    Raises:
        UsageError: it is taken, or may not be used.
    """
    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((HOST, port))
        listener.listen(256)
    except OSError as problem:
        listener.close()
        taken = problem.errno == errno.EADDRINUSE
        reason = "the port is taken" if taken else problem.strerror or str(problem)
        raise UsageError(f"{flag} {port}: {reason}; choose another") from problem
    return listener
