"""What is measured: three requests, and how fast the mock has to be beside the stateless one."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

from attrs import frozen

PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
LOGIN_URL = "https://example.com/callback"


@frozen(kw_only=True)
class Case:
    """One request that is repeated; `target` is the wanted ratio of the mock's rate to the other's."""

    name: str
    path: str
    query: dict[str, str]
    body: dict[str, Any]
    target: float

    @property
    def address(self) -> str:
        """Path and query below the address of the API."""
        return f"{self.path}?{urlencode(self.query)}" if self.query else self.path

    @property
    def payload(self) -> str:
        """The body as JSON text."""
        return json.dumps(self.body)


QUERY = {"projectId": PROJECT, "login_url": LOGIN_URL}

LOGIN = Case(
    name="login",
    path="/login",
    query=QUERY,
    body={"username": "demo", "password": "password123"},
    target=0.8,
)
EMAIL_REQUEST = Case(
    name="email",
    path="/login/email/request",
    query=QUERY,
    body={"email": "player@example.com"},
    target=1.5,
)


def validation(token: str) -> Case:
    """The case that checks `token`, which has to be valid: a refusal would be cheaper."""
    return Case(name="validate", path="/token/validate", query={}, body={"token": token}, target=2.0)


NAMES = ("login", "email", "validate")
