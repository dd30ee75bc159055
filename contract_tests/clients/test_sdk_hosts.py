"""Which pages may use the sign-in of a browser: those on the API's own host, whatever their port."""

from __future__ import annotations

from urllib.parse import urlsplit

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.judging.refusals import NOT_SIGNED_IN
from login_contract.suite.target import Target

from .game_page import Game, token_in
from .javascript import JavaScriptSdk, on_host

HERE, ALSO_HERE = "localhost", "127.0.0.1"


@pytest.fixture
def api(target: Target) -> str:
    """Address of the API on `localhost`; skipped where it is not on this machine."""
    if urlsplit(target.base_url).hostname not in (HERE, ALSO_HERE):
        pytest.skip("only a server on this machine has two names")
    return on_host(target.base_url, HERE)


def opened(sdk: JavaScriptSdk, control: Control, api: str) -> Game:
    game = Game(sdk, control, api, control.put_project())
    game.configure()
    return game


def test_page_on_another_port_of_localhost_signs_in_and_out(
    sdk: JavaScriptSdk, control: Control, api: str
) -> None:
    game = opened(sdk.at(HERE), control, api)
    assert urlsplit(game.sdk.page).hostname == urlsplit(game.api).hostname == HERE
    assert urlsplit(game.sdk.page).port != urlsplit(game.api).port

    token = token_in(game.sdk.call("login", game.member().credentials)["login_url"])
    game.revisit()
    assert game.sdk.call("checkUserAuthSSO")["code"]
    assert game.sdk.call("logout", token, "sso") == ""

    assert game.sdk.refusal("checkUserAuthSSO") == NOT_SIGNED_IN.code


def test_page_on_another_host_logs_in_but_leaves_no_sign_in(
    browser_sdk: JavaScriptSdk, control: Control, api: str
) -> None:
    game = opened(browser_sdk.at(ALSO_HERE), control, api)

    answer = game.sdk.call("login", game.member().credentials)

    assert game.accepts(token_in(answer["login_url"]))
    assert game.sdk.refusal("checkUserAuthSSO") == NOT_SIGNED_IN.code


def test_sign_in_is_not_sent_from_a_page_on_another_host(
    browser_sdk: JavaScriptSdk, control: Control, api: str
) -> None:
    game = opened(browser_sdk.at(HERE), control, api)
    game.sdk.call("login", game.member().credentials)

    elsewhere = Game(browser_sdk.at(ALSO_HERE), control, api, game.project_id)
    elsewhere.revisit()
    assert elsewhere.sdk.refusal("checkUserAuthSSO") == NOT_SIGNED_IN.code
    game.revisit()
    assert game.sdk.call("checkUserAuthSSO")["code"]
