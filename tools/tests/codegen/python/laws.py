"""What holds for every call of the client, whatever a server answers."""

from __future__ import annotations

import json
import types
import typing
from functools import cache
from typing import Any, get_type_hints

import attrs
import httpx
from xsolla_login_client import LoginError, Refusal, TransportError, UnexpectedAnswer, error_codes, models
from xsolla_login_client.types import Response

from tests.codegen.python.calls import Call
from tests.codegen.python.mutations import Sent

#: So long may be what an error says of itself.
LONGEST_TEXT = 1000
#: What the description has for examples of tokens, and what the mutations say.
SECRETS = ("eyJ",)


def judge_answer(call: Call, sent: Sent, outcome: Response[Any] | Exception) -> None:
    """Judge what a call comes to that returns whole answers."""
    if isinstance(outcome, Exception):
        # Nobody knows what a body says that cannot be unpacked.
        assert sent.garbled, f"{outcome!r} for {sent}"
        assert type(outcome) is TransportError
        return
    assert outcome.status_code == sent.status
    assert sent.garbled or outcome.content == sent.body
    assert outcome.headers.raw == list(sent.headers), "headers are kept as they were sent"  # type: ignore[attr-defined]
    assert not sent.grown or outcome.parsed is not None or call.facts.success(sent.status) != "body"
    parsed = typing.get_args(_hint(call, "sync_detailed"))[0]
    assert outcome.parsed is None or conforms(outcome.parsed, parsed), f"{outcome.parsed!r} is no {parsed}"


def judge_result(call: Call, sent: Sent, outcome: Any) -> None:
    """Judge what a call comes to that returns the success alone, and raises everything else."""
    kind = call.facts.success(sent.status)
    if isinstance(outcome, Exception):
        judge_error(call, sent, outcome)
        return
    assert kind is not None, f"{sent.status} is no success, but {outcome!r} came of it"
    wanted = _hint(call, "sync")
    assert conforms(outcome, wanted), f"{outcome!r} is no {wanted}"
    if kind == "location":
        # Twice where it was sent twice, as httpx has it.
        assert outcome == httpx.Headers(list(sent.headers))["location"]
    if kind == "nothing":
        assert outcome is None


def judge_error(call: Call, sent: Sent, error: Exception) -> None:
    """Judge the class of an error, what it keeps, and what it says."""
    assert isinstance(error, LoginError)
    assert not sent.grown or sent.status >= 400, f"{error!r} for an answer that only grew: {sent}"
    assert error.operation == call.operation.operation_id
    assert len(error.body) <= 2048, "more of a body is kept"
    for text in (str(error), repr(error), f"{error}"):
        assert len(text) <= LONGEST_TEXT, "the text is too long"
        assert text.isprintable(), f"the text is more than a line: {text!r}"
        assert not any(secret in text for secret in SECRETS), text
    if sent.garbled and isinstance(error, TransportError):
        return
    assert error.status == sent.status
    assert sent.garbled or error.body == sent.body[:2048]
    code = code_of(sent.body) if not sent.garbled else error.code
    assert error.code == code
    documented = {kind.__doc__.split("`")[1]: kind for kind in Refusal.__subclasses__() if kind.__doc__}
    assert documented.keys() == error_codes.CODES.keys()
    kind = UnexpectedAnswer if code is None else documented.get(code, Refusal)
    assert type(error) is kind, f"{error!r} is no {kind.__name__}"


def code_of(body: bytes) -> str | None:
    """Return the code of an error object in either form, or None where there is none."""
    try:
        read = json.loads(body)
    except (ValueError, RecursionError):
        return None
    if not isinstance(read, dict):
        return None
    nested = read.get("error")
    found = nested["code"] if isinstance(nested, dict) and "code" in nested else read.get("error_code")
    return str(found) if type(found) in (str, int) else None


def conforms(value: Any, hint: Any) -> bool:
    """Whether a value is of an annotated type, and all its fields of theirs."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if hint is Any or isinstance(hint, typing.TypeVar):
        return True
    if hint is None:
        return value is None
    if origin in (typing.Union, types.UnionType):
        return any(conforms(value, each) for each in arguments)
    if origin is typing.Literal:
        return any(type(value) is type(each) and value == each for each in arguments)
    if origin is list:
        return isinstance(value, list) and all(conforms(each, arguments[0]) for each in value)
    if origin is dict:
        return isinstance(value, dict) and all(conforms(each, arguments[1]) for each in value.values())
    return _is(value, hint)


def _is(value: Any, kind: Any) -> bool:
    if kind is float:
        return type(value) in (int, float)
    fields = _fields(kind)
    return type(value) is kind and all(conforms(getattr(value, name), each) for name, each in fields)


@cache
def _fields(kind: Any) -> tuple[tuple[str, Any], ...]:
    if not attrs.has(kind):
        return ()
    hints = get_type_hints(kind, localns=vars(models))
    return tuple((each.name, hints[each.name]) for each in attrs.fields(kind))


@cache
def _hints(module: types.ModuleType, name: str) -> Any:
    return get_type_hints(getattr(module, name))["return"]


def _hint(call: Call, name: str) -> Any:
    return _hints(call.module, name)
