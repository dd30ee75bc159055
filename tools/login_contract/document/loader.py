"""Reads YAML and JSON strictly: what the text means must not depend on who reads it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from login_contract.document.json_reader import read_json
from login_contract.document.problem import DocumentError, Problem, ReadingError
from login_contract.document.yaml_reader import read_yaml


def load(path: Path, *, name: str | None = None, plain_keys: bool = False) -> Any:
    """Reads a file as `parse` does; `name` is what messages call it (default: its path).

    Raises:
        DocumentError: it cannot be read, or as for `parse`.
    """
    name = name or str(path)
    try:
        content = path.read_bytes()
    except OSError as error:
        raise DocumentError([Problem(name, error.strerror or str(error))]) from None
    return parse(content, name=name, plain_keys=plain_keys)


def parse(content: bytes, *, name: str, plain_keys: bool = False) -> Any:
    """Reads JSON or YAML into plain dicts, lists, strings, numbers, booleans and None.

    What it is, the content tells: what starts like JSON and is JSON is read as such, all else as YAML.
    `name` is what messages call it. With `plain_keys` a YAML key without quotes, like `200`, is the text
    that stands there, as OpenAPI has it, instead of being refused.

    Raises:
        DocumentError: bad syntax, a key that stands twice or is no string, NaN or infinity, half a
            character, a number too long to read or values nested too deeply.
    """
    try:
        text = content.decode("utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise DocumentError([Problem(name, "not UTF-8", line=line)]) from None
    try:
        return _read(text, plain_keys, told_as_json=name.endswith(".json"))
    except ReadingError as error:
        raise DocumentError([Problem(name, str(error), line=error.line)]) from None
    except RecursionError:
        raise DocumentError([Problem(name, "nested too deeply")]) from None


def _read(text: str, plain_keys: bool, *, told_as_json: bool) -> Any:
    if text.lstrip()[:1] not in ("{", "["):
        return read_yaml(text, plain_keys=plain_keys)
    try:
        return read_json(text)
    except json.JSONDecodeError as error:
        try:
            return read_yaml(text, plain_keys=plain_keys)
        except ReadingError:
            if told_as_json:
                raise ReadingError(error.msg, error.lineno) from None
            raise
