"""A game's page in a project of its own: the SDK configured for it, and what its players receive."""

from __future__ import annotations

from typing import Any
from urllib.parse import parse_qs, urlsplit
from uuid import uuid4

from attrs import field, frozen

from login_contract.http_client import make_client
from login_contract.suite.actors.control import Control, Message

from .javascript import JavaScriptSdk

CALLBACK = "https://example.com/callback"
PASSWORD = "correct horse 1"


@frozen(kw_only=True)
class Person:
    """Data of someone who plays; nothing of it is used twice."""

    username: str = field(factory=lambda: f"person-{uuid4().hex[:12]}")
    password: str = PASSWORD
    phone_number: str = field(factory=lambda: f"+1{uuid4().int % 10**10:010d}")

    @property
    def email(self) -> str:
        """An address that nobody else has."""
        return f"{self.username}@example.com"

    @property
    def credentials(self) -> dict[str, dict[str, str]]:
        """What the SDK's `login` takes."""
        return {"credentials": {"username": self.username, "password": self.password}}

    @property
    def user_info(self) -> dict[str, Any]:
        """What the SDK's `signup` takes."""
        data = {"username": self.username, "email": self.email, "password": self.password}
        return {"userInfo": {**data, "fields": {"nickname": "Nick"}}}


@frozen
class Game:
    """One project and one page."""

    sdk: JavaScriptSdk
    control: Control
    api: str
    project_id: str

    @property
    def config(self) -> dict[str, object]:
        """What the SDK is configured with unless a test says otherwise: JWT mode."""
        return {
            "apiUrl": self.api,
            "projectId": self.project_id,
            "callbackUrl": CALLBACK,
            "fullLocale": "en-US",
        }

    def configure(self, **config: object) -> None:
        """Opens a fresh page in a browser without cookies."""
        self.sdk.configure(**{**self.config, **config})

    def revisit(self, **config: object) -> None:
        """Opens a fresh page in the same browser, which kept its cookies."""
        self.sdk.revisit(**{**self.config, **config})

    def settings(self, **changed: Any) -> None:
        """Changes settings of the project."""
        self.control.change_project(self.project_id, **changed)

    def member(self, **data: object) -> Person:
        """Makes a confirmed user with a password."""
        person = Person()
        login = {"username": person.username, "email": person.email, "password": person.password}
        self.control.create_user(self.project_id, **{**login, **data})
        return person

    def message(self, recipient: str, kind: str | None = None) -> Message:
        """The newest message that the recipient got from this project."""
        return self.control.last_message(recipient, kind=kind, project_id=self.project_id)

    def messages(self, recipient: str) -> list[Message]:
        """All messages that the recipient got from this project, newest first."""
        return self.control.messages(recipient, project_id=self.project_id)

    def code(self, recipient: str) -> str:
        """The one-time code in the newest message to the recipient."""
        return self.control.last_code(recipient, project_id=self.project_id)

    def accepts(self, token: str) -> bool:
        """Whether the API still takes the token for valid."""
        address = f"{self.api}/token/validate"
        with make_client() as anybody:
            return anybody.post(address, json={"token": token}).status_code == 204


def open_link(link: str | None) -> str:
    """Opens a mailed link as a mail program does, without cookies; returns where it sends the browser."""
    assert link is not None
    with make_client() as mail_program:
        answer = mail_program.get(link)
    assert answer.status_code == 302, answer.text
    location: str = answer.headers["location"]
    return location


def query_of(url: str) -> dict[str, str]:
    """The query of a URL, each name once."""
    return {name: value for name, [value] in parse_qs(urlsplit(url).query, strict_parsing=True).items()}


def token_in(url: str) -> str:
    """The user token that a `login_url` carries, which has to lead to the callback."""
    assert url.startswith(f"{CALLBACK}?")
    return query_of(url)["token"]


def wrong(code: str) -> str:
    """A code of the same form that is not this one."""
    return code[:-1] + str((int(code[-1]) + 1) % 10)
