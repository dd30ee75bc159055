"""How heavy the page is in every language, and how wide with the longest values, in a real browser."""

from __future__ import annotations

from typing import Any

from login_contract.mock.messages.languages import available
from tests.mock.game import Game, token_of
from tests.mock.hosted.account.opened import Account

MOST_BYTES = 100_000


def test_the_longest_values_fit_the_smallest_screen(browser: Any, game: Game) -> None:
    longest = "Pneumonoultramicroscopicsilicovolcanoconiosis" * 5
    token = token_of(game.register(longest[:200], email=f"{longest[:60]}@{longest[:60]}.example"))
    names = {"nickname": longest, "first_name": longest, "last_name": "<" * 255}
    assert game.call("PATCH", "/users/me", bearer=token, body=names).status_code == 200
    device = {"device": longest[:100], "device_id": "0123456789abcdef"}
    game.call("POST", "/users/me/devices/ios", bearer=token, body=device)
    with browser.new_context(viewport={"width": 320, "height": 700}) as context:
        account = Account(context.new_page(), str(game.http.base_url).rstrip("/"))
        account.open(token)
        account.press(f"Remove {longest[:100]}")
        assert account.tab.evaluate("document.documentElement.scrollWidth") == 320
        account.tab.emulate_media(forced_colors="active")
        lines = account.tab.locator(".button:not(.quiet):visible").evaluate_all(
            "all => all.map(each => getComputedStyle(each).borderTopWidth)"
        )
        assert set(lines) == {"1px"}, "a button without a line is none where backgrounds are taken away"


def test_one_opening_stays_small_in_every_language(account: Account, game: Game) -> None:
    token = token_of(game.register("jane"))
    account.open(token)
    account.tab.wait_for_load_state("networkidle")
    sizes = {one.url: len(one.response().body()) for one in account.requests if one.url.startswith("http")}
    page = next(size for url, size in sizes.items() if "/profile" in url)
    rest = sum(sizes.values()) - page
    pages = {tag: len(game.http.get("/profile", params={"locale": tag}).content) for tag in available()}
    assert rest + max(pages.values()) <= MOST_BYTES
