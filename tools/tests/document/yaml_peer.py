"""A second YAML 1.2 reader and writer to compare with: npm's `yaml`, a Node process behind JSON lines."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import IO, Any

from attrs import frozen

SCRIPT = Path(__file__).with_suffix(".cjs")


@frozen
class YamlPeer:
    """The running process; one answer for each line sent."""

    stdin: IO[str]
    stdout: IO[str]

    @classmethod
    def of(cls, process: subprocess.Popen[str]) -> YamlPeer:
        assert process.stdin is not None
        assert process.stdout is not None
        return cls(process.stdin, process.stdout)

    def read(self, text: str) -> Any:
        """What the peer reads; keys come as it types them."""
        return _unwrapped(self._ask(read=text)["value"])

    def write(self, value: Any, **options: Any) -> str:
        """What the peer writes, by its `stringify` options."""
        return str(self._ask(write=_wrapped(value), options=options)["text"])

    def _ask(self, **request: Any) -> dict[str, Any]:
        self.stdin.write(json.dumps(request) + "\n")
        self.stdin.flush()
        answer: dict[str, Any] = json.loads(self.stdout.readline())
        assert "complaints" not in answer, f"{answer['complaints']} about {request}"
        return answer


def _wrapped(value: Any) -> list[Any]:
    if isinstance(value, dict):
        return ["map", [[_wrapped(key), _wrapped(one)] for key, one in value.items()]]
    if isinstance(value, list):
        return ["list", [_wrapped(one) for one in value]]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return ["int" if isinstance(value, int) else "float", repr(value)]
    return ["as is", value]


def _unwrapped(wrapped: list[Any]) -> Any:
    kind, value = wrapped
    if kind == "map":
        return {_unwrapped(key): _unwrapped(one) for key, one in value}
    if kind == "list":
        return [_unwrapped(one) for one in value]
    return {"int": int, "float": float}.get(kind, lambda same: same)(value)
