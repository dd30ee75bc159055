"""Recorded traffic (HAR 1.2), as calls of the operations of a description."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import SplitResult, parse_qsl, unquote, urlsplit

from attrs import field, frozen

from login_contract.changes.har import NO_RECORDING, entries
from login_contract.changes.recorded_body import LOST, UNKNOWN, body, media_type
from login_contract.description.operation import Operation
from login_contract.errors import UsageError
from login_contract.legible import legible

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
        if not self.status:
            return ""
        names = (str(self.status), f"{self.status // 100}XX", "default")
        return next((each for each in names if each in self.operation.definition.get("responses", {})), "")

    @property
    def statuses(self) -> tuple[str, str]:
        """Both names of the status of its answer: that of the description, and its own."""
        return self.documented_status, str(self.status)

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

    @property
    def lost(self) -> int:
        """How many bodies the recording lacks, of requests and answers."""
        return sum(half.body is LOST for call in self.calls for half in (call.request, call.answer))


def read_traffic(
    paths: Sequence[Path],
    operations: Sequence[Operation],
    webhooks: Mapping[str, Operation],
) -> Traffic:
    """Read recordings; `webhooks` has the operation whose calls were received at an address.

    Raises:
        UsageError: a file is no HAR, or nothing in the recordings is a call of an operation.
    """
    reader = Reader(operations, webhooks=webhooks)
    calls: list[Call] = []
    strange: Counter[str] = Counter()
    for path in paths:
        for entry in entries(path):
            try:
                call = reader.read(entry)
            except (ValueError, KeyError, TypeError, AttributeError, OverflowError):
                raise UsageError(f"{path} {NO_RECORDING}") from None
            if isinstance(call, Call):
                calls.append(call)
            else:
                strange[call] += 1
    if not calls:
        raise UsageError(f"{', '.join(map(str, paths))}: nothing in it is a call of what is described")
    return Traffic(tuple(calls), strange)


_Route = tuple[str, re.Pattern[str], list[str], Operation]


class Reader:
    """Recognises the calls of operations by method and path, on whatever host.

    `webhooks` has the operation whose calls were received at an address. The base path of the description may
    be left out where a `bare` path is taken, too.
    """

    def __init__(
        self,
        operations: Sequence[Operation],
        *,
        webhooks: Mapping[str, Operation] | None = None,
        bare: bool = True,
    ) -> None:
        self._webhooks = webhooks or {}
        routes = [_route(each, _bases(each, bare=bare)) for each in operations if not each.is_webhook]
        # Those with the fewest parameters in their path come first.
        self._routes = sorted(routes, key=lambda route: len(route[2]))

    def read(self, entry: Mapping[str, Any]) -> Call | str:
        """Return the call that an entry is, or what it is called when it is none that is described.

        Raises:
            ValueError, KeyError, TypeError, AttributeError, OverflowError: it is no entry of a HAR file.
        """
        request = entry["request"]
        method, url = str(request["method"]).upper(), urlsplit(request["url"])
        found = self._found(method, url)
        return legible(f"{method} {url.path or '/'}") if found is None else _call(*found, entry)

    def _found(
        self, method: str, url: SplitResult
    ) -> tuple[Operation, dict[tuple[str, str], list[str]]] | None:
        received = self._webhooks.get(address(url))
        if received is not None and received.method == method:
            return received, {}
        fitting = [(route, match) for route in self._routes if (match := route[1].fullmatch(url.path))]
        # A path without parameters wins over one with them, though it may lack the method.
        fewest = len(fitting[0][0][2]) if fitting else 0
        for (known, _, names, operation), match in fitting:
            if known == method and len(names) == fewest:
                values = zip(names, match.groups(), strict=True)
                return operation, {("path", name): [unquote(value)] for name, value in values}
        return None


def _route(operation: Operation, bases: set[str]) -> _Route:
    names = re.findall(r"\{([^}]*)\}", operation.path)
    pattern = _PARAMETER.sub("([^/]+)", re.escape(operation.path))
    # A variable of a server may be anything, also several folders.
    prefixes = "|".join(
        _PARAMETER.sub(".+", re.escape(each)) for each in sorted(bases, key=len, reverse=True)
    )
    return operation.method, re.compile(f"(?:{prefixes}){pattern}/?"), names, operation


def _bases(operation: Operation, *, bare: bool) -> set[str]:
    """Return the paths of the servers of an operation."""
    own = {urlsplit(str(each.get("url", ""))).path.rstrip("/") for each in operation.servers}
    return own | {""} if bare or not own else own


def address(url: SplitResult) -> str:
    """Return where a request goes, without its query and the port that goes without saying."""
    usual = {"http": ":80", "https": ":443"}.get(url.scheme, "")
    return f"{url.scheme}://{url.netloc.removesuffix(usual) if usual else url.netloc}{url.path}"


def _call(operation: Operation, names: dict[tuple[str, str], list[str]], entry: Mapping[str, Any]) -> Call:
    request, response = entry["request"], entry.get("response") or {}
    values = dict(names)
    for name, value in _query(request):
        values.setdefault(("query", name), []).append(value)
    values |= _headers(request)
    for name, value in _cookies(request, values):
        values.setdefault(("cookie", name), []).append(value)
    status = int(response.get("status") or 0)
    return Call(
        operation=operation,
        request=_message(values, request.get("postData") or {}, request.get("bodySize")),
        # Browsers write 0 or -1 for a request that they kept back or got no answer to.
        status=max(status, 0),
        answer=_message(_headers(response), response.get("content") or {}),
    )


def _query(request: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    query = urlsplit(request["url"]).query
    if query:
        yield from parse_qsl(query, keep_blank_values=True)
    else:
        yield from _pairs(request.get("queryString"))


def _cookies(
    request: Mapping[str, Any], values: Mapping[tuple[str, str], Sequence[str]]
) -> Iterator[tuple[str, str]]:
    if request.get("cookies"):
        yield from _pairs(request["cookies"])
        return
    for header in values.get(("header", "cookie"), ()):
        for pair in header.split(";"):
            name, _, value = pair.strip().partition("=")
            yield name, value


def _message(
    values: Mapping[tuple[str, str], Sequence[str]], carried: Mapping[str, Any], size: Any = 0
) -> Message:
    kind = str(carried.get("mimeType") or UNKNOWN)
    if kind == UNKNOWN:
        kind = next(iter(values.get(("header", "content-type"), ())), "")
    size = size if isinstance(size, int) else 0
    return Message(values=values, media_type=media_type(kind), body=body(kind, carried, size=size))


def _headers(message: Mapping[str, Any]) -> dict[tuple[str, str], list[str]]:
    found: dict[tuple[str, str], list[str]] = {}
    for name, value in _pairs(message.get("headers")):
        found.setdefault(("header", name.lower()), []).append(value)
    return found


def _pairs(listed: Any) -> Iterator[tuple[str, str]]:
    for each in listed or ():
        yield str(each.get("name", "")), str(each.get("value", ""))
