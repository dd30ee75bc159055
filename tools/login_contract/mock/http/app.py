"""The ASGI application: what it is made of, how it starts and stops; the pipeline answers its requests."""

from __future__ import annotations

import asyncio
from typing import Any

from starlette.requests import Request
from starlette.types import Receive, Scope, Send

from login_contract.mock import seeding
from login_contract.mock.arrival import Arrival
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.http import functions, pipeline
from login_contract.mock.http.protocol import ARRIVAL, MOMENT, STOP_WAITING, TELL
from login_contract.mock.http.visit import Served, Visit
from login_contract.mock.services import Services
from login_contract.mock.settings.server import MockSettings
from login_contract.mock.store.opening import open_store

# Whoever starts a server waits for its first answer.
AFTER_START_SECONDS = 0.2


def create_app(settings: MockSettings | None = None) -> MockServer:
    """Build the server: open the store, create the configured projects that it lacks."""
    settings = settings or MockSettings()
    store = open_store(settings.database_url, throwaway=settings.throwaway)
    try:
        return MockServer(settings, Services.build(settings, store))
    except BaseException:
        store.close()
        raise


class MockServer:
    """One ASGI application and the services behind it."""

    def __init__(self, settings: MockSettings, services: Services) -> None:
        self.settings = settings
        self.services = services
        self.served = Served(compiled(), functions.endpoints(), services)
        self.standings = services.store.run(lambda tx: seeding.start(tx, services))

    def close(self) -> None:
        """Close the store."""
        self.services.store.close()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one ASGI connection."""
        if scope["type"] == "lifespan":
            await self._lifespan(scope, receive, send)
        elif scope["type"] == "http":
            # Where the server does not tell it; whatever has the request sent, got every answer before.
            now = self.services.store.moment()
            scope.setdefault("extensions", {}).setdefault(ARRIVAL, Arrival(now, now))
            await pipeline.serve(Visit(self.served, Request(scope, receive), send))
        else:
            raise ValueError(f"{scope['type']} connections are not served")

    async def _lifespan(self, scope: Scope, receive: Receive, send: Send) -> None:
        state = scope.get("state", {})
        state[STOP_WAITING] = self.services.watch.stop
        state[TELL] = self.services.terminal.refusal
        state[MOMENT] = self.services.store.moment
        worker = self.services.delivery_worker
        spare_keys = self.services.keys.spare
        delivering: asyncio.Task[None] | None = None
        while True:
            message: Any = await receive()
            if message["type"] == "lifespan.startup":
                delivering = asyncio.create_task(worker.run())
                asyncio.get_running_loop().call_later(AFTER_START_SECONDS, spare_keys.begin)
            elif delivering is not None:
                worker.stop()
                spare_keys.stop()
                await delivering
            await send({"type": f"{message['type']}.complete"})
            if message["type"] == "lifespan.shutdown":
                return
