"""Reads JSON strictly: keys that stand once, numbers that are some, whole characters."""

from __future__ import annotations

import json
import re
from typing import Any

from login_contract.document import scalars
from login_contract.document.problem import ReadingError
from login_contract.document.yaml_reader import half, read_yaml

_STRING_OR_CONSTANT = re.compile(r'"(?:[^"\\]|\\.)*"|NaN|-?Infinity')
_MAYBE_HALF = re.compile(r"\\u[dD][89a-fA-F]")


def read_json(text: str) -> Any:
    """Reads a JSON text.

    Raises:
        json.JSONDecodeError: it is none, and may be YAML.
        ReadingError: it is JSON that two readers would read differently.
        RecursionError: it is nested too deeply.
    """
    reader = _Reader()
    document = reader.read(text)
    faults = [*reader.faults, *(_halves(document) if _MAYBE_HALF.search(text) else ())]
    if faults:
        raise ReadingError(faults[0], _line(text, faults[0]))
    return document


class _Reader:
    """Notes what is wrong instead of raising, because what follows may show that this is no JSON at all."""

    def __init__(self) -> None:
        self.faults: list[str] = []

    def read(self, text: str) -> Any:
        return json.loads(
            text,
            object_pairs_hook=self._unique,
            parse_constant=self._no_number,
            parse_int=self._integer,
            parse_float=self._real,
        )

    def _unique(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        members = dict(pairs)
        if len(members) < len(pairs):
            keys = [key for key, _ in pairs]
            self.faults.append(f"the key {max(keys, key=keys.count)} stands twice")
        return members

    def _no_number(self, constant: str) -> None:
        self.faults.append(f"{constant} is no JSON number")

    def _integer(self, text: str) -> int:
        try:
            return scalars.integer(text)
        except ValueError as error:
            self.faults.append(str(error))
            return 0

    def _real(self, text: str) -> float:
        try:
            return scalars.real(text)
        except ValueError as error:
            self.faults.append(str(error))
            return 0.0


def _halves(document: Any) -> list[str]:
    try:
        json.dumps(document, ensure_ascii=False).encode()
    except UnicodeEncodeError as error:
        return [half(error.object[error.start].encode("utf-16-le", "surrogatepass"))]
    return []


def _line(text: str, fault: str) -> int | None:
    """The line of a fault, when it can be told: the JSON parser tells its hooks no positions."""
    for found in _STRING_OR_CONSTANT.finditer(text):
        if fault.startswith(f"{found[0]} is no"):
            return text.count("\n", 0, found.start()) + 1
    try:
        # The YAML one does, reading the same; but JSON indents with tabs, and YAML does not.
        read_yaml(text.replace("\t", " "))
    except ReadingError as error:
        return error.line if str(error) == fault else None
    return None
