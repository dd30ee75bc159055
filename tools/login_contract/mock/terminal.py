"""What the mock tells while it runs: messages, refusals, failed webhooks; a line each, as text or as JSON."""

from __future__ import annotations

import contextlib
import json
import re
import sys
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from login_contract.legible import printable
from login_contract.mock.store.deliveries import LoggedDelivery
from login_contract.mock.store.outbox import SentMessage

TEXT, JSON = "text", "json"
LONGEST_VALUE = 300
MASK = "***"
# Whoever writes the reason of a refusal leaves secrets out; these are the shapes that slip in with a URL.
_SECRETS = (
    (re.compile(r"(://[^/\s:@]*):[^/\s@]*@"), rf"\1:{MASK}@"),
    (re.compile(r"://[^/\s:@]+@"), f"://{MASK}@"),
    (re.compile(r"\beyJ[\w-]*\.[\w-]*\.[\w-]*"), MASK),
    (
        re.compile(
            r"([?&#][^=&\s]*(?:password|token|secret|code|ticket|verifier|key|signature)[^=&\s]*=)[^&\s#]*",
            re.I,
        ),
        rf"\1{MASK}",
    ),
)


class Terminal:
    """Writes to standard output; ``form`` is ``text``, ``json``, or None for a mock that says nothing."""

    def __init__(self, form: str | None) -> None:
        self._form = form

    @property
    def silent(self) -> bool:
        """Whether nothing is told."""
        return self._form is None

    def message(self, message: SentMessage) -> None:
        """Tell of a mail or SMS, with its code and link: that is what a mock's terminal is for."""
        text = [f"{message.channel:<5}  {message.recipient}", message.kind]
        if message.code is not None:
            text.append(f"code {message.code}")
        if message.link is not None:
            text.append(message.link)
        names = (
            "channel",
            "recipient",
            "kind",
            "code",
            "link",
            "locale",
            "language",
            "project_id",
            "operation_id",
        )
        self.tell("message", "  ".join(text), {name: getattr(message, name) for name in names})

    def refusal(self, *, status: int, code: str, operation: str, because: str) -> None:
        """Tell why a request was refused; ``operation`` is an operation id, or method and path of none."""
        because = masked(because)
        facts = {"status": status, "code": code, "operation": operation, "because": because}
        self.tell("refused", f"refused  {status} {code}  {operation}  {because}", facts)

    def origin(self, origin: str, operation: str, because: str) -> None:
        """Tell that a page of this origin does not get to read the answer."""
        origin = masked(shown(origin))
        facts = {"origin": origin, "operation": operation, "because": because}
        self.tell("origin", f"origin   {origin}  {operation}  {because}", facts)

    def webhook(self, delivery: LoggedDelivery) -> None:
        """Tell of a delivery that a partner did not accept."""
        remarks = masked(" ".join(delivery.remarks))
        status = (delivery.response or {}).get("status")
        parts = [f"webhook  {delivery.name}", delivery.verdict, masked(delivery.url)]
        facts = {
            "webhook": delivery.name,
            "verdict": delivery.verdict,
            "url": masked(delivery.url),
            "status": status,
            "remarks": remarks,
            "project_id": delivery.project_id,
        }
        answered = [f"answered {status}"] if status is not None else []
        self.tell("webhook", "  ".join([*parts, *answered, remarks]).rstrip(), facts)

    def doubts(self, project_id: str, doubts: Sequence[str]) -> None:
        """Tell of settings that are allowed but hardly meant."""
        for doubt in doubts:
            facts = {"project_id": project_id, "warning": doubt}
            self.tell("warning", f"warning  project {project_id}: {doubt}", facts)

    def tell(self, event: str, text: str, facts: Mapping[str, Any]) -> None:
        """Write one line: the text, or the facts as JSON."""
        if self._form is None:
            return
        if self._form == JSON:
            at = datetime.now(UTC).isoformat(timespec="milliseconds")
            write(json.dumps({"event": event, "at": at, **facts}))
        else:
            write(printable(text))


def masked(text: str) -> str:
    """Return a text without what looks like a secret in it."""
    for pattern, replacement in _SECRETS:
        text = pattern.sub(replacement, text)
    return text


def shown(value: object) -> str:
    """Return a value as a reason quotes it: whole, unless it is very long."""
    text = str(value)
    return text if len(text) <= LONGEST_VALUE else f"{text[:LONGEST_VALUE]}… ({len(text)} characters)"


def write(text: str) -> None:
    """Write a text and a line break to standard output, at once."""
    # A terminal that was closed is no reason to refuse a request; one that lacks a letter gets its number.
    with contextlib.suppress(OSError, ValueError):
        stream = sys.stdout
        encoding = stream.encoding or "utf-8"
        # One write, so that lines of several workers do not mix.
        stream.write(f"{text}\n".encode(encoding, "backslashreplace").decode(encoding))
        stream.flush()
