"""What must be so of an opened page: laws as functions, which planted defects break."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from login_contract.mock.messages.languages import language
from login_contract.mock.messages.locales import resolve_locale
from tests.mock.hosted.account.opened import Account
from tests.mock.hosted.site import Site

PARENT = """<title>Game</title><script>
  window.heard = []
  addEventListener("message", event => heard.push(event.data))
</script><iframe src="ADDRESS" width="400" height="600"></iframe>"""

MARK = "all is heard"
MARKS = f"heard.filter(event => event === '{MARK}').length"


def embed(account: Account, site: Site, token: str | None, *, host: str = "127.0.0.1") -> None:
    """Open the page in a frame of another origin."""
    site.html = PARENT.replace("ADDRESS", account.address(token))
    account.tab.goto(f"http://{host}:{site.server_port}/")


def parent_hears(account: Account, events: list[Any]) -> None:
    """The parent hears these events, and no other."""
    account.tab.frame_locator("iframe").locator("main[aria-busy=false]").wait_for()
    frame = next(one for one in account.tab.frames if one.parent_frame)
    before = account.tab.evaluate(MARKS)
    # It takes the same way as what the page has posted, and is heard after it.
    frame.evaluate(f"parent.postMessage('{MARK}', '*')")
    account.tab.wait_for_function(f"{MARKS} > {before}")
    assert [event for event in account.tab.evaluate("heard") if event != MARK] == events


def keeps_no_token(account: Account, token: str) -> None:
    """The token is nowhere where a page could leave it."""
    assert urlsplit(account.tab.url).fragment == ""
    left = account.tab.evaluate(
        """() => JSON.stringify([document.documentElement.outerHTML, {...localStorage}, {...sessionStorage},
           document.cookie, history.state, location.href, Object.values(window).map(String)])"""
    )
    assert token not in left
    assert account.tab.context.cookies() == []


def speaks(account: Account, locale: str, *, of: tuple[str, ...]) -> None:
    """The page says texts in its language."""
    words = language(resolve_locale(locale))
    said = account.tab.locator("body").inner_text()
    assert [name for name in of if words.texts[name] not in said] == []


def shows_what_the_server_has(account: Account, profile: dict[str, Any]) -> None:
    """No line shows a name that the server did not take, and nothing is told as saved."""
    shown = {name: account.shown(name) for name in ("first_name", "last_name")}
    assert shown == {name: profile[name] or "Not set" for name in shown}
    assert account.tab.locator("#told").inner_text() == ""
