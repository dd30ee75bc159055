"""What a call of a facade is given, so that the request is that of an operation with certain values."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from login_contract.codegen.sdk_calls import EACH, Argument, Place, Sdk, SdkCall
from login_contract.codegen.values import USER_TOKEN, Values
from login_contract.description.operation import Operation, operations

_MISSING = object()


@frozen
class SdkGiven:
    """What the facade is made with, by the SDK's own names, and the arguments of the call."""

    made_with: Mapping[str, Any]
    arguments: Sequence[tuple[Argument, Any]]


def sdk_given(sdk: Sdk, call: SdkCall, operation: Operation, values: Values) -> SdkGiven:
    """Return what a call of the facade is given, so that it sends these values to this operation."""
    made: dict[str, Any] = {
        each.name: project_id(operation.document)
        for each in sdk.parameters
        if each.required and each.schema.get("format") == "uuid"
    }
    for sent in call.sent(operation):
        value = _at(values, sent.place)
        if value is not _MISSING and sent.parameter.const is None:
            made[sent.parameter.name] = value
    if operation.protocol == "oauth2":
        made[sdk.protocol.chosen_by] = True
    found = [(each, _of(values, each.place(operation))) for each in call.arguments]
    return SdkGiven(made, [(each, value) for each, value in found if value is not _MISSING])


def project_id(document: Mapping[str, Any]) -> str:
    """Return the project that the examples of a description are about."""
    examples = (
        each.example
        for operation in operations(document)
        for each in operation.parameters
        if each.name in ("projectId", "project_id")
    )
    return str(next(examples))


def _of(values: Values, place: Place | None) -> Any:
    if place is None:
        return _MISSING
    return USER_TOKEN if place.is_token else _at(values, place)


def _at(values: Values, place: Place) -> Any:
    if place.location == "body":
        return _within(values.body, place.pointer)
    part = {"path": values.path, "query": values.query, "header": values.headers}[place.location]
    return part.get(place.name, _MISSING)


def _within(body: Any, pointer: Sequence[str]) -> Any:
    """What stands at a pointer; a part for each name stands for the first."""
    for part in pointer:
        if not isinstance(body, dict) or not body:
            return _MISSING
        body = next(iter(body.values())) if part == EACH else body.get(part, _MISSING)
    return body
