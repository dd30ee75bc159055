"""A client that signs in with OAuth 2.0: one method per step, plain answers back."""

from __future__ import annotations

import hashlib
from typing import Any

import httpx
from attrs import evolve, field, frozen

from login_contract.suite.actors.client_registrations import ClientRegistrations, KnownClients
from login_contract.suite.actors.control import Control, SocialCredentials
from login_contract.suite.actors.jwt_client import PASSWORD, JwtClient, query_of
from login_contract.suite.actors.lacking import NO_CLIENT, NO_CONFIGURING, lacks
from login_contract.suite.actors.registered_addresses import REDIRECT_URI
from login_contract.suite.actors.user_token import claims
from login_contract.tokens.compact import base64url

STATE = "n4Zr9w2LqT7c"
TOKEN_EXCHANGE = "urn:ietf:params:oauth:grant-type:token_exchange"
COOKIE = "xl_sso"
ANN, EMAIL = "ann", "ann@example.com"


@frozen(kw_only=True)
class OAuthClient:
    """Uses a project as one of its OAuth 2.0 clients; ``jwt_client`` speaks to the same project.

    The HTTP client of ``jwt_client`` is the browser: it keeps cookies.
    """

    jwt_client: JwtClient
    clients: ClientRegistrations | KnownClients
    client: int | None = field(alias="client_id")

    @property
    def client_id(self) -> int:
        """The id of the client that it is; a test that needs one ends where none is known."""
        return lacks(NO_CLIENT) if self.client is None else self.client

    def of(self, client_id: int) -> OAuthClient:
        """Return the same project as another client."""
        return evolve(self, client_id=client_id)

    @property
    def stranger(self) -> OAuthClient:
        """Another client of the same project that logs users in."""
        clients = self.clients
        return self.of(clients.public if self.client_id == clients.confidential else clients.confidential)

    @property
    def cookie_name(self) -> str:
        """The name of the cookie in which a browser is signed in."""
        home = self.jwt_client.home
        if home is None:
            return COOKIE
        if len(home.habits.cookies) != 1:
            lacks("which cookie signs a browser in is not known: a login sets none, or several")
        return home.habits.cookies[0]

    def configure(self, **settings: Any) -> None:
        """Change settings of the project; a test ends where they cannot be changed and are not so already."""
        if self.jwt_client.control is None:
            self.jwt_client.wants(**settings)
        else:
            self.control.change_project(self.jwt_client.project_id, **settings)

    @property
    def control(self) -> Control:
        """The control interface of the target; a test that asks for it ends where there is none."""
        if self.jwt_client.control is None:
            lacks(NO_CONFIGURING)
        return self.jwt_client.control

    def start(self, **query: Any) -> dict[str, Any]:
        """Return the query of a call that starts a login; a value of None leaves the parameter out."""
        client = {} if "client_id" in query else {"client_id": self.client_id}
        started = {**client, "response_type": "code", "state": STATE}
        return {**started, "redirect_uri": REDIRECT_URI, **query}

    def call(self, operation_id: str, *, query: dict[str, Any] | None = None, **request: Any) -> Any:
        """Send a request that starts a login; ``query`` changes or, with None, removes parameters."""
        __tracebackhide__ = True
        return self.jwt_client.call(operation_id, query=self.start(**(query or {})), **request)

    def member(self, username: str = ANN, **data: Any) -> dict[str, Any]:
        """Make a confirmed user with a password."""
        data = {"email": f"{username}@example.com", "password": PASSWORD, **data}
        if self.jwt_client.control is None and data.keys() == {"email", "password"}:
            return self._registered(username, data)
        return self.control.create_user(self.jwt_client.project_id, username=username, **data)

    def _registered(self, username: str, data: dict[str, Any]) -> dict[str, Any]:
        token = self.jwt_client.registered(username, **data)
        return {"username": self.jwt_client.cast.name(username), "user_id": claims(token)["sub"]}

    def login(self, username: str = ANN, password: str = PASSWORD, **query: Any) -> httpx.Response:
        """Log in with a password."""
        body = {"username": username, "password": password}
        answer: httpx.Response = self.call("oauth-20-auth-by-username-and-password", body=body, query=query)
        return answer

    def authorized(self, username: str = ANN, **query: Any) -> str:
        """Log in with a password and return the code; the user is made when it is not there."""
        answer = self.login(username, **query)
        if answer.status_code == 401:
            self.member(username)
            answer = self.login(username, **query)
        return code_of(answer)

    def grant(self, grant_type: str, *, secret: str | None = "", **form: Any) -> httpx.Response:
        """Ask the token endpoint; without ``secret`` the client's own is sent, with None none."""
        given = self.clients.secret(self.client_id) if secret == "" else secret
        sent = {"grant_type": grant_type, "client_id": self.client_id, "client_secret": given, **form}
        return self.jwt_client.call(
            "generate-jwt", form={name: str(value) for name, value in sent.items() if value is not None}
        )

    def exchange(self, code: str, **form: Any) -> httpx.Response:
        """Exchange an authorization code."""
        return self.grant("authorization_code", **{"code": code, "redirect_uri": REDIRECT_URI, **form})

    def refresh(self, refresh_token: str, **form: Any) -> httpx.Response:
        """Exchange a refresh token."""
        return self.grant("refresh_token", refresh_token=refresh_token, **form)

    def tokens(self, username: str = ANN, **query: Any) -> dict[str, Any]:
        """Log in with a password and return the token response."""
        return tokens_of(self.exchange(self.authorized(username, **query)))

    def revoke(self, token: str, *, secret: str | None = "", **form: Any) -> httpx.Response:
        """Revoke a token."""
        given = self.clients.secret(self.client_id) if secret == "" else secret
        sent = {"token": token, "client_id": self.client_id, "client_secret": given, **form}
        return self.jwt_client.call(
            "revoke-jwt", form={name: str(value) for name, value in sent.items() if value is not None}
        )

    def is_good(self, access_token: str) -> bool:
        """Say whether an access token still counts."""
        return self.jwt_client.validate(access_token).status_code == 204

    def social(self, provider: str = "google", identity: str = "gina", **profile: str) -> SocialCredentials:
        """Return what a social network gives an application for somebody."""
        return self.control.social_credentials(self.jwt_client.project_id, provider, identity, **profile)

    def forget_cookies(self) -> None:
        """Go on in another browser."""
        self.jwt_client.http.cookies.clear()


def challenge_of(verifier: str) -> str:
    """Return the ``S256`` challenge of a code verifier (RFC 7636, section 4.2)."""
    return base64url(hashlib.sha256(verifier.encode()).digest())


def code_of(response: httpx.Response) -> str:
    """Return the code that a login gave, in ``login_url``, ``redirect_url`` or where it redirects to."""
    __tracebackhide__ = True
    return query_of(target_of(response))["code"]


def target_of(response: httpx.Response) -> str:
    """Return where an answer sends the browser.

    Raises:
        AssertionError: nowhere.
    """
    __tracebackhide__ = True
    if response.is_redirect:
        return response.headers["location"]
    assert response.status_code == 200, f"no login: {response.status_code} {response.text}"
    answer = response.json()
    return str(answer.get("login_url") or answer.get("redirect_url") or answer["url"])


def tokens_of(response: httpx.Response) -> dict[str, Any]:
    """Return the body of a token response.

    Raises:
        AssertionError: it is a refusal.
    """
    __tracebackhide__ = True
    assert response.status_code == 200, f"no tokens: {response.status_code} {response.text}"
    answer: dict[str, Any] = response.json()
    return answer
