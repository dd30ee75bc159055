"""The reference partner as an ASGI application, and what it prints of every delivery."""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable
from typing import Any

from starlette.types import Receive, Scope, Send

from login_contract.lost_call import lost_call
from login_contract.partner_suite.deliveries import READ_AT_MOST, secrets_of
from login_contract.partner_suite.reference.partner import PartnerReply, PartnerRequest, ReferencePartner
from login_contract.suite.reporting.exchange import as_text
from login_contract.suite.reporting.masking import masked

Log = Callable[[str], None]
SHOWN = 500


class ReferencePartnerApp:
    """Serves a receiver; ``delay`` is in seconds, ``log`` gets a line for each delivery, secrets masked."""

    def __init__(self, receiver: ReferencePartner, *, delay: float = 0, log: Log | None = None) -> None:
        self._receiver = receiver
        self._delay = delay
        self._log = log

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        request = PartnerRequest(
            scope["method"],
            scope["path"],
            [(name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]],
            await _content(receive),
        )
        await asyncio.sleep(self._delay)
        reply = await asyncio.to_thread(self._answer, request)
        headers = [(name.encode(), value.encode()) for name, value in reply.headers]
        if reply.content is not None:
            headers.append((b"content-type", reply.media_type.encode()))
        headers.append((b"content-length", str(len(reply.content or b"")).encode()))
        if reply.status == 204:
            headers.pop()
        await send({"type": "http.response.start", "status": reply.status, "headers": headers})
        await send({"type": "http.response.body", "body": reply.content or b""})
        if self._log is not None:
            self._log(line(request, reply))

    def _answer(self, request: PartnerRequest) -> PartnerReply:
        import httpx

        try:
            return self._receiver.answer(request)
        except httpx.HTTPError as problem:
            text = f"The keys cannot be read: {lost_call(problem).clause}."
            return PartnerReply.of(503, {"error": {"code": "010-017", "description": text}})


def line(request: PartnerRequest, reply: PartnerReply) -> str:
    """Return a delivery and its answer in one line, passwords and tokens masked."""
    secrets = secrets_of(_json(request.content))
    body = _shown(masked(as_text(request.content[:READ_AT_MOST]), secrets=secrets))
    answer = _shown(masked(as_text(reply.content or b""), secrets=secrets))
    when = time.strftime("%H:%M:%S")
    return f"{when} {request.method} {request.path} {body} -> {reply.status} {answer}".rstrip()


async def _content(receive: Receive) -> bytes:
    """Read the body, but keep no more of it than is needed to see that it is too large."""
    content = bytearray()
    more = True
    while more:
        message = await receive()
        if len(content) <= READ_AT_MOST:
            content += message.get("body", b"")
        more = message.get("more_body", False)
    return bytes(content)


def _shown(text: str) -> str:
    text = " ".join(text.encode("utf-8", "backslashreplace").decode().split())
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def _json(content: bytes) -> Any:
    try:
        return json.loads(content)
    except (ValueError, RecursionError):
        return None
