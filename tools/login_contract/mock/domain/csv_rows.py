"""Rows of values as a file of comma-separated values has them (RFC 4180)."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence


def written(rows: Iterable[Sequence[object]]) -> str:
    """Return the lines of rows."""
    text = io.StringIO()
    csv.writer(text).writerows(rows)
    return text.getvalue()
