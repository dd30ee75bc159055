"""Where a fact of the description comes from: `x-origin` of the narrowest part that states it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from login_contract.description.documented import Description, Operation

INFERRED = "inferred"
KEY = "x-origin"
NEVER_EXCUSED = (
    "ServerError",
    "ContentTypeServerError",
    "IgnoredAuth",
    "UseAfterFree",
    "ObjectLevelAuthorizationViolation",
)
# The checks of the suite's own that are about security.
SECURITY = (
    "answer_is_utf8",
    "answer_leads_nowhere_unregistered",
    "refusal_repeats_no_secret",
    "secret_stays_out_of_caches",
)
Steps = Sequence[str | int]


def of_operation(operation: Operation) -> str | None:
    """Return the origin of an operation as a whole."""
    return _text(operation.definition.get(KEY))


def of_response(
    description: Description, operation: Operation, status: int, *, header: str = "", value: Steps = ()
) -> str | None:
    """Return the origin of a response, of one of its headers, or of what it carries at ``value``."""
    origin = of_operation(operation)
    response = description.response(operation, status)
    if response is None:
        return origin
    origin = _text(response.get(KEY)) or origin
    for name, definition in response.get("headers", {}).items():
        if header and name.lower() == header.lower():
            return _text(description.resolve(definition).get(KEY)) or origin
    for media in response.get("content", {}).values():
        origin = _within(description, media.get("schema", {}), value) or origin
    return origin


def of_request(
    description: Description, operation: Operation, *, parameter: str = "", body: Steps = ()
) -> str | None:
    """Return the origin of a parameter, or of what the body carries at ``body``."""
    origin = of_operation(operation)
    for definition in description.parameters(operation):
        if parameter and definition["name"] == parameter:
            return _text(definition.get(KEY)) or origin
    if body:
        request_body = description.resolve(operation.definition.get("requestBody", {}))
        for media in request_body.get("content", {}).values():
            origin = _within(description, media.get("schema", {}), body) or origin
    return origin


def of_failure(
    description: Description, operation: Operation, failure: Any, case: Any, status: int
) -> str | None:
    """Return the origin of the fact that a failed check of a Schemathesis ``case`` is about.

    A server error breaks no described fact, and neither does what is about security: None, no excuse.
    """
    kind = type(failure).__name__
    if kind in NEVER_EXCUSED or any(f"`{check}`" in failure.title for check in SECURITY):
        return None
    if kind == "UndefinedStatusCode":
        return of_operation(operation)
    if kind == "MissingHeaders":
        return of_response(description, operation, status, header=failure.missing_headers[0])
    if kind == "JsonSchemaError":
        return of_response(description, operation, status, value=failure.instance_path)
    if kind in ("AcceptedNegativeData", "RejectedPositiveData"):
        data = case.meta.phase.data if case.meta is not None else None
        mutations = getattr(data, "mutations", ())
        return of_request(
            description,
            operation,
            parameter=getattr(data, "parameter", None) or "",
            body=mutations[0].path if mutations else (),
        )
    return of_response(description, operation, status)


def _within(description: Description, schema: Any, steps: Steps) -> str | None:
    """Walk down a schema beside a value; the last origin met on the way counts."""
    schema = description.resolve(schema)
    found = _text(schema.get(KEY)) if isinstance(schema, Mapping) else None
    for step in steps:
        if not isinstance(schema, Mapping):
            return found
        child = schema.get("items") if isinstance(step, int) else schema.get("properties", {}).get(step)
        schema = description.resolve(child)
        if isinstance(schema, Mapping):
            found = _text(schema.get(KEY)) or found
    return found


def _text(value: Any) -> str | None:
    return value if isinstance(value, str) else None
