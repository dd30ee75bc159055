"""I-Regexp (RFC 9485), the regular expressions of JSONPath, on Python's engine.

Python knows no Unicode categories, and its dot excludes other line ends. What it has beyond I-Regexp is not
refused: the compliance suite of JSONPath does not ask for that.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from functools import lru_cache
from itertools import groupby

_PART = re.compile(r"(?P<category>\\[pP]\{[A-Z][a-z]?\})|\\.|(?P<dot>\.)|[\[\]&~|]", re.DOTALL)


@lru_cache(maxsize=256)
def translate(pattern: str) -> re.Pattern[str] | None:
    """Answers the pattern for Python's engine, or None when it is no regular expression."""
    in_set = False

    def translated(found: re.Match[str]) -> str:
        nonlocal in_set
        if in_set and found[0] in "[&~|":
            return f"\\{found[0]}"  # Python warns of what it may mean by two of them one day.
        in_set = {"[": True, "]": False}.get(found[0], in_set)
        if found["category"]:
            return _ranges(found[0]) if in_set else f"[{_ranges(found[0])}]"
        return r"[^\n\r]" if found["dot"] and not in_set else found[0]

    try:
        return re.compile(_PART.sub(translated, pattern))
    except (re.error, OverflowError, RecursionError):
        return None


@lru_cache(maxsize=16)
def _ranges(category: str) -> str:
    """The inside of a character set for a category, or for what is not in it."""
    wanted, name = category[1] == "p", category[3:-1]
    runs = groupby(
        range(sys.maxunicode + 1), lambda code: unicodedata.category(chr(code)).startswith(name) == wanted
    )
    found = [list(run) for belongs, run in runs if belongs]
    return "".join(f"\\U{run[0]:08x}-\\U{run[-1]:08x}" for run in found)
