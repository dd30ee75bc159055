"""What a partner's answer to a webhook means: accepted with data, refused with a reason, or no answer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from login_contract.description.message import JSON
from login_contract.mock.contract import payload
from login_contract.mock.contract.compiled import CompiledOperation
from login_contract.mock.domain import attribute_update
from login_contract.mock.store.attributes import Attribute

ACCEPTED, REFUSED, FAILED, TIMED_OUT = "accepted", "refused", "failed", "timed_out"
NO_ERROR_OBJECT = "The answer has no error object."


@frozen(kw_only=True)
class PartnerAnswer:
    """A judged answer.

    ``free`` is the answer without ``attributes``; ``code`` and ``text`` are the partner's own words for a
    refusal, None where it gave none, and ``words`` both without what they repeat of secrets. ``remarks`` tell
    what was not as described, or why it failed.
    """

    verdict: str
    free: Mapping[str, Any] = field(factory=dict)
    attributes: tuple[Attribute, ...] = ()
    code: str | None = None
    text: str | None = None
    words: str = ""
    remarks: tuple[str, ...] = ()
    delivery_id: str = ""


def failed(reason: str, *, verdict: str = FAILED) -> PartnerAnswer:
    """Return the answer of a partner who gave none that counts."""
    return PartnerAnswer(verdict=verdict, remarks=(reason,))


def judged(webhook: CompiledOperation, status: int, media_type: str, body: bytes) -> PartnerAnswer:
    """Judge an answer by the description.

    A well-formed ``error`` object is a refusal with 200, 201 and 400 alike; an answer that breaks a rule is
    refused whole, as if there had been none.
    """
    described = webhook.response(status)
    if described is None:
        return failed(f"The answer has the status {status}, which is not described.")
    if status >= 500:
        return failed(f"The partner has trouble: status {status}.")
    if not body.strip():
        return _without_body(status)
    if status == 204:
        return PartnerAnswer(verdict=ACCEPTED, remarks=("The answer has the status 204 and a body.",))
    remarks = [] if media_type == JSON else [f"The answer has the media type {media_type or 'none'}."]
    try:
        value = payload.from_json(body)
    except payload.Malformed as problem:
        if status == 400:
            return PartnerAnswer(verdict=REFUSED, remarks=(*remarks, f"The answer is no JSON: {problem}"))
        return failed(f"The answer is no JSON: {problem}")
    refusal = _refusal(webhook, value)
    if refusal is not None:
        if status != 400:
            remarks.append(f"The answer has the status {status} and an error object.")
        return PartnerAnswer(verdict=REFUSED, code=refusal[0], text=refusal[1], remarks=tuple(remarks))
    if status == 400:
        return PartnerAnswer(verdict=REFUSED, remarks=(*remarks, _no_refusal(webhook, value)))
    return _accepted(webhook, status, value, remarks)


def _without_body(status: int) -> PartnerAnswer:
    if status == 204:
        return PartnerAnswer(verdict=ACCEPTED)
    if status == 400:
        return PartnerAnswer(verdict=REFUSED, remarks=(NO_ERROR_OBJECT,))
    return PartnerAnswer(verdict=ACCEPTED, remarks=(f"The answer has the status {status} and no body.",))


def _no_refusal(webhook: CompiledOperation, value: Any) -> str:
    """Say why code and description of a refusal are not taken over."""
    problem = webhook.answer(400, JSON).problem(value)
    if problem is None or not isinstance(value, Mapping) or "error" not in value:
        return NO_ERROR_OBJECT
    return f"The error object is not as described: {problem.where} {problem.message}."


def _refusal(webhook: CompiledOperation, value: Any) -> tuple[str, str] | None:
    if not webhook.answer(400, JSON).accepts(value):
        return None
    return value["error"]["code"], value["error"]["description"]


def _accepted(webhook: CompiledOperation, status: int, value: Any, remarks: list[str]) -> PartnerAnswer:
    described = webhook.answer(status, JSON)
    nested = _nested_value(value, described.schema["x-free-json"]["without"])
    if nested is not None:
        return failed(nested)
    if not described.accepts(value):
        problem = described.problem(value)
        where = f"{problem.where}: {problem.message}" if problem else "it breaks its schema"
        return failed(f"The answer is not as described: {where}")
    rule = described.schema["x-free-json"]
    free = {name: item for name, item in value.items() if name != rule["without"]}
    length = len(json.dumps(free, ensure_ascii=False, separators=(",", ":")))
    if length > rule["max-characters"]:
        return failed(f"The free JSON has {length} characters, more than {rule['max-characters']}.")
    attributes = tuple(attribute_update.told(given) for given in value.get(rule["without"], ()))
    keys = [attribute.key for attribute in attributes]
    repeated = sorted({key for key in keys if keys.count(key) > 1})
    if repeated:
        return failed(f"The attribute {repeated[0]} is given more than once.")
    return PartnerAnswer(verdict=ACCEPTED, free=free, attributes=attributes, remarks=tuple(remarks))


def _nested_value(answer: Any, name: str) -> str | None:
    """Say which attribute has an object or a list as its value, None when none has."""
    given = answer.get(name) if isinstance(answer, Mapping) else None
    for attribute in given if isinstance(given, list) else ():
        value = attribute.get("value") if isinstance(attribute, Mapping) else None
        if isinstance(value, (dict, list)):
            kind = "an object" if isinstance(value, dict) else "a list"
            key = str(attribute.get("key"))[:256]
            return f"The value of the attribute {key} is {kind}, not a text, a number, true, false or null."
    return None
