"""A browser, and a site whose pages it opens."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.browser import LAUNCH_ARGS, NOT_FOUND, find_chromium
from tests.mock.hosted.site import Site


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    if find_chromium() is None:
        pytest.skip(NOT_FOUND)
    sync_api = pytest.importorskip("playwright.sync_api")
    with sync_api.sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(LAUNCH_ARGS))
        yield browser
        browser.close()


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    with browser.new_context() as context:
        yield context.new_page()


@pytest.fixture
def site() -> Iterator[Site]:
    with Site() as site:
        yield site
