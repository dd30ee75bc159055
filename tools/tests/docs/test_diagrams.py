"""What the sequence diagrams of the documents say of calls is what the description says.

A message that is a call is written `METHOD /path`, without query, where a webhook is `/name`, as partners
see it. An answer that begins with a status, or names error codes, belongs to the call before it.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from login_contract.description.error_codes import error_codes
from login_contract.description.model import described
from login_contract.description.operation import Operation
from login_contract.mock.contract.compiled import compiled
from tests.docs.diagrams import Message, diagrams, messages
from tests.docs.reading import SHOWN, name


def operation(method: str, path: str) -> Operation | None:
    """The operation or webhook that is called; path parameters may be filled in."""
    for prefix in ("/api", ""):
        route = compiled().find(prefix + path)
        if route is not None and method in route[0].operations:
            return route[0].operations[method].described
    return described("partner").by_label.get(f"{method} {path}")


def wrong(message: Message) -> str:
    """What a message says that the description does not, empty when it is right."""
    unknown = set(message.codes) - set(error_codes(described().document))
    if unknown:
        return f"no code: {unknown}"
    if message.call is not None:
        return "" if operation(*message.call) else "no call"
    if re.match(r"/|[A-Z]+ /", message.label):
        return "not METHOD /path"
    return _wrong_answer(message)


def _wrong_answer(message: Message) -> str:
    answered = operation(*message.answers) if message.answers else None
    if answered is None or message.status is None:
        return ""
    response = answered.response(message.status)
    if response is None:
        return f"{answered.label} answers no {message.status}"
    # What a redirect carries is told in words alone.
    lacking = set(message.codes) - set(response.error_codes or ()) if message.status // 100 != 3 else set()
    return f"{answered.label} answers no {lacking}" if lacking else ""


@pytest.mark.parametrize("path", SHOWN, ids=name)
def test_every_call_and_answer_of_a_diagram_is_described(path: Path) -> None:
    said = [each for diagram in diagrams(path.read_text("utf-8")) for each in messages(diagram)]
    assert [f"{each.label}: {found}" for each in said if (found := wrong(each))] == []


@pytest.mark.parametrize(
    ("lines", "found"),
    [
        ("A->>B: POST /login/token", "no call"),
        ("A->>B: DELETE /login", "no call"),
        ("A->>B: POST /login?projectId=1", "no call"),
        ("A->>B: POST", "no call"),
        ("A->>B: /login", "not METHOD /path"),
        ("A->>B: HEAD /login", "not METHOD /path"),
        ("A->>B: opens the link, 003-999", "no code: {'003-999'}"),
        ("A->>B: POST /login\nB-->>A: 204", "POST /login answers no 204"),
        ("A->>B: POST /login\nB-->>A: 401 003-049", "POST /login answers no {'003-049'}"),
    ],
)
def test_message_that_went_stale_is_found(lines: str, found: str) -> None:
    *_, last = messages(lines)
    assert wrong(last) == found


def test_messages_that_are_right_pass() -> None:
    lines = """
    A->>B: POST /login/phone/confirm
    B-->>A: 401 003-039
    B->>P: POST /user-verification
    P-->>B: 200
    A->>+B: GET /oauth2/social/google/login_redirect
    B-->>-A: 302 with error_code 010-016
    A->>B: GET /_mock/outbox
    A-->>B: opens the link
    A->>B: POST /login
    alt it is right
        B-->>A: 200 login_url
        A->>B: GET /users/me
    else it is not
        B-->>A: 401 003-001
    end
    """
    assert [wrong(each) for each in messages(lines)] == [""] * 12
