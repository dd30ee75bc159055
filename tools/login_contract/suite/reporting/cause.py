"""Why a test failed, in words that are the same wherever the cause is the same."""

from __future__ import annotations

import re
from typing import Any

from login_contract.suite.reporting.exchange import Exchange, has_foreign_bytes
from login_contract.suite.told import LackingError, refusal_in

_REQUIRED = re.compile(r'^"(.*)" is a required property$')
_VALUE = re.compile(r"^.*?(?=\b(?:is|does|has|was|were|should|do)\b)", re.DOTALL)
_UNIQUE = re.compile(r"(?i)\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b")
LIMIT = 200
NOT_UTF8 = "an answer is not UTF-8"


class ContradictionError(AssertionError):
    """An answer contradicts the description; ``cause`` is in what, without the operation and the values."""

    def __init__(self, message: str, cause: str) -> None:
        super().__init__(message)
        self.cause = cause


def cause_of(problem: BaseException, last: Exchange | None) -> str:
    """Return the cause of a failure that may have other tests fail as well, empty when none is known.

    A contradiction to the description is a cause wherever it is met, and so is what an answer lacks, or a
    refusal that the test did not expect; ``last`` is the test's latest request with its answer.
    """
    if isinstance(problem, BaseExceptionGroup):
        return next(filter(None, (cause_of(each, last) for each in problem.exceptions)), "")
    if isinstance(problem, ContradictionError):
        return _general(problem.cause)
    refused = _refused(last) if last else ""
    if isinstance(problem, LackingError):
        return _general(refused or f"an answer {problem.lacks}")
    found = fact(problem)
    if found:
        return _general(found)
    return _general(refused) if refused and _speaks_of(str(problem), last) else ""


def _refused(last: Exchange) -> str:
    """Return the refusal in an answer; one in a foreign encoding is that, whatever it says."""
    is_json = any(name.lower() == "content-type" and "json" in value for name, value in last.answer_headers)
    return NOT_UTF8 if is_json and has_foreign_bytes(last.answer) else refusal_in(last.status, last.answer)


def fact(failure: BaseException) -> str:
    """Return the described fact that a failed check of Schemathesis is about, empty for other problems."""
    kind, any_failure = type(failure).__name__, _any(failure)
    if kind == "JsonSchemaError":
        return _breach(str(any_failure.validation_message), any_failure.instance_path)
    if kind in ("UndefinedStatusCode", "ServerError"):
        described = "is not described" if kind == "UndefinedStatusCode" else "is a server error"
        status = getattr(any_failure, "status_code", None)
        return f"the status {status} {described}" if status else any_failure.title
    if kind == "UndefinedContentType":
        return f"an answer is of the type {any_failure.content_type}, which is not described"
    if kind == "MissingHeaders":
        return f"an answer lacks the header `{any_failure.missing_headers[0]}`"
    title = getattr(failure, "title", "")
    if kind == "CustomFailure":
        return str(any_failure.message).partition("\n")[0]
    return str(title)


def _breach(message: str, path: Any) -> str:
    place = ".".join("[]" if isinstance(step, int) else str(step) for step in path).replace(".[]", "[]")
    missing = _REQUIRED.match(message)
    if missing:
        return f"an answer lacks `{f'{place}.' if place else ''}{missing[1]}`"
    told = message if message.endswith(" was expected") else _VALUE.sub("", message, count=1)
    return f"in an answer `{place}` {told}" if place else f"an answer {told}"


def _speaks_of(text: str, last: Exchange | None) -> bool:
    """Say whether a message is about the refusal in an answer: it shows its code, or its status compared."""
    if last is None:
        return False
    code = refusal_in(last.status, last.answer).partition(":")[0].partition(" ")[2]
    return code in text or f"assert {last.status} ==" in text or f"<Response [{last.status} " in text


def _general(cause: str) -> str:
    """Leave out what differs from one test to the next."""
    line = " ".join(_UNIQUE.sub("…", cause).split())
    return line if len(line) <= LIMIT else f"{line[: LIMIT - 1]}…"


def _any(value: BaseException) -> Any:
    return value
