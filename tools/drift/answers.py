"""What Redocly passes over in answers: a status, type or code that nothing describes, and what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import field, frozen

from login_contract.changes import har
from login_contract.changes.recorded_body import LOST, MISSING
from login_contract.changes.traffic import Call, Reader
from login_contract.description.error_codes import ERROR_CODES
from login_contract.description.message import JSON
from login_contract.description.operation import operations
from login_contract.description.references import resolve

from .finding import Finding

NAME = "own"


@frozen
class Look:
    """What was seen of a recording: how many exchanges, how many of them calls of operations, the findings.

    `tests` are those that sent each exchange; `locations` is where answers lead, by their place.
    """

    exchanges: int
    calls: int
    used: Mapping[str, int]
    findings: tuple[Finding, ...]
    tests: tuple[str, ...]
    locations: Mapping[int, str] = field(factory=dict)


def look(recording: Path, document: Mapping[str, Any]) -> Look:
    """Look at the status, media type, code and headers of each answer, and whether its body is there.

    Raises:
        UsageError: the file is no recording.
    """
    reader = Reader(list(operations(document)), bare=False)
    used: dict[str, int] = {}
    findings: list[Finding] = []
    tests: list[str] = []
    locations: dict[int, str] = {}
    for index, entry in enumerate(har.entries(recording)):
        tests.append(str(entry.get("_test", "")))
        call = reader.read(entry)
        if isinstance(call, Call):
            name = call.operation.operation_id
            used[name] = used.get(name, 0) + 1
            findings += _of(call, index, document)
            locations[index] = next(iter(call.answer.values.get(("header", "location"), ())), "")
    return Look(len(tests), sum(used.values()), used, tuple(findings), tuple(tests), locations)


def _of(call: Call, index: int, document: Mapping[str, Any]) -> Iterator[Finding]:
    for message in _messages(call, document):
        yield Finding(
            judge=NAME,
            half="answer",
            message=message,
            operation=call.operation.operation_id,
            status=call.status,
            index=index,
        )


def _messages(call: Call, document: Mapping[str, Any]) -> Iterator[str]:
    if not call.status:
        yield "No answer came"
        return
    status = call.documented_status
    if not status:
        yield f'Undescribed status: "{call.status}"'
        return
    described = resolve(document, call.operation.definition["responses"][status])
    yield from _of_body(call, status, described.get("content", {}))
    yield from _of_headers(call, document, described.get("headers", {}))
    codes = described.get(ERROR_CODES)
    if codes and call.code is not None and call.code not in codes and not described.get("x-partner-codes"):
        yield f'Undescribed code: "{call.code}"'


def _of_body(call: Call, status: str, content: Mapping[str, Any]) -> Iterator[str]:
    if call.answer.body is LOST:
        yield "The recording lacks the body of an answer"
    elif call.answer.body is MISSING:
        # Of JSON: a page or a text may be empty.
        if JSON in content:
            yield f'An answer lacks its body: "{status}"'
    elif call.answer.media_type not in content:
        yield f'Undescribed media type: "{call.answer.media_type}"'


def _of_headers(call: Call, document: Mapping[str, Any], headers: Mapping[str, Any]) -> Iterator[str]:
    for name, node in headers.items():
        if resolve(document, node).get("required") and ("header", name.lower()) not in call.answer.values:
            yield f'An answer lacks its header: "{name}"'
