"""Whether everything that the description has is in what a generator wrote."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from login_contract.description.operation import METHODS

SOURCES = frozenset({".cs", ".go", ".java", ".py", ".ts"})
_WORD = re.compile("[a-z0-9]+")


def operations(description: Path) -> Iterator[tuple[str, str, str]]:
    """Yields id, method in capitals and path of each operation of a description in JSON."""
    for path, item in json.loads(description.read_bytes())["paths"].items():
        for method in METHODS:
            if method in item:
                yield item[method]["operationId"], method.upper(), path


def left_out(description: Path, client: Path) -> Iterator[str]:
    """Yields a complaint for each operation of which no name in the source files begins with the id.

    However the id is spelled: `log-in`, `log_in` and `LogIn` are one.
    """
    names = {name for path in client.rglob("*") if path.suffix in SOURCES for name in _names(path)}
    for operation_id, _, _ in operations(description):
        wanted = _plain(operation_id)
        if not any(name.startswith(wanted) for name in names):
            yield f"{operation_id} was left out"


def _names(source: Path) -> set[str]:
    return set(_WORD.findall(_plain(source.read_text("utf-8"))))


def _plain(text: str) -> str:
    return text.replace("_", "").replace("-", "").lower()
