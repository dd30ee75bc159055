"""A partner with custom user-data storage: a project, its webhooks, and what came to them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import httpx
from attrs import frozen

from login_contract.description.storage_webhooks import NAMES
from login_contract.suite.actors.callback_server import Answering, CallbackServer, CannedAnswer, Received
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import JwtClient, query_of
from login_contract.suite.actors.oauth_client import OAuthClient, target_of, tokens_of
from login_contract.suite.actors.user_token import claims

PATIENCE_SECONDS = 20


def settings(receiver: CallbackServer, **changed: Any) -> dict[str, Any]:
    """Return the settings of a project whose partner answers at a receiver, every webhook at its name.

    Without ``webhook_timeout_seconds`` no partner is late because this machine is busy.
    """
    return {
        "storage": "custom",
        "confirmation_required": False,
        "webhook_timeout_seconds": PATIENCE_SECONDS,
        "webhooks": {name: receiver.url(f"/{name}") for name in NAMES},
        **changed,
    }


@frozen(kw_only=True)
class StoragePartner:
    """Keeps the passwords of a project, and users who log in there."""

    receiver: CallbackServer
    oauth_client: OAuthClient

    @property
    def jwt_client(self) -> JwtClient:
        """Somebody who uses the project with JWT calls."""
        return self.oauth_client.jwt_client

    @property
    def project_id(self) -> str:
        """The project."""
        return self.jwt_client.project_id

    @property
    def control(self) -> Control:
        """The control interface of the target."""
        return self.oauth_client.control

    def change(self, **changed: Any) -> None:
        """Change settings of the project."""
        self.control.change_project(self.project_id, **changed)

    def answer(
        self,
        webhook: str,
        status: int = 200,
        json: Any = None,
        *,
        body: bytes | str | None = None,
        headers: Mapping[str, str] | None = None,
        delay: float = 0,
    ) -> None:
        """Say what a webhook is answered from now on."""
        answer = CannedAnswer(status=status, json=json, body=body, headers=headers or {}, delay=delay)
        self.answer_by(webhook, answer)

    def answer_by(self, webhook: str, answering: Answering) -> None:
        """Say by a function what a webhook is answered from now on."""
        self.receiver.answers[f"/{webhook}"] = answering

    def refuse(self, webhook: str, code: str = "011-002", description: str = "Not today.") -> None:
        """Let a webhook be refused with an error object."""
        self.answer(webhook, 400, {"error": {"code": code, "description": description}})

    def asked(self, webhook: str) -> list[Received]:
        """Return the calls of a webhook so far, oldest first."""
        return self.receiver.of(f"/{webhook}")

    def gateway_token(self, webhook: str) -> str:
        """Return the token of the last call of a webhook."""
        scheme, _, token = self.asked(webhook)[-1].headers["authorization"].partition(" ")
        assert scheme == "Bearer"
        return token

    def told(self, webhook: str) -> dict[str, Any]:
        """Return the claims of the token of the last call of a webhook."""
        return claims(self.gateway_token(webhook))

    def users(self) -> list[dict[str, Any]]:
        """Return the users of the project, with profile and attributes."""
        return self.control.users(self.project_id)

    def user(self) -> dict[str, Any]:
        """Return the only user of the project."""
        (user,) = self.users()
        return user

    def attributes(self) -> dict[str, dict[str, Any]]:
        """Return the attributes of the only user of the project, by key."""
        return {each["key"]: each for each in self.user()["attributes"]}

    def deliveries(self, webhook: str | None = None) -> list[dict[str, Any]]:
        """Return the deliveries that the mock lists of the project, newest first."""
        listed = self.control.deliveries(self.project_id)
        return [each for each in listed if webhook in (None, each["name"])]

    def access_token(self, response: httpx.Response) -> str:
        """Return the user token that a login of any kind leads to.

        Raises:
            AssertionError: it is a refusal.
        """
        __tracebackhide__ = True
        if not response.is_redirect:
            assert response.status_code == 200, f"no login: {response.status_code} {response.text}"
            answer = response.json()
            if "access_token" in answer:
                return str(answer["access_token"])
            if "token" in answer and "login_url" not in answer:
                return str(answer["token"])
        query = query_of(target_of(response))
        if "token" in query:
            return query["token"]
        return str(tokens_of(self.oauth_client.exchange(query["code"]))["access_token"])

    def claims(self, response: httpx.Response) -> dict[str, Any]:
        """Return the claims of the user token that a login leads to."""
        __tracebackhide__ = True
        return claims(self.access_token(response))
