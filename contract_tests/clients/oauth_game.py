"""A game's page with the SDK in OAuth mode, and the game's server that redeems the codes it gets."""

from __future__ import annotations

from typing import Any

import httpx
from attrs import frozen

from login_contract.http_client import make_client
from login_contract.suite.actors.client_registrations import ClientRegistrations
from login_contract.suite.actors.control import Control

from .game_page import CALLBACK, Game, query_of
from .javascript import JavaScriptSdk

STATE = "state-of-the-page"
# What a page of the same project leaves out to be in JWT mode.
JWT_MODE = {"clientId": None, "redirectUri": None, "responseType": None, "state": None}


@frozen
class OAuthGame(Game):
    """One project with OAuth 2.0 clients and one page, which is the public client."""

    clients: ClientRegistrations

    @property
    def config(self) -> dict[str, object]:
        """What the SDK is configured with unless a test says otherwise: OAuth mode."""
        oauth = {"clientId": self.clients.public, "redirectUri": CALLBACK, "responseType": "code"}
        return {**super().config, **oauth, "state": STATE}

    def token_answer(self, **form: object) -> httpx.Response:
        """What the token endpoint says to the page's client."""
        given = {"client_id": self.clients.public, **form}
        data = {name: str(value) for name, value in given.items()}
        with make_client() as client:
            return client.post(f"{self.api}/oauth2/token", data=data)

    def redeem(self, code: str, **form: object) -> dict[str, Any]:
        """Exchanges a code for tokens, and finds the access token good."""
        answer = self.token_answer(grant_type="authorization_code", code=code, **form)
        assert answer.status_code == 200, answer.text
        tokens: dict[str, Any] = answer.json()
        assert self.accepts(tokens["access_token"])
        return tokens

    def tokens(self, url: str) -> dict[str, Any]:
        """What the code in a `login_url` is worth, which has to lead to the redirect URI."""
        return self.redeem(code_in(url), redirect_uri=CALLBACK)

    def access_token(self, url: str) -> str:
        """The access token that the code in a `login_url` is worth."""
        return str(self.tokens(url)["access_token"])


def open_oauth_game(
    sdk: JavaScriptSdk, control: Control, api: str, *, redirect_uri: str = CALLBACK, **settings: Any
) -> OAuthGame:
    """Makes a project with one client of each kind, and opens the public client's page."""
    clients = ClientRegistrations()
    project_id = control.put_project(oauth_clients=clients.settings((redirect_uri,)), **settings)
    game = OAuthGame(sdk, control, api, project_id, clients)
    game.configure(redirectUri=redirect_uri)
    return game


def code_in(url: str, redirect_uri: str = CALLBACK) -> str:
    """The code that a URL carries to the redirect URI, together with the page's state and no token."""
    assert url.startswith(f"{redirect_uri}?")
    carried = query_of(url)
    assert carried["state"] == STATE
    assert set(carried) == {"code", "state"}
    return carried["code"]
