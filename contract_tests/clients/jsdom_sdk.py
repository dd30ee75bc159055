"""The SDK as an npm module in jsdom, in a Node process."""

from __future__ import annotations

from .javascript import JavaScriptSdk, SdkCall, on_host
from .node_process import NodeProcess


class JsdomSdk(JavaScriptSdk):
    """The SDK in a jsdom page whose address is on another port than the API."""

    def __init__(self, process: NodeProcess, page: str) -> None:
        self._process = process
        self._page = page

    @property
    def page(self) -> str:
        return self._page

    def at(self, host: str) -> JsdomSdk:
        return JsdomSdk(self._process, on_host(self._page, host))

    def configure(self, **config: object) -> None:
        self._open(config, keep_cookies=False)

    def revisit(self, **config: object) -> None:
        self._open(config, keep_cookies=True)

    def _open(self, config: dict[str, object], *, keep_cookies: bool) -> None:
        wanted = {"page": self._page, "config": config, "keepCookies": keep_cookies}
        self._process.send(configure=wanted).result()

    def readable_cookies(self) -> str:
        return str(self._process.send(readCookies=True).result())

    def start(self, method: str, *parameters: object) -> SdkCall:
        return self._process.send(method=method, parameters=parameters)

    def cancel(self, call: SdkCall) -> None:
        self._process.send(cancel=call.number).result()
