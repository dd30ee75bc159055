"""Users, tokens, codes and links of one project that requests are sent to, made on demand."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import count
from typing import Any
from uuid import uuid4

import httpx
from attrs import define, evolve, field

from login_contract.suite.actors.callback_server import CallbackServer
from login_contract.suite.actors.client_registrations import ClientRegistrations, KnownClients
from login_contract.suite.actors.control import Control, Message, SocialCredentials
from login_contract.suite.actors.jwt_client import PASSWORD, JwtClient, query_of, token_of
from login_contract.suite.actors.oauth_client import OAuthClient, target_of, tokens_of

SETTINGS: Mapping[str, Any] = {
    "otc_wait_seconds": 0.05,
    "export_pause_seconds": 0,
    "lockout": {"attempts": 1_000_000, "seconds": 1, "captcha": False},
    "ask_fields": [
        {"name": "phone_number", "type": "phone", "required": False, "step": 0, "confirmation_type": "code"},
        {"name": "country-name", "type": "str", "required": False, "step": 1},
    ],
}
NUMBERS = count()
BROWSER_COOKIE = "xl_sso"
SERVER_HEADER = "X-SERVER-AUTHORIZATION"


@define
class OtherProjects:
    """Projects beside that of a stock, made when they are first needed."""

    guarded: JwtClient | None = None
    observed: OAuthClient | None = None


@define
class Stock:
    """Makes what a request needs to succeed, each time anew, through the API and the control interface.

    With a ``user_token`` it is that one wherever a request takes a user's token.
    """

    oauth_client: OAuthClient
    settings: Mapping[str, Any] = field(factory=dict, repr=False)
    user_token: str | None = field(default=None, repr=False)
    # Of the whole process: two stocks of one project must not make the same names.
    _numbers: Any = field(factory=lambda: NUMBERS, repr=False)
    _others: OtherProjects = field(factory=OtherProjects, repr=False)
    # What of_one_user shares: nothing until a token is asked for, then that one.
    _kept_token: list[str] | None = field(default=None, repr=False)
    _kept_server_token: str | None = field(default=None, repr=False)
    # Whom the requests of a server are about; somebody new each time where it is nobody.
    _subject: str | None = None

    @classmethod
    def at_a_fresh_project(
        cls, jwt_client: JwtClient, control: Control, settings: Mapping[str, Any]
    ) -> Stock:
        """Return the stock of a project that nothing has happened in yet."""
        return cls(_at_a_project_of(jwt_client, control, settings), settings)

    @property
    def jwt_client(self) -> JwtClient:
        """Somebody who uses the project without a client."""
        return self.oauth_client.jwt_client

    @property
    def clients(self) -> ClientRegistrations | KnownClients:
        """The project's OAuth 2.0 clients."""
        return self.oauth_client.clients

    @property
    def control(self) -> Control:
        """The control interface; a test that comes to need it ends where there is none."""
        return self.oauth_client.control

    def needs_control(self) -> None:
        """End the test where there is no control interface."""
        self.oauth_client.control  # noqa: B018

    @property
    def server(self) -> OAuthClient:
        """The project's server, as its OAuth 2.0 client."""
        return self.oauth_client.of(self.clients.server)

    @property
    def answers(self) -> Mapping[str, str]:
        """What a user answers to what the project asks for."""
        asked = {each["name"] for each in self.settings.get("ask_fields", [])}
        return {"country-name": "DE"} if "country-name" in asked else {}

    def renewed(self) -> Stock:
        """Return the stock of a project like this one that nothing has happened in yet."""
        return Stock.at_a_fresh_project(self.jwt_client, self.control, self.settings)

    def serving_itself(self) -> Stock:
        """Return a stock in which the project is that which servers use as well."""
        return evolve(self, others=OtherProjects(observed=self.server))

    def bearing(self, user_token: str) -> Stock:
        """Return a stock in which this is the token of the user."""
        return evolve(self, user_token=user_token)

    def of_one_user(self) -> Stock:
        """Return a stock that makes a token when one is first asked for, and gives that ever after."""
        return self if self._kept_token is not None else evolve(self, kept_token=[])

    def of_one_server(self) -> Stock:
        """Return a stock with one token of the server for all requests, which are soon over."""
        return evolve(self, kept_server_token=self.server_token())

    def about(self, user_id: str) -> Stock:
        """Return a stock in which a server's requests are about this user."""
        return evolve(self, subject=user_id)

    def number(self) -> int:
        """Return a number that was not in use yet."""
        return int(next(self._numbers))

    def name(self) -> str:
        """Return a name that nobody has yet."""
        return f"live-{self.number()}"

    def recipient(self, channel: str) -> str:
        """Return a mail address or a phone number that nobody has yet."""
        return f"+1202{self.number():08d}" if channel == "phone" else f"{self.name()}@example.com"

    def unique_number(self) -> str:
        """Return a phone number that no other stock of the project gives either: it is one account's."""
        return f"+1{uuid4().int % 10**12:012d}"

    def unique_device(self) -> str:
        """Return the id of a device that no other stock of the project gives either."""
        return str(uuid4())

    def user(self, *, confirmed: bool = True) -> str:
        """Make a user with a password and return the username."""
        return self._user_of(self.jwt_client.project_id, confirmed=confirmed)

    def observed_user(self) -> str:
        """Return the id of a user of the project that servers alone use, made unless one was given."""
        return self._subject or self._made_in(self.observer.jwt_client.project_id)["user_id"]

    def custom_id(self) -> str:
        """Return the id that the server has for a user of the project that servers alone use."""
        name, headers = self.name(), {SERVER_HEADER: self.server_token()}
        body = {"server_custom_id": name}
        self.observer.jwt_client.call("auth-by-custom-id", body=body, headers=headers)
        return name

    def linking_code(self) -> str:
        """Return the code of a user of the project that servers alone use, for an account elsewhere."""
        jwt_client = self.observer.jwt_client
        token = token_of(jwt_client.login(self._user_of(jwt_client.project_id)))
        code: str = jwt_client.call("create-code-for-linking-accounts", bearer=token).json()["code"]
        return code

    def other_user(self) -> str:
        """Make somebody else and return the id."""
        # Under a name that no other stock of the project gives: a test may need one for each token.
        name = str(uuid4())
        return self._made_in(self.jwt_client.project_id, name)["user_id"]

    def _user_of(self, project_id: str, *, confirmed: bool = True) -> str:
        return self._made_in(project_id, confirmed=confirmed)["username"]

    def _made_in(self, project_id: str, name: str | None = None, *, confirmed: bool = True) -> dict[str, str]:
        name = name or self.name()
        made: dict[str, str] = self.control.create_user(
            project_id,
            username=name,
            email=f"{name}@example.com",
            password=PASSWORD,
            confirmed=confirmed,
        )
        return made

    def token(self) -> str:
        """Return a user's token: a fresh user's, unless one was given or is kept."""
        kept = self._kept_token or []
        token = self.user_token or next(iter(kept), None) or token_of(self.jwt_client.login(self.user()))
        if self._kept_token == []:
            self._kept_token.append(token)
        return token

    def token_without_password(self) -> str:
        """Return the token of a fresh user who has no password, unless one was given."""
        return self.user_token or self.jwt_client.login_by_code(self.recipient("phone"))

    def is_signed_in(self) -> bool:
        """Say whether the token that is kept is good; True where none has been asked for yet."""
        return not self._kept_token or self.jwt_client.validate(self._kept_token[0]).status_code == 204

    def device(self) -> str:
        """Return the id of a device that nobody has logged in from yet."""
        return f"device-{self.number():09d}"

    def browser(self) -> str:
        """Return the cookie of a browser in which a fresh user is signed in."""
        cookie: str = self.jwt_client.login(self.user()).cookies[BROWSER_COOKIE]
        self.oauth_client.forget_cookies()
        return cookie

    def link(self) -> tuple[str, str, str]:
        """Ask for a code with a link and return (recipient, link, operation_id)."""
        recipient = self.recipient("email")
        operation_id = self.jwt_client.request_code(recipient, send_link=True).json()["operation_id"]
        link = self.jwt_client.message(recipient, "one_time_code").link
        assert link, "a message with send_link carries no link"
        return recipient, link, operation_id

    def sent(self, operation_id: Any, recipient: str | None = None) -> list[Message]:
        """Return the messages of an operation, to a recipient or to anybody."""
        messages = self.jwt_client.messages(recipient, kind="one_time_code")
        return [each for each in messages if each.operation_id == operation_id]

    def social(self, provider: str) -> SocialCredentials:
        """Return what a social network gives an application for somebody new."""
        return self.oauth_client.social(provider, self.name())

    @property
    def observer(self) -> OAuthClient:
        """The server of a project of its own, in which nothing happens that anybody had to be told of."""
        if self._others.observed is None:
            observed = _at_a_project_of(self.jwt_client, self.control, self.settings)
            self._others.observed = observed.of(observed.clients.server)
        return self._others.observed

    def server_token(self) -> str:
        """Return a token of the server of the project of its own."""
        if self._kept_server_token is not None:
            return self._kept_server_token
        return str(tokens_of(self.observer.grant("client_credentials"))["access_token"])

    def email_template(self, locale: str, template_type: str) -> str:
        """Make a template of mails in the project that servers alone use, and return its id."""
        template_id, headers = self.name(), {SERVER_HEADER: self.server_token()}
        self.observer.jwt_client.call(
            "create-custom-email-template",
            path={"template_id": template_id, "locale": locale, "template_type": template_type},
            body={"header": "{{game}}", "body": "{{action_link}} {{code}}"},
            headers=headers,
        )
        return template_id

    def group(self) -> int:
        """Make a group in the project that servers alone use, and return its id."""
        name, headers = self.name(), {SERVER_HEADER: self.server_token()}
        server = self.observer.jwt_client
        server.call("post-project-user-group", body={"name": name}, headers=headers)
        listed = server.call("get-project-user-groups", headers=headers).json()
        return next(int(each["id"]) for each in reversed(listed) if each["name"] == name)

    def _guarded(self) -> JwtClient:
        if self._others.guarded is None:
            project_id = self.control.put_project(**{**self.settings, "two_factor": "email"})
            self._others.guarded = self.jwt_client.at(project_id)
        return self._others.guarded

    def challenge(self) -> tuple[str, str]:
        """Give a right password where a second factor is wanted; return (challenge_id, code)."""
        guarded = self._guarded()
        name = self._user_of(guarded.project_id)
        challenge_id = query_of(target_of(guarded.login(name)))["challenge_id"]
        code = guarded.message(f"{name}@example.com", "one_time_code").code
        assert code, "the second factor's message carries no code"
        return challenge_id, code

    def proof(self) -> tuple[str, str]:
        """Return a project that keeps no users itself, and the token by which it proves a webhook its own."""
        with CallbackServer() as partner:
            webhooks = {"user-verification": partner.url("/verification")}
            project_id = self.control.put_project(**self.settings, storage="custom", webhooks=webhooks)
            self.jwt_client.at(project_id).login(self.name())
            (delivery,) = partner.requests
        return project_id, delivery.headers["authorization"].removeprefix("Bearer ")

    def send(self, operation_id: str, **request: Any) -> httpx.Response:
        """Send a request of the project, from a browser that nobody has used yet."""
        self.oauth_client.forget_cookies()
        return self.jwt_client.call(operation_id, **request)


def _at_a_project_of(jwt_client: JwtClient, control: Control, settings: Mapping[str, Any]) -> OAuthClient:
    clients = ClientRegistrations()
    project_id = control.put_project(**settings, oauth_clients=clients.settings())
    return OAuthClient(jwt_client=jwt_client.at(project_id), clients=clients, client_id=clients.public)
