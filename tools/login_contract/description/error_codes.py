"""The codes of refusals that a description knows, what they mean, and what programs call them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from login_contract.description.operation import operations
from login_contract.description.references import resolve

ERROR_CODES = "x-error-codes"
ERROR_NAMES = "x-error-names"


def error_codes(document: Mapping[str, Any]) -> dict[str, Sequence[str]]:
    """Return the known codes, sorted, each with all that responses say it means, the commonest first."""
    found: dict[str, Counter[str]] = {}
    for response in _responses(document):
        for code, meaning in response.get(ERROR_CODES, {}).items():
            found.setdefault(code, Counter())[meaning] += 1
    return {code: sorted(found[code], key=lambda one: (-found[code][one], one)) for code in sorted(found)}


def in_short(code: str, meanings: Sequence[str]) -> str:
    """Return a code and its commonest meaning, for a comment."""
    return f"`{code}`{', most often' if len(meanings) > 1 else ''}: {meanings[0]}"


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
