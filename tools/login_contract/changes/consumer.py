"""Whether a newer description is safe for one consumer, judged by what its recorded traffic uses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from attrs import frozen
from jsonschema_rs import ValidationError

from login_contract.changes.change import WHOLE, Change, Impact, Place, Reliance
from login_contract.changes.comparison import Comparison
from login_contract.changes.pairing import title
from login_contract.changes.readings import accepted, parameter
from login_contract.changes.recorded_body import LOST, MISSING
from login_contract.changes.traffic import Call, Message, Traffic, read_traffic
from login_contract.changes.traffic import address as address_of
from login_contract.description.message import FORM, MULTIPART
from login_contract.description.operation import Operation, operations
from login_contract.description.storage_webhooks import PREFIX
from login_contract.errors import UsageError

_LOCATIONS = ("path", "query", "header", "cookie")


@frozen
class Broken:
    """A change that breaks the consumer, and in how many of its calls that shows."""

    change: Change
    calls: int


@frozen
class Verdict:
    """What a comparison means for one consumer: what breaks it, and what breaks others alone."""

    traffic: Traffic
    broken: tuple[Broken, ...]
    spared: tuple[Change, ...]

    @property
    def used(self) -> Mapping[str, int]:
        """The operations that it uses, and how many calls of each were recorded."""
        found: dict[str, int] = {}
        for call in self.traffic.calls:
            found[title(call.operation)] = found.get(title(call.operation), 0) + 1
        return found


def judge(comparison: Comparison, recordings: Sequence[Path], *, webhooks: Sequence[str] = ()) -> Verdict:
    """Judge a comparison by recordings (HAR 1.2) of traffic that the older description describes.

    `webhooks` are `name=address` of those the consumer received.

    Raises:
        UsageError: a recording cannot be read, or has no call of what is described; there is no such webhook.
    """
    every = list(operations(comparison.old))
    traffic = read_traffic(recordings, every, _received(every, webhooks))
    calls: dict[str, list[Call]] = {WHOLE: list(traffic.calls)}
    for call in traffic.calls:
        calls.setdefault(title(call.operation), []).append(call)
    broken, spared = [], []
    for change in (each for each in comparison.changes if each.impact is Impact.BREAKING):
        count = sum(_relies(call, change) for call in calls.get(change.operation, ()))
        if count:
            broken.append(Broken(change, count))
        else:
            spared.append(change)
    return Verdict(traffic, tuple(broken), tuple(spared))


def _received(every: Sequence[Operation], webhooks: Sequence[str]) -> dict[str, Operation]:
    known = {each.path: each for each in every if each.is_webhook}
    found = {}
    for given in webhooks:
        name, _, address = given.partition("=")
        operation = known.get(name, known.get(f"{PREFIX}{name}"))
        if operation is None:
            listed = ", ".join(each.removeprefix(PREFIX) for each in known)
            raise UsageError(f"{name} is no webhook of the older description; there is {listed or 'none'}")
        try:
            parts = urlsplit(address)
        except ValueError:
            parts = urlsplit("")
        if "://" not in address or not parts.netloc:
            raise UsageError(f"{given} is no name=address of a webhook")
        found[address_of(parts)] = operation
    return found


def _relies(call: Call, change: Change) -> bool:
    """Say whether a call rests on what a change takes away."""
    match change.reliance:
        case Reliance.CALL:
            return True
        case Reliance.STATUS:
            return call.documented_status == (change.detail or change.place[0])
        case Reliance.CODE:
            here = change.place[0] in (*_LOCATIONS, "body") or change.place[0] in call.statuses
            return here and call.code == change.detail
        case Reliance.PROOF:
            return _proves(call, change.detail)
        case Reliance.PRESENT:
            there = any(each is not MISSING for each in _at(call, change.place))
            return there and _in_media_type(call, change)
        case Reliance.ABSENT:
            return any(each is MISSING for each in _at(call, change.place))
        case Reliance.VALUE:
            text = _is_text(call, change.place)
            values = (each for each in _at(call, change.place) if each is not MISSING)
            return any(_newly_refused(each, change, text=text) for each in values)
        case _:
            return False


def _proves(call: Call, ways: str) -> bool:
    wanted = {tuple(each.split(" ", 1)) for each in ways.split(",") if each}
    return wanted <= call.request.values.keys() or not any(
        location == "header" and name.endswith("authorization") for location, name in call.request.values
    )


def _in_media_type(call: Call, change: Change) -> bool:
    if not change.detail:
        return True
    message = call.request if change.place[0] == "body" else call.answer
    return message.media_type == change.detail


def _half(call: Call, place: Place) -> tuple[Message, Place] | None:
    """The half of a call that a place is in, and the rest of the way."""
    if place[0] in (*_LOCATIONS, "body"):
        return call.request, place
    return (call.answer, place[1:]) if place[0] in call.statuses else None


def _is_text(call: Call, place: Place) -> bool:
    """Say whether the values at a place are texts on the wire, whatever they stand for."""
    half = _half(call, place)
    if half is None:
        return False
    message, way = half
    return way[0] in _LOCATIONS or message.media_type in (FORM, MULTIPART)


def _at(call: Call, place: Place) -> Iterator[Any]:
    """Yield each value at a place in a call, `MISSING` where it may stand and nothing does."""
    half = _half(call, place)
    if half is None:
        return
    message, way = half
    if not way:
        yield None
    elif way[0] in _LOCATIONS:
        for found in _sent(call, message, way) or [MISSING]:
            yield from _walked([found] if way[2:3] == ("[]",) and isinstance(found, str) else found, way[2:])
    elif message.body is not LOST:
        yield from _walked(message.body, way[1:])


def _sent(call: Call, message: Message, way: Place) -> list[Any]:
    """Return the value of a parameter or header, in one list; an empty one when it is not there."""
    if message is call.request:
        return parameter(call.operation, message.values, way[0], way[1])
    found = message.values.get((way[0], way[1]))
    return [] if found is None else [found[0] if len(found) == 1 else list(found)]


def _walked(value: Any, way: Sequence[str]) -> Iterator[Any]:
    """Yield what stands at the end of a way into a value; `[]` is each item, `*` each member.

    An object that lacks the member at the end has `MISSING` there.
    """
    if not way:
        yield value
        return
    first, *rest = way
    if first == "[]":
        inner: Iterable[Any] = value if isinstance(value, list) else ()
    elif first == "*":
        inner = value.values() if isinstance(value, dict) else ()
    else:
        inner = [value.get(first, MISSING)] if isinstance(value, dict) else ()
    for each in inner:
        yield from _walked(each, rest)


def _newly_refused(value: Any, change: Change, *, text: bool) -> bool:
    if change.schemas is None:
        return True
    old, new = change.schemas
    try:
        # What was refused before cannot be told apart; nor can it break now.
        return accepted(value, old, text=text) and not accepted(value, new, text=text)
    except ValidationError as error:
        reason = str(error).partition("\n")[0]
        raise UsageError(
            f"{change.operation} {change.where}: a schema is none to judge by: {reason}"
        ) from None
