"""What the documentation says of error codes: who answers them, what they mean, what to do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import frozen

from login_contract.description.error_codes import ERROR_CODES, error_codes, error_names
from login_contract.description.operation import Operation, operations
from login_contract.description.references import resolve

ADVICE = "x-error-advice"


@frozen
class Refused:
    """One code that one operation answers with a status, and what it means there."""

    status: str
    code: str
    meaning: str


@frozen
class Code:
    """A code wherever it is answered; `answered_by` are operations with the status of each.

    `meaning` is what it says in most of them, `others` is what it says in the rest.
    """

    code: str
    name: str
    meaning: str
    others: Sequence[str]
    advice: str
    answered_by: Sequence[tuple[str, Operation]]


def refused(document: Mapping[str, Any], operation: Operation) -> Iterator[Refused]:
    """Yield what an operation refuses with, by status and code."""
    for status, response in sorted(operation.definition.get("responses", {}).items()):
        for code, meaning in sorted(resolve(document, response).get(ERROR_CODES, {}).items()):
            yield Refused(status, code, meaning)


def advice(document: Mapping[str, Any]) -> Mapping[str, str]:
    """Return what to do about each code, as the overlay of the documentation says."""
    told: Mapping[str, str] = document.get(ADVICE, {})
    return told


def codes(document: Mapping[str, Any]) -> list[Code]:
    """Return every code of a description, sorted."""
    answered: dict[str, list[tuple[str, Operation]]] = {}
    for operation in operations(document):
        for each in refused(document, operation):
            answered.setdefault(each.code, []).append((each.status, operation))
    names, told = error_names(document), advice(document)
    return [
        Code(code, names[code], meaning, others, told.get(code, ""), answered.get(code, []))
        for code, (meaning, *others) in error_codes(document).items()
    ]
