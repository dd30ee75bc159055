"""A token that is not good, or no longer: told, and nothing is lost silently."""

from __future__ import annotations

import pytest

from tests.mock.game import Game, token_of
from tests.mock.hosted.account.checks import embed, parent_hears
from tests.mock.hosted.account.opened import Account, says
from tests.mock.hosted.site import Site

SIGN_IN_AGAIN = says("account.expired")


@pytest.mark.parametrize(
    ("defect", "title"),
    [
        ("expired", says("account.expired_title")),
        ("tampered", says("account.wrong_title")),
        ("wrong_project", says("account.wrong_title")),
        ("alg_none", says("account.wrong_title")),
    ],
)
def test_a_token_that_is_not_good_is_told(
    account: Account, game: Game, site: Site, defect: str, title: str
) -> None:
    game.register("jane")
    token = game.control.token(project_id=game.project_id, username="jane", defect=defect)
    embed(account, site, token)
    parent_hears(account, ["user-account-loaded"])
    alert = account.tab.frame_locator("iframe").get_by_role("alert")
    assert alert.locator("h2").inner_text() == title
    assert alert.get_by_text(SIGN_IN_AGAIN).is_visible()
    assert alert.get_by_role("button").count() == 0


def test_a_token_that_ends_while_the_page_is_open_is_told_at_the_next_call(
    account: Account, game: Game
) -> None:
    token = token_of(game.register("jane"))
    account.open(token)
    account.press("Edit Nickname")
    account.tab.get_by_label("Nickname", exact=True).fill("Something long to type")
    assert game.call("GET", "/oauth2/logout", bearer=token, sessions="all").status_code == 204
    account.press("Save")
    assert account.problem("Nickname") == SIGN_IN_AGAIN
    alert = account.tab.get_by_role("alert").filter(has_text=says("account.expired_title"))
    assert alert.is_visible()
    assert account.tab.get_by_label("Nickname", exact=True).input_value() == "Something long to type"
    assert account.tab.locator("#told").inner_text() == ""


@pytest.mark.parametrize(("status", "code"), [(429, "003-038"), (500, "500"), (404, "404")])
def test_an_account_that_cannot_be_read_can_be_tried_again(
    account: Account, game: Game, status: int, code: str
) -> None:
    account.refuse("/users/me", status, code)
    account.open(token_of(game.register("jane")))
    assert account.tab.get_by_role("alert").get_by_text(says("account.failed")).is_visible()
    account.tab.unroute_all()
    account.press("Try again")
    account.tab.get_by_text("jane@example.com").wait_for()
    assert account.tab.get_by_role("alert").count() == 0
    assert account.tab.evaluate("document.activeElement.id") == "title"


def test_a_server_that_is_gone_is_told(account: Account, game: Game) -> None:
    account.tab.route("**/api/**", lambda route: route.abort())
    account.open(token_of(game.register("jane")))
    assert account.tab.get_by_role("alert").get_by_text(says("account.offline")).is_visible()


def test_a_theme_that_cannot_be_read_keeps_nobody_from_the_account(account: Account, game: Game) -> None:
    account.tab.route("**/_mock/theme?*", lambda route: route.fulfill(status=200, body="<no JSON>"))
    account.open(token_of(game.register("jane")))
    assert account.shown("email") == "jane@example.com"


def test_an_account_does_not_wait_for_colours_that_do_not_come(account: Account, game: Game) -> None:
    account.tab.route("**/_mock/theme?*", lambda route: None)
    account.open(token_of(game.register("jane")))
    assert account.shown("email") == "jane@example.com"
