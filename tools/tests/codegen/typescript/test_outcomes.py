"""What an answer comes to in TypeScript and in Python: the same success, or an error of the same class."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Sequence
from pathlib import Path
from random import Random
from typing import Any

from xsolla_login_client import LoginError
from xsolla_login_client.answers import read, success

from login_contract.description.references import resolve
from tests.codegen.python.calls import Call, calls
from tests.codegen.python.mutations import Sent, documented, mutated
from tests.codegen.typescript.node_package import SECONDS, compiled, workshop

PROGRAM = Path(__file__).with_name("outcomes.mjs")
ANSWERS = 4_000
#: Texts that Python reads as something of its own, which they then have to be; in TypeScript they stay texts.
READ = ("date", "date-time", "uuid")

# Numbers that JSON does not have, and those that JavaScript cannot hold.
_NO_JSON = re.compile(rb"\b(NaN|Infinity|[0-9]{16,})\b")

Outcome = list[Any]


def test_python_and_typescript_make_the_same_of_every_answer() -> None:
    random = Random("outcomes")
    cases = [(call, each.sent) for call in calls() for each in documented(call.operation)]
    known = len(cases)
    cases += [(call, mutated(random, call.operation)) for call in random.choices(calls(), k=ANSWERS)]
    cases = [each for each in cases if both_can_read(each[1])]

    here = [outcome(*each) for each in cases]
    there = outcomes([[call.facts.id, sent.status, location(sent), text(sent)] for call, sent in cases])

    differ = [
        (call.facts.id, sent.status, text(sent)[:300], one, other)
        for (call, sent), one, other in zip(cases, here, there, strict=True)
        if one != other and not is_known(call, sent, one, other)
    ]
    assert differ[:5] == []
    assert len(cases) > known + ANSWERS // 2
    assert len({each[0] for each in here}) > 40


def is_known(call: Call, sent: Sent, one: Outcome, other: Outcome) -> bool:
    """Whether it is known why the two differ."""
    formats = _formats(call.operation.document, _schema(call, sent))
    return (one[0], other[0]) == ("UnexpectedAnswer", "success") and any(name in formats for name in READ)


def _schema(call: Call, sent: Sent) -> Any:
    content = call.operation.responses[str(sent.status)].content
    return next(iter(content.values())).schema if content else {}


def _formats(document: Any, node: Any, known: frozenset[str] = frozenset()) -> set[str]:
    """The formats of texts in a schema, at any depth."""
    if isinstance(node, list):
        return set().union(*(_formats(document, each, known) for each in node))
    if not isinstance(node, dict):
        return set()
    if "$ref" in node:
        name = str(node["$ref"])
        return set() if name in known else _formats(document, resolve(document, node), known | {name})
    parts = [
        _formats(document, each, known) for key, each in node.items() if key not in ("examples", "example")
    ]
    return set().union({str(node.get("format", ""))}, *parts)


def outcomes(cases: Sequence[Sequence[Any]]) -> list[Outcome]:
    """What the TypeScript client makes of answers."""
    with workshop() as (installed, folder):
        done = subprocess.run(
            [installed.node, PROGRAM, compiled(folder / "sound")],
            input=json.dumps(cases),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
    assert done.returncode == 0, done.stderr
    found: list[Outcome] = json.loads(done.stdout)
    return found


def outcome(call: Call, sent: Sent) -> Outcome:
    """What the Python client makes of an answer."""
    response = sent.response()
    response.read()
    try:
        success(call.facts, read(call.module._parse_response, response))
    except LoginError as error:
        return [type(error).__name__, error.code, error.status]
    return ["success", None, None]


def text(sent: Sent) -> str:
    """The body of an answer."""
    return sent.body.decode("utf-8-sig")


def location(sent: Sent) -> str | None:
    """Where an answer leads."""
    # As `fetch` reads headers, byte by byte.
    return next(
        (value.decode("latin-1") for name, value in sent.headers if name.lower() == b"location"), None
    )


def both_can_read(sent: Sent) -> bool:
    """Whether an answer is the same to both before they read it."""
    if sent.garbled or any(name.lower() == b"content-encoding" for name, _ in sent.headers):
        return False
    # Python reads JSON of any encoding, and no header holds a zero byte.
    if b"\0" in sent.body or any(b"\0" in value for _, value in sent.headers):
        return False
    try:
        sent.body.decode()
    except UnicodeDecodeError:
        return False
    return _NO_JSON.search(sent.body) is None
