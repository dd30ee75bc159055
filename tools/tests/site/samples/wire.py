"""What a sample has to say on the wire, and what it said."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import parse_qsl

import httpx
from attrs import frozen

from login_contract.codegen import values
from login_contract.description.message import FORM, JSON, MULTIPART
from login_contract.site.samples.form import file_name, kind_of
from login_contract.suite.actors import form_parts
from tests.site.samples.answering import SERVER_TOKEN
from tests.site.samples.running import FILES
from tests.site.samples.shown import CURL, LOGIN, PYTHON, SERVER, Shown

SERVER_HEADER = "x-server-authorization"
PROOFS = ("authorization", SERVER_HEADER, "cookie")
#: What no argument of a call of the SDK's reaches: where it is left out the same happens.
UNREACHED = {"update-token": {"email"}, "oauth-20-user-ask": {"email"}}


@frozen
class Request:
    """A request apart from what every request has; of the headers, those that prove who calls."""

    method: str
    path: str
    query: tuple[tuple[str, str], ...]
    body: Any
    proofs: dict[str, str]


def wanted(shown: Shown) -> Request:
    """Return the request that a sample has to make: that of its operation, with the values that are shown."""
    operation, given = shown.operation, shown.values
    body = given.body
    if shown.facade == LOGIN and isinstance(body, dict):
        body = {
            name: each for name, each in body.items() if name not in UNREACHED.get(operation.operation_id, ())
        }
    if shown.language == CURL and MULTIPART in operation.bodies:
        body = {name: _on_disk(shown, name) or each for name, each in body.items()}
    query = httpx.QueryParams(dict(given.query)).multi_items()
    return Request(
        operation.method, operation.path.format(**given.path), tuple(sorted(query)), body, _proofs(shown)
    )


def _on_disk(shown: Shown, name: str) -> str | None:
    """A command names a file, whatever example it is of; the test has one of each name."""
    kind = kind_of(shown.operation, name, shown.values.body[name])
    return FILES.get(file_name(name, kind)) if kind else None


def said(request: httpx.Request, shown: Shown) -> Request:
    """Return what arrived of a sample, without what the SDK's calls always add."""
    query = request.url.params.multi_items()
    if shown.facade == LOGIN:
        own = _added(shown)
        query = [each for each in query if each[0] not in own]
    return Request(
        request.method,
        f"/{request.url.path.split('/', 2)[2]}",
        tuple(sorted(query)),
        _body(request),
        {name: request.headers[name] for name in PROOFS if name in request.headers},
    )


def _added(shown: Shown) -> set[str]:
    """What the facade sends of itself, because the operation takes it."""
    taken = {each.name for each in shown.operation.parameters if each.location == "query"}
    return (taken & {"projectId", "response_type"}) - shown.values.query.keys()


def _proofs(shown: Shown) -> dict[str, str]:
    operation = shown.operation
    found: dict[str, str] = {}
    if operation.user_token:
        found["authorization"] = f"Bearer {values.USER_TOKEN}"
    elif operation.server_token:
        found[SERVER_HEADER] = SERVER_TOKEN if shown.facade == SERVER else values.SERVER_TOKEN
    # A browser adds the cookie by itself, and so does the facade that has logged in before.
    if shown.language in (CURL, PYTHON) and not shown.facade:
        found.update(("cookie", f"{name}={value}") for name, value in shown.values.cookies.items())
    return found


def _body(request: httpx.Request) -> Any:
    kind = request.headers.get("content-type", "")
    if kind.startswith(MULTIPART):
        return form_parts.read(kind, request.content)
    text = request.content.decode()
    if kind == FORM:
        return dict(parse_qsl(text, strict_parsing=True))
    try:
        return json.loads(text) if kind == JSON else text or None
    except ValueError:
        return text
