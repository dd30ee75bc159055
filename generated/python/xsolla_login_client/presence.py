"""What of an object is there: an optional property that is null has been left out."""

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
