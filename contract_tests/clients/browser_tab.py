"""A tab of a browser that nobody has used yet, and a game's page where its sign-ins end."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from login_contract.plain_server import PlainHandler, PlainServer

if TYPE_CHECKING:
    from playwright.async_api import Locator, Page

    from .browser_sdk import BrowserThread

LANDED = "Signed in"
# A form that is not there is a failure; the default would take half a minute to say so.
PATIENCE_MILLISECONDS = 10_000


class GamePage(PlainServer):
    """A web server whose every address is the page of a game that somebody has come back to."""

    def __init__(self) -> None:
        super().__init__(_Handler)

    @property
    def callback(self) -> str:
        """The redirect URI: another host and port than those of the API."""
        return f"http://localhost:{self.server_port}/signed-in"


class _Handler(PlainHandler):
    def respond(self) -> None:
        self.answer(200, f"<!doctype html><title>{LANDED}</title>".encode(), {"content-type": "text/html"})


class Tab:
    """Looks at pages and fills in their forms, as a person does: by label and by the text of buttons."""

    def __init__(self, browser: BrowserThread, page: Page) -> None:
        self._browser = browser
        self._page = page
        page.set_default_timeout(PATIENCE_MILLISECONDS)

    def open(self, address: str) -> None:
        """Goes to an address and waits until its page, or the one that it leads to, is there."""
        self._browser.run(self._page.goto(address))

    def fill(self, **fields: str) -> None:
        """Types into fields; an underscore in a name stands for a space of the label."""
        for label, text in fields.items():
            self._browser.run(self._field(label).fill(text))

    def typed(self, label: str) -> str:
        """What stands in a field."""
        return str(self._browser.run(self._field(label).input_value()))

    def press(self, button: str) -> None:
        """Presses a button and waits for the page that follows."""
        self._browser.run(self._press(self._page.get_by_role("button", name=button, exact=True)))

    def click(self, button: str) -> None:
        """Presses a button that the page itself answers to."""
        self._browser.run(self._page.get_by_role("button", name=button, exact=True).click())

    def await_address(self, beginning: str) -> None:
        """Waits until the tab is at an address that begins so."""
        at = re.compile(re.escape(beginning))
        self._browser.run(self._page.wait_for_url(at, wait_until="commit"))

    def await_attribute(self, selector: str) -> None:
        """Waits until there is an element that a CSS selector finds."""
        self._browser.run(self._page.locator(selector).wait_for(state="attached"))

    def pick(self, name: str) -> None:
        """Presses the button that has somebody's name on it among other things."""
        self._browser.run(self._press(self._page.get_by_role("button", name=name)))

    def enter(self, label: str) -> None:
        """Presses the enter key in a field and waits for the page that follows."""
        self._browser.run(self._enter(self._field(label)))

    def unfold(self, summary: str) -> None:
        """Opens a folded part of the page."""
        self._browser.run(self._page.locator("summary", has_text=summary).click())

    @property
    def address(self) -> str:
        """Where the tab is."""
        return self._page.url

    @property
    def title(self) -> str:
        """The title of the page."""
        return str(self._browser.run(self._page.title()))

    @property
    def text(self) -> str:
        """What there is to read on the page."""
        return str(self._browser.run(self._page.locator("body").inner_text()))

    @property
    def complaint(self) -> str:
        """What the page tells about a refusal; empty when it tells of none."""
        return " ".join(self._browser.run(self._page.get_by_role("alert").all_inner_texts()))

    @property
    def fields(self) -> int:
        """How many fields there are to fill in."""
        return int(self._browser.run(self._page.locator("input:visible").count()))

    def forget(self) -> None:
        """Goes on without the cookies that the browser has."""
        self._browser.run(self._page.context.clear_cookies())

    def runs_scripts(self) -> bool:
        """Whether scripts of a page run here."""
        return bool(self._browser.run(self._runs_scripts()) == "on")

    def cookies(self) -> dict[str, tuple[bool, str]]:
        """The cookies of the browser by name: whether they are hidden from scripts, and their SameSite."""
        found = self._browser.run(self._page.context.cookies())
        return {each["name"]: (each["httpOnly"], each["sameSite"]) for each in found}

    def close(self) -> None:
        """Forgets everything about this browser."""
        self._browser.run(self._page.context.close())

    def _field(self, label: str) -> Locator:
        return self._page.get_by_label(label.replace("_", " "), exact=True)

    async def _press(self, button: Locator) -> None:
        async with self._page.expect_navigation():
            await button.click()

    async def _enter(self, field: Locator) -> None:
        async with self._page.expect_navigation():
            await field.press("Enter")

    async def _runs_scripts(self) -> str:
        page = await self._page.context.new_page()
        await page.goto("data:text/html,<title>off</title><script>document.title='on'</script>")
        title = await page.title()
        await page.close()
        return title


def new_tab(browser: BrowserThread, home: str, **options: Any) -> Tab:
    """Opens a tab without a past; ``options`` are those of a browser context.

    The browser's first tab, which knows the browser, goes to the page ``home`` for that.
    """
    return Tab(browser, browser.run(_new_page(browser, home, options)))


async def _new_page(browser: BrowserThread, home: str, options: dict[str, Any]) -> Page:
    first = await browser.open(home)
    if first.context.browser is None:
        raise RuntimeError("the browser is not running")
    context = await first.context.browser.new_context(**options)
    return await context.new_page()
