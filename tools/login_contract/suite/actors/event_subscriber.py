"""A partner's server that wants to hear of what happens to the users of a project."""

from __future__ import annotations

from typing import Any

import httpx
from attrs import frozen

from login_contract.suite.actors.callback_server import CallbackServer
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient
from login_contract.suite.actors.oauth_client import OAuthClient, tokens_of

EVENT_TYPES = (
    "registration",
    "authorization",
    "email_confirmation",
    "link_social_account",
    "new_verified_user",
)
PATH = "/login-events"
HEADER = "X-SERVER-AUTHORIZATION"
NAME = "login-event"


@frozen(kw_only=True)
class EventSubscriber:
    """Registers addresses of its receiver as the project's server; ``oauth_client`` uses the same project."""

    oauth_client: OAuthClient
    receiver: CallbackServer

    @property
    def jwt_client(self) -> JwtClient:
        """Somebody who uses the project with JWT calls."""
        return self.oauth_client.jwt_client

    @property
    def control(self) -> Control:
        """The control interface of the target."""
        return self.oauth_client.control

    def token(self) -> str:
        """Return a fresh token of the project's server."""
        server = self.oauth_client.of(self.oauth_client.clients.server)
        return str(tokens_of(server.grant("client_credentials"))["access_token"])

    def call(
        self, operation_id: str, event_type: str, *, token: str | None = None, body: Any = None, **path: Any
    ) -> httpx.Response:
        """Call one of the operations that manage addresses; without a ``token`` with a good one."""
        __tracebackhide__ = True
        return self.jwt_client.call(
            operation_id,
            path={"event_type": event_type, **path},
            body=body,
            headers={HEADER: self.token() if token is None else token},
        )

    def add(self, event_type: str, *, path: str = PATH) -> int:
        """Register a path of the receiver for an event and return the registration's id."""
        __tracebackhide__ = True
        answer = self.call("add-webhook-for-event", event_type, body={"url": self.receiver.url(path)})
        assert answer.status_code == 200, answer.text
        return int(answer.json()["id"])

    def hear(self, *event_types: str, path: str = PATH) -> None:
        """Register a path of the receiver for these events, or for all."""
        __tracebackhide__ = True
        for event_type in event_types or EVENT_TYPES:
            self.add(event_type, path=path)

    def heard(self, count: int, *, path: str = PATH) -> list[dict[str, Any]]:
        """Wait until so many deliveries have come to a path, and return what they told, oldest first."""
        __tracebackhide__ = True
        return [received.json for received in self.receiver.wait_for(count, path=path)]

    def types(self, count: int, *, path: str = PATH) -> list[str]:
        """Wait for so many deliveries, and return what kinds of events they told of."""
        __tracebackhide__ = True
        return [event["event_type"] for event in self.heard(count, path=path)]

    def log(self) -> list[dict[str, Any]]:
        """Return the project's deliveries that the mock has logged, oldest first."""
        listed = self.control.deliveries(self.jwt_client.project_id)
        return [each for each in reversed(listed) if each["name"] == NAME]
