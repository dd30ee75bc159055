"""`operations.ts`: what the client knows of each operation beside its types."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from login_contract.codegen.typescript.answer_shapes import is_success, shape
from login_contract.codegen.typescript.text import literal
from login_contract.description.message import FORM, JSON, MULTIPART
from login_contract.description.operation import SERVER_TOKENS, USER_TOKENS, Operation, operations
from login_contract.errors import Failure

_HEAD = """/** The operations of the API description. */
import type { Operation } from "./operation.js";
import type { operations } from "./schema.js";

"""
# How the server says that it does not take a token, where the scheme says nothing else.
_REFUSED = {"status": 401, "code": "002-016"}


def operation_table(document: Mapping[str, Any]) -> str:
    """Return the module with the address of the server, the operations, and the lists that stand in one.

    Raises:
        Failure: an operation has no id, or two queries have a list of one name that one writes in one and the
            other in many.
    """
    every = list(operations(document))
    nameless = [each.label for each in every if not each.operation_id]
    if nameless:
        raise Failure(f"without an operationId, nothing can be called: {', '.join(nameless)}")
    calls = [each for each in every if not each.is_webhook]
    asked = " | ".join(literal(each.operation_id) for each in every if each.is_webhook) or "never"
    rows = "".join(f"  {literal(each.operation_id)}: {literal(_row(each))},\n" for each in calls)
    return (
        f"{_HEAD}export const BASE_URL = {literal(_address(document))};\n\n"
        f"/** Lists in queries whose members stand in one, with commas between. */\n"
        f"export const UNEXPLODED: readonly string[] = {literal(_unexploded(calls))};\n\n"
        f"/** The ids of the operations; webhooks are none, they are answered. */\n"
        f"export type OperationId = Exclude<keyof operations, {asked}>;\n\n"
        f"export const OPERATIONS: Readonly<Record<OperationId, Operation>> = {{\n{rows}}};\n"
    )


def _address(document: Mapping[str, Any]) -> str:
    """The address of the first server, or nothing: then each client has to be given one."""
    servers = document.get("servers") or [{"url": ""}]
    return str(servers[0]["url"])


def _row(operation: Operation) -> dict[str, Any]:
    media = next((each for each in (FORM, MULTIPART) if each in operation.bodies), None)
    return {
        "id": operation.operation_id,
        "method": operation.method,
        "path": operation.path,
        "repeatable": operation.repeatable,
        "media": None if JSON in operation.bodies else media,
        "token": _token(operation),
        "successes": dict(_successes(operation)),
    }


def _token(operation: Operation) -> dict[str, Any] | None:
    named = [name for need in operation.security for name in sorted(need)]
    found = [name for name in named if name in USER_TOKENS | SERVER_TOKENS]
    if not found:
        return None
    scheme = operation.document["components"]["securitySchemes"][found[0]]
    bearer = scheme["type"] == "http"
    refused = scheme.get("x-token-refusal", _REFUSED)
    return {
        "of": "user" if found[0] in USER_TOKENS else "server",
        "header": "Authorization" if bearer else scheme["name"],
        "prefix": "Bearer " if bearer else "",
        "refused": {"status": refused["status"], "code": refused["code"]},
    }


def _successes(operation: Operation) -> Iterator[tuple[str, dict[str, Any]]]:
    for status, response in operation.responses.items():
        if status.startswith("3"):
            yield status, {"kind": "location"}
        elif is_success(status):
            yield status, _success(operation, response.content)


def _success(operation: Operation, content: Mapping[str, Any]) -> dict[str, Any]:
    if not content:
        return {"kind": "nothing"}
    if JSON not in content:
        return {"kind": "text"}
    return {"kind": "json", "shape": shape(content[JSON].schema)}


def _unexploded(calls: Sequence[Operation]) -> list[str]:
    found: dict[str, set[bool]] = {}
    for operation in calls:
        for each in operation.parameters:
            if each.location == "query" and each.schema.get("type") == "array":
                found.setdefault(each.name, set()).add(each.definition.get("explode", True))
    mixed = [name for name, ways in found.items() if len(ways) > 1]
    if mixed:
        raise Failure(f"lists in queries are written in two ways: {', '.join(mixed)}")
    return sorted(name for name, ways in found.items() if ways == {False})
