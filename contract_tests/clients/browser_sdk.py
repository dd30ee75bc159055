"""The SDK as a script tag in Chromium, on a page served from another port than the API."""

from __future__ import annotations

import asyncio
import os
import shutil
import threading
from collections.abc import Coroutine
from concurrent.futures import Future
from itertools import count
from pathlib import Path
from typing import Any, Self
from urllib.parse import urlsplit

from playwright.async_api import Page, Playwright, async_playwright

from .javascript import ANSWER_SECONDS, JavaScriptSdk, SdkCall, on_host

# The shell is the same engine without a window around it, and starts much faster.
NAMES = (
    "chromium-headless-shell",
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--no-first-run",
]


class BrowserMissingError(Exception):
    """Neither the system nor Playwright has a Chromium."""


def find_chromium(downloaded: str) -> str:
    """Path of a Chromium: `LOGIN_CONTRACT_CHROMIUM`, else one on the search path, else Playwright's own.

    Raises `BrowserMissingError` when there is none of them.
    """
    named = os.environ.get("LOGIN_CONTRACT_CHROMIUM")
    installed = named or next((path for name in NAMES if (path := shutil.which(name))), downloaded)
    if not Path(installed).is_file():
        raise BrowserMissingError(f"no Chromium at {installed}: playwright install chromium")
    return installed


class BrowserThread:
    """A Chromium in an event loop of its own, so that the tests' thread keeps none."""

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._playwright: Playwright | None = None
        self._page: Page | None = None

    def begin(self, work: Coroutine[Any, Any, Any]) -> Future[Any]:
        """Starts `work` in the browser's loop."""
        return asyncio.run_coroutine_threadsafe(work, self._loop)

    def run(self, work: Coroutine[Any, Any, Any]) -> Any:
        """Runs `work` in the browser's loop and returns its result."""
        return self.begin(work).result(ANSWER_SECONDS)

    async def open(self, address: str, *, keep_cookies: bool = False) -> Page:
        """Opens `address` in the only tab, without storage; what was under way there ends."""
        if self._page is None:
            raise RuntimeError("the browser is not running")
        if not keep_cookies:
            await self._page.context.clear_cookies()
        await self._page.goto(address)
        await self._page.evaluate("sessionStorage.clear(); localStorage.clear()")
        return self._page

    async def _launch(self) -> None:
        self._playwright = await async_playwright().start()
        chromium = self._playwright.chromium
        executable = find_chromium(chromium.executable_path)
        browser = await chromium.launch(executable_path=executable, args=ARGUMENTS)
        self._page = await browser.new_page()

    async def _close(self) -> None:
        if self._page is not None and self._page.context.browser is not None:
            await self._page.context.browser.close()
        if self._playwright is not None:
            await self._playwright.stop()

    def __enter__(self) -> Self:
        self._thread.start()
        try:
            self.run(self._launch())
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self._end()

    def _end(self) -> None:
        try:
            self.run(self._close())
        finally:
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
            self._loop.close()


class BrowserSdk(JavaScriptSdk):
    """The SDK on a page in the browser's tab."""

    def __init__(self, browser: BrowserThread, address: str) -> None:
        self._browser = browser
        self._address = address
        self._numbers = count(1)
        self._page: Page | None = None

    @property
    def page(self) -> str:
        return self._address

    def at(self, host: str) -> BrowserSdk:
        return BrowserSdk(self._browser, on_host(self._address, host))

    def configure(self, **config: object) -> None:
        self._open(config, keep_cookies=False)

    def revisit(self, **config: object) -> None:
        self._open(config, keep_cookies=True)

    def _open(self, config: dict[str, object], *, keep_cookies: bool) -> None:
        self._page = self._browser.run(self._browser.open(self._address, keep_cookies=keep_cookies))
        self._browser.run(self._opened().evaluate("config => driver.configure(config)", config))

    def readable_cookies(self) -> str:
        return str(self._browser.run(self._opened().evaluate("document.cookie")))

    def leave(self, method: str, *parameters: object) -> str:
        """Makes a call that leaves the page; returns the address where the browser arrives."""
        return str(self._browser.run(self._leave(method, list(parameters))))

    async def _leave(self, method: str, parameters: list[object]) -> str:
        page = self._opened()
        script = "([method, parameters]) => { driver.call(0, method, parameters); }"
        async with page.expect_navigation():
            await page.evaluate(script, [method, parameters])
        return page.url

    def start(self, method: str, *parameters: object) -> SdkCall:
        number = next(self._numbers)
        script = "([number, method, parameters]) => driver.call(number, method, parameters)"
        outcome = self._browser.begin(self._opened().evaluate(script, [number, method, list(parameters)]))
        return SdkCall(number, outcome)

    def sent_headers(self, method: str, *parameters: object, to: str) -> dict[str, str]:
        """Makes a call, whatever comes of it; returns the headers of its request to a path."""
        headers: dict[str, str] = self._browser.run(self._sent_headers(method, list(parameters), to))
        return headers

    async def _sent_headers(self, method: str, parameters: list[object], to: str) -> dict[str, str]:
        page = self._opened()
        script = "([method, parameters]) => driver.call(0, method, parameters)"
        async with page.expect_request(lambda request: urlsplit(request.url).path.endswith(to)) as sent:
            await page.evaluate(script, [method, parameters])
        return await (await sent.value).all_headers()

    def cancel(self, call: SdkCall) -> None:
        self._browser.run(self._opened().evaluate("number => driver.cancel(number)", call.number))

    def _opened(self) -> Page:
        if self._page is None:
            raise RuntimeError("configure the SDK first")
        return self._page
