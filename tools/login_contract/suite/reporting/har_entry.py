"""One request and its answer as an entry of a HAR 1.2 file, whole and as they were sent."""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from datetime import UTC, datetime
from http.cookies import CookieError, SimpleCookie
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import httpx
import requests
from attrs import evolve, frozen

from login_contract.suite.reporting.exchange import as_bytes, as_text, has_foreign_bytes
from login_contract.suite.reporting.shown import Shown

FORM = "application/x-www-form-urlencoded"
UNKNOWN = "x-unknown"  # what browsers write for a body that has no type
NEVER = -1
Pairs = Sequence[tuple[str, str]]


@frozen(kw_only=True)
class WireExchange:
    """A request with all its headers, and its answer; ``status`` is 0 when none came, ``trouble`` why.

    ``waited`` is the time until the answer began, ``received`` that until its end, both in milliseconds.
    """

    method: str
    url: str
    headers: Pairs
    body: bytes = b""
    started: datetime
    version: str = "HTTP/1.1"
    status: int = 0
    reason: str = ""
    answer_headers: Pairs = ()
    answer: bytes = b""
    waited: float = 0.0
    received: float = 0.0
    trouble: str = ""

    def texts(self) -> list[str]:
        """Returns all in which secrets may stand."""
        headers = [value for _, value in (*self.headers, *self.answer_headers)]
        return [self.url, as_text(self.body), as_text(self.answer), *headers]


def of_httpx(
    request: httpx.Request,
    response: httpx.Response | None,
    *,
    started: datetime,
    waited: float,
    received: float = 0.0,
) -> WireExchange:
    """Returns what a client of httpx sent and got."""
    try:
        body = request.content
    except httpx.RequestNotRead:
        body = b""
    sent = WireExchange(
        method=request.method,
        url=str(request.url),
        headers=request.headers.multi_items(),
        body=body,
        started=started,
        waited=waited,
    )
    if response is None:
        return sent
    return evolve(
        sent,
        version=response.http_version,
        status=response.status_code,
        reason=response.reason_phrase,
        answer_headers=response.headers.multi_items(),
        answer=response.content,
        received=received,
    )


def of_requests(request: requests.PreparedRequest, *, started: datetime, waited: float) -> WireExchange:
    """Returns what a client of requests sent."""
    body: Any = request.body or b""
    return WireExchange(
        method=str(request.method),
        url=str(request.url),
        headers=tuple((_text_of(name), _text_of(value)) for name, value in request.headers.items()),
        body=as_bytes(body) if isinstance(body, str) else bytes(body),
        started=started,
        waited=waited,
    )


def of_schemathesis(response: Any, *, started: datetime) -> WireExchange:
    """Returns what Schemathesis sent and got."""
    return evolve(
        of_requests(response.request, started=started, waited=response.elapsed * 1000),
        version=f"HTTP/{response.http_version}",
        status=response.status_code,
        reason=response.message or "",
        answer_headers=tuple((name, each) for name, values in response.headers.items() for each in values),
        answer=response.content or b"",
    )


def lost(problem: requests.RequestException, *, started: datetime) -> WireExchange:
    """Returns what a client of requests sent in vain."""
    waited = (datetime.now(UTC) - started).total_seconds() * 1000
    sent = problem.request
    if not isinstance(sent, requests.PreparedRequest):
        sent = requests.Request("GET", "http://unknown.invalid/").prepare()
    return evolve(of_requests(sent, started=started, waited=waited), trouble=type(problem).__name__)


def _text_of(value: str | bytes) -> str:
    return as_text(value) if isinstance(value, bytes) else value


def entry(exchange: WireExchange, shown: Shown, *, test: str = "") -> dict[str, Any]:
    """Returns the entry; ``test`` is the test that sent the request."""
    url = shown.text(exchange.url)
    return {
        "startedDateTime": exchange.started.astimezone(UTC).isoformat(timespec="milliseconds"),
        "time": round(exchange.waited + exchange.received, 3),
        "request": _request(exchange, url, shown),
        "response": _response(exchange, shown),
        "cache": {},
        "timings": {"send": 0, "wait": round(exchange.waited, 3), "receive": round(exchange.received, 3)},
        **({"_test": test} if test else {}),
        **({"_error": exchange.trouble} if exchange.trouble else {}),
    }


def _request(exchange: WireExchange, url: str, shown: Shown) -> dict[str, Any]:
    headers = _headers(exchange.headers, shown)
    request = {
        "method": exchange.method,
        "url": url,
        "httpVersion": exchange.version,
        "cookies": _cookies(headers, "cookie"),
        "headers": headers,
        "queryString": _named(parse_qsl(urlsplit(url).query, keep_blank_values=True)),
        "headersSize": NEVER,
        "bodySize": len(exchange.body),
    }
    if exchange.body:
        request["postData"] = _posted(_media_type(exchange.headers), exchange.body, shown)
    return request


def _posted(kind: str, body: bytes, shown: Shown) -> dict[str, Any]:
    posted: dict[str, Any] = {"mimeType": kind, "params": [], **_text(body, shown)}
    if kind.partition(";")[0].strip().lower() == FORM and "encoding" not in posted:
        posted["params"] = _named(parse_qsl(posted["text"], keep_blank_values=True))
    return posted


def _response(exchange: WireExchange, shown: Shown) -> dict[str, Any]:
    headers = _headers(exchange.answer_headers, shown)
    kind = _media_type(exchange.answer_headers) or UNKNOWN
    return {
        "status": exchange.status,
        "statusText": exchange.reason,
        "httpVersion": exchange.version,
        "cookies": _cookies(headers, "set-cookie"),
        "headers": headers,
        "content": {"size": len(exchange.answer), "mimeType": kind, **_text(exchange.answer, shown)},
        "redirectURL": next((each["value"] for each in headers if each["name"].lower() == "location"), ""),
        "headersSize": NEVER,
        "bodySize": len(exchange.answer) if exchange.status else NEVER,
    }


def _text(body: bytes, shown: Shown) -> dict[str, str]:
    """Returns a body as text, and that it is base64 where it is none."""
    text = shown.text(as_text(body))
    if not has_foreign_bytes(text):
        return {"text": text}
    return {"text": base64.b64encode(as_bytes(text)).decode(), "encoding": "base64"}


def _headers(pairs: Pairs, shown: Shown) -> list[dict[str, str]]:
    return _named((name, shown.header(name, value)) for name, value in pairs)


def _cookies(headers: Iterable[dict[str, str]], kept_in: str) -> list[dict[str, str]]:
    found = []
    for header in headers:
        if header["name"].lower() == kept_in:
            found += _named(_cookie_pairs(header["value"]))
    return found


def _cookie_pairs(value: str) -> list[tuple[str, str]]:
    try:
        return [(name, morsel.value) for name, morsel in SimpleCookie(value).items()]
    except CookieError:
        return []


def _media_type(headers: Pairs) -> str:
    return next((value for name, value in headers if name.lower() == "content-type"), "")


def _named(pairs: Iterable[tuple[str, str]]) -> list[dict[str, str]]:
    return [{"name": name, "value": value} for name, value in pairs]
