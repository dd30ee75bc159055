"""The SDK as an npm module in jsdom: a Node process behind JSON lines."""

from __future__ import annotations

import json
import subprocess
import threading
from concurrent.futures import Future
from itertools import count
from pathlib import Path
from typing import IO, Any, Self

from .javascript import ANSWER_SECONDS, JavaScriptSdk, SdkCall, on_host

HARNESS = Path(__file__).parent / "web" / "jsdom.cjs"


class NodeProcess:
    """A Node that answers numbered requests, in whatever order they end."""

    def __init__(self, node: Path, modules: Path) -> None:
        self._process = subprocess.Popen(
            [node, HARNESS, modules],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        self._numbers = count(1)
        self._waiting: dict[int, Future[Any]] = {}
        self._reader = threading.Thread(
            target=self._read, args=[self._pipe(self._process.stdout)], daemon=True
        )
        self._reader.start()

    @staticmethod
    def _pipe(pipe: IO[str] | None) -> IO[str]:
        if pipe is None:
            raise RuntimeError("Node was started without pipes")
        return pipe

    def send(self, **request: object) -> SdkCall:
        """Sends one request and returns at once."""
        call = SdkCall(next(self._numbers), Future())
        self._waiting[call.number] = call.outcome
        stdin = self._pipe(self._process.stdin)
        stdin.write(json.dumps({"number": call.number, **request}) + "\n")
        stdin.flush()
        return call

    def _read(self, stdout: IO[str]) -> None:
        for line in stdout:
            answer = json.loads(line)
            self._waiting.pop(answer["number"]).set_result(answer)
        for outcome in self._waiting.values():
            outcome.set_exception(RuntimeError("Node ended before it answered"))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._process:
            self._pipe(self._process.stdin).close()
            self._process.wait(ANSWER_SECONDS)
            self._reader.join()


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
