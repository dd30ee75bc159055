"""What went over the wire during a test, and the secrets that it held."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from functools import partial
from typing import Any

import attrs
import httpx

from login_contract.description.message import MULTIPART
from login_contract.suite.reporting.exchange import Exchange, as_text
from login_contract.suite.reporting.har_entry import WireExchange, of_httpx
from login_contract.suite.reporting.secrets_seen import SecretsSeen
from login_contract.suite.reporting.traffic_log import TrafficLog
from login_contract.suite.told import tell

# Secrets are looked for when something is to be shown, which is seldom; older ones nothing shows any more.
UNREAD = 2000
_UNINTERESTING = {"accept", "accept-encoding", "connection", "content-length", "host", "user-agent"}


@attrs.frozen
class _Sent:
    """A request that waits for its answer; ``at`` is its place among the exchanges."""

    at: int
    request: httpx.Request
    started: datetime = attrs.field(factory=lambda: datetime.now(UTC))
    clock: float = attrs.field(factory=time.perf_counter)

    @property
    def milliseconds(self) -> float:
        """The time since it was sent."""
        return (time.perf_counter() - self.clock) * 1000


class Recorder:
    """Collects the exchanges of the HTTP clients that carry its hooks, and the secrets that they hold.

    All of them, as they were on the wire, go to ``log`` too.
    """

    def __init__(self, *, secrets: Iterable[str] = (), log: TrafficLog | None = None) -> None:
        self.log = log
        self._secrets = SecretsSeen(*secrets)
        self._exchanges: list[Exchange] = []
        self._unread: deque[Exchange] = deque(maxlen=UNREAD)
        self._open: dict[int, _Sent] = {}
        self._learned_from = 0

    @property
    def exchanges(self) -> tuple[Exchange, ...]:
        """The exchanges so far without secrets, in the order the requests were sent."""
        return tuple(each.without_secrets(self.masked) for each in self._exchanges)

    @property
    def last(self) -> Exchange | None:
        """The latest exchange, with its secrets; None when there was none."""
        return self._exchanges[-1] if self._exchanges else None

    @property
    def statuses(self) -> tuple[int, ...]:
        """The statuses of the answers so far."""
        return tuple(each.status for each in self._exchanges if each.status is not None)

    def shown(self, count: int) -> tuple[Exchange, ...]:
        """Returns the latest exchanges, at most ``count``, without secrets."""
        return tuple(each.without_secrets(self.masked) for each in self._exchanges[-count:])

    def hide(self, *secrets: str) -> None:
        """Hides more values from now on."""
        self._secrets.know(*secrets)

    def clear(self) -> None:
        """Forgets everything recorded so far but its secrets."""
        self._unread.extend(self._exchanges[self._learned_from :])
        self._exchanges.clear()
        self._give_up()
        self._learned_from = 0

    def hooks(self) -> dict[str, list[Any]]:
        """Event hooks for ``httpx.Client``."""
        return {"request": [self.sent], "response": [self.received, tell]}

    def sent(self, request: httpx.Request) -> None:
        """Notes a request that is about to leave."""
        if self.log is not None and request.headers.get("content-type", "").startswith(MULTIPART):
            # Its parts are joined as they leave, and nowhere else.
            request.read()
        self._open[id(request)] = _Sent(len(self._exchanges), request)
        self._exchanges.append(_of_request(request))

    def received(self, response: httpx.Response) -> None:
        """Completes the exchange of the request that ``response`` answers."""
        sent = self._open.pop(id(response.request), None)
        waited = sent.milliseconds if sent else 0.0
        response.read()
        if sent is None or sent.at >= len(self._exchanges):
            return
        milliseconds = sent.milliseconds
        self._learned_from = min(self._learned_from, sent.at)
        self._exchanges[sent.at] = attrs.evolve(
            self._exchanges[sent.at],
            status=response.status_code,
            answer_headers=_headers(response.headers),
            answer=as_text(response.content),
            milliseconds=round(milliseconds, 1),
        )
        times = {"waited": waited, "received": milliseconds - waited}
        self.log_wire(lambda: of_httpx(sent.request, response, started=sent.started, **times))

    def note(self, exchange: Exchange) -> None:
        """Adds an exchange that another transport made."""
        self._exchanges.append(exchange)

    def log_wire(self, exchange: Callable[[], WireExchange]) -> None:
        """Tells the log, where there is one, of what another transport sent and got."""
        if self.log is not None:
            self._learn()
            self.log.add(exchange(), self._secrets)

    def _give_up(self) -> None:
        """Tells the log of requests to which no answer came."""
        for sent in self._open.values():
            self.log_wire(partial(_unanswered, sent))
        self._open.clear()

    def masked(self, text: str) -> str:
        """Returns ``text`` without tokens, passwords and whatever secret was sent or received so far."""
        if not text:
            return text
        self._learn()
        return self._secrets.masked(text)

    def _learn(self) -> None:
        for exchange in (*self._unread, *self._exchanges[self._learned_from :]):
            self._secrets.learn(exchange)
        self._unread.clear()
        self._learned_from = len(self._exchanges)


def _unanswered(sent: _Sent) -> WireExchange:
    lost = of_httpx(sent.request, None, started=sent.started, waited=sent.milliseconds)
    return attrs.evolve(lost, trouble="no answer came")


def _of_request(request: httpx.Request) -> Exchange:
    try:
        content = request.content
    except httpx.RequestNotRead:
        content = b""
    return Exchange(
        method=request.method,
        url=str(request.url),
        headers=_headers(request.headers),
        body=as_text(content) if content else None,
    )


def _headers(headers: httpx.Headers) -> tuple[tuple[str, str], ...]:
    return tuple((name, value) for name, value in headers.multi_items() if name not in _UNINTERESTING)
