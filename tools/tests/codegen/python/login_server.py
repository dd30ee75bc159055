"""A Login server in memory: one login, whose tokens it replaces, refuses and counts."""

from __future__ import annotations

import asyncio
import threading
import time
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qs

import httpx
from attrs import define, field, frozen
from xsolla_login_client.token_auth import TokenAuth, Tokens

ORIGIN = "https://login.example"
BASE_URL = f"{ORIGIN}/api"
LIFETIME = 3600
PATIENCE = 10.0

Answer = Callable[[], httpx.Response]


def envelope(status: int, code: str, description: str = "No.") -> httpx.Response:
    return httpx.Response(status, json={"error": {"code": code, "description": description}})


@frozen
class Seen:
    """A request as it was when it came: the same object is sent again."""

    host: str
    path: str
    authorization: str | None
    body: bytes

    @classmethod
    def of(cls, request: httpx.Request) -> Seen:
        return cls(request.url.host, request.url.path, request.headers.get("authorization"), request.read())


@define
class LoginServer:
    """Good are the tokens of the newest number; a refresh token works once."""

    number: int = 0
    valid_refresh: str = "refresh0"
    refreshes: int = 0
    misused: int = 0
    seen: list[Seen] = field(factory=list)
    #: Said instead of new tokens.
    instead: Answer | None = None
    #: How a token that is not good is refused.
    refusal: Answer = lambda: envelope(401, "002-016")
    #: So many requests are refused before any is answered.
    awaited: int = 0
    refused: int = 0
    #: New tokens are given when this is set.
    gate: threading.Event = field(factory=threading.Event)
    #: Seconds that new tokens take.
    delay: float = 0.0
    changed: threading.Condition = field(factory=threading.Condition)
    now: float = 1_000_000.0

    def __attrs_post_init__(self) -> None:
        self.gate.set()

    def clock(self) -> float:
        return self.now

    def tokens(self, number: int | None = None) -> Tokens:
        which = self.number if number is None else number
        return Tokens(f"access{which}.b.c", f"refresh{which}", self.now + LIFETIME)

    def handle(self, request: httpx.Request) -> httpx.Response:
        if request.url.path == "/api/oauth2/token":
            return self._grant(request)
        answer = self._judge(request)
        with self.changed:
            assert self.changed.wait_for(lambda: self.refused >= self.awaited, PATIENCE)
        return answer

    async def handle_async(self, request: httpx.Request) -> httpx.Response:
        answer = self._judge(request)
        async with asyncio.timeout(PATIENCE):
            while self.refused < self.awaited:
                await asyncio.sleep(0.001)
        return answer

    def _judge(self, request: httpx.Request) -> httpx.Response:
        with self.changed:
            self.seen.append(Seen.of(request))
            if request.headers.get("authorization") == f"Bearer access{self.number}.b.c":
                return httpx.Response(200, json={"number": self.number})
            self.refused += 1
            self.changed.notify_all()
            return self.refusal()

    def end(self) -> None:
        """End the access token of the login, but not its refresh token."""
        self.number += 1

    def _grant(self, request: httpx.Request) -> httpx.Response:
        with self.changed:
            self.refreshes += 1
        time.sleep(self.delay)
        assert self.gate.wait(PATIENCE)
        form = parse_qs(request.read().decode())
        if self.instead is not None:
            return self.instead()
        if form["refresh_token"] != [self.valid_refresh]:
            self.misused += 1
            return envelope(400, "010-023", "The refresh token is not valid.")
        self.number += 1
        self.valid_refresh = f"refresh{self.number}"
        return httpx.Response(
            200,
            json={
                "access_token": f"access{self.number}.b.c",
                "token_type": "bearer",
                "expires_in": LIFETIME,
                "refresh_token": self.valid_refresh,
            },
        )

    def auth(self, tokens: Tokens | None = None, **options: Any) -> TokenAuth:
        """Return what proves this login, and renews it here."""
        http = httpx.Client(transport=httpx.MockTransport(self.handle))
        given = {"client_id": 1001, "base_url": BASE_URL, "http": http, "clock": self.clock, **options}
        return TokenAuth(tokens or self.tokens(), **given)

    def client(self, auth: httpx.Auth, **options: Any) -> httpx.Client:
        return httpx.Client(
            transport=httpx.MockTransport(self.handle), base_url=BASE_URL, auth=auth, **options
        )

    def async_client(self, auth: httpx.Auth) -> httpx.AsyncClient:
        return httpx.AsyncClient(
            transport=httpx.MockTransport(self.handle_async), base_url=BASE_URL, auth=auth
        )

    def until_asked(self) -> None:
        """Wait until somebody asks for new tokens."""
        end = time.monotonic() + PATIENCE
        while not self.refreshes:
            assert time.monotonic() < end
            time.sleep(0.001)
