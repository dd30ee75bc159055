"""The facade of the TypeScript client in the place of the vendor's SDK, in Node and on a page in Chromium."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Mapping
from http import HTTPStatus
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

from login_contract.plain_server import PlainHandler, PlainServer

from .javascript import JavaScriptSdk, SdkCall, on_host
from .node_process import WEB, NodeProcess

if TYPE_CHECKING:
    from playwright.async_api import Page

    from .browser_sdk import BrowserThread

# What the vendor's SDK calls otherwise.
NAMES = {"apiUrl": "baseUrl"}
CONFIGURE = """
    if (given.fresh) shared.cookies = new Map();
    shared.cancels = new Map();
    shared.api = new client.LoginApi({ timeout: 30_000, ...given.config, ...(send && { fetch: send }) });
"""
CALL = """
    const { method, number } = given;
    const parameters = given.parameters;
    if (method === 'getConfirmCode') {
      const controller = new AbortController();
      shared.cancels.set(number, controller);
      parameters[0] = { cancelToken: controller, ...parameters[0] };
    }
    const path = method.split('.');
    const name = path.pop();
    return path.reduce((part, each) => part[each], shared.api)[name](...parameters);
"""
CANCEL = "shared.cancels.get(given).abort();"
MEDIA_TYPES = {".html": "text/html; charset=utf-8", ".js": "text/javascript", ".mjs": "text/javascript"}


class TypeScriptSdk(JavaScriptSdk):
    """The facade behind the names of the SDK; a call of the account is named `account.…`."""

    def __init__(self) -> None:
        self._numbers = count(1)

    @abstractmethod
    def run(self, script: str, given: Any = None) -> SdkCall:
        """Begins a script, which knows what `web/typescript_scripts.mjs` gives it."""

    def configure(self, **config: object) -> None:
        self._configure(config, fresh=True)

    def revisit(self, **config: object) -> None:
        self._configure(config, fresh=False)

    def start(self, method: str, *parameters: object) -> SdkCall:
        number = next(self._numbers)
        call = self.run(CALL, {"method": method, "number": number, "parameters": parameters})
        return SdkCall(number, call.outcome)

    def cancel(self, call: SdkCall) -> None:
        self.run(CANCEL, call.number).result()

    def _configure(self, config: Mapping[str, object], *, fresh: bool) -> None:
        given = {NAMES.get(name, name): value for name, value in config.items() if value is not None}
        self.run(CONFIGURE, {"config": given, "fresh": fresh}).result()


class NodeTypeScriptSdk(TypeScriptSdk):
    """The facade in a Node process, which keeps cookies as a page would."""

    def __init__(self, process: NodeProcess, page: str) -> None:
        super().__init__()
        self._process = process
        self._page = page

    @property
    def page(self) -> str:
        return self._page

    def at(self, host: str) -> NodeTypeScriptSdk:
        return NodeTypeScriptSdk(self._process, on_host(self._page, host))

    def readable_cookies(self) -> str:
        return ""

    def run(self, script: str, given: Any = None) -> SdkCall:
        return self._process.send(script=script, given=given)


class PageTypeScriptSdk(TypeScriptSdk):
    """The facade on a page in the browser's tab, as ES modules."""

    def __init__(self, browser: BrowserThread, address: str) -> None:
        super().__init__()
        self._browser = browser
        self._address = address
        self._opened: Page | None = None

    @property
    def page(self) -> str:
        return self._address

    def at(self, host: str) -> PageTypeScriptSdk:
        return PageTypeScriptSdk(self._browser, on_host(self._address, host))

    def readable_cookies(self) -> str:
        return str(self._browser.run(self._tab().evaluate("document.cookie")))

    def run(self, script: str, given: Any = None) -> SdkCall:
        work = self._tab().evaluate("([script, given]) => window.run(script, given)", [script, given])
        return SdkCall(0, self._browser.begin(work))

    def _configure(self, config: Mapping[str, object], *, fresh: bool) -> None:
        self._opened = self._browser.run(self._browser.open(self._address, keep_cookies=not fresh))
        super()._configure(config, fresh=fresh)

    def _tab(self) -> Page:
        if self._opened is None:
            raise RuntimeError("configure the facade first")
        return self._opened


class ModuleServer(PlainServer):
    """Serves a page that loads the built package as it is, file by file, on a free loopback port.

    `folder` holds the package as `client`, beside the `node_modules` that it needs.
    """

    def __init__(self, folder: Path) -> None:
        super().__init__(_handler(folder))

    def address(self, host: str) -> str:
        """The page's address under the given name of this machine."""
        return f"http://{host}:{self.server_port}/"


def _handler(folder: Path) -> type[PlainHandler]:
    own = {"/": WEB / "typescript.html", "/typescript_scripts.mjs": WEB / "typescript_scripts.mjs"}

    class Handler(PlainHandler):
        def respond(self) -> None:
            path = own.get(self.path, folder / self.path.removeprefix("/"))
            media_type = MEDIA_TYPES.get(path.suffix)
            if media_type is None or ".." in path.parts or not path.is_file():
                self.answer(HTTPStatus.NOT_FOUND)
            else:
                self.answer(HTTPStatus.OK, path.read_bytes(), {"content-type": media_type})

    return Handler
