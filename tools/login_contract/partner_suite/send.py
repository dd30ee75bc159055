"""The command `login-contract webhooks send`: one delivery, and the exchange in full."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.text import Text

from login_contract.description.message import JSON
from login_contract.description.model import described
from login_contract.description.storage_webhooks import NAMES
from login_contract.errors import UsageError
from login_contract.legible import legible
from login_contract.partner_suite import answer_rules, bodies
from login_contract.partner_suite.deliveries import Deliveries, Delivery, RecordedAnswer, secrets_of
from login_contract.partner_suite.endpoints import PartnerEndpoint, checked_url
from login_contract.partner_suite.key_server import keys_served
from login_contract.partner_suite.people import Person, claims_about
from login_contract.partner_suite.settings import PartnerSettings, read_settings
from login_contract.partner_suite.signer import DEFECTS, defects, signer_of
from login_contract.partner_suite.trial import usual_body

EVENTS = "login-event"


def send(
    event: str,
    partner: Mapping[str, Any],
    *,
    url: str | None = None,
    config: Path | None = None,
    body: str | None = None,
    defect: str | None = None,
) -> int:
    """Send one delivery and print it with its answer; return 0 when it was accepted, else 1.

    ``event`` is a webhook of custom user-data storage or the type of a login event; ``body`` is JSON, or the
    name of a file after ``@``; ``url`` overrides what the settings file says.

    Raises:
        UsageError: an unknown event or defect, no address, or a body that is no JSON.
    """
    types = event_types()
    if event not in (*NAMES, *types):
        raise UsageError(f"unknown event {event!r} (known: {', '.join([*NAMES, *types])})")
    settings = read_settings(partner, config=config)
    address = _address(event, url, settings)
    if defect is not None and defect not in defects(settings.algorithm):
        known = ", ".join(defects(settings.algorithm))
        asked = "needs RS256" if defect in DEFECTS else "is unknown"
        raise UsageError(f"--defect: {defect!r} {asked} (known for {settings.algorithm}: {known})")
    given = _given(body)
    console = Console(highlight=False)
    if event in types:
        content = given or bodies.encoded(_of_event(event, settings))
        answer = _sent(Delivery(url=address, content=content, token=None), settings)
    else:
        with keys_served(settings, console) as ready:
            signer, person = signer_of(ready), _person(ready)
            content = given or bodies.encoded(usual_body(event, person, signer))
            told = json.loads(content)
            token = signer.token(claims_about(event, told, person), defect=defect)
            delivery = Delivery(url=address, content=content, token=token, secrets=secrets_of(told))
            answer = _sent(delivery, ready)
    print_exchange(console, answer)
    return 0 if answer.accepted else 1


def event_types() -> tuple[str, ...]:
    """Return the types of login events, as the description lists them."""
    return tuple(described().schema("EventType")["enum"])


def print_exchange(console: Console, answer: RecordedAnswer) -> None:
    """Print a request and its answer, passwords and tokens masked."""
    exchange = answer.exchange
    console.print(Text(f"{exchange.method} {exchange.url}", style="bold"), soft_wrap=True)
    for name, value in exchange.headers:
        console.print(Text(legible(f"{name}: {value}")), soft_wrap=True)
    console.print(Text(f"\n{legible(exchange.body or '')}\n"), soft_wrap=True)
    style = "bold green" if answer.accepted else "bold red"
    if exchange.status is not None:
        console.print(Text(f"{exchange.status} in {exchange.milliseconds:.0f} ms", style=style))
    for name, value in exchange.answer_headers:
        console.print(Text(legible(f"{name}: {value}")), soft_wrap=True)
    if exchange.answer:
        console.print(Text(f"\n{legible(exchange.answer)}"), soft_wrap=True)
    if answer.lost is not None:
        console.print(Text(legible(answer.lost.sentence), style=style), soft_wrap=True)
    elif (wrong := answer_rules.not_utf8(answer)) is not None:
        console.print(Text(f"It {wrong}", style="bold red"), soft_wrap=True)


def _sent(delivery: Delivery, settings: PartnerSettings) -> RecordedAnswer:
    secrets = tuple(filter(None, (settings.secret, settings.known_password)))
    with Deliveries(timeout=settings.timeout, secrets=secrets) as deliveries:
        return deliveries.send(delivery)


def _address(event: str, url: str | None, settings: PartnerSettings) -> str:
    if url is not None:
        return checked_url(url.replace("{name}", event), where="--url")
    named: list[PartnerEndpoint] = [each for each in settings.endpoints if each.name == event]
    if not named:
        raise UsageError(f"no address is known for {event}; give --url URL")
    return named[0].url


def _person(settings: PartnerSettings) -> Person:
    if settings.known_user is None:
        return Person.made_up()
    return Person.known(settings.known_user, settings.known_password)


def _given(body: str | None) -> bytes | None:
    """Return the bytes of the body that was given, None when none was."""
    if body is None:
        return None
    text = _read(body)
    try:
        json.loads(text)
    except (ValueError, RecursionError) as problem:
        raise UsageError(f"--body: no JSON: {problem}") from None
    return text.encode()


def _read(body: str) -> str:
    if not body.startswith("@"):
        return body
    try:
        return sys.stdin.read() if body == "@-" else Path(body[1:]).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as problem:
        reason = problem.strerror if isinstance(problem, OSError) else "is no UTF-8"
        raise UsageError(f"--body: {body[1:]}: {reason}") from None


def _of_event(event: str, settings: PartnerSettings) -> Any:
    """Return the documented sample of a login event, as if it happened now."""
    samples = described().webhooks[EVENTS].bodies[JSON].examples.values()
    found = next(sample for sample in samples if sample["event_type"] == event)
    now = time.strftime("%Y-%m-%dT%H:%M:%SZ", time.gmtime())
    return {**found, "event_time": now, "project_id": settings.project_id}
