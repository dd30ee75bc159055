"""What a game asks of a Login server: the calls of one project, their answers as they come."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from types import TracebackType
from typing import Any, Self, TypeVar
from urllib.parse import parse_qs, urlsplit

import httpx
from attrs import evolve, frozen

from login_contract.suite.actors.control import Control, Message

T = TypeVar("T")
PASSWORD = "correct-horse-7"
CALLBACK = "https://example.com/callback"
# With a bound on idle connections the pool closes one that another thread is about to use.
MANY_AT_ONCE = httpx.Limits(max_keepalive_connections=None)


@frozen
class Game:
    """One project of one server; close it, or use it in a ``with`` block."""

    http: httpx.Client
    control: Control
    project_id: str

    @classmethod
    def at(cls, origin: str, *, admin_token: str | None = None, **settings: Any) -> Self:
        """Make a fresh project at a server."""
        with contextlib.ExitStack() as opened:
            control = opened.enter_context(Control(origin, admin_token=admin_token))
            http = opened.enter_context(
                httpx.Client(base_url=origin, timeout=30, trust_env=False, limits=MANY_AT_ONCE)
            )
            game = cls(http, control, control.put_project(**settings))
            opened.pop_all()
        return game

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.http.close()
        self.control.close()

    def another(self, **settings: Any) -> Self:
        """Make another project at the same server."""
        return evolve(self, project_id=self.control.put_project(**settings))

    def configure(self, **settings: Any) -> None:
        """Change settings of the project."""
        self.control.change_project(self.project_id, **settings)

    def call(
        self,
        method: str,
        path: str,
        *,
        body: Any = None,
        bearer: str | None = None,
        headers: Mapping[str, str] | None = None,
        **query: Any,
    ) -> httpx.Response:
        """Send a request below ``/api`` for this project."""
        return self.http.request(
            method,
            f"/api{path}",
            params={"projectId": self.project_id, **query},
            json=body,
            headers={**(headers or {}), **({"Authorization": f"Bearer {bearer}"} if bearer else {})},
        )

    def register(self, username: str, *, email: str | None = None, **query: Any) -> httpx.Response:
        """Register an account."""
        body = {"username": username, "password": PASSWORD, "email": email or f"{username}@example.com"}
        return self.call("POST", "/user", body=body, **query)

    def login(
        self,
        username: str,
        password: str = PASSWORD,
        *,
        headers: Mapping[str, str] | None = None,
        **query: Any,
    ) -> httpx.Response:
        """Log in with a password."""
        body = {"username": username, "password": password}
        return self.call("POST", "/login", body=body, headers=headers, **query)

    def request_code(self, recipient: str, **body: Any) -> httpx.Response:
        """Ask for a one-time code by mail, or by SMS to a number."""
        way, name = _channel(recipient)
        return self.call("POST", f"/login/{way}/request", body={name: recipient, **body})

    def confirm_code(self, recipient: str, code: str, operation_id: str, **query: Any) -> httpx.Response:
        """Confirm a one-time code."""
        way, name = _channel(recipient)
        body = {name: recipient, "code": code, "operation_id": operation_id}
        return self.call("POST", f"/login/{way}/confirm", body=body, **query)

    def message(self, recipient: str, kind: str | None = None) -> Message:
        """Return the newest message of this project to a recipient."""
        return self.control.last_message(recipient, kind=kind, project_id=self.project_id)

    def code_for(self, recipient: str, **body: Any) -> tuple[str, str]:
        """Have a code sent; return it and its ``operation_id``."""
        answer = self.request_code(recipient, **body)
        assert answer.status_code == 200, answer.text
        message = self.message(recipient, "one_time_code")
        assert message.code is not None
        return message.code, answer.json()["operation_id"]

    def token_by_code(self, recipient: str, **query: Any) -> str:
        """Log in with a one-time code; return the token."""
        return token_of(self.confirm_code(recipient, *self.code_for(recipient), **query))

    def poll(self, login: str, operation_id: str) -> httpx.Response:
        """Wait until the link of a message is opened."""
        return self.call("GET", "/otc/code", login=login, operation_id=operation_id)

    def open(self, link: str | None) -> httpx.Response:
        """Open a link of a message at this server, without following its redirect."""
        assert link is not None
        parts = urlsplit(link)
        return self.http.get(f"{parts.path}?{parts.query}")

    def reset_link(self, username: str, email: str) -> tuple[str, str]:
        """Have a reset link mailed; return its ``user_id`` and ``code``."""
        assert self.call("POST", "/password/reset/request", body={"username": username}).status_code == 204
        query = query_of(self.message(email, "password_reset").link or "")
        return query["user_id"], query["code"]

    def set_password(self, user_id: str, code: str, password: str) -> httpx.Response:
        """Set a new password with what a reset link carries."""
        body = {"user_id": user_id, "reset_code": code, "new_password": password}
        return self.call("POST", "/password/reset/confirm", body=body)

    def validate(self, token: str) -> httpx.Response:
        """Ask whether a token is valid."""
        return self.http.post("/api/token/validate", json={"token": token})

    def update_token(self, token: str, fields: Mapping[str, str], **body: Any) -> httpx.Response:
        """Answer what the project asks for."""
        return self.call(
            "POST", "/token/update", body={"token": token, "updatedFields": fields, "email": "", **body}
        )


def _channel(recipient: str) -> tuple[str, str]:
    return ("email", "email") if "@" in recipient else ("phone", "phone_number")


def query_of(url: str) -> dict[str, str]:
    """Return the query parameters of a URL."""
    return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}


def token_of(response: httpx.Response) -> str:
    """Return the token that an answer or a redirect carries."""
    if response.is_redirect:
        return query_of(response.headers["location"])["token"]
    assert response.status_code == 200, response.text
    answer = response.json()
    return query_of(answer.get("login_url") or answer["redirect_url"])["token"]


def refusal(response: httpx.Response) -> tuple[int, str]:
    """Return status and code of an error envelope."""
    error = response.json()["error"]
    assert error["description"]
    return response.status_code, error["code"]


def at_once(calls: Sequence[Callable[[], T]]) -> list[T]:
    """Make calls from as many threads, none before all are ready."""
    ready = Barrier(len(calls))

    def call(one: Callable[[], T]) -> T:
        ready.wait(10)
        return one()

    with ThreadPoolExecutor(len(calls)) as threads:
        return list(threads.map(call, calls))
