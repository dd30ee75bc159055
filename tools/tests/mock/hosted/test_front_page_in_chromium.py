"""The mock's front page in a real browser: it keeps up to date, copies, moves time; also without scripts."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from login_contract.mock.run import EmbeddedMock
from login_contract.mock.settings.server import MockSettings
from tests.mock.embedded import until, waiters
from tests.mock.game import Game
from tests.mock.hosted.site import Site

HIDE = """hidden => {
  Object.defineProperty(document, "hidden", { value: hidden, configurable: true })
  document.dispatchEvent(new Event("visibilitychange"))
}"""
NO_CLIPBOARD = """() => {
  Object.defineProperty(navigator, "clipboard", { value: undefined })
  document.execCommand = () => false
}"""
# Keys that take no time to make, and no other origin than the mock's own.
SETTINGS: dict[str, Any] = {"algorithm": "HS256", "allowed_origins": []}
TOP = "card => card.getBoundingClientRect().top"


@pytest.fixture(scope="module")
def mock() -> Iterator[EmbeddedMock]:
    with EmbeddedMock(MockSettings(projects=({**SETTINGS},))) as server:
        yield server


@pytest.fixture(scope="module")
def first_game(mock: EmbeddedMock) -> Iterator[Game]:
    with Game.at(mock.origin, **SETTINGS) as game:
        yield game


@pytest.fixture
def game(first_game: Game) -> Game:
    """A game on the module's mock, which is as it began."""
    first_game.control.reset()
    return first_game.another(**SETTINGS)


@pytest.fixture
def page(browser: Any, mock: EmbeddedMock) -> Iterator[Any]:
    """The page in a tab that may copy, with what the browser complains of as ``complaints``."""
    with browser.new_context(viewport={"width": 1280, "height": 600}) as context:
        context.grant_permissions(["clipboard-read", "clipboard-write"], origin=mock.origin)
        tab = context.new_page()
        tab.complaints = []
        tab.on("console", lambda said: tab.complaints.append(said.text))
        tab.on("pageerror", lambda problem: tab.complaints.append(str(problem)))
        yield tab


def cards(page: Any) -> Any:
    return page.locator("main .message")


def test_a_message_comes_in_on_top_and_leaves_alone_what_somebody_is_busy_with(
    page: Any, mock: EmbeddedMock, game: Game
) -> None:
    for number in range(3):
        game.request_code(f"reader{number}@example.com")
    page.goto(f"{mock.origin}/_mock/?project_id={game.project_id}")
    page.evaluate("window.loaded = 'once'")
    cards(page).nth(1).get_by_text("Plain text").click()
    cards(page).nth(1).get_by_label("As on a phone").check()
    page.locator("#kind").select_option("one_time_code")
    page.locator("#recipient").fill("half ty")
    read = cards(page).nth(2)
    read.locator("summary").first.focus()
    before = read.evaluate(TOP)
    game.request_code("+12025550143")
    page.get_by_role("status").get_by_text("New message: One-time code, to +12025550143").wait_for()
    assert cards(page).count() == 4
    assert "fresh" in str(cards(page).first.get_attribute("class"))
    assert cards(page).first.locator("[data-recipient]").inner_text() == "+12025550143"
    assert page.locator("[data-live=messages-found]").inner_text() == "4"
    assert abs(cards(page).nth(3).evaluate(TOP) - before) < 1
    assert cards(page).nth(3).locator("summary").first.evaluate("each => each === document.activeElement")
    assert cards(page).nth(2).locator("pre").is_visible()
    assert cards(page).nth(2).get_by_label("As on a phone").is_checked()
    assert page.locator("#recipient").input_value() == "half ty"
    assert page.locator("#kind").input_value() == "one_time_code"
    assert page.evaluate("window.loaded") == "once"
    assert page.complaints == []


def test_an_emptied_outbox_a_new_user_and_a_session_that_ends_are_seen(
    page: Any, mock: EmbeddedMock, game: Game
) -> None:
    game.register("ann")
    page.goto(f"{mock.origin}/_mock/?project_id={game.project_id}")
    users = page.locator("details.users")
    assert users.locator("strong").all_inner_texts() == ["ann"]
    game.control.token(project_id=game.project_id, username="ann")
    page.get_by_text("1 session").click()
    end = page.get_by_role("button", name=re.compile("End session .* of ann"))
    game.control.create_user(
        game.project_id, username="ben", email="ben@example.com", password="correct-horse-7", confirmed=True
    )
    users.get_by_text("ben", exact=True).wait_for()
    assert end.is_visible(), "what was unfolded is folded again"
    end.click()
    page.get_by_text("Not signed in").nth(1).wait_for()
    assert users.locator("summary").first.evaluate("each => each === document.activeElement")
    game.control.clear_outbox()
    page.get_by_text("No message matches the filter.").wait_for()
    assert page.complaints == []


def test_nothing_is_asked_while_the_page_is_hidden_or_paused_and_what_was_missed_comes_later(
    page: Any, mock: EmbeddedMock, game: Game
) -> None:
    page.goto(f"{mock.origin}/_mock/")
    until(lambda: waiters(mock) == 1)
    page.evaluate(HIDE, True)
    until(lambda: waiters(mock) == 0)
    game.request_code("a@example.com")
    page.evaluate(HIDE, False)
    cards(page).first.wait_for()
    live = page.get_by_role("button", name="Live updates")
    live.click()
    assert live.get_attribute("aria-pressed") == "false"
    until(lambda: waiters(mock) == 0)
    game.request_code("b@example.com")
    live.click()
    page.locator("[data-live=messages-found]").get_by_text("2", exact=True).wait_for()


