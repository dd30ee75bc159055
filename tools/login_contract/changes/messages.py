"""Changes of what goes over the wire in one operation: parameters, bodies and answers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from attrs import frozen

from login_contract.changes.bounds import Standing
from login_contract.changes.change import (
    Change,
    Impact,
    Place,
    Reliance,
    breaking,
    compatible,
    documentation,
    judged,
)
from login_contract.changes.pairing import unnamed
from login_contract.changes.recorded_body import media_type
from login_contract.changes.schemas import SchemaComparison, worded
from login_contract.changes.side import Side
from login_contract.description.error_codes import ERROR_CODES
from login_contract.description.message import PUBLISHED_NAME
from login_contract.description.operation import Operation

# The names of parameters in a path.
_PLACES = re.compile(r"\{([^}]*)\}")
# What a text is written in that says nothing of it.
_CHARSET = re.compile(r'\s*;\s*charset="?utf-8"?\s*(?=;|$)')
_WAYS = ("explode", "allowReserved", "allowEmptyValue")
_USUAL_STYLES = {"query": "form", "cookie": "form", "path": "simple", "header": "simple"}
Node = Mapping[str, Any]
Parameters = dict[tuple[str, str], Node]


@frozen
class MessageComparison:
    """Compares the messages of operations of two descriptions.

    Of a call, the consumer sends the request and reads the answer; of a webhook it is the other way.
    """

    old: Side
    new: Side
    schemas: SchemaComparison

    def changes(self, old: Operation, new: Operation) -> Iterator[Change]:
        """Yield what changed in the messages of one operation."""
        yield from self._parameters(old, new)
        yield from self._request(old, new)
        yield from self._answers(old, new)

    def _parameters(self, old: Operation, new: Operation) -> Iterator[Change]:
        before, after = _parameters(self.old, old), _parameters(self.new, new)
        sent = not old.is_webhook
        if unnamed(old.path) == unnamed(new.path):
            yield from _renamed(old, new, before, after)
        for (location, name), node in before.items():
            standing = Standing((location, name), sent)
            other = after.get((location, name))
            if other is None:
                if location != "path":
                    done = "is no longer read" if sent else "is no longer sent"
                    yield breaking(
                        "parameter-removed", f"the parameter {done}", standing.place, reliance=_PRESENT
                    )
                continue
            yield from self._carried(node, other, standing)
        for (location, name), node in after.items():
            if (location, name) not in before and location != "path":
                breaks = sent and bool(node.get("required"))
                message = "the parameter is new, and required" if breaks else "the parameter is new"
                yield judged(breaks, "parameter-added", message, (location, name), reliance=Reliance.ABSENT)

    def _carried(self, old: Node, new: Node, standing: Standing) -> Iterator[Change]:
        """Yield changes of a parameter or header."""
        place, sent = standing.place, standing.sent
        needs = bool(new.get("required"))
        if bool(old.get("required")) != needs:
            message = "is required now" if needs else "is not required any more"
            reliance = Reliance.ABSENT if sent else _PRESENT
            yield judged(needs == sent, "required-changed", message, place, reliance=reliance)
        for key in _differently_written(old, new, location=place[-2]):
            yield breaking("writing-changed", f"`{key}` changed", place, reliance=_PRESENT)
        before, after = _refusal_of(old), _refusal_of(new)
        if before != after:
            message = f"a wrong value is refused with {after[1] or 'the usual code'} ({after[0]}), "
            message += f"was {before[1] or 'the usual code'} ({before[0]})"
            told = {"reliance": Reliance.CODE, "detail": before[1] or "002-027"}
            yield breaking("refusal-changed", message, place, **told)
        if old.get(PUBLISHED_NAME) != new.get(PUBLISHED_NAME):
            now = new.get(PUBLISHED_NAME, place[-1])
            message = f"the reference calls it {now} now, which callers never see, but clients name"
            yield breaking("parameter-renamed", message, place, reliance=Reliance.NOTHING)
        yield from worded(old, new, place)
        yield from self._media(old.get("content", {}), new.get("content", {}), standing)
        if "schema" in old or "schema" in new:
            yield from self.schemas.changes(old.get("schema"), new.get("schema"), standing)

    def _request(self, old: Operation, new: Operation) -> Iterator[Change]:
        before = self.old.resolve(old.definition.get("requestBody", {}))
        after = self.new.resolve(new.definition.get("requestBody", {}))
        standing = Standing(("body",), not old.is_webhook)
        if before and not after:
            done = "is no longer read" if standing.sent else "is no longer sent"
            yield breaking("body-removed", f"the body {done}", standing.place, reliance=_PRESENT)
            return
        needs = bool(after.get("required"))
        if not before and after:
            breaks = needs and standing.sent
            message = "there is a body now, and it is required" if breaks else "there is a body now"
            yield judged(breaks, "body-added", message, standing.place, reliance=Reliance.ABSENT)
            return
        if bool(before.get("required")) != needs:
            message = "is required now" if needs else "is not required any more"
            reliance = Reliance.ABSENT if standing.sent else _PRESENT
            yield judged(
                needs == standing.sent, "required-changed", message, standing.place, reliance=reliance
            )
        yield from worded(before, after, standing.place)
        yield from self._media(before.get("content", {}), after.get("content", {}), standing)

    def _media(self, old: Node, new: Node, standing: Standing) -> Iterator[Change]:
        place = standing.place
        old, new = _by_media_type(old), _by_media_type(new)
        for name in (each for each in old if each not in new):
            # The value of a parameter is told by its name alone, whatever its media type.
            kind = media_type(name) if place[-1] == "body" else ""
            yield breaking("media-type-removed", f"{name} is gone", place, reliance=_PRESENT, detail=kind)
        for name in (each for each in new if each not in old):
            yield compatible("media-type-added", f"{name} is new", place)
        for name in (each for each in old if each in new):
            before, after = old[name], new[name]
            most, now = before.get("x-max-bytes"), after.get("x-max-bytes")
            if most != now:
                narrower = now is not None and (most is None or now < most)
                message = f"may have {now or 'any number of'} bytes, were {most or 'any number'}"
                yield judged(narrower == standing.sent, "bound-changed", message, place, reliance=_PRESENT)
            if before.get("encoding") != after.get("encoding"):
                yield breaking("writing-changed", "`encoding` changed", place, reliance=_PRESENT)
            yield from worded(_without("x-max-bytes", before), _without("x-max-bytes", after), place)
            yield from self.schemas.changes(before.get("schema"), after.get("schema"), standing)

    def _answers(self, old: Operation, new: Operation) -> Iterator[Change]:
        sent = old.is_webhook
        before, after = _answers(self.old, old), _answers(self.new, new)
        for status, node in before.items():
            other = after.get(status, _covering(after, status))
            if other is None:
                done = "is no longer taken" if sent else "is no longer given"
                yield breaking(
                    "status-removed", f"the status {done}", (status,), reliance=Reliance.STATUS, detail=status
                )
                continue
            yield from self._answer(node, other, status, sent=sent)
        for status in (each for each in after if each not in before):
            yield compatible("status-added", "the status is new", (status,))
            covered = _covering(before, status)
            if covered is not None:
                # What was told of it among others; codes belong to all of these together.
                found = self._answer({**covered, ERROR_CODES: {}}, after[status], status, sent=sent)
                yield from (each for each in found if each.impact is Impact.BREAKING)

    def _answer(self, old: Node, new: Node, status: str, *, sent: bool) -> Iterator[Change]:
        place: Place = (status,)
        codes, now = old.get(ERROR_CODES, {}), new.get(ERROR_CODES, {})
        for code in (each for each in codes if each not in now):
            message = f"the code {code} is gone ({codes[code]})"
            yield breaking("code-removed", message, place, reliance=Reliance.CODE, detail=code)
        for code in (each for each in now if each not in codes):
            yield compatible("code-added", f"the code {code} is new ({now[code]})", place)
        meant = [code for code in codes if code in now and codes[code] != now[code]]
        if meant:
            yield documentation(f"told anew: {', '.join(meant)}", place)
        if bool(old.get("x-partner-codes")) != bool(new.get("x-partner-codes")):
            allowed = bool(new.get("x-partner-codes"))
            message = f"a partner's own codes {'may' if allowed else 'may not'} stand here now"
            yield judged(
                sent and not allowed, "partner-codes-changed", message, place, reliance=Reliance.STATUS
            )
        yield from self._headers(old, new, status, sent=sent)
        if old.get("links") != new.get("links"):
            yield documentation("changed: links", place)
        yield from worded(_without("x-partner-codes", old), _without("x-partner-codes", new), place)
        standing = Standing((status, "body"), sent)
        yield from self._media(old.get("content", {}), new.get("content", {}), standing)

    def _headers(self, old: Node, new: Node, status: str, *, sent: bool) -> Iterator[Change]:
        before = {name.lower(): self.old.resolve(each) for name, each in old.get("headers", {}).items()}
        after = {name.lower(): self.new.resolve(each) for name, each in new.get("headers", {}).items()}
        for name, node in before.items():
            standing = Standing((status, "header", name), sent)
            if name in after:
                yield from self._carried(node, after[name], standing)
            else:
                done = "is no longer read" if sent else "is no longer there"
                yield breaking("header-removed", f"the header {done}", standing.place, reliance=_PRESENT)
        for name in (each for each in after if each not in before):
            breaks = sent and bool(after[name].get("required"))
            place = (status, "header", name)
            yield judged(breaks, "header-added", "the header is new", place, reliance=Reliance.ABSENT)


_PRESENT = Reliance.PRESENT


def _parameters(side: Side, operation: Operation) -> Parameters:
    found: Parameters = {}
    for _, node in operation.parameter_nodes:
        parameter = side.resolve(node)
        name = str(parameter["name"])
        found[parameter["in"], name.lower() if parameter["in"] == "header" else name] = parameter
    return found


def _renamed(old: Operation, new: Operation, before: Parameters, after: Parameters) -> Iterator[Change]:
    """Yield parameters of the path that have another name, and put them under the older one."""
    names = list(zip(_PLACES.findall(old.path), _PLACES.findall(new.path), strict=True))
    # Two may have changed their names with each other.
    moved = {("path", was): after.pop(("path", now)) for was, now in names if ("path", now) in after}
    after |= moved
    for was, now in names:
        if was != now and ("path", was) in moved:
            message = f"is called {now} now, which callers never see, but clients name"
            yield breaking("parameter-renamed", message, ("path", was), reliance=Reliance.NOTHING)


def _differently_written(old: Node, new: Node, *, location: str) -> list[str]:
    """What of the way a parameter or header is written is another one, said or as it goes without saying."""
    if bool(old.get("content")) != bool(new.get("content")):
        return ["content"]
    styles = [each.get("style", _USUAL_STYLES.get(location)) for each in (old, new)]
    if styles[0] != styles[1]:
        return ["style"]
    usual = {"explode": styles[0] == "form"}
    return [
        key for key in _WAYS if old.get(key, usual.get(key, False)) != new.get(key, usual.get(key, False))
    ]


def _by_media_type(content: Node) -> Node:
    """Return a content by media type, without what says nothing: capital letters, UTF-8 as the charset."""
    return {_CHARSET.sub("", name.lower()): each for name, each in content.items()}


def _without(key: str, node: Node) -> Node:
    return {name: value for name, value in node.items() if name != key}


def _refusal_of(node: Node) -> tuple[int, str | None]:
    return node.get("x-error-status", 400), node.get("x-error-code")


def _answers(side: Side, operation: Operation) -> dict[str, Node]:
    return {str(key): side.resolve(each) for key, each in operation.definition.get("responses", {}).items()}


def _covering(answers: Mapping[str, Node], status: str) -> Node | None:
    """The answer that stands for a status which is not described by itself."""
    return answers.get(f"{status[:1]}XX", answers.get("default")) if status.isdigit() else None
