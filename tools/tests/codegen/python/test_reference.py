"""Every program of the client's reference sends the description's examples, and reads one of its answers."""

from __future__ import annotations

import contextlib
import io
import json
import re
from collections.abc import Callable
from typing import Any
from urllib.parse import parse_qsl

import httpx
import pytest

from login_contract import resources
from login_contract.codegen.published_names import as_published
from login_contract.codegen.python.snippets import SERVER_HEADER
from login_contract.codegen.values import SERVER_TOKEN, USER_TOKEN, Values
from login_contract.description.message import FORM, JSON, MULTIPART
from login_contract.description.operation import Operation, operations
from login_contract.suite.actors import form_parts

REFERENCE = resources.checkout() / "generated" / "python" / "reference.md"
LOGIN = json.loads(resources.path("generated/openapi/login.json").read_bytes())
OPERATIONS = {each.operation_id: each for each in operations(as_published(LOGIN)) if not each.is_webhook}
PROGRAMS = dict(
    re.findall(r"^### (\S+)\n.*?```python\n(.*?)```", REFERENCE.read_text("utf-8"), re.DOTALL | re.MULTILINE)
)


def answer_of(operation: Operation) -> httpx.Response:
    """The first success that is documented, with its example."""
    status, response = next(
        (status, each) for status, each in operation.responses.items() if status[0] in "23"
    )
    media = next(iter(response.content.items()), None)
    headers = {"location": "https://example.com/callback"} if status[0] == "3" else {}
    if media is None or media[1].example is None:
        return httpx.Response(int(status), headers=headers)
    if media[0] == JSON:
        return httpx.Response(int(status), headers=headers, json=media[1].example)
    return httpx.Response(
        int(status), headers={**headers, "content-type": media[0]}, text=str(media[1].example)
    )


def run(operation: Operation, code: str, monkeypatch: pytest.MonkeyPatch) -> tuple[httpx.Request, str]:
    """Run a program with an answer at hand; returns what it sent and what it printed."""
    sent: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        request.read()
        sent.append(request)
        return answer_of(operation)

    real: Callable[..., httpx.Client] = httpx.Client
    transport = httpx.MockTransport(answer)
    monkeypatch.setattr(
        httpx,
        "Client",
        lambda **given: real(**{**given, "transport": transport, "verify": False}),
    )
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(code, f"{operation.operation_id}.py", "exec"), {})
    (request,) = sent
    return request, printed.getvalue()


def body_of(request: httpx.Request) -> Any:
    kind = request.headers.get("content-type", "")
    if kind.startswith(MULTIPART):
        return form_parts.read(kind, request.content)
    if kind == FORM:
        return dict(parse_qsl(request.content.decode(), strict_parsing=True))
    if kind == JSON:
        return json.loads(request.content)
    return request.content.decode() or None


def test_reference_has_a_program_for_every_operation() -> None:
    assert PROGRAMS.keys() == OPERATIONS.keys()


@pytest.mark.parametrize("operation_id", sorted(OPERATIONS))
def test_program_of_the_reference_runs(operation_id: str, monkeypatch: pytest.MonkeyPatch) -> None:
    operation = OPERATIONS[operation_id]

    request, printed = run(operation, PROGRAMS[operation_id], monkeypatch)

    values = Values.examples(operation)
    path = operation.path.format(**values.path)
    assert (request.method, request.url.path) == (operation.method, f"/api{path}")
    assert request.url.params == httpx.QueryParams(values.query)
    assert body_of(request) == values.body
    wanted = {"authorization": f"Bearer {USER_TOKEN}"} if operation.user_token else {}
    if operation.server_token:
        wanted = {SERVER_HEADER.lower(): SERVER_TOKEN}
    assert wanted.items() <= dict(request.headers).items()
    assert bool(printed) == any(
        status[0] in "23" for status in operation.responses if returns(operation, status)
    )


def returns(operation: Operation, status: str) -> bool:
    content = operation.responses[status].content.values()
    return status[0] == "3" or (status[0] == "2" and any(each.schema for each in content))
