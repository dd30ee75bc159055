"""The site, built once, and a browser that lets nothing out of this machine."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import field, frozen

from login_contract import built_site, npm
from login_contract.mock.run import EmbeddedMock
from login_contract.site.build import build
from login_contract.site.pages import SCALAR_PACKAGE
from pages import axe_core
from pages.judge import NoBrowserError, chromium
from tests.node_or_skip import NodeOrSkip

SHOWN_MS = 60_000  # on a machine that is busy with other tests


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    with NodeOrSkip():
        npm.install(SCALAR_PACKAGE)
    base = tmp_path_factory.getbasetemp()
    # What one process of pytest-xdist has built, the others read.
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "site"
    folder.mkdir(exist_ok=True)
    with npm.alone(folder / ".lock"):
        if not (folder / "docs").exists():
            build(folder / "docs")
    return folder / "docs"


@pytest.fixture(scope="session")
def axe() -> str:
    with NodeOrSkip():
        return axe_core.source()


@frozen
class Reader:
    """A tab on the site; whatever the pages asked for elsewhere is in `outside`, and did not get there."""

    tab: Any
    address: str
    outside: list[str] = field(factory=list)
    complaints: list[str] = field(factory=list)

    def open(self, page: str) -> None:
        """Open a page; the reference is whole when its title stands there."""
        self.tab.goto(f"{self.address}/{page}")
        if page.startswith("reference.html"):
            self.tab.wait_for_selector("#reference h1", timeout=SHOWN_MS)

    def route(self, route: Any) -> None:
        """Let through what stays on the site, or on the mock that serves it."""
        if route.request.url.startswith((self.address, self.address.rpartition("/")[0], "data:", "blob:")):
            route.continue_()
        else:
            self.outside.append(route.request.url)
            route.abort()

    def hear(self, message: Any) -> None:
        """Keep what the console shows as wrong."""
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    pytest.importorskip("playwright.sync_api")
    try:
        with chromium() as running:
            yield running
    except NoBrowserError as error:
        pytest.skip(str(error))


@pytest.fixture(scope="module")
def mock(site: Path) -> Iterator[EmbeddedMock]:
    """A mock that has the site; tests may put another folder in its place."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(built_site, "folder", lambda: site)
        with EmbeddedMock() as running:
            yield running


@pytest.fixture(scope="module", params=["from disk", "from the mock"])
def reader(request: pytest.FixtureRequest, browser: Any, site: Path) -> Iterator[Reader]:
    """A reader of the folder, and one of the pages that the mock serves."""
    served = request.param == "from the mock"
    address = f"{request.getfixturevalue('mock').origin}/docs" if served else site.as_uri()
    with browser.new_context(viewport={"width": 1440, "height": 900}, reduced_motion="reduce") as context:
        yield _reader(context.new_page(), address)


def _reader(tab: Any, address: str) -> Reader:
    reader = Reader(tab, address)
    tab.route("**/*", lambda route: reader.route(route))
    tab.on("console", lambda message: reader.hear(message))
    tab.on("pageerror", lambda error: reader.complaints.append(str(error)))
    return reader
