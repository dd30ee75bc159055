"""Recorded traffic (HAR 1.2), as calls of the operations of a description."""

from __future__ import annotations

import base64
import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from attrs import field, frozen

from login_contract.description.message import FORM
from login_contract.description.operation import Operation
from login_contract.errors import UsageError

#: Stands for a body that is not there, or cannot be read.
MISSING = object()
_NO_RECORDING = "is no recording of HTTP traffic (HAR 1.2)"
_PARAMETER = re.compile(r"\\\{[^}]*\\\}")


@frozen(kw_only=True)
class Message:
    """One half of a call: what goes with it beside the body, by location and name, and the body."""

    values: Mapping[tuple[str, str], Sequence[str]]
    media_type: str
    body: Any = field(repr=False)


@frozen(kw_only=True)
class Call:
    """A recorded call of an operation; `status` is 0 when no answer came."""

    operation: Operation
    request: Message
    status: int
    answer: Message

    @property
    def documented_status(self) -> str:
        """The name under which the description has the status of its answer, empty when it has none."""
        names = (str(self.status), f"{self.status // 100}XX", "default")
        return next((each for each in names if each in self.operation.definition.get("responses", {})), "")

    @property
    def code(self) -> str | None:
        """The code of the refusal that answered, None for any other answer."""
        body = self.answer.body if isinstance(self.answer.body, dict) else {}
        error = body.get("error")
        found = error.get("code") if isinstance(error, dict) else body.get("error_code")
        return None if found is None else str(found)


@frozen
class Traffic:
    """The calls of a recording, and how often it has requests that the description does not have."""

    calls: tuple[Call, ...]
    strange: Mapping[str, int]


def read_traffic(
    paths: Sequence[Path],
    document: Mapping[str, Any],
    operations: Sequence[Operation],
    webhooks: Mapping[str, Operation],
) -> Traffic:
    """Read recordings; `webhooks` has the operation whose calls were received at an address.

    Raises:
        UsageError: a file is no HAR, or nothing in the recordings is a call of an operation.
    """
    routes = _routes(document, operations)
    calls: list[Call] = []
    strange: Counter[str] = Counter()
    for path in paths:
        for entry in _entries(path):
            try:
                call = _read(entry, routes, webhooks)
            except (ValueError, KeyError, TypeError, AttributeError):
                raise UsageError(f"{path} {_NO_RECORDING}") from None
            if isinstance(call, Call):
                calls.append(call)
            else:
                strange[call] += 1
    if not calls:
        raise UsageError(f"{', '.join(map(str, paths))}: nothing in it is a call of what is described")
    return Traffic(tuple(calls), strange)


_Routes = list[tuple[str, re.Pattern[str], list[str], Operation]]


def _routes(document: Mapping[str, Any], operations: Sequence[Operation]) -> _Routes:
    """Return what recognises a call: those with the fewest parameters in their path first."""
    routes = []
    own = {urlsplit(str(each.get("url", ""))).path.rstrip("/") for each in document.get("servers", ())}
    prefixes = "|".join(sorted(map(re.escape, own | {""}), key=len, reverse=True))
    for operation in (each for each in operations if not each.is_webhook):
        names = re.findall(r"\{([^}]*)\}", operation.path)
        pattern = _PARAMETER.sub("([^/]+)", re.escape(operation.path))
        routes.append((operation.method, re.compile(f"(?:{prefixes}){pattern}/?"), names, operation))
    return sorted(routes, key=lambda route: len(route[2]))


def _found(
    method: str, path: str, routes: _Routes, webhooks: Mapping[str, Operation], address: str
) -> tuple[Operation, dict[tuple[str, str], list[str]]] | None:
    if address in webhooks and webhooks[address].method == method:
        return webhooks[address], {}
    for known, pattern, names, operation in routes:
        fitting = pattern.fullmatch(path) if known == method else None
        if fitting:
            return operation, {
                ("path", name): [value] for name, value in zip(names, fitting.groups(), strict=True)
            }
    return None


def _read(entry: Mapping[str, Any], routes: _Routes, webhooks: Mapping[str, Operation]) -> Call | str:
    """Return the call that an entry is, or what it is called when it is none that is described."""
    request = entry["request"]
    method, url = str(request["method"]).upper(), urlsplit(request["url"])
    found = _found(method, url.path, routes, webhooks, f"{url.scheme}://{url.netloc}{url.path}")
    return f"{method} {url.path or '/'}" if found is None else _call(*found, entry)


def _entries(path: Path) -> list[Any]:
    try:
        entries = json.loads(path.read_bytes().decode("utf-8-sig"))["log"]["entries"]
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from None
    except (ValueError, KeyError, TypeError, RecursionError):
        entries = None
    if not isinstance(entries, list):
        raise UsageError(f"{path} {_NO_RECORDING}")
    return entries


def _call(operation: Operation, names: dict[tuple[str, str], list[str]], entry: Mapping[str, Any]) -> Call:
    request, response = entry["request"], entry.get("response") or {}
    values = dict(names)
    for name, value in parse_qsl(urlsplit(request["url"]).query, keep_blank_values=True):
        values.setdefault(("query", name), []).append(value)
    values |= _headers(request)
    for name, value in _pairs(request.get("cookies")):
        values.setdefault(("cookie", name), []).append(value)
    posted = request.get("postData") or {}
    content = response.get("content") or {}
    return Call(
        operation=operation,
        request=_message(values, str(posted.get("mimeType", "")), posted),
        status=int(response.get("status") or 0),
        answer=_message(_headers(response), str(content.get("mimeType", "")), content),
    )


def _message(
    values: Mapping[tuple[str, str], Sequence[str]], kind: str, carried: Mapping[str, Any]
) -> Message:
    media_type = kind.partition(";")[0].strip().lower()
    return Message(values=values, media_type=media_type, body=_body(media_type, carried))


def _body(media_type: str, carried: Mapping[str, Any]) -> Any:
    text = str(carried.get("text") or "")
    if carried.get("params") and not text:
        return dict(_pairs(carried["params"]))
    if carried.get("encoding") == "base64":
        text = base64.b64decode(text).decode("utf-8", "replace")
    if not text:
        return MISSING
    if media_type == FORM:
        return dict(parse_qsl(text, keep_blank_values=True))
    try:
        return json.loads(text)
    except ValueError:
        return text


def _headers(message: Mapping[str, Any]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for name, value in _pairs(message.get("headers")):
        found.setdefault(("header", name.lower()), []).append(value)
    return found


def _pairs(listed: Any) -> Iterator[tuple[str, str]]:
    for each in listed or ():
        yield str(each.get("name", "")), str(each.get("value", ""))
