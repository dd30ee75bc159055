"""What is measured: the requests, and how fast the mock has to be beside the stateless one."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import urlencode

from attrs import frozen

PROJECT = "4f1c7a4e-6d0b-4b7e-9a54-0c6f0a3f5d10"
LOGIN_URL = "https://example.com/callback"
PUBLIC_CLIENT = "1001"


@frozen(kw_only=True)
class Case:
    """One request that is repeated; `target` is the wanted ratio of the mock's rate to the other's, if any.

    The body is JSON, or with `form` that of an HTML form. With `chain` every answer renews the next request.
    """

    name: str
    path: str
    query: dict[str, str]
    body: dict[str, Any]
    target: float | None = None
    form: bool = False
    chain: Chain | None = None

    @property
    def address(self) -> str:
        """Path and query below the address of the API."""
        return f"{self.path}?{urlencode(self.query)}" if self.query else self.path

    @property
    def payload(self) -> str:
        """The body as text."""
        return urlencode(self.body) if self.form else json.dumps(self.body)

    @property
    def content_type(self) -> str:
        """The media type of the body."""
        return "application/x-www-form-urlencoded" if self.form else "application/json"


@frozen(kw_only=True)
class Chain:
    """A property that an answer gives to the connection's next request, because it can be used once only.

    `first` is the case whose answer has it before there is any other.
    """

    name: str
    first: Case


QUERY = {"projectId": PROJECT, "login_url": LOGIN_URL}
CREDENTIALS = {"username": "demo", "password": "password123"}

LOGIN = Case(name="login", path="/login", query=QUERY, body=CREDENTIALS, target=1.0)
EMAIL_REQUEST = Case(
    name="email",
    path="/login/email/request",
    query=QUERY,
    body={"email": "player@example.com"},
    target=2.2,
)
TOKEN_LOGIN = Case(
    name="token",
    path="/oauth2/login/token",
    query={"client_id": PUBLIC_CLIENT, "scope": "offline"},
    body=CREDENTIALS,
    target=1.0,
)
REFRESH = Case(
    name="refresh",
    path="/oauth2/token",
    query={},
    body={"grant_type": "refresh_token", "client_id": PUBLIC_CLIENT},
    target=0.8,
    form=True,
    chain=Chain(name="refresh_token", first=TOKEN_LOGIN),
)


def validation(token: str) -> Case:
    """The case that checks `token`, which has to be valid: a refusal would be cheaper."""
    return Case(name="validate", path="/token/validate", query={}, body={"token": token}, target=3.0)


NAMES = ("login", "email", "validate", "token", "refresh")
