"""What of an answer is there: null for an optional property is nothing, and an array is an array."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any


def present(source: Mapping[str, Any], *, optional: Collection[str]) -> dict[str, Any]:
    """Return a copy of a JSON object without the nulls for which its model has no room.

    Args:
        source: the object as it was sent.
        optional: the properties that may be left out, but are not described as null.

    Raises:
        TypeError: it is no object.
    """
    if not isinstance(source, Mapping):
        raise TypeError(f"an object is expected, not {type(source).__name__}")
    return {name: value for name, value in source.items() if value is not None or name not in optional}


def listed(source: Any) -> list[Any]:
    """Return a JSON array as it was sent.

    Raises:
        TypeError: it is none, though it may be something that can be gone through.
    """
    if not isinstance(source, list):
        raise TypeError(f"an array is expected, not {type(source).__name__}")
    return source
