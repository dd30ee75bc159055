"""One judge for a module: starting Chromium takes longer than judging a page."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from pages import axe_core
from pages.judge import Judge, NoBrowserError, chromium
from pages.people import People
from tests.node_or_skip import NodeOrSkip


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    pytest.importorskip("playwright.sync_api")
    try:
        with chromium() as browser:
            yield browser
    except NoBrowserError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def judge(browser: Any) -> Iterator[Judge]:
    with NodeOrSkip():
        source = axe_core.source()
    with Judge.of(browser, source) as judge:
        yield judge


@pytest.fixture(scope="module")
def people() -> Iterator[People]:
    with People.at_a_mock() as people:
        yield people
