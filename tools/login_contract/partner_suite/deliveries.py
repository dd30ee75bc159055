"""Sends deliveries to a partner's endpoints as the Login server does, and records them without secrets."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Mapping
from typing import Any

import attrs
import httpx
from attrs import field, frozen

from login_contract.description.message import JSON
from login_contract.http_client import make_client
from login_contract.legible import legible
from login_contract.lost_call import SILENT, LostCall, lost_call
from login_contract.suite.reporting.exchange import KEPT_BODY_CHARACTERS, Exchange, as_text, secrets_are_shown
from login_contract.suite.reporting.masking import MASK, masked

READ_AT_MOST = 64 * 1024
CONNECTIONS = 64
# Shorter texts occur everywhere, so that hiding them would hide the message.
SHORTEST_SECRET = 4


@frozen(kw_only=True)
class Delivery:
    """One request as it goes over the wire, and what its token says.

    ``secrets`` are the texts that no report may show, beside the token.
    """

    url: str
    content: bytes
    token: str | None
    method: str = "POST"
    media_type: str = JSON
    # How the names of the headers are written.
    spelling: tuple[str, str] = ("Authorization", "Content-Type")
    secrets: tuple[str, ...] = field(default=(), repr=False)

    @property
    def headers(self) -> list[tuple[str, str]]:
        """The headers with a meaning, in the order they are sent."""
        authorization = [] if self.token is None else [(self.spelling[0], f"Bearer {self.token}")]
        return [*authorization, (self.spelling[1], self.media_type)]


@frozen(kw_only=True)
class RecordedAnswer:
    """What came back: status, headers and body, or why nothing did that can be read: it is ``lost``.

    A body is cut at 64 KiB, which is ``oversized``.
    """

    status: int | None = None
    headers: httpx.Headers = field(factory=httpx.Headers, repr=False)
    content: bytes = field(default=b"", repr=False)
    seconds: float = 0.0
    oversized: bool = False
    lost: LostCall | None = None
    exchange: Exchange = field(repr=False)

    @property
    def silent(self) -> bool:
        """Whether nobody was there, or nobody answered in time."""
        return self.lost is not None and self.lost.cause in SILENT

    @property
    def accepted(self) -> bool:
        """Whether the status says that the partner accepts, be it a documented one or not."""
        return self.status is not None and 200 <= self.status < 300

    @property
    def refused(self) -> bool:
        """Whether the status says that the partner refuses the delivery for what it is."""
        return self.status is not None and 400 <= self.status < 500

    @property
    def failed(self) -> bool:
        """Whether the delivery was too much for the endpoint: no answer, or a server error."""
        return self.status is None or self.status >= 500

    @property
    def media_type(self) -> str:
        """The media type without its parameters, in lower case."""
        return str(self.headers.get("content-type", "")).partition(";")[0].strip().lower()

    @property
    def json(self) -> Any:
        """The body as JSON, None when it is none."""
        try:
            return json.loads(self.content.decode(), parse_constant=_no_constant)
        except (ValueError, RecursionError):
            return None

    @property
    def brief(self) -> str:
        """The answer in a few words, without secrets."""
        if self.lost is not None:
            return self.lost.clause
        text = self.text
        shown = f"{text[:120]}…" if len(text) > 120 else text
        return " ".join(filter(None, [str(self.status), self.media_type, shown]))

    @property
    def text(self) -> str:
        """The body in one line, without secrets; bytes that are no UTF-8 are escaped."""
        return legible(" ".join(self.exchange.answer.split()))


class Deliveries:
    """The connection to a partner; deliveries may be sent from several threads."""

    def __init__(self, *, timeout: float, secrets: tuple[str, ...] = ()) -> None:
        self.timeout = timeout
        self._secrets = tuple(secret for secret in secrets if len(secret) >= SHORTEST_SECRET)
        self._client = make_client(
            timeout=timeout,
            headers={"Accept": JSON, "User-Agent": "xsolla-login-contract"},
            limits=httpx.Limits(max_connections=CONNECTIONS),
        )

    def __enter__(self) -> Deliveries:
        return self

    def __exit__(self, *_: object) -> None:
        self._client.close()

    def send(self, delivery: Delivery) -> RecordedAnswer:
        """Send a delivery and return the answer, or why there is none, after at most ``timeout`` seconds."""
        started = time.perf_counter()
        exchange = self._exchange(delivery)
        try:
            with self._client.stream(
                delivery.method, delivery.url, content=delivery.content, headers=delivery.headers
            ) as response:
                exchange = self._begun(exchange, response, delivery)
                content, oversized = self._read(response, started + self.timeout)
        except (httpx.HTTPError, httpx.InvalidURL) as problem:
            seconds = time.perf_counter() - started
            exchange = attrs.evolve(exchange, milliseconds=round(seconds * 1000, 1))
            lost = lost_call(problem, seconds=self.timeout)
            return RecordedAnswer(lost=lost, seconds=seconds, exchange=exchange)
        seconds = time.perf_counter() - started
        return RecordedAnswer(
            status=response.status_code,
            headers=response.headers,
            content=content,
            seconds=seconds,
            oversized=oversized,
            exchange=attrs.evolve(
                exchange,
                answer=self._masked(as_text(content), delivery)[:KEPT_BODY_CHARACTERS],
                milliseconds=round(seconds * 1000, 1),
            ),
        )

    def _read(self, response: httpx.Response, deadline: float) -> tuple[bytes, bool]:
        content = bytearray()
        for chunk in response.iter_bytes():
            content += chunk
            if len(content) > READ_AT_MOST:
                return bytes(content[:READ_AT_MOST]), True
            if time.perf_counter() > deadline:
                raise httpx.ReadTimeout("the body did not end in time")
        return bytes(content), False

    def _begun(self, exchange: Exchange, response: httpx.Response, delivery: Delivery) -> Exchange:
        """Note status and headers, which have come even when the body cannot be read."""
        return attrs.evolve(
            exchange,
            status=response.status_code,
            answer_headers=tuple(
                (name, MASK if name == "set-cookie" else self._masked(value, delivery))
                for name, value in response.headers.multi_items()
            ),
        )

    def _exchange(self, delivery: Delivery) -> Exchange:
        return Exchange(
            method=delivery.method,
            url=self._masked(delivery.url, delivery),
            headers=tuple((name, self._masked(value, delivery)) for name, value in delivery.headers),
            body=self._masked(as_text(delivery.content[:READ_AT_MOST]), delivery)[:KEPT_BODY_CHARACTERS],
            revealed=_revealed(delivery) if secrets_are_shown() else None,
        )

    def _masked(self, text: str, delivery: Delivery) -> str:
        return masked(text, secrets=[*self._secrets, *delivery.secrets, *_written(delivery.secrets)])


def _revealed(delivery: Delivery) -> str:
    whole = Exchange(
        method=delivery.method,
        url=delivery.url,
        headers=tuple(delivery.headers),
        body=as_text(delivery.content),
    )
    return whole.line(delivery.url)


def secrets_of(body: Any) -> tuple[str, ...]:
    """Return the passwords and tokens in a body, however deep they are."""
    if isinstance(body, Mapping):
        own = [
            value
            for name, value in body.items()
            if name in ("password", "token") and isinstance(value, str) and len(value) >= SHORTEST_SECRET
        ]
        return (*own, *(secret for value in body.values() for secret in secrets_of(value)))
    return tuple(secret for value in body for secret in secrets_of(value)) if isinstance(body, list) else ()


def _written(secrets: tuple[str, ...]) -> Iterator[str]:
    """Yield the other ways to write secrets in JSON."""
    for secret in secrets:
        yield json.dumps(secret)[1:-1]
        yield json.dumps(secret, ensure_ascii=False)[1:-1]
        yield "".join(f"\\u{unit:04x}" for unit in _utf16(secret))


def _utf16(text: str) -> list[int]:
    raw = text.encode("utf-16-be", "surrogatepass")
    return [int.from_bytes(raw[at : at + 2], "big") for at in range(0, len(raw), 2)]


def _no_constant(name: str) -> None:
    raise ValueError(f"{name} is no JSON")
