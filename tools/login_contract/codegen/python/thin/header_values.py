"""What can be sent in a header: what writes requests would tell any other text in its error, whole."""

from __future__ import annotations

import re

_VALUE = re.compile(r"[!-~](?:[ -~]*[!-~])?")


def header_value(name: str, value: str) -> str:
    """Return a text that can be the value of a header.

    Args:
        name: what the text is called where it came from.
        value: the text.

    Raises:
        ValueError: it cannot; the error does not hold it.
    """
    if not _VALUE.fullmatch(value):
        raise ValueError(f"{name}: is empty, or holds what no header may, like the end of a line")
    return value


__all__ = ["header_value"]
