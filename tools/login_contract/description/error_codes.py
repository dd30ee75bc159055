"""The codes of refusals that a description knows, what they mean, and what programs call them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from login_contract.description.operation import operations
from login_contract.description.references import resolve

ERROR_CODES = "x-error-codes"
ERROR_NAMES = "x-error-names"


def error_codes(document: Mapping[str, Any]) -> dict[str, str]:
    """Return the known codes, sorted, each with the meaning that most of its responses give it."""
    found: dict[str, Counter[str]] = {}
    for response in _responses(document):
        for code, meaning in response.get(ERROR_CODES, {}).items():
            found.setdefault(code, Counter())[meaning] += 1
    return {code: min(found[code].items(), key=lambda one: (-one[1], one[0]))[0] for code in sorted(found)}


def error_names(document: Mapping[str, Any]) -> dict[str, str]:
    """Return a name for each known code, like `WrongCredentials`, or else `Refused003_001`."""
    names: Mapping[str, str] = document.get(ERROR_NAMES, {})
    return {code: names.get(code, f"Refused{_plain(code)}") for code in error_codes(document)}


def _plain(code: str) -> str:
    return "".join(each if each.isalnum() else "_" for each in code)


def _responses(document: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for operation in operations(document):
        for response in operation.definition.get("responses", {}).values():
            yield resolve(document, response)
