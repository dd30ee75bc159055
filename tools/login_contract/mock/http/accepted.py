"""Which kind of text a request likes best, by its header `Accept`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

# RFC 9110 section 12.5.1.
RANGE = re.compile(r"[ \t]*(?P<type>[\w.+*-]+/[\w.+*-]+)[ \t]*(?:;(?P<parameters>.*))?")
WEIGHT = re.compile(r"(?:0(?:\.\d{0,3})?|1(?:\.0{0,3})?)", re.ASCII)
MOST = 32
MARKDOWN, HTML = "text/markdown", "text/html"


def wants_markdown(accept: str) -> bool:
    """Say whether Markdown is asked for by its name, and HTML, if only by `text/*` or `*/*`, not more."""
    weights: dict[str, float] = {}
    for part in accept.split(",", MOST)[:MOST]:
        found = RANGE.fullmatch(part)
        if found:
            weights[found["type"].lower()] = _weight((found["parameters"] or "").split(";"))
    return weights.get(MARKDOWN, 0) > 0 and weights[MARKDOWN] >= _of_html(weights)


def _of_html(weights: Mapping[str, float]) -> float:
    """Return the weight of HTML: the range that names it most closely says it."""
    return next((weights[each] for each in (HTML, "text/*", "*/*") if each in weights), 0)


def _weight(parameters: Iterable[str]) -> float:
    """Return a weight from 0 to 1; whoever writes one that is none does not get what it is of."""
    for name, _, value in (each.partition("=") for each in parameters):
        if name.strip().lower() == "q":
            return float(value) if WEIGHT.fullmatch(value.strip()) else 0
    return 1
