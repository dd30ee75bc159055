"""A Login server that is not the mock, as far as anybody can tell: one without a control interface."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Callable, Iterator
from typing import Any

from attrs import define, field
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.project import DEFAULT_PROJECT
from login_contract.mock.settings.server import MockSettings

Alter = Callable[[Scope, Message], None]
# Any server shows what its users have uploaded.
PICTURES = "/pictures/"
OUTBOX, MAILBOX = "/_mock/outbox", "/mailbox"


@define
class Foreign:
    """The running server: its address, and the method and path of every request that reached its API."""

    url: str = ""
    requests: list[tuple[str, str]] = field(factory=list)

    @property
    def mailbox(self) -> str:
        """The address that tells the last message to a recipient, as a setting of the suite."""
        return f"{self.url.removesuffix('/api')}{MAILBOX}?recipient={{recipient}}"


@contextlib.contextmanager
def foreign_server(
    alter: Alter | None = None, *, gate: tuple[bytes, bytes] | None = None, **settings: Any
) -> Iterator[Foreign]:
    """Serve the mock's API alone; ``alter`` may change the messages of an answer before they leave.

    Behind a ``gate`` everything is answered 403 that does not have this header, its name in lower case.
    ``settings`` are those of the project.
    """
    foreign = Foreign()
    project = {**DEFAULT_PROJECT, "otc_wait_seconds": 0.1, **settings}
    mock = EmbeddedMock(MockSettings(projects=(project,)))
    mock.app = _without_control(mock.app, foreign, alter, gate)  # type: ignore[assignment]
    with mock:
        foreign.url = mock.base_url
        yield foreign


def _without_control(
    app: ASGIApp, foreign: Foreign, alter: Alter | None, gate: tuple[bytes, bytes] | None
) -> ASGIApp:
    class Facade:
        async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
            if scope["type"] != "http":
                await app(scope, receive, send)
            elif scope["path"] == MAILBOX:
                await (await _last_message(app, scope, receive))(scope, receive, send)
            elif gate is not None and gate not in scope["headers"]:
                await PlainTextResponse("no entry", 403)(scope, receive, send)
            elif scope["path"].startswith(PICTURES):
                await app(scope, receive, send)
            elif not scope["path"].startswith("/api"):
                await PlainTextResponse("nothing here", 404)(scope, receive, send)
            else:
                foreign.requests.append((scope["method"], scope["path"].removeprefix("/api")))
                await app(scope, receive, lambda message: self.pass_on(scope, message, send))

        async def pass_on(self, scope: Scope, message: Message, send: Send) -> None:
            if alter is not None:
                alter(scope, message)
            await send(message)

        def close(self) -> None:
            app.close()  # type: ignore[attr-defined]

    return Facade()


async def _last_message(app: ASGIApp, scope: Scope, receive: Receive) -> PlainTextResponse:
    """Return the text of the last message to a recipient, as a mailbox would show it."""
    body: list[bytes] = []

    async def keep(message: Message) -> None:
        body.append(message.get("body", b""))

    await app({**scope, "path": OUTBOX, "raw_path": OUTBOX.encode()}, receive, keep)
    messages = json.loads(b"".join(body))["messages"]
    if not messages:
        return PlainTextResponse("no message", 404)
    return PlainTextResponse(f"{messages[0]['subject']}\n\n{messages[0]['text']}")
