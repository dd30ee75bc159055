"""A Node process behind JSON lines: numbered requests go in, their outcomes come out."""

from __future__ import annotations

import json
import subprocess
import threading
from concurrent.futures import Future
from itertools import count
from pathlib import Path
from typing import IO, Any, Self

from .javascript import ANSWER_SECONDS, SdkCall

WEB = Path(__file__).parent / "web"


class NodeProcess:
    """A Node that answers numbered requests, in whatever order they end.

    `harness` is a script of the folder `web`, `argument` what it is started with.
    """

    def __init__(self, node: Path, harness: str, argument: Path) -> None:
        self._process = subprocess.Popen(
            [node, WEB / harness, argument],
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
