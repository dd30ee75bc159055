"""The tables of `login-api.ts`: the rules of the SDK, and where each call puts what it is given."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from login_contract.codegen.sdk_calls import Parameter, Place, Sdk, SdkCall
from login_contract.codegen.typescript.text import literal
from login_contract.description.error_codes import ERROR_CODES
from login_contract.description.message import JSON
from login_contract.description.operation import Operation
from login_contract.description.references import resolve


def tables(sdk: Sdk) -> str:
    """Return the constants `RULES` and `CALLS`."""
    calls = "".join(_spec(each) for each in sdk.calls)
    kind = 'SdkCall & (Answering | { answer: "address" })'
    return (
        f"const RULES: SdkRules = {literal(_rules(sdk))};\n\n"
        f"const CALLS = {{\n{calls}}} satisfies Record<string, {kind}>;\n\n"
    )


def asked(call: SdkCall) -> list[str]:
    """The codes with which a success, in the words of a refusal, asks for something first."""
    found: set[str] = set()
    for operation in call.operations.values():
        for status, response in operation.definition["responses"].items():
            if status.startswith("2"):
                found.update(resolve(operation.document, response).get(ERROR_CODES, ()))
    return sorted(found)


def _rules(sdk: Sdk) -> dict[str, Any]:
    return {
        "parameters": [_parameter_rule(each) for each in sdk.parameters],
        "protocol": {
            "chosenBy": sdk.protocol.chosen_by,
            "forcedBy": list(sdk.protocol.forced_by),
            "argument": sdk.protocol.argument,
        },
        "magicLink": {
            "sentAs": sdk.magic_link.sent_as,
            "setting": sdk.magic_link.setting,
            "heldBackBy": sdk.magic_link.held_back_by,
        },
        "captcha": {"argument": sdk.captcha.argument, "members": dict(sdk.captcha.members)},
    }


def _parameter_rule(parameter: Parameter) -> dict[str, Any]:
    written = parameter.written or ("number" if parameter.schema.get("type") == "integer" else None)
    found = {"name": parameter.name, "also": parameter.also, "written": written, "constant": parameter.const}
    return _given(found)


def _spec(call: SdkCall) -> str:
    routes = {protocol or "both": _route(call, each) for protocol, each in call.operations.items()}
    found = {
        "name": call.name,
        "shape": call.shape,
        "within": call.within,
        "answer": call.answer,
        "asks": asked(call) or None,
        "waitsWhile": call.waits_while,
        "cancelledBy": call.cancelled_by,
        "link": call.link.name if call.link else None,
        "arguments": [
            _given({"name": each.name, "also": each.also, "written": each.written, "forEach": each.for_each})
            for each in call.arguments
        ],
        **routes,
    }
    return f"  {call.name}: {literal(_given(found))},\n"


def _route(call: SdkCall, operation: Operation) -> dict[str, Any]:
    places = {each.name: each.place(operation) for each in call.arguments}
    return {
        "id": operation.operation_id,
        "body": JSON in operation.bodies,
        "sends": [[each.parameter.name, *_place(each.place)] for each in call.sent(operation)],
        "places": {name: _place(place) for name, place in places.items() if place is not None},
    }


def _place(place: Place) -> list[str]:
    return [place.location, *(place.pointer or (place.name,))]


def _given(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}
