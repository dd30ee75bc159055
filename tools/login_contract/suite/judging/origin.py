"""Where a fact of the description comes from: `x-origin` of the narrowest part that states it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from login_contract.description.message import ORIGIN
from login_contract.description.operation import Operation
from login_contract.description.references import resolve

INFERRED = "inferred"
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


def of_response(operation: Operation, status: int, *, header: str = "", value: Steps = ()) -> str | None:
    """Return the origin of a response, of one of its headers, or of what it carries at ``value``."""
    response = operation.response(status)
    if response is None:
        return operation.origin
    origin = response.origin or operation.origin
    for name, definition in response.headers.items():
        if header and name.lower() == header.lower():
            return definition.get(ORIGIN) or origin
    for media in response.content.values():
        origin = _within(operation, media.schema, value) or origin
    return origin


def of_request(operation: Operation, *, parameter: str = "", body: Steps = ()) -> str | None:
    """Return the origin of a parameter, or of what the body carries at ``body``."""
    for each in operation.parameters:
        if parameter and each.name == parameter:
            return each.origin or operation.origin
    origin = operation.origin
    for media in operation.bodies.values() if body else ():
        origin = _within(operation, media.schema, body) or origin
    return origin


def of_failure(operation: Operation, failure: Any, case: Any, status: int) -> str | None:
    """Return the origin of the fact that a failed check of a Schemathesis ``case`` is about.

    A server error breaks no described fact, and neither does what is about security: None, no excuse.
    """
    kind = type(failure).__name__
    if kind in NEVER_EXCUSED or any(f"`{check}`" in failure.title for check in SECURITY):
        return None
    if kind == "UndefinedStatusCode":
        return operation.origin
    if kind == "MissingHeaders":
        return of_response(operation, status, header=failure.missing_headers[0])
    if kind == "JsonSchemaError":
        return of_response(operation, status, value=failure.instance_path)
    if kind in ("AcceptedNegativeData", "RejectedPositiveData"):
        data = case.meta.phase.data if case.meta is not None else None
        mutations = getattr(data, "mutations", ())
        return of_request(
            operation,
            parameter=getattr(data, "parameter", None) or "",
            body=mutations[0].path if mutations else (),
        )
    return of_response(operation, status)


def _within(operation: Operation, schema: Any, steps: Steps) -> str | None:
    """Walk down a schema beside a value; the last origin met on the way counts."""
    schema = resolve(operation.document, schema)
    found = schema.get(ORIGIN) if isinstance(schema, Mapping) else None
    for step in steps:
        if not isinstance(schema, Mapping):
            return found
        child = schema.get("items") if isinstance(step, int) else schema.get("properties", {}).get(step)
        schema = resolve(operation.document, child)
        if isinstance(schema, Mapping):
            found = schema.get(ORIGIN) or found
    return found
