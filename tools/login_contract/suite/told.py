"""Answers that say what they lack: who reads a key that is not there learns of which answer it is missing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, TypeVar

import httpx

T = TypeVar("T")
SHOWN = 120


class LackingError(AssertionError, KeyError, IndexError):
    """What was read is not in the answer; ``lacks`` tells it without the answer's name, for a cause."""

    def __init__(self, what: str, lacks: str, told: str = "") -> None:
        super().__init__(f"{what} {lacks}{f': {told}' if told else ''}")
        self.lacks = lacks

    def __str__(self) -> str:
        return str(self.args[0])


class ToldObject(dict[str, Any]):
    """A JSON object that knows where it comes from."""

    source = ("", "", "")

    def __missing__(self, key: str) -> Any:
        __tracebackhide__ = True
        what, path, told = self.source
        raise LackingError(what, f"lacks `{_joined(path, key)}`", told)


class ToldList(list[Any]):
    """A JSON array that knows where it comes from."""

    source = ("", "", "")

    def __getitem__(self, key: Any) -> Any:
        __tracebackhide__ = True
        what, path, told = self.source
        if isinstance(key, str):
            raise LackingError(what, f"is a list where `{_joined(path, key)}` is read", told)
        if isinstance(key, int) and not -len(self) <= key < len(self):
            held = f"has {len(self)} items" if self else "has nothing"
            raise LackingError(what, f"{held} in `{path}`" if path else held, told)
        return super().__getitem__(key)


def told(value: T, what: str, *, path: str = "", otherwise: str = "") -> T:
    """Return ``value`` with its objects and arrays in a form that tells what they lack.

    ``what`` names it in sentences ("the answer of POST /login"), ``otherwise`` is what it says instead.
    """
    found: Any = value
    if isinstance(value, dict):
        found = ToldObject(
            (name, told(each, what, path=_joined(path, name), otherwise=otherwise))
            for name, each in value.items()
        )
    elif isinstance(value, list):
        found = ToldList(told(each, what, path=f"{path}[]", otherwise=otherwise) for each in value)
    else:
        return value
    found.source = (what, path, otherwise)
    result: T = found
    return result


def _joined(path: str, name: str) -> str:
    return f"{path}.{name}" if path else name


class ToldHeaders(httpx.Headers):
    """Headers that know whose they are."""

    what = ""

    def __getitem__(self, key: str) -> str:
        __tracebackhide__ = True
        try:
            return super().__getitem__(key)
        except KeyError:
            raise LackingError(self.what, f"lacks the header `{key}`") from None


class ToldResponse(httpx.Response):
    """An answer whose JSON and headers tell what they lack."""

    def json(self, **options: Any) -> Any:
        """Decode the body.

        Raises:
            LackingError: it is no JSON, or nested too deep.
        """
        __tracebackhide__ = True
        what = _name(self)
        try:
            value = super().json(**options)
            return told(value, what, otherwise=" ".join(_refusal(self.status_code, value)))
        except RecursionError:
            raise LackingError(what, "is nested too deep to be read") from None
        except ValueError:
            text = " ".join(self.text.split())
            shown = f"{text[:SHOWN]}…" if len(text) > SHOWN else text or "(empty)"
            raise LackingError(what, "is no JSON", f"{self.status_code} {shown}") from None


def tell(response: httpx.Response) -> None:
    """Let an answer say what it lacks; an event hook for ``httpx.Client``."""
    # An answer is made by the library's transport, which takes no class of ours.
    response.__class__ = ToldResponse
    headers = ToldHeaders(response.headers)
    headers.what = _name(response)
    response.headers = headers


def refusal_in(status: int | None, content: str) -> str:
    """Return status, code and description of a refusal in one line, empty when an answer is none."""
    if status is None or status < 400:
        return ""
    try:
        return ": ".join(_refusal(status, json.loads(content)))
    except (ValueError, RecursionError):
        return ""


def _refusal(status: int, body: Any) -> Iterator[str]:
    error = body.get("error") if isinstance(body, dict) else None
    if status >= 400 and isinstance(error, dict) and "code" in error:
        yield f"{status} {error['code']}"
        if error.get("description"):
            yield str(error["description"])


def _name(response: httpx.Response) -> str:
    return f"the answer of {response.request.method} {response.request.url.path}"
