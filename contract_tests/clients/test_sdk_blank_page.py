"""The empty page of the game SDKs, as the address that the vendor's JavaScript SDK sends players to."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from login_contract.suite.actors.jwt_client import JwtClient
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import UNREGISTERED_ADDRESS

from .browser_tab import new_tab
from .game_page import CALLBACK, query_of
from .oauth_game import JWT_MODE, STATE, OAuthGame

if TYPE_CHECKING:
    from .browser_sdk import BrowserThread

VENDORS = "https://login.xsolla.com/api/blank"


def pages(game: OAuthGame) -> tuple[str, str]:
    """The vendor's empty page, and that of the API."""
    return VENDORS, f"{game.api}/blank"


def test_login_ends_on_the_empty_page(oauth_game: OAuthGame) -> None:
    oauth_game.settings(blank_redirect=True)
    person = oauth_game.member()

    for page in pages(oauth_game):
        oauth_game.configure(**JWT_MODE, callbackUrl=page)
        url = oauth_game.sdk.call("login", person.credentials)["login_url"]
        assert url.startswith(f"{page}?")
        assert oauth_game.accepts(query_of(url)["token"])

        oauth_game.configure(callbackUrl=CALLBACK, redirectUri=page)
        url = oauth_game.sdk.call("login", person.credentials)["login_url"]
        assert url.startswith(f"{page}?")
        assert query_of(url)["state"] == STATE
        tokens = oauth_game.redeem(query_of(url)["code"], redirect_uri=page)
        assert claims(tokens["access_token"])["username"] == person.username


@pytest.mark.parametrize("appended", ["/", "?x", "#x"])
def test_page_like_the_empty_page_is_refused(oauth_game: OAuthGame, appended: str) -> None:
    oauth_game.settings(blank_redirect=True)
    person = oauth_game.member()

    for page in pages(oauth_game):
        oauth_game.configure(**JWT_MODE, callbackUrl=page + appended)
        assert oauth_game.sdk.refusal("login", person.credentials) == UNREGISTERED_ADDRESS.code
        oauth_game.configure(callbackUrl=CALLBACK, redirectUri=page + appended)
        assert oauth_game.sdk.refusal("login", person.credentials) == UNREGISTERED_ADDRESS.code


def test_browser_shows_nothing_on_the_empty_page(
    browser: BrowserThread, page_address: str, make_jwt_client: Callable[..., JwtClient]
) -> None:
    jwt_client = make_jwt_client(blank_redirect=True, confirmation_required=False)
    page = str(jwt_client.http.base_url.join("blank"))
    url = jwt_client.register(username="ann", email="ann@example.com", query={"login_url": page}).json()[
        "login_url"
    ]

    tab = new_tab(browser, page_address)
    tab.open(url)
    seen = tab.address, tab.title, tab.text
    tab.close()

    assert seen == (url, "", "")
