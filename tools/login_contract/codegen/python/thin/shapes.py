"""Whether what was read of an answer is of the types that its models declare.

Reading takes any JSON for a text or a number. A program that trusts the declared types is better told that
the server has sent something else.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from typing import Any

import attrs

Judge = Callable[[Any], bool]
_FIELDS: dict[type, tuple[tuple[str, Judge], ...]] = {}


def fits(value: Any) -> bool:
    """Whether a model, a list of models or a plain value is what its type says, down to the last part."""
    if isinstance(value, list):
        return all(fits(each) for each in value)
    return all(judge(getattr(value, name)) for name, judge in _fields(type(value)))


def _fields(kind: type) -> tuple[tuple[str, Judge], ...]:
    if kind not in _FIELDS:
        _FIELDS[kind] = _read(kind) if attrs.has(kind) else ()
    return _FIELDS[kind]


def _read(kind: type) -> tuple[tuple[str, Judge], ...]:
    # The models name each other, and import each other late.
    from xsolla_login_client import models

    hints = typing.get_type_hints(kind, localns=vars(models))
    return tuple((each.name, _judge(hints[each.name])) for each in attrs.fields(kind))


def _judge(hint: Any) -> Judge:
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint is Any or isinstance(hint, typing.TypeVar):
        return _anything
    if origin in (typing.Union, types.UnionType):
        judges = tuple(_judge(each) for each in arguments)
        return lambda value: any(judge(value) for judge in judges)
    if origin is typing.Literal:
        return lambda value: any(value == each and type(value) is type(each) for each in arguments)
    if origin is list:
        item = _judge(arguments[0])
        return lambda value: isinstance(value, list) and all(map(item, value))
    if origin is dict:
        item = _judge(arguments[1])
        return lambda value: isinstance(value, dict) and all(map(item, value.values()))
    return _plain(hint)


def _plain(hint: Any) -> Judge:
    if hint is None or hint is type(None):
        return lambda value: value is None
    if hint is float:
        return lambda value: isinstance(value, int | float) and not isinstance(value, bool)
    if hint is int:
        return lambda value: isinstance(value, int) and not isinstance(value, bool)
    if attrs.has(hint):
        return lambda value: isinstance(value, hint) and fits(value)
    return lambda value: isinstance(value, hint)


def _anything(value: Any) -> bool:
    return True
