"""The page is opened: with a token, with none, with a wrong one; what its parent hears, and who leaves."""

from __future__ import annotations

from urllib.parse import urlsplit

from tests.mock.game import Game, token_of
from tests.mock.hosted.account.checks import embed, keeps_no_token, parent_hears
from tests.mock.hosted.account.opened import Account, says, seen
from tests.mock.hosted.site import Site


def test_an_account_is_shown_and_its_token_is_kept_in_memory_alone(account: Account, game: Game) -> None:
    token = token_of(game.register("jane"))
    game.call("PATCH", "/users/me", bearer=token, body={"nickname": "Jane", "last_name": "Doe"})
    account.tab.goto(f"{account.origin}/profile?locale=en&from=game#token={token}")
    account.settled()

    assert account.shown("nickname") == "Jane #1000"
    assert (account.shown("first_name"), account.shown("last_name")) == ("Not set", "Doe")
    assert account.shown("email") == "jane@example.com"
    assert account.shown("password") == "You sign in as jane."
    assert account.tab.url == f"{account.origin}/profile?locale=en&from=game"
    keeps_no_token(account, token)
    assert account.tab.title() == "Your account"
    assert {urlsplit(one.url).netloc for one in account.requests} == {urlsplit(account.origin).netloc}
    account.tab.reload()
    account.settled()
    assert account.tab.get_by_role("alert").get_by_text(says("account.expired_title")).is_visible()


def test_without_a_token_the_page_tells_how_its_address_is_made(account: Account) -> None:
    account.open(None)
    alert = account.tab.get_by_role("alert")
    assert alert.get_by_text(says("account.hint_title")).is_visible()
    assert seen(alert.locator("code").inner_text()) == f"{account.origin}/profile?locale=en#token=…"
    assert account.api_calls() == []
    assert not account.tab.locator("#account").is_visible()
    account.open(None, "tw")
    assert "/profile?locale=tw#token=" in account.tab.locator("code").inner_text()


def test_a_malformed_token_is_told_without_asking_the_server(account: Account) -> None:
    for token in ("x", "a.b", "a.b.c", "a.e30.c", "a.bnVsbA.c", "a.W10.c", "a.%00.c", "é.é.é"):
        account.tab.goto("about:blank")
        account.open(token)
        assert account.tab.get_by_role("alert").get_by_text(says("account.wrong_title")).is_visible(), token
    assert account.api_calls() == []


def test_a_parent_on_another_origin_hears_that_the_account_is_there_and_closed(
    account: Account, game: Game, site: Site
) -> None:
    embed(account, site, token_of(game.register("jane")))
    parent_hears(account, ["user-account-page-fetched"])
    account.tab.frame_locator("iframe").get_by_role("button", name="Close").dblclick()
    parent_hears(account, ["user-account-page-fetched", "user-account-close"])


def test_a_parent_hears_once_that_the_data_could_not_be_fetched(
    account: Account, game: Game, site: Site
) -> None:
    embed(account, site, None)
    parent_hears(account, ["user-account-loaded"])
    token = token_of(game.register("jane"))
    account.refuse("/users/me", 500, "500")
    embed(account, site, token)
    frame = account.tab.frame_locator("iframe")
    parent_hears(account, ["user-account-loaded"])
    account.tab.unroute_all()
    frame.get_by_role("button", name="Try again").click()
    frame.get_by_text("jane@example.com").wait_for()
    parent_hears(account, ["user-account-loaded"])


def test_a_strangers_frame_stays_empty_and_hears_nothing(account: Account, game: Game, site: Site) -> None:
    refused: list[str] = []
    account.tab.on("console", lambda said: refused.append(said.text))
    embed(account, site, token_of(game.register("jane")), host="stranger.localhost")
    account.tab.wait_for_load_state("networkidle")
    assert any("frame-ancestors" in text for text in refused)
    assert account.tab.evaluate("heard") == []
    assert account.api_calls() == []


def test_in_a_tab_nothing_is_posted_and_the_exit_goes_back(account: Account, game: Game, site: Site) -> None:
    site.html = "<title>Game</title>"
    account.tab.goto(site.origin)
    account.tab.add_init_script(
        "window.said = []; addEventListener('message', event => said.push(event.data))"
    )
    account.open(token_of(game.register("jane")))
    assert account.tab.evaluate("said") == []
    account.press("Close")
    account.tab.wait_for_url(f"{site.origin}/")


def test_a_tab_with_nothing_to_go_back_to_is_closed(account: Account, game: Game, site: Site) -> None:
    address = account.address(token_of(game.register("jane")))
    site.html = f'<a href="{address}" target="_blank" rel="noopener">Your account</a>'
    account.tab.goto(site.origin)
    with account.tab.context.expect_page() as opening:
        account.tab.get_by_text("Your account").click()
    opening.value.locator("main[aria-busy=false]").wait_for()
    with opening.value.expect_event("close"):
        # A press that waits for its tab would wait for one that is gone.
        opening.value.evaluate("setTimeout(() => document.getElementById('exit').click())")


def test_another_token_in_the_address_opens_another_account(account: Account, game: Game) -> None:
    account.open(token_of(game.register("jane")))
    other = token_of(game.register("john"))
    account.tab.evaluate("token => { location.hash = `token=${token}` }", other)
    account.tab.get_by_text("john@example.com").wait_for()
    keeps_no_token(account, other)


def test_the_page_asks_the_api_as_any_client_may(account: Account, game: Game) -> None:
    account.open(token_of(game.register("jane")))
    account.tab.wait_for_load_state("networkidle")
    assert sorted(account.api_calls()) == ["GET /api/users/me", "GET /api/users/me/social_providers"]
    outside = [urlsplit(one.url).path for one in account.requests if "/_mock/" in one.url]
    assert [path for path in outside if not path.startswith("/_mock/pages/")] == ["/_mock/theme"]
