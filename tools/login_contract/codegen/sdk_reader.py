"""Reads `x-sdk` and `x-sdk-call` of a description into the model of the SDK's calls."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from attrs import frozen

from login_contract.codegen.sdk_calls import (
    EACH,
    Answer,
    Argument,
    Captcha,
    MagicLink,
    Parameter,
    Place,
    Protocol,
    Sdk,
    SdkCall,
    Sent,
)
from login_contract.description.message import JSON
from login_contract.description.operation import Operation, operations
from login_contract.description.references import resolve, unescape
from login_contract.errors import Failure

CALL = "x-sdk-call"
SDK = "x-sdk"
_BODY = "$request.body#"
_REQUEST = "$request."


class SdkCallError(Failure):
    """What the description says of the SDK's calls does not fit its operations."""


def read_sdk(document: Mapping[str, Any]) -> Sdk | None:
    """Reads the SDK's calls of a bundled description; None where it has none of them.

    A call without any operation is left out.

    Raises:
        SdkCallError: an operation is behind a call that is not described, or an argument has no place.
    """
    given = document.get(SDK)
    behind = _behind(document, given["calls"]) if given else {}
    if given is None or not behind:
        return None
    parameters = tuple(_parameter(name, each) for name, each in given["parameters"].items())
    reading = _Reading(
        parameters=parameters,
        protocol=Protocol(
            chosen_by=given["protocol"]["chosen-by"],
            forced_by=tuple(given["protocol"]["forced-by"]),
            argument=given["protocol"]["argument"],
        ),
        magic_link=MagicLink(**{key.replace("-", "_"): each for key, each in given["magic-link"].items()}),
        captcha=Captcha(**given["captcha"]),
    )
    return Sdk(
        parameters=parameters,
        protocol=reading.protocol,
        magic_link=reading.magic_link,
        captcha=reading.captcha,
        calls=tuple(
            reading.call(name, each, behind[name]) for name, each in given["calls"].items() if name in behind
        ),
    )


@frozen(kw_only=True)
class _Reading:
    parameters: tuple[Parameter, ...]
    protocol: Protocol
    magic_link: MagicLink
    captcha: Captcha

    def call(self, name: str, given: Mapping[str, Any], behind: Mapping[str | None, Operation]) -> SdkCall:
        arguments = tuple(_argument(name, each, behind.values()) for each in given.get("arguments", ()))
        headers = {
            each.name for one in behind.values() for each in one.parameters if each.location == "header"
        }
        return SdkCall(
            name=name,
            shape=given.get("shape", "object"),
            within=given.get("within"),
            protocol_argument=given.get("protocol") == "argument" and len(behind) > 1,
            captcha=headers.issuperset(self.captcha.members.values()),
            tells_setting=any(map(self.tells_setting, behind.values())),
            confirms=tuple(given.get("confirms", ())),
            waits_while=given.get("waits-while"),
            cancelled_by=given.get("cancelled-by"),
            link=self.link(arguments, behind),
            answer="address" if given.get("address") else _answer(next(iter(behind.values()))),
            arguments=arguments,
            operations=behind,
            sends={each.operation_id: self.sent(name, each, arguments) for each in behind.values()},
        )

    def tells_setting(self, operation: Operation) -> bool:
        media = operation.responses["200"].content.get(JSON) if "200" in operation.responses else None
        told = _object(operation, media.schema) if media else {}
        return self.magic_link.setting in told.get("properties", {})

    def link(
        self, arguments: tuple[Argument, ...], behind: Mapping[str | None, Operation]
    ) -> Argument | None:
        """The argument beside which the wish for a link goes, where the operations take that wish."""
        found = next((each for each in arguments if each.name == self.magic_link.beside), None)
        for operation in behind.values() if found else ():
            place = found.place(operation) if found else None
            if place is None or _property(operation, (*place.pointer[:-1], self.magic_link.sent_as)) is None:
                return None
        return found

    def sent(self, call: str, operation: Operation, arguments: tuple[Argument, ...]) -> tuple[Sent, ...]:
        taken = {each.place(operation) for each in arguments if each.required}
        named = {(each.location, each.name): each for each in operation.parameters}
        found = []
        for parameter in self.parameters:
            name = parameter.sent_as
            if name is None or (parameter.calls is not None and call not in parameter.calls):
                continue
            if ("query", name) in named:
                place = Place("query", name)
            elif _property(operation, (name,)) is not None:
                place = Place("body", name, (name,))
            else:
                continue
            if place not in taken:
                found.append(Sent(parameter, place))
        return tuple(found)


