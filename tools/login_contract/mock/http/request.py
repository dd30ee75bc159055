"""From bytes to a Call: read the body, decode parameters, judge both by the description."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import ExitStack
from functools import partial
from typing import Any

from starlette.requests import Request

from login_contract.description.message import FORM, MULTIPART, Parameter
from login_contract.mock.calls.call import Call
from login_contract.mock.calls.login_reply import COOKIE
from login_contract.mock.contract import multipart, payload
from login_contract.mock.contract.as_meant import as_meant, whole
from login_contract.mock.contract.compiled import Checker, CompiledOperation
from login_contract.mock.contract.lines import Lines
from login_contract.mock.contract.refusals import (
    CONTENT_TOO_LARGE,
    INVALID_TOKEN,
    INVALID_VALUE,
    MISSING_VALUE,
    NOT_SIGNED_IN,
    UNREADABLE_BODY,
    UNSUPPORTED_MEDIA_TYPE,
)
from login_contract.mock.errors import LoginError, Refusal
from login_contract.mock.http.accepted import wants_markdown
from login_contract.mock.http.protocol import ARRIVAL
from login_contract.mock.http.reader import reader
from login_contract.mock.http.visit import Visit

SERVER_HEADER = "x-server-authorization"
_TAG = re.compile(r'"[^"]*"|\*')


async def read(visit: Visit) -> None:
    """Decode and validate a request.

    Raises:
        LoginError: 400 with the described code, 401 without the bearer token, the cookie or the server token
            that the operation needs, 413 or 415.
    """
    request, operation = visit.incoming, visit.admitted
    if visit.unreadable is not None:
        raise LoginError(INVALID_VALUE, f"The query string is invalid: {visit.unreadable}")
    sources: dict[str, Mapping[str, list[str]]] = {
        "query": visit.query,
        "path": {name: [value] for name, value in visit.path.items()},
        "header": _headers(request),
    }
    values: dict[str, dict[str, Any]] = {"query": {}, "path": {}, "header": {}}
    for parameter, checker in operation.parameters:
        if parameter.location != "cookie":
            name = parameter.name.lower() if parameter.location == "header" else parameter.name
            value = _parameter(parameter, checker, sources[parameter.location].get(name, []))
            if value is not None:
                values[parameter.location][parameter.name] = value
    body = await _body(request, operation, visit.closing) if operation.bodies else None
    visit.call = Call(
        query=values["query"],
        path=values["path"],
        headers=values["header"],
        body=body,
        bearer=_bearer(request) if operation.bearer else None,
        browser=_browser(request, operation),
        server_token=_server_token(request) if operation.server else None,
        arrival=request.scope["extensions"][ARRIVAL],
        registered=visit.project if "projectId" in values["query"] else None,
        reader=reader(visit),
        wants_markdown=wants_markdown(",".join(request.headers.getlist("accept"))),
        kept=_kept(request),
    )


def _headers(request: Request) -> dict[str, list[str]]:
    """Return the values of each header, whose name is in lower case."""
    found: dict[str, list[str]] = {}
    for name, value in request.scope["headers"]:
        found.setdefault(name.decode("latin-1"), []).append(value.decode("latin-1"))
    return found


def _kept(request: Request) -> frozenset[str]:
    """Return the entity tags of `If-None-Match`; a weak one is as good as any (RFC 9110, section 13.1.2)."""
    return frozenset(_TAG.findall(",".join(request.headers.getlist("if-none-match"))))


def _parameter(parameter: Parameter, checker: Checker, given: list[str]) -> Any:
    if not given:
        if parameter.required:
            raise LoginError(
                _described(parameter, parameter.error_code, MISSING_VALUE), f"{_named(parameter)} is missing."
            )
        return parameter.default
    if parameter.kind == "array":
        texts = given if parameter.exploded else [item for text in given for item in text.split(",")]
        value: Any = [_scalar(parameter.item_kind, text) for text in texts]
    elif len(given) > 1:
        raise LoginError(
            _described(parameter, parameter.error_code, INVALID_VALUE),
            f"{_named(parameter)} is given more than once.",
        )
    else:
        value = _scalar(parameter.kind, given[0])
    if not checker.accepts(value):
        problem = checker.problem(value, name=parameter.published_name)
        code = parameter.error_code or (problem.error_code if problem else None)
        refusal = _described(parameter, code, INVALID_VALUE)
        raise LoginError(refusal, _sentence(_named(parameter), problem.message if problem else str(value)))
    return value


def _named(parameter: Parameter) -> str:
    return f"The {parameter.location} parameter {parameter.published_name}"


def _described(parameter: Parameter, code: str | None, otherwise: Refusal) -> Refusal:
    """Return how a value is refused: with the code that the description gives it, if it gives one."""
    return otherwise if code is None else Refusal(parameter.error_status, code)


def _sentence(thing: str, message: str) -> str:
    verb = "" if message.startswith(("has ", "must ", "is ")) else "is invalid: "
    return f"{thing} {verb}{message}{'' if message.endswith('?') else '.'}"


def _scalar(kind: str, text: str) -> Any:
    if kind == "boolean" and text in ("true", "false"):
        return text == "true"
    if kind in ("integer", "number") and text.isascii():
        try:
            value = payload.from_json(text.encode())
        except payload.Malformed:
            return text
        if isinstance(value, float) and kind == "integer":
            return whole(value)
        return value if isinstance(value, (int, float)) and not isinstance(value, bool) else text
    return text


def _browser(request: Request, operation: CompiledOperation) -> str | None:
    browser = request.cookies.get(COOKIE, "")
    if not browser.isprintable():
        browser = ""  # In quotes, a cookie can spell any character, and no database holds a NUL.
    if not browser and operation.cookie:
        raise LoginError(NOT_SIGNED_IN, because=f"the cookie {COOKIE} is missing")
    return browser or None


def _bearer(request: Request) -> str:
    scheme, _, token = request.headers.get("authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not token.strip():
        raise LoginError(INVALID_TOKEN, because="the header Authorization has no bearer token")
    return token.strip()


def _server_token(request: Request) -> str:
    """Return the token of a server; the word ``Bearer`` before it may be there or not."""
    scheme, _, rest = request.headers.get(SERVER_HEADER, "").strip().partition(" ")
    token = rest.strip() if scheme.lower() == "bearer" else scheme
    if not token:
        raise LoginError(INVALID_TOKEN, because=f"the header {SERVER_HEADER} has no token")
    return token


async def _body(request: Request, operation: CompiledOperation, closing: ExitStack) -> Any:
    media_type = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    described = operation.described.bodies.get(media_type)
    if described is not None and media_type == MULTIPART:
        return await _parts(request, operation, described.max_bytes or payload.MAX_BODY_BYTES, closing)
    if described is not None and described.max_bytes is not None:
        of_line = operation.bodies[media_type]
        chunks = _chunks(request, described.max_bytes)
        return Lines(chunks, lambda line: _judged(payload.from_json, line, of_line, operation))
    raw = b"".join([chunk async for chunk in _chunks(request, payload.MAX_BODY_BYTES)])
    if not raw and not media_type:
        if operation.body_required:
            raise LoginError(MISSING_VALUE, "The request body is missing.")
        return None
    checker = operation.bodies.get(media_type)
    if checker is None:
        raise LoginError(
            UNSUPPORTED_MEDIA_TYPE,
            f"The body must be {' or '.join(operation.bodies)}, not {media_type or 'untyped'}.",
        )
    if not raw and not operation.body_required:
        return None
    read = partial(_form, checker=checker) if media_type == FORM else payload.from_json
    return _judged(read, raw, checker, operation)


async def _parts(request: Request, operation: CompiledOperation, most: int, closing: ExitStack) -> Any:
    """Read the parts of a form; an upload stands in the place of a text that holds any bytes."""
    checker = operation.bodies[MULTIPART]
    content_type = request.headers["content-type"]
    try:
        parts = await multipart.receive(_chunks(request, most), content_type, checker.schema, closing)
    except payload.Malformed as problem:
        raise LoginError(UNREADABLE_BODY, str(problem)) from None
    return {**_judged(parts.fields, checker.schema, checker, operation), **parts.uploads}


def _judged(read: Callable[[Any], Any], raw: Any, checker: Checker, operation: CompiledOperation) -> Any:
    """Decode a document and refuse what its schema does not allow."""
    try:
        value = read(raw)
    except payload.Malformed as problem:
        raise LoginError(UNREADABLE_BODY, str(problem)) from None
    if not operation.control:
        value = as_meant(checker.schema, value)
    if not checker.accepts(value):
        if not isinstance(value, dict):
            raise LoginError(UNREADABLE_BODY, "The body must be a JSON object.")
        wrong = checker.problem(value)
        if wrong is not None:
            told = _sentence(f"The property {wrong.where or 'body'}", wrong.message)
            raise LoginError(wrong.refusal, told)
    return value


async def _chunks(request: Request, most: int) -> AsyncIterator[bytes]:
    """Give the body as it comes, but never more than the limit."""
    length = request.headers.get("content-length", "0")
    if length.isdecimal() and int(length[:20]) > most:
        raise LoginError(CONTENT_TOO_LARGE, f"The body is larger than {most} bytes.")
    size, more = 0, True
    while more:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise LoginError(UNREADABLE_BODY, "The connection ended before the body did.")
        chunk, more = message.get("body", b""), message.get("more_body", False)
        size += len(chunk)
        if size > most:
            raise LoginError(CONTENT_TOO_LARGE, f"The body is larger than {most} bytes.")
        yield chunk


def _form(raw: bytes, checker: Checker) -> dict[str, Any]:
    properties: Mapping[str, Any] = checker.schema.get("properties", {})
    decoded: dict[str, Any] = {}
    for name, values in payload.pairs(raw).items():
        if len(values) > 1:
            raise payload.Malformed(f"The form field {name} is given more than once.")
        decoded[name] = _scalar(properties.get(name, {}).get("type", "string"), values[0])
    return decoded
