"""Which kind of text a request likes best, by its header `Accept`."""

from __future__ import annotations

import re

# RFC 9110 section 12.5.1.
RANGE = re.compile(
    r"\s*(?P<type>[\w.+*-]+/[\w.+*-]+)\s*(?:;.*?\bq\s*=\s*(?P<q>[01](?:\.\d{0,3})?)\s*)?(?:;.*)?"
)
MOST = 32
MARKDOWN, HTML = "text/markdown", "text/html"


def wants_markdown(accept: str) -> bool:
    """Say whether Markdown is asked for by its name, and HTML not more than it."""
    weights: dict[str, float] = {}
    for part in accept.split(",", MOST)[:MOST]:
        found = RANGE.fullmatch(part)
        if found:
            weights[found["type"].lower()] = float(found["q"] or 1)
    return weights.get(MARKDOWN, 0) > 0 and weights[MARKDOWN] >= weights.get(HTML, 0)
