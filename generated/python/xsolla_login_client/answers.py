"""Reads answers: whatever a server sends, a model comes of it, or one error that says what is wrong."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, TypeVar

import httpx
from xsolla_login_client.error_codes import CODES
from xsolla_login_client.errors import LoginError, Refusal, TimedOut, TransportError, UnexpectedAnswer
from xsolla_login_client.masking import MASK, without_secrets
from xsolla_login_client.operation import Operation
from xsolla_login_client.shapes import fits
from xsolla_login_client.types import Response

T = TypeVar("T")
# What the reading of a foreign body comes to: no JSON, or JSON of another shape.
_UNREADABLE = (ValueError, TypeError, LookupError, AttributeError, RecursionError, OverflowError)


def read(parse: Callable[[httpx.Response], T | None], response: httpx.Response) -> Response[T]:
    """Return the whole answer, with what `parse` reads of it, or without where it cannot."""
    try:
        parsed = parse(response)
        if not fits(parsed):
            parsed = None
    except _UNREADABLE:
        parsed = None
    return Response(
        status_code=response.status_code, content=response.content, headers=response.headers, parsed=parsed
    )


def success(operation: Operation, answer: Response[Any]) -> Any:
    """Return what a documented success brings: the model, None for no body, or the address of a redirect.

    Raises:
        Refusal: the server refused, with an error object.
        UnexpectedAnswer: the answer is none that the description knows.
    """
    kind = operation.success(answer.status_code)
    if kind == "body" and answer.parsed is not None:
        return answer.parsed
    if kind == "nothing":
        return None
    if kind == "location" and answer.headers.get("location"):
        return answer.headers["location"]
    raise failed(operation, answer)


def failed(operation: Operation, answer: Response[Any]) -> LoginError:
    """Return the error that an answer stands for which is no success."""
    facts: dict[str, Any] = {
        "status": answer.status_code,
        "operation": operation.id,
        "request_id": answer.headers.get("x-request-id"),
        "body": answer.content,
    }
    refusal = error_object(answer.content)
    if refusal is None:
        return UnexpectedAnswer(_unexpected(operation, answer.status_code), **facts)
    code, description, details = refusal
    return CODES.get(code, Refusal)(without_secrets(description), code=code, details=details, **facts)


def lost(operation: Operation, error: Exception, *, request_id: str | None) -> TransportError:
    """Return the error for a call that got no answer."""
    kind = TimedOut if isinstance(error, httpx.TimeoutException) else TransportError
    why = f"{type(error).__name__}: {_told(error)}".rstrip(": ")
    return kind(f"no answer came ({why})", operation=operation.id, request_id=request_id)


def censored(error: Exception) -> Exception:
    """Return an error of httpx whose text, and the texts of its causes, hold no secret."""
    if _told(error) != str(error):
        error.args = (_told(error),)
        error.__cause__ = error.__context__ = None
    return error


def _told(error: Exception) -> str:
    if isinstance(error, httpx.LocalProtocolError):
        # It quotes the header that cannot be written, whatever that is.
        return MASK
    return without_secrets(str(error))


def error_object(content: bytes) -> tuple[str, str, Mapping[str, object]] | None:
    """Return code, description and details of either form in which the server writes an error."""
    try:
        body = json.loads(content)
    except _UNREADABLE:
        return None
    if not isinstance(body, dict):
        return None
    nested = body.get("error")
    error = nested if isinstance(nested, dict) else {}
    code = error.get("code", body.get("error_code"))
    if not isinstance(code, str | int) or isinstance(code, bool):
        return None
    description = error.get("description", body.get("error_description"))
    details = error.get("details")
    return (
        str(code),
        description if isinstance(description, str) else "",
        details if isinstance(details, dict) else {},
    )


def _unexpected(operation: Operation, status: int) -> str:
    try:
        name = f"{status} {HTTPStatus(status).phrase}"
    except ValueError:
        name = str(status)
    if operation.success(status):
        return f"the answer {name} is not what the description says of it"
    return f"the server answered {name} without an error object"
