"""Defects of the page, planted into a module as it is served: the law that forbids each one notices."""

from __future__ import annotations

import contextlib
from typing import Any

import pytest

from login_contract.mock.hosted import page_files
from tests.mock.game import Game, token_of
from tests.mock.hosted.account.checks import (
    embed,
    keeps_no_token,
    parent_hears,
    shows_what_the_server_has,
    speaks,
)
from tests.mock.hosted.account.opened import Account
from tests.mock.hosted.site import Site

FETCHED = ["user-account-page-fetched"]


def plant(account: Account, module: str, *changes: tuple[str, str]) -> None:
    """Serve a module with lines changed, each of which is there."""
    text = page_files.all_files()[module].text
    for before, after in changes:
        assert before in text, f"{module} no longer says {before!r}: move the defect along"
        text = text.replace(before, after)
    account.tab.unroute_all()
    account.tab.route(
        f"**/_mock/pages/{module}",
        lambda route: route.fulfill(body=text, content_type="text/javascript"),
    )


def noticed(broken: bool) -> Any:
    """Expect that a law fails, where something is broken."""
    return pytest.raises(AssertionError) if broken else contextlib.nullcontext()


POST = 'window.parent.postMessage(event, "*")'


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (POST, POST),
        (POST, f"{POST}, {POST}"),
        (POST, "void event"),
        (POST, 'window.parent.postMessage({ event, data: 1 }, "*")'),
        ('once("user-account-page-fetched")', 'once("user-account-loaded")'),
    ],
    ids=["none", "twice", "never", "with data", "the wrong one"],
)
def test_an_event_that_is_sent_wrong_is_noticed(
    account: Account, game: Game, site: Site, before: str, after: str
) -> None:
    plant(account, "events.js", (before, after))
    embed(account, site, token_of(game.register("jane")))
    frame = account.tab.frame_locator("iframe")
    frame.get_by_text("jane@example.com").wait_for()
    with noticed(before != after):
        parent_hears(account, FETCHED)
    frame.get_by_role("button", name="Close").click()
    with noticed(before != after):
        parent_hears(account, [*FETCHED, "user-account-close"])


def test_a_second_event_of_an_opening_is_noticed(account: Account, game: Game, site: Site) -> None:
    plant(account, "events.js", ("if (opened) return", ""))
    failing = [True]
    account.tab.route("**/api/users/me", lambda route: route.abort() if failing else route.continue_())
    embed(account, site, token_of(game.register("jane")))
    again = account.tab.frame_locator("iframe").get_by_role("button", name="Try again")
    again.wait_for()
    failing.clear()
    again.click()
    account.tab.frame_locator("iframe").get_by_text("jane@example.com").wait_for()
    with noticed(True):
        parent_hears(account, ["user-account-loaded"])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("if (location.hash) history.replaceState", "if (!location.hash) history.replaceState"),
        ('.get("token")', '.get("token")\n  sessionStorage.token = held'),
        ('.get("token")', '.get("token")\n  document.cookie = `token=${held}`'),
        ('.get("token")', '.get("token")\n  document.body.dataset.token = held'),
        ("history.replaceState({ opened: Boolean(held) },", "history.replaceState({ held },"),
    ],
    ids=["address", "storage", "cookie", "attribute", "history"],
)
def test_a_token_that_is_left_somewhere_is_noticed(
    account: Account, game: Game, before: str, after: str
) -> None:
    token = token_of(game.register("jane"))
    plant(account, "token.js", (before, after))
    account.open(token)
    with noticed(True):
        keeps_no_token(account, token)


def test_a_message_in_the_wrong_language_is_noticed(account: Account, game: Game) -> None:
    token = token_of(game.register("jane"))
    for shown in ('text("not_set")', '"Not set"'):
        plant(account, "row.js", ('value || text("not_set")', f"value || {shown}"))
        account.tab.goto("about:blank")
        account.open(token, "de")
        with noticed(shown == '"Not set"'):
            speaks(account, "de", of=("account.title", "account.not_set"))


@pytest.mark.parametrize(
    "after",
    [
        "put({ ...current(), [name]: field.value })\n      put(await changeProfile({ [name]: field.value }))",
        "toast('saved')\n      put(await changeProfile({ [name]: field.value }))",
    ],
    ids=["shown", "told"],
)
def test_a_name_that_is_shown_as_saved_though_it_was_refused_is_noticed(
    account: Account, game: Game, after: str
) -> None:
    token = token_of(game.register("jane"))
    plant(account, "names.js", ("put(await changeProfile({ [name]: field.value }))", after))
    account.open(token)
    account.press("Edit First name")
    account.refuse("/users/me", 422, "002-027")
    account.tab.get_by_label("First name", exact=True).fill("Ann")
    account.press("Save")
    account.problem("First name")
    account.press("Cancel")
    with noticed(True):
        shows_what_the_server_has(account, game.call("GET", "/users/me", bearer=token).json())
