"""Run the server: from the command line with any number of workers, or inside a test."""

from __future__ import annotations

import asyncio
import contextlib
import logging
import signal
import socket
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import Any
from urllib.parse import quote

import uvicorn
from attrs import evolve
from uvicorn.config import LOGGING_CONFIG

from login_contract.errors import UsageError
from login_contract.local_server import HOST, PATIENCE_SECONDS, ServerThread, bound, why_not
from login_contract.mock.http.app import MockServer, create_app
from login_contract.mock.http.in_process import Called, InProcessExchange
from login_contract.mock.http.protocol import MockProtocol
from login_contract.mock.settings import server as mock_settings
from login_contract.mock.settings.server import MockSettings

GRACE_SECONDS = 2
SPARE_KEYS = 2
CALL_SECONDS = 60
SWITCH_SECONDS = 0.0005


def serve(*, config: Path | None = None, **flags: Any) -> int:
    """Serve until interrupted; return the exit status.

    ``flags`` are those of ``MockSettings``; None leaves the value of the settings file.

    Raises:
        UsageError: a setting makes no sense, the port is taken, or the database does not answer.
    """
    settings = mock_settings.load(config, **flags)
    listener = _listen(settings.host, settings.port)
    settings = evolve(settings, port=listener.getsockname()[1], announce=True, spare_keys=SPARE_KEYS)
    # What stops services and CI jobs must not leave the temporary database behind, no more than Ctrl-C does.
    signal.signal(signal.SIGTERM, signal.default_int_handler)
    with (
        contextlib.suppress(KeyboardInterrupt),
        listener,
        _shared_database(settings) as settings,
        # Opened here also for workers, so that a wrong database is one line and not a line for each.
        contextlib.closing(_app_alone(settings)) as app,
    ):
        _greet(app)
        if settings.workers > 1:
            from uvicorn.supervisors import Multiprocess

            configuration = _configuration(partial(_app_alone, settings), workers=settings.workers)
            Multiprocess(configuration, sockets=[listener]).run()
        else:
            uvicorn.Server(_configuration(lambda: app)).run(sockets=[listener])
    return 0


def _app_alone(settings: MockSettings) -> MockServer:
    # The thread that signs waits this long for the interpreter; Python's 5 ms are ten logins.
    sys.setswitchinterval(SWITCH_SECONDS)
    return create_app(settings)


@contextlib.contextmanager
def _shared_database(settings: MockSettings) -> Iterator[MockSettings]:
    """Give the workers a database of their own for this run when no URL names one."""
    if settings.database_url is not None:
        yield settings
        return
    with tempfile.TemporaryDirectory(prefix="login-mock-", ignore_cleanup_errors=True) as folder:
        path = quote(str(Path(folder) / "login.db"))
        yield evolve(settings, database_url=f"sqlite:///{path}", throwaway=True)


def _configuration(app: Callable[[], MockServer], *, workers: int = 1, log: bool = True) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        factory=True,
        http=MockProtocol,
        workers=workers,
        lifespan="on",
        ws="none",
        proxy_headers=False,
        log_config=LOGGING_CONFIG if log else None,
        log_level=logging.WARNING,
        access_log=False,
        server_header=False,
        timeout_keep_alive=PATIENCE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )


def _listen(host: str, port: int) -> socket.socket:
    try:
        listener = bound(host, port, backlog=2048)
    except OSError as problem:
        raise UsageError(f"cannot listen on {host}:{port}: {why_not(problem)}") from problem
    listener.set_inheritable(True)
    return listener


def _greet(app: MockServer) -> None:
    from login_contract.mock import greeting

    greeting.show(app)


class SteadyLoop(asyncio.SelectorEventLoop):
    """An event loop whose timers go on while a test has frozen the clock that asyncio reads."""

    def __init__(self, monotonic: Callable[[], float]) -> None:
        self.time = monotonic  # type: ignore[method-assign]
        super().__init__()


def _steady_loop(monotonic: Callable[[], float]) -> asyncio.AbstractEventLoop:
    """Return a loop whose timers nobody stops: uvloop's own clock is out of reach, and it is much faster."""
    try:
        import uvloop
    except ImportError:
        return SteadyLoop(monotonic)
    return uvloop.new_event_loop()


class EmbeddedMock(ServerThread):
    """A mock on a free loopback port, served by a thread of this process, for tests.

    Used as a context manager: ``base_url`` ends in ``/api``, ``origin`` is what comes before it. Its
    wall time is that of this process, also where a test has frozen it; what it waits for in its loop follows
    ``monotonic``, seconds that nobody stops.
    """

    def __init__(
        self, settings: MockSettings | None = None, *, monotonic: Callable[[], float] = time.monotonic
    ) -> None:
        listener = _listen(HOST, 0)
        port = listener.getsockname()[1]
        self.settings = evolve(settings or MockSettings(), host=HOST, port=port)
        try:
            self.app = create_app(self.settings)
        except BaseException:
            listener.close()
            raise
        self.origin = f"http://{HOST}:{port}"
        self.base_url = f"{self.origin}/api"
        # Logging belongs to the process that this mock is embedded in.
        configuration = _configuration(lambda: self.app, log=False)
        super().__init__(configuration, listener, loop_factory=lambda: _steady_loop(monotonic))

    def call(self, method: str, target: str, *, headers: Mapping[str, str], body: bytes) -> Called:
        """Send a request to the application itself, past sockets and HTTP libraries, which tests replace.

        ``target`` is a path with its query, already encoded. To be called from another thread.

        Raises:
            TimeoutError: no answer came within ``CALL_SECONDS``.
        """
        sent = {"host": self.origin.partition("://")[2], **{name.lower(): headers[name] for name in headers}}
        exchange = InProcessExchange.begin(method, target, sent, body)
        if self.loop is None:
            raise RuntimeError("the embedded mock does not run")
        return asyncio.run_coroutine_threadsafe(exchange.run(self.app), self.loop).result(CALL_SECONDS)

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        super().__exit__(kind, value, trace)
        self.app.close()
