"""How values of a document are copied and merged, by the rules of the Overlay Specification."""

from __future__ import annotations

from typing import Any, Literal

from login_contract.description.references import Pointer

Kind = Literal["object", "array", "primitive"]


class MergeError(ValueError):
    """Two values that do not merge."""


def kind(value: Any) -> Kind:
    """The kind of a JSON value; null is a primitive value, as RFC 9535 has it."""
    return "object" if isinstance(value, dict) else "array" if isinstance(value, list) else "primitive"


def duplicate(value: Any) -> Any:
    """A deep copy that shares nothing with the value, nor within itself what YAML aliases shared."""
    if isinstance(value, dict):
        return {key: duplicate(one) for key, one in value.items()}
    if isinstance(value, list):
        return [duplicate(one) for one in value]
    return value


def merge(target: dict[str, Any], update: dict[str, Any], path: Pointer = ()) -> None:
    """Merges `update` into `target`; the target keeps what it takes, so give it a copy of its own.

    Objects merge, arrays are concatenated, primitive values are replaced, new members come last.

    Raises:
        MergeError: a member is of another kind here than there.
    """
    for key, value in update.items():
        if key not in target:
            target[key] = value
            continue
        old = target[key]
        if kind(old) != kind(value):
            place = ".".join(map(str, (*path, key)))
            raise MergeError(f"{place}: {kind(old)} and {kind(value)} do not merge")
        if isinstance(old, dict):
            merge(old, value, (*path, key))
        elif isinstance(old, list):
            old.extend(value)
        else:
            target[key] = value
