"""Users, tokens, codes and links of the project that generated requests are sent to, made on demand."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any

from attrs import define, field

from login_contract.suite.actors.client_registrations import ClientRegistrations
from login_contract.suite.actors.control import Control, Message, SocialCredentials
from login_contract.suite.actors.jwt_client import PASSWORD, JwtClient, query_of, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, target_of, tokens_of

SETTINGS: Mapping[str, Any] = {
    "otc_wait_seconds": 0.05,
    "lockout": {"attempts": 1_000_000, "seconds": 1, "captcha": False},
    "ask_fields": [
        {"name": "phone_number", "type": "phone", "required": False, "step": 0, "confirmation_type": "code"},
        {"name": "country-name", "type": "str", "required": False, "step": 1},
    ],
}
BROWSER_COOKIE = "xl_sso"
SERVER_HEADER = "X-SERVER-AUTHORIZATION"


@define
class Stock:
    """Makes what a request needs to succeed, each time anew, through the API and the control interface."""

    jwt_client: JwtClient
    control: Control
    settings: Mapping[str, Any] = field(repr=False)
    clients: ClientRegistrations = field(factory=ClientRegistrations)
    _numbers: Any = field(factory=count, repr=False)
    _guarded: JwtClient | None = None
    _observed: OAuthClient | None = None

    @classmethod
    def at_a_fresh_project(
        cls, jwt_client: JwtClient, control: Control, settings: Mapping[str, Any]
    ) -> Stock:
        """Return the stock of a project that nothing has happened in yet."""
        clients = ClientRegistrations()
        project_id = control.put_project(**settings, oauth_clients=clients.settings())
        return cls(jwt_client.at(project_id), control, settings, clients)

    @property
    def oauth_client(self) -> OAuthClient:
        """Somebody who uses the project as its public OAuth 2.0 client."""
        return OAuthClient(jwt_client=self.jwt_client, clients=self.clients, client_id=self.clients.public)

    @property
    def server(self) -> OAuthClient:
        """The project's server, as its OAuth 2.0 client."""
        return self.oauth_client.of(self.clients.server)

    def number(self) -> int:
        """Return a number that was not in use yet."""
        return int(next(self._numbers))

    def name(self) -> str:
        """Return a name that nobody has yet."""
        return f"live-{self.number()}"

    def recipient(self, channel: str) -> str:
        """Return a mail address or a phone number that nobody has yet."""
        return f"+1202{self.number():08d}" if channel == "phone" else f"{self.name()}@example.com"

    def user(self, *, confirmed: bool = True) -> str:
        """Make a user with a password and return the username."""
        return self._user_of(self.jwt_client.project_id, confirmed=confirmed)

    def _user_of(self, project_id: str, *, confirmed: bool = True) -> str:
        name = self.name()
        self.control.create_user(
            project_id,
            username=name,
            email=f"{name}@example.com",
            password=PASSWORD,
            confirmed=confirmed,
        )
        return name

    def token(self) -> str:
        """Return a fresh user's token."""
        return token_of(self.jwt_client.login(self.user()))

    def browser(self) -> str:
        """Return the cookie of a browser in which a fresh user is signed in."""
        cookie: str = self.jwt_client.login(self.user()).cookies[BROWSER_COOKIE]
        self.jwt_client.http.cookies.clear()
        return cookie

    def link(self) -> tuple[str, str, str]:
        """Ask for a code with a link and return (recipient, link, operation_id)."""
        recipient = self.recipient("email")
        operation_id = self.jwt_client.request_code(recipient, send_link=True).json()["operation_id"]
        link = self.jwt_client.message(recipient, "one_time_code").link
        assert link, "a message with send_link carries no link"
        return recipient, link, operation_id

    def sent(self, operation_id: Any) -> list[Message]:
        """Return the messages of an operation."""
        return [
            each
            for each in self.jwt_client.messages(kind="one_time_code")
            if each.operation_id == operation_id
        ]

    def social(self, provider: str) -> SocialCredentials:
        """Return what a social network gives an application for somebody new."""
        return self.oauth_client.social(provider, self.name())

    @property
    def observer(self) -> OAuthClient:
        """The server of a project of its own, in which nothing happens that anybody had to be told of."""
        if self._observed is None:
            clients = ClientRegistrations()
            project_id = self.control.put_project(**self.settings, oauth_clients=clients.settings())
            jwt_client = self.jwt_client.at(project_id)
            self._observed = OAuthClient(jwt_client=jwt_client, clients=clients, client_id=clients.server)
        return self._observed

    def server_token(self) -> str:
        """Return a token of the server of the project of its own."""
        return str(tokens_of(self.observer.grant("client_credentials"))["access_token"])

    def listener(self, token: str, event_type: str) -> int:
        """Register an address for an event of that project and return its id."""
        added = self.observer.jwt_client.call(
            "add-webhook-for-event",
            path={"event_type": event_type},
            body={"url": f"https://example.com/{self.name()}"},
            headers={SERVER_HEADER: token},
        )
        return int(added.json()["id"])

    def challenge(self) -> tuple[str, str]:
        """Give a right password where a second factor is wanted; return (challenge_id, code)."""
        if self._guarded is None:
            project_id = self.control.put_project(**{**self.settings, "two_factor": "email"})
            self._guarded = self.jwt_client.at(project_id)
        name = self._user_of(self._guarded.project_id)
        challenge_id = query_of(target_of(self._guarded.login(name)))["challenge_id"]
        code = self._guarded.message(f"{name}@example.com", "one_time_code").code
        assert code, "the second factor's message carries no code"
        return challenge_id, code
