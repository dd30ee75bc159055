"""The address of a project's keys in memory, and validators of users' tokens that use it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from typing import Any
from uuid import UUID

import httpx
from attrs import define, field
from xsolla_login_client.signed_tokens.project_keys import ProjectKeys
from xsolla_login_client.signed_tokens.proofs import PublicKeys
from xsolla_login_client.token_validator import TokenValidator

from tests.webhooks_examples.signing import PROJECT, SECRET, claims, key_set

BASE_URL = "https://login.example/api"
NOW = 1_800_000_000


def user_claims(**changes: Any) -> dict[str, Any]:
    """Those of a good token of a user; a change to None leaves the claim out."""
    usual = {"iat": NOW, "exp": NOW + 300, "sub": "user-1", "request_type": None}
    return claims(**(usual | changes))


@define
class KeyServer:
    """Counts how often its keys are fetched."""

    answer: Callable[[], httpx.Response] = lambda: httpx.Response(200, json=key_set())
    fetches: int = 0
    now: float = 1000.0
    delay: float = 0.0
    lock: threading.Lock = field(factory=threading.Lock)
    seen: list[httpx.Request] = field(factory=list)

    def handle(self, request: httpx.Request) -> httpx.Response:
        with self.lock:
            self.fetches += 1
            self.seen.append(request)
        time.sleep(self.delay)
        return self.answer()

    def validator(self, *, stale: float = 3600.0, **options: Any) -> TokenValidator:
        http = httpx.Client(transport=httpx.MockTransport(self.handle))
        keys = ProjectKeys(UUID(PROJECT), base_url=BASE_URL, http=http, stale=stale, clock=lambda: self.now)
        return TokenValidator(PROJECT, PublicKeys(keys), clock=lambda: NOW, **options)


def by_keys(**options: Any) -> TokenValidator:
    return KeyServer().validator(**options)


def by_secret(**options: Any) -> TokenValidator:
    return TokenValidator.by_secret(PROJECT, secret=SECRET, **{"clock": lambda: NOW, **options})
