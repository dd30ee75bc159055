"""The mock's control interface, typed: read messages, move time, configure projects, make users."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from types import TracebackType
from typing import Any, Self
from uuid import uuid4

import httpx
from attrs import frozen

from login_contract.gateway import OPEN, Gateway
from login_contract.http_client import make_client

LINES_AT_ONCE = 500


class ControlError(AssertionError):
    """The control interface refused, or a message that a test waits for never came."""


@frozen(kw_only=True)
class Message:
    """A mail or SMS that the mock "sent", as its recipient sees it.

    ``channel`` is ``email`` or ``sms``; ``kind`` is ``account_confirmation``, ``one_time_code`` or
    ``password_reset``. ``locale`` is what was asked for, ``language`` that of the texts. What a message does
    not have is None.
    """

    id: str
    project_id: str
    channel: str
    recipient: str
    kind: str
    subject: str | None
    text: str
    html: str | None
    locale: str
    code: str | None = None
    link: str | None = None
    operation_id: str | None = None
    language: str | None = None
    created_at: Any = None


@frozen(kw_only=True)
class SocialCredentials:
    """What proves to the API who somebody is at a social network."""

    access_token: str
    code: str
    session_ticket: str


def admin_headers(token: str | None) -> dict[str, str]:
    """Return the headers that open a control interface guarded by ``--admin-token``."""
    return {"Authorization": f"Bearer {token}"} if token else {}


class Control:
    """A client of ``/_mock`` at one origin; close it, or use it in a ``with`` block."""

    def __init__(
        self,
        origin: str,
        *,
        admin_token: str | None = None,
        timeout: float = 30.0,
        event_hooks: Mapping[str, list[Any]] | None = None,
        gateway: Gateway = OPEN,
        way: httpx.BaseTransport | None = None,
    ) -> None:
        self.origin = origin.rstrip("/")
        self._client = make_client(
            base_url=self.origin,
            gateway=gateway,
            headers=admin_headers(admin_token),
            timeout=timeout,
            event_hooks=event_hooks,
            way=way,
        )

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, value: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the connections."""
        self._client.close()

    def request(self, method: str, path: str, **options: Any) -> Any:
        """Send a control request and return its decoded JSON answer, None when the answer is empty.

        Raises:
            ControlError: the answer is not 2xx.
        """
        answer = self._client.request(method, path, **options)
        if not answer.is_success:
            raise ControlError(f"{method} {path}: {answer.status_code} {answer.text[:500]}")
        return answer.json() if answer.content else None

    def project(self, project_id: str) -> dict[str, Any]:
        """Return the settings of a project."""
        settings: dict[str, Any] = self.request("GET", f"/_mock/projects/{project_id}")
        return settings

    def put_project(self, project_id: str | None = None, **settings: Any) -> str:
        """Create or replace a project and return its id; settings left out have their defaults."""
        project_id = project_id or str(uuid4())
        self.request("PUT", f"/_mock/projects/{project_id}", json={"project_id": project_id, **settings})
        return project_id

    def change_project(self, project_id: str, **settings: Any) -> None:
        """Change some settings of a project and leave the others."""
        kept = {name: value for name, value in self.project(project_id).items() if name != "users"}
        self.request("PUT", f"/_mock/projects/{project_id}", json={**kept, **settings})

    def create_user(self, project_id: str, **data: Any) -> dict[str, Any]:
        """Make a user of a project; ``data`` is what ``POST /_mock/users`` takes."""
        user: dict[str, Any] = self.request("POST", "/_mock/users", json={"project_id": project_id, **data})
        return user

    def create_users(self, users: Iterable[Mapping[str, Any]]) -> int:
        """Make a user of each of any number, one after the other as they come, and return how many.

        Each is what a line of ``POST /_mock/users`` may be, with a ``project_id`` of its own.

        Raises:
            ControlError: one of them cannot be made; those before it were.
        """
        lines = (json.dumps(user).encode() + b"\n" for user in users)
        headers = {"content-type": "application/jsonl"}
        answer = self.request("POST", "/_mock/users", content=_in_pieces(lines), headers=headers)
        created: int = answer["created"]
        return created

    def users(self, project_id: str) -> list[dict[str, Any]]:
        """Return the users of a project, the oldest first, with profile and attributes."""
        answer = self.request("GET", "/_mock/users", params={"project_id": project_id})
        found: list[dict[str, Any]] = answer["users"]
        return found

    def deliveries(self, project_id: str) -> list[dict[str, Any]]:
        """Return the calls of a project's webhooks, newest first."""
        answer = self.request("GET", "/_mock/webhooks", params={"project_id": project_id})
        found: list[dict[str, Any]] = answer["deliveries"]
        return found

    def messages(
        self,
        recipient: str | None = None,
        *,
        kind: str | None = None,
        project_id: str | None = None,
        wait: float | None = None,
    ) -> list[Message]:
        """Return the messages that match, newest first; wait up to ``wait`` seconds for a first one."""
        wanted = {"recipient": recipient, "kind": kind, "project_id": project_id, "wait": wait}
        given = {name: value for name, value in wanted.items() if value is not None}
        answer = self.request("GET", "/_mock/outbox", params=given)
        known = {attribute.name for attribute in Message.__attrs_attrs__}
        return [
            Message(**{name: value for name, value in message.items() if name in known})
            for message in answer["messages"]
        ]

    def last_message(
        self,
        recipient: str,
        *,
        kind: str | None = None,
        project_id: str | None = None,
        wait: float = 5.0,
    ) -> Message:
        """Return the newest message to a recipient.

        Raises:
            ControlError: none came within ``wait`` seconds.
        """
        found = self.messages(recipient, kind=kind, project_id=project_id, wait=wait)
        if not found:
            raise ControlError(f"no {kind or 'message'} for {recipient} within {wait} seconds")
        return found[0]

    def last_code(self, recipient: str, *, project_id: str | None = None, wait: float = 5.0) -> str:
        """Return the code in the newest one-time-code message to a recipient.

        Raises:
            ControlError: none came within ``wait`` seconds.
        """
        message = self.last_message(recipient, kind="one_time_code", project_id=project_id, wait=wait)
        if message.code is None:
            raise ControlError(f"the newest message to {recipient} carries no code")
        return message.code

    def clear_outbox(self) -> None:
        """Empty the outbox."""
        self.request("DELETE", "/_mock/outbox")

    def advance(self, seconds: float) -> None:
        """Move the mock's time forward, for all its projects."""
        self.request("POST", "/_mock/clock", json={"advance_seconds": seconds})

    def moved(self) -> bool:
        """Say whether the mock's time is not the real one."""
        return bool(self.request("GET", "/_mock/clock")["offset_seconds"])

    def token(self, **wanted: Any) -> str:
        """Return a token with the named ``defect``, signed by a project's key where the defect allows it."""
        answer: dict[str, str] = self.request("POST", "/_mock/tokens", json=wanted)
        return answer["token"]

    def social_credentials(
        self, project_id: str, provider: str, identity: str, **profile: str
    ) -> SocialCredentials:
        """Return what a social network's own SDK would give an application for one of its users.

        ``profile`` holds ``name``, ``email`` and ``picture`` of an identity that is not known there yet.
        """
        wanted = {"project_id": project_id, "provider": provider, "identity": identity, **profile}
        return SocialCredentials(**self.request("POST", "/_mock/social-tokens", json=wanted))

    def fault(self, **fault: Any) -> None:
        """Make an operation slow, failing or silent for a number of requests."""
        self.request("POST", "/_mock/faults", json=fault)

    def reset(self) -> None:
        """Return the mock to its configured state and to real time."""
        self.request("POST", "/_mock/reset")


def _in_pieces(lines: Iterator[bytes]) -> Iterator[bytes]:
    """Join lines, so that not every one of them is sent by itself."""
    while piece := b"".join(islice(lines, LINES_AT_ONCE)):
        yield piece