def test_a_mock_that_is_gone_is_said_and_found_again(page: Any, mock: EmbeddedMock, game: Game) -> None:
    page.goto(f"{mock.origin}/_mock/")
    until(lambda: waiters(mock) == 1)
    page.route("**/_mock/**", lambda route: route.abort())
    game.request_code("a@example.com")
    page.get_by_role("status").get_by_text("The mock does not answer.").wait_for()
    page.unroute("**/_mock/**")
    cards(page).first.wait_for()
    page.get_by_text("The mock does not answer.").wait_for(state="hidden")


def test_codes_links_and_tokens_are_copied(page: Any, mock: EmbeddedMock, game: Game) -> None:
    game.register("ann")
    message = game.message("ann@example.com")
    page.goto(f"{mock.origin}/_mock/?project_id={game.project_id}")
    for what, text in (("code", message.code), ("link", message.link)):
        button = page.get_by_role("button", name=f"Copy {what}")
        button.click()
        page.get_by_role("status").get_by_text("Copied").wait_for()
        assert page.evaluate("navigator.clipboard.readText()") == text
    page.get_by_role("button", name="Make a token for ann").click()
    page.get_by_role("heading", name="A token of ann").wait_for()
    page.get_by_role("button", name="Copy token").click()
    page.get_by_role("status").get_by_text("Copied").wait_for()
    token = page.evaluate("navigator.clipboard.readText()")
    assert game.call("GET", "/users/me", bearer=token).json()["username"] == "ann"
    assert page.complaints == []
    page.get_by_role("link", name="Open the account page").click()
    page.get_by_text("ann@example.com").first.wait_for()


def test_where_nothing_can_be_copied_the_text_is_selected(page: Any, mock: EmbeddedMock, game: Game) -> None:
    code, _ = game.code_for("+12025550143")
    page.goto(f"{mock.origin}/_mock/?project_id={game.project_id}")
    page.evaluate(NO_CLIPBOARD)
    page.get_by_role("button", name="Copy code").click()
    page.get_by_role("status").get_by_text("The text is selected").wait_for()
    assert page.evaluate("getSelection().toString()") == code


def test_time_moves_by_a_button_without_a_new_page(page: Any, mock: EmbeddedMock, game: Game) -> None:
    page.goto(f"{mock.origin}/_mock/")
    page.evaluate("window.loaded = 'once'")
    page.get_by_role("button", name="1 hour").click()
    page.get_by_role("status").get_by_text("1 hour ahead of real time").wait_for()
    page.get_by_label("Seconds").fill("60.5")
    page.get_by_label("Seconds").press("Enter")
    page.get_by_role("status").get_by_text("1 hour, 1 minute ahead of real time").wait_for()
    assert game.control.request("GET", "/_mock/clock")["offset_seconds"] == 3660.5
    for _ in range(10):
        game.control.advance(315_360_000)
    page.get_by_label("Seconds").fill("315360000")
    page.get_by_label("Seconds").press("Enter")
    page.get_by_role("alert").get_by_text("The clock cannot be moved").wait_for()
    assert page.evaluate("window.loaded") == "once"


def test_everything_is_done_without_scripts(browser: Any, mock: EmbeddedMock, game: Game) -> None:
    game.register("ann")
    game.request_code("+12025550143")
    with browser.new_context(java_script_enabled=False) as context:
        tab = context.new_page()
        tab.goto(f"{mock.origin}/_mock/")
        assert cards(tab).count() == 2
        assert not tab.get_by_role("button", name="Copy code").first.is_visible()
        assert not tab.get_by_role("button", name="Live updates").is_visible()
        tab.get_by_label("Recipient").fill("+1202")
        tab.get_by_label("Channel").select_option("SMS")
        tab.get_by_role("button", name="Filter").click()
        assert cards(tab).count() == 1
        tab.get_by_label("As on a phone").check()
        assert round(tab.locator(".screen").evaluate("each => each.clientWidth")) == 375
        tab.get_by_role("button", name="5 minutes").click()
        assert tab.get_by_text("5 minutes ahead of real time").is_visible()
        assert tab.get_by_label("Recipient").input_value() == "+1202"
        assert tab.url.endswith("/_mock/?recipient=%2B1202&channel=sms#time")
        tab.get_by_role("link", name="Show everything").click()
        assert cards(tab).count() == 2
        tab.goto(f"{mock.origin}/_mock/?project_id={game.project_id}")
        tab.get_by_role("button", name="Make a token for ann").click()
        token = tab.locator("pre").first.inner_text()
        assert game.call("GET", "/users/me", bearer=token).status_code == 200
        tab.get_by_role("link", name="Back to the messages").click()
        tab.get_by_text("1 session").click()
        tab.get_by_role("button", name="End session").click()
        assert tab.get_by_text("Not signed in").is_visible()
        assert game.call("GET", "/users/me", bearer=token).status_code == 401


def test_the_page_of_another_site_cannot_move_time(
    tab: Any, site: Site, mock: EmbeddedMock, game: Game
) -> None:
    fields = (
        '<input name="action" value="advance"><input name="advance_seconds" value="60"><button>Go</button>'
    )
    site.html = f'<form method="post" action="{mock.origin}/_mock/">{fields}</form>'
    tab.goto(site.origin)
    with tab.expect_navigation():
        tab.get_by_role("button").click()
    assert "Pages of this origin may not use the control interface" in tab.content()
    assert game.control.request("GET", "/_mock/clock")["offset_seconds"] == 0
