"""The authorization endpoint as the vendor's JavaScript SDK calls it, and the player's consent."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import INVALID_STATE, INVALID_TOKEN
from login_contract.suite.target import Target

from .game_page import query_of
from .javascript import JavaScriptSdk
from .oauth_game import OAuthGame, code_in, open_oauth_game

SLASHES = pytest.mark.parametrize("slash", ["", "/"], ids=["address", "address-with-slash"])


@pytest.fixture
def leaving_game(browser_sdk: JavaScriptSdk, target: Target, control: Control, signing_key: str) -> OAuthGame:
    """A page in Chromium, which jsdom cannot leave; its callback is on its own server."""
    here = f"{browser_sdk.page}callback"
    return open_oauth_game(browser_sdk, control, target.base_url, redirect_uri=here, private_key=signing_key)


def arrival(game: OAuthGame, **config: object) -> str:
    """Where the browser is after the page left for the authorization endpoint."""
    from .browser_sdk import BrowserSdk

    assert isinstance(game.sdk, BrowserSdk)
    here = f"{game.sdk.page}callback"
    game.revisit(**{"redirectUri": here, "audience": "game-server", "scope": "own.scope", **config})
    return game.sdk.leave("oauth2Auth")


def access_token(game: OAuthGame) -> str:
    """Logs a new member in; returns the access token."""
    return game.access_token(game.sdk.call("login", game.member().credentials)["login_url"])


@SLASHES
def test_consent_is_kept_for_the_client_and_its_scopes(oauth_game: OAuthGame, slash: str) -> None:
    # The SDK's own address of the API ends in a slash, and it appends some paths with another one.
    oauth_game.configure(apiUrl=oauth_game.api + slash, scope="email own.scope")
    token = access_token(oauth_game)

    def validated() -> dict[str, Any]:
        answer: dict[str, Any] = oauth_game.sdk.call("oauth2ConsentValidate", token)
        return answer

    assert validated() == {"approval": False, "refused_scopes": ["email", "own.scope"]}
    oauth_game.sdk.call("oauth2PostConsent", token, True)
    assert validated() == {"approval": True}
    oauth_game.sdk.call("oauth2PostConsent", token, False)
    assert not validated()["approval"]


def test_consent_needs_a_token(oauth_game: OAuthGame) -> None:
    oauth_game.configure(scope="email")

    assert oauth_game.sdk.refusal("oauth2PostConsent", "no.real.token", True) == INVALID_TOKEN.code
    assert oauth_game.sdk.refusal("oauth2ConsentValidate", "no.real.token") == INVALID_TOKEN.code


def test_page_leaves_for_the_sign_in_page(leaving_game: OAuthGame) -> None:
    arrived = urlsplit(arrival(leaving_game))

    assert arrived.path == "/_mock/sign-in"
    assert arrived.netloc == urlsplit(leaving_game.api).netloc


@SLASHES
def test_signed_in_browser_goes_straight_on_to_the_callback(leaving_game: OAuthGame, slash: str) -> None:
    person = leaving_game.member()
    leaving_game.sdk.call("login", person.credentials)

    arrived = arrival(leaving_game, apiUrl=leaving_game.api + slash, payload='{"trackId":"7"}')

    here = f"{leaving_game.sdk.page}callback"
    tokens = leaving_game.redeem(code_in(arrived, here), redirect_uri=here)
    content = claims(tokens["access_token"])
    assert content["username"] == person.username
    assert "game-server" in content["aud"]


def test_request_that_is_wrong_comes_back_with_the_error(leaving_game: OAuthGame) -> None:
    arrived = arrival(leaving_game, state="seven77")

    assert arrived.startswith(f"{leaving_game.sdk.page}callback?")
    told = query_of(arrived)
    assert (told["error"], told["state"]) == ("invalid_request", "seven77")
    assert told["error_code"] == INVALID_STATE.code


def test_nobody_is_sent_to_a_page_that_is_not_registered(leaving_game: OAuthGame) -> None:
    leaving_game.sdk.call("login", leaving_game.member().credentials)

    arrived = urlsplit(arrival(leaving_game, redirectUri=f"{leaving_game.sdk.page}elsewhere"))

    assert (arrived.netloc, arrived.path) == (urlsplit(leaving_game.api).netloc, "/api/oauth2/auth")
