from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.target import Target

from .game_page import Game
from .installation import Installation, give_up, install_sdk
from .javascript import JavaScriptSdk, page_host
from .oauth_game import OAuthGame, open_oauth_game

# The client under test is the one in the checkout, installed or not.
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "generated" / "python"))


@pytest.fixture(scope="session", autouse=True)
def _no_proxy_leads_here() -> Iterator[None]:
    """Let libraries that read proxies by themselves reach this machine directly, as the suite does."""
    with pytest.MonkeyPatch.context() as environment:
        for name in ("NO_PROXY", "no_proxy"):
            given = [each for each in (os.environ.get(name),) if each]
            environment.setenv(name, ",".join([*given, "127.0.0.1", "localhost", "::1"]))
        yield


@pytest.fixture(scope="session")
def installation() -> Installation:
    return install_sdk()


@pytest.fixture(scope="session")
def node(installation: Installation) -> Iterator[object]:
    from .node_process import NodeProcess

    with NodeProcess(installation.node, "jsdom.cjs", installation.modules) as process:
        yield process


@pytest.fixture(scope="session")
def typescript_client(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Folder with the modules of the built TypeScript client."""
    from .typescript_caller import built_client

    return built_client(tmp_path_factory.mktemp("typescript"))


@pytest.fixture(scope="session")
def typescript_node(typescript_client: Path) -> Iterator[object]:
    from login_contract import npm

    from .node_process import NodeProcess

    with NodeProcess(npm.find_node().executable, "typescript.mjs", typescript_client) as process:
        yield process


@pytest.fixture(scope="session")
def typescript_page(typescript_client: Path, target: Target) -> Iterator[str]:
    """Address of a page with the built TypeScript client: another port of the host that the API is on."""
    from .typescript_sdk import ModuleServer

    with ModuleServer(typescript_client.parent.parent) as server:
        yield server.address(page_host(target.base_url))


@pytest.fixture(scope="session")
def page_address(installation: Installation, target: Target) -> Iterator[str]:
    """Address of the game's page: another port of the host that the API is on."""
    from .page_server import PageServer

    with PageServer(installation.modules) as server:
        yield server.address(page_host(target.base_url))


@pytest.fixture(scope="session")
def browser() -> Iterator[object]:
    try:
        from .browser_sdk import BrowserMissingError, BrowserThread
    except ModuleNotFoundError as error:
        give_up(f"{error.name} is missing: pip install playwright")
    with ExitStack() as stack:
        try:
            thread = stack.enter_context(BrowserThread())
        except BrowserMissingError as error:
            give_up(str(error))
        yield thread


@pytest.fixture
def jsdom_sdk(node: object, page_address: str) -> JavaScriptSdk:
    from .jsdom_sdk import JsdomSdk
    from .node_process import NodeProcess

    assert isinstance(node, NodeProcess)
    return JsdomSdk(node, page_address)


@pytest.fixture
def browser_sdk(browser: object, page_address: str) -> JavaScriptSdk:
    from .browser_sdk import BrowserSdk, BrowserThread

    assert isinstance(browser, BrowserThread)
    return BrowserSdk(browser, page_address)


@pytest.fixture(params=["jsdom", "chromium"])
def sdk(request: pytest.FixtureRequest) -> JavaScriptSdk:
    """The vendor's SDK: as an npm module in jsdom, and as a script tag in Chromium."""
    found = request.getfixturevalue({"jsdom": "jsdom_sdk", "chromium": "browser_sdk"}[request.param])
    assert isinstance(found, JavaScriptSdk)
    return found


@pytest.fixture
def game(sdk: JavaScriptSdk, target: Target, control: Control, signing_key: str) -> Game:
    """A page with the SDK in a fresh project whose long poll gives up after a second."""
    project_id = control.put_project(otc_wait_seconds=1, private_key=signing_key)
    game = Game(sdk, control, target.base_url, project_id)
    game.configure()
    return game


@pytest.fixture
def oauth_game(sdk: JavaScriptSdk, target: Target, control: Control, signing_key: str) -> OAuthGame:
    """A page with the SDK in OAuth mode, in a fresh project like that of `game`."""
    return open_oauth_game(sdk, control, target.base_url, private_key=signing_key, otc_wait_seconds=1)
