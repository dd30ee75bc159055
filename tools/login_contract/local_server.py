"""Serves an ASGI application from a thread of this process."""

from __future__ import annotations

import asyncio
import contextlib
import errno
import logging
import os
import socket
import threading
from collections.abc import Callable
from types import TracebackType
from typing import Any, Self

import uvicorn

from login_contract.errors import UsageError

HOST = "127.0.0.1"
START_SECONDS = 20
PAUSE_SECONDS = 0.005  # between two looks at what still answers
# How long a connection may be idle. Clients give theirs up sooner, so that no request meets the end of one.
PATIENCE_SECONDS = 75


class _ThreadServer(uvicorn.Server):
    """Says when it is ready, and ends at once: ticks and pauses of uvicorn cost a tenth of a second each."""

    def __init__(self, config: uvicorn.Config, ready: threading.Event) -> None:
        super().__init__(config)
        self._ready = ready
        self._ending = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self._ready.set()

    async def main_loop(self) -> None:
        # Every tenth tick, of which one is the first, renews the Date header.
        while not await self.on_tick(0):
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(1):
                    await self._ending.wait()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        for server in self.servers:
            server.close()
        for connection in list(self.server_state.connections):
            connection.shutdown()
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self.config.timeout_graceful_shutdown):
                while self.server_state.connections or self.server_state.tasks:
                    await asyncio.sleep(PAUSE_SECONDS)
        for task in self.server_state.tasks:
            task.cancel()
        await self.lifespan.shutdown()

    def end(self) -> None:
        """Stop serving; to be called in the loop."""
        self.should_exit = True
        self._ending.set()


class ServerThread:
    """A context manager: a thread with an event loop, in which uvicorn serves the listener until it ends.

    Raises:
        RuntimeError: the application did not start.
    """

    def __init__(
        self,
        configuration: uvicorn.Config,
        listener: socket.socket,
        *,
        loop_factory: Callable[[], asyncio.AbstractEventLoop] | None = None,
    ) -> None:
        self._ready = threading.Event()
        self._server = _ThreadServer(configuration, self._ready)
        self._listener = listener
        self._loop_factory = loop_factory
        self._thread = threading.Thread(target=self._run, name="local-server", daemon=True)
        self.loop: asyncio.AbstractEventLoop | None = None

    def _run(self) -> None:
        try:
            # What uvicorn ends a process with that cannot start.
            with contextlib.suppress(SystemExit), asyncio.Runner(loop_factory=self._loop_factory) as runner:
                self.loop = runner.get_loop()
                runner.run(self._server.serve(sockets=[self._listener]))
        finally:
            self._ready.set()

    def __enter__(self) -> Self:
        self._thread.start()
        if not self._ready.wait(START_SECONDS) or not self._server.started:
            self.__exit__(None, None, None)
            raise RuntimeError("the server did not start")
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.should_exit = True
        if self.loop is not None:
            with contextlib.suppress(RuntimeError):  # the loop has ended by itself
                self.loop.call_soon_threadsafe(self._server.end)
        self._thread.join(START_SECONDS)
        self._listener.close()


class LocalServer(ServerThread):
    """An application that answers at ``origin``; port 0 takes a free one.

    Raises:
        UsageError: the port is taken; ``flag`` names the option that chooses another.
    """

    def __init__(self, app: Any, *, port: int = 0, flag: str = "--port") -> None:
        listener = listen(port, flag=flag)
        super().__init__(configuration(app), listener)
        self.origin = f"http://{HOST}:{listener.getsockname()[1]}"


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
        timeout_keep_alive=PATIENCE_SECONDS,
        timeout_graceful_shutdown=1,
    )


def listen(port: int, *, flag: str) -> socket.socket:
    """Take a port on loopback for what a flag names.

    Raises:
        UsageError: it is taken, or may not be used.
    """
    try:
        return bound(HOST, port, backlog=256)
    except OSError as problem:
        raise UsageError(f"{flag} {port}: {why_not(problem)}; choose another") from problem


def bound(host: str, port: int, *, backlog: int) -> socket.socket:
    """Return a socket that listens.

    Raises:
        OSError: the address is taken, or may not be used.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # asyncio switches Nagle's delay, some 40 ms an answer, off only for sockets that say they are TCP.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        # Without it a port stays taken for a minute after the last run; Windows means something else by it.
        if os.name == "posix":
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen(backlog)
    except OSError:
        listener.close()
        raise
    return listener


def why_not(problem: OSError) -> str:
    """Say why an address cannot be listened on."""
    return "the port is taken" if problem.errno == errno.EADDRINUSE else problem.strerror or str(problem)
