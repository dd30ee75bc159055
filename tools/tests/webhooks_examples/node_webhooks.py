"""The webhooks part of the TypeScript client in a Node that runs scripts and tells what came of them."""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import IO, Any, Self

from attrs import frozen

from login_contract import resources

DIST = resources.checkout() / "generated" / "typescript" / "dist"
DRIVER = Path(__file__).with_suffix(".mjs")
UNWRAP = """
const { body, headers, how: { now, ...how } } = given;
const bytes = Uint8Array.from(atob(body), (each) => each.charCodeAt(0));
const moment = now === undefined ? {} : { now: new Date(now * 1000) };
const { data, claims } = await webhooks.unwrap(bytes, headers, { ...how, ...moment });
return { data, claims: { ...claims }, raw: claims.raw };
"""


@frozen
class Thrown:
    """An error of JavaScript; `status` and `answer` where it is a `WebhookError`."""

    kind: str
    name: str
    message: str
    status: int | None = None
    answer: Mapping[str, Any] | None = None


class NodeProcess:
    """A Node that runs scripts."""

    def __init__(self, node: Path) -> None:
        self._process = subprocess.Popen(
            [node, DRIVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, encoding="utf-8"
        )

    def answers(self, requests: Iterable[Mapping[str, Any]]) -> Iterator[Any]:
        """Sends requests, and yields what comes back, in the same order."""
        lines = [f"{json.dumps(request)}\n" for request in requests]
        stdin, stdout = self._pipe(self._process.stdin), self._pipe(self._process.stdout)
        # In portions: with a pipe full on either side, both would wait for each other.
        for start in range(0, len(lines), PORTION):
            portion = lines[start : start + PORTION]
            stdin.write("".join(portion))
            stdin.flush()
            yield from [json.loads(stdout.readline()) for _ in portion]

    @staticmethod
    def _pipe(pipe: IO[str] | None) -> IO[str]:
        if pipe is None:
            raise RuntimeError("Node was started without pipes")
        return pipe

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        with self._process:
            self._pipe(self._process.stdin).close()
            self._process.wait(10)


@frozen
class NodeWebhooks:
    """The webhooks part of a compiled package, by default that of the checkout, in a Node process."""

    process: NodeProcess
    dist: Path = DIST

    def run(self, script: str, given: Any = None) -> Any:
        """Returns what a script returns, or what it throws as `Thrown`; it knows `webhooks` and `given`."""
        (outcome,) = self.run_all([(script, given)])
        return outcome

    def run_all(self, scripts: Iterable[tuple[str, Any]]) -> list[Any]:
        """Runs scripts at once, and returns what came of each."""
        dist = str(self.dist)
        requests = [{"dist": dist, "script": script, "given": given} for script, given in scripts]
        return [_outcome(answer) for answer in self.process.answers(requests)]


PORTION = 8


def unwrap_given(body: bytes, headers: Any, **how: Any) -> dict[str, Any]:
    """Returns what the script `UNWRAP` is given."""
    return {"body": base64.b64encode(body).decode(), "headers": headers, "how": how}


def _outcome(line: Mapping[str, Any]) -> Any:
    return Thrown(**line["error"]) if "error" in line else line["value"]
