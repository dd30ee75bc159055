"""A description with one operation, and what a change of it is called."""

from __future__ import annotations

from typing import Any

from login_contract.changes.comparison import compare
from login_contract.description.message import JSON

Document = dict[str, Any]


def small(
    *,
    body: Any = None,
    answer: Any = None,
    kind: str = JSON,
    webhook: bool = False,
    version: str = "3.1.0",
    **more: Any,
) -> Document:
    """A description with one operation, whose request has the schema `body` and whose answer has `answer`.

    `kind` is the media type of the request, `more` is what else the operation has.
    """
    operation: Document = {"operationId": "one", "responses": {"200": {"description": "Done."}}, **more}
    if body is not None:
        operation["requestBody"] = {"required": True, "content": {kind: {"schema": body}}}
    if answer is not None:
        operation["responses"]["200"]["content"] = {JSON: {"schema": answer}}
    place = (
        {"webhooks": {"one": {"post": operation}}} if webhook else {"paths": {"/one": {"post": operation}}}
    )
    return {"openapi": version, "info": {"title": "Small", "version": "1.0.0"}, **place}


def impacts(old: Document, new: Document) -> list[str]:
    """What each change does, and its rule."""
    return [f"{each.impact.value} {each.rule}" for each in compare(old, new).changes]