def _behind(document: Mapping[str, Any], calls: Mapping[str, Any]) -> dict[str, dict[str | None, Operation]]:
    found: dict[str, dict[str | None, Operation]] = {}
    for operation in operations(document):
        name = operation.definition.get(CALL)
        if name is None:
            continue
        if name not in calls:
            raise SdkCallError(f"{operation.operation_id}: {CALL} is {name}, which {SDK} does not describe")
        one = found.setdefault(name, {})
        if operation.protocol in one:
            raise SdkCallError(f"{operation.operation_id}: {name} has another operation of that protocol")
        one[operation.protocol] = operation
    return found


def _parameter(name: str, given: Mapping[str, Any]) -> Parameter:
    calls = given.get("calls")
    return Parameter(
        name=name,
        sent_as=given.get("sent-as"),
        also=given.get("also"),
        required=given.get("required", False),
        written=given.get("written"),
        otherwise=given.get("otherwise"),
        protocol=given.get("protocol"),
        calls=None if calls is None else frozenset(calls),
        schema=given["schema"],
        description=given["description"].strip(),
        origin=given["x-origin"],
    )


def _argument(call: str, given: Mapping[str, Any], behind: Iterable[Operation]) -> Argument:
    name = given["name"]
    found = {each.operation_id: one for each in behind if (one := _found(each, name, given.get("to")))}
    if not found:
        raise SdkCallError(f"{SDK}: the argument {name} of {call} has no place in any operation of it")
    first = next(iter(found.values()))
    return Argument(
        name=name,
        also=given.get("also"),
        written=given.get("written"),
        for_each=given.get("for-each"),
        required=all(each.required for each in found.values()),
        places={operation_id: each.place for operation_id, each in found.items()},
        schema=first.schema,
        description=first.description.strip(),
    )


@frozen
class _Found:
    """A place that a request has, and what is described there."""

    place: Place
    required: bool
    schema: Mapping[str, Any]
    description: str


def _found(operation: Operation, name: str, to: str | None) -> _Found | None:
    if to is None:
        wanted = [Place("body", name, (name,)), Place("query", name), Place("path", name)]
    elif to.startswith(_BODY):
        pointer = tuple(str(part) for part in unescape(to.removeprefix(_BODY)))
        wanted = [Place("body", pointer[-1], pointer)]
    else:
        location, _, wire = to.removeprefix(_REQUEST).partition(".")
        wanted = [Place(location, wire)]  # type: ignore[arg-type]
    return next((found for each in wanted if (found := _at(operation, each))), None)


def _at(operation: Operation, place: Place) -> _Found | None:
    if place.is_token:
        token = {"type": "string"}
        return _Found(place, True, token, "The token of the user.") if operation.user_token else None
    if place.location == "body":
        schema = _property(operation, place.pointer)
        if schema is None:
            return None
        required = len(place.pointer) == 1 and place.name in body_of(operation).get("required", ())
        return _Found(place, required, schema, schema.get("description", ""))
    for each in operation.parameters:
        if (each.location, each.name) == (place.location, place.name):
            described = each.definition.get("description") or each.schema.get("description", "")
            return _Found(place, each.required, each.schema, described)
    return None


def body_of(operation: Operation) -> Mapping[str, Any]:
    """The schema of the JSON object that an operation's requests carry; empty where they carry none."""
    media = operation.bodies.get(JSON)
    return {} if media is None else _object(operation, media.schema)


def _property(operation: Operation, pointer: tuple[str, ...]) -> Mapping[str, Any] | None:
    """The schema at a pointer into the body, None where it has no such property."""
    node: Any = body_of(operation)
    for part in pointer:
        within = _object(operation, node)
        node = within.get("additionalProperties") if part == EACH else within.get("properties", {}).get(part)
        if not isinstance(node, Mapping):
            return None
    found: Mapping[str, Any] = resolve(operation.document, node)
    return found


def _object(operation: Operation, node: Any) -> Mapping[str, Any]:
    """The schema of an object, or the one among alternatives that is."""
    schema: Mapping[str, Any] = resolve(operation.document, node)
    return next((_object(operation, each) for each in _alternatives(operation, schema)), schema)


def _alternatives(operation: Operation, schema: Mapping[str, Any]) -> Iterator[Any]:
    for each in schema.get("oneOf", ()):
        if resolve(operation.document, each).get("type") == "object":
            yield each


def _answer(operation: Operation) -> Answer:
    statuses = {status for status in operation.responses if status[0] in "23"}
    nothing = "204" in statuses
    if "200" in statuses:
        return "value or nothing" if nothing else "value"
    if "302" in statuses:
        return "location or nothing" if nothing else "location"
    return "nothing"
