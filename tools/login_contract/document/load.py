"""Reads YAML and JSON strictly: what the text means must not depend on who reads it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Hashable
from pathlib import Path
from typing import Any, ClassVar, NoReturn

import yaml

from login_contract.document.problem import DocumentError, Problem
from login_contract.document.scalars import RULES

_KINDS = ("null", "bool", "str", "seq", "map")
_STRING = "tag:yaml.org,2002:str"
_PLAIN = frozenset(f"tag:yaml.org,2002:{kind}" for kind in ("null", "bool", "int", "float"))


class _Refusal(Exception):
    def __init__(self, message: str, line: int) -> None:
        super().__init__(message)
        self.line = line


class _Loader(yaml.SafeLoader):
    plain_keys = False
    yaml_constructors: ClassVar[dict[str | None, Any]] = {
        tag: yaml.SafeLoader.yaml_constructors[tag]
        for tag in (*(f"tag:yaml.org,2002:{kind}" for kind in _KINDS), None)
    }

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Hashable, Any]:
        seen: set[str] = set()
        for key, _ in node.value:
            line = key.start_mark.line + 1
            if self.plain_keys and key.tag in _PLAIN:
                key.tag = _STRING
            if key.tag != _STRING:
                raise _Refusal(f"the key {key.value} is not a string (quote it)", line)
            if key.value in seen:
                raise _Refusal(f"the key {key.value} stands twice", line)
            seen.add(key.value)
        return super().construct_mapping(node, deep=deep)

    def construct_integer(self, node: yaml.ScalarNode) -> int:
        if re.match(r"[-+]?0[0-9]", node.value):
            message = f"{node.value} is a number to one reader and octal to another (quote it)"
            raise _Refusal(message, node.start_mark.line + 1)
        return _integer(node.value, node.start_mark.line + 1)

    def construct_finite(self, node: yaml.ScalarNode) -> float:
        number = float(node.value.lower().replace(".inf", "inf").replace(".nan", "nan"))
        if not math.isfinite(number):
            raise _Refusal(f"{node.value} is no JSON number", node.start_mark.line + 1)
        return number


_Loader.yaml_implicit_resolvers = {}
for _rule in RULES:
    _Loader.add_implicit_resolver(*_rule)
_Loader.add_constructor("tag:yaml.org,2002:int", _Loader.construct_integer)
_Loader.add_constructor("tag:yaml.org,2002:float", _Loader.construct_finite)


class _PlainKeysLoader(_Loader):
    plain_keys = True


def load(path: Path, *, name: str | None = None, plain_keys: bool = False) -> Any:
    """Reads a `.json` or YAML file into plain dicts, lists, strings, numbers, booleans and None.

    `name` is what messages call the file (default: its path). With `plain_keys` a YAML key without
    quotes, like `200`, is the text that stands there, as OpenAPI has it, instead of being refused.

    Raises:
        DocumentError: unreadable, bad syntax, a key that stands twice or is no string, NaN or infinity,
            a number too long to read or values nested too deeply.
    """
    name = name or str(path)
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise DocumentError([Problem(name, error.strerror or str(error))]) from None
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        raise DocumentError([Problem(name, "not UTF-8", line=line)]) from None
    try:
        loader = _PlainKeysLoader if plain_keys else _Loader
        return _from_json(text) if path.suffix == ".json" else _from_yaml(text, loader)
    except _Refusal as error:
        raise DocumentError([Problem(name, str(error), line=error.line)]) from None
    except RecursionError:
        raise DocumentError([Problem(name, "nested too deeply")]) from None


def _from_yaml(text: str, loader: type[_Loader] = _Loader) -> Any:
    try:
        return loader(text).get_single_data()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _Refusal(error.problem or "bad syntax", mark.line + 1 if mark else 1) from None
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + 1
        raise _Refusal(f"character U+{error.character:04X} is not allowed", line) from None


def _from_json(text: str) -> Any:
    try:
        return json.loads(
            text,
            object_pairs_hook=_unique,
            parse_constant=_no_number,
            parse_int=_integer,
            parse_float=_finite,
        )
    except json.JSONDecodeError as error:
        raise _Refusal(error.msg, error.lineno) from None
    except _Refusal as refusal:
        # The JSON parser tells no positions to its hooks; the YAML one, reading the same text, does.
        _from_yaml(text)
        raise refusal from None


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        keys = [key for key, _ in pairs]
        raise _Refusal(f"the key {max(keys, key=keys.count)} stands twice", 1)
    return members


def _integer(text: str, line: int = 1) -> int:
    try:
        return int(text)
    except ValueError:
        raise _Refusal(f"a number of {len(text)} digits is too long", line) from None


def _finite(text: str) -> float:
    number = float(text)
    return number if math.isfinite(number) else _no_number(text)


def _no_number(constant: str) -> NoReturn:
    raise _Refusal(f"{constant} is no JSON number", 1)
