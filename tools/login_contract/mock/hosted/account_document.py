"""The HTML of the User Account page, in the reader's language from the start, and what it may load."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from functools import cache
from html import escape
from typing import Any

from login_contract.mock.hosted import account_texts, page_files

TEMPLATE = page_files.FOLDER / "page.html"
# What asks for the account, while the rest of the page loads.
FIRST = ("start.js", "operations.js", "api.js", "token.js", "theme.js", "element.js")
# Read when somebody crops a picture, and not before.
ON_DEMAND = frozenset({"crop.js"})
# What stands in a list of sources: anything else would be another directive, or none.
SOURCE = re.compile(r"https?://[A-Za-z0-9._-]+(:(\*|[0-9]+))?")
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; "
    "img-src 'self' data: blob:; form-action 'none'; base-uri 'none'"
)


def headers(origins: Iterable[str]) -> dict[str, str]:
    """Return the headers of the page, which pages of ``origins`` may put into a frame."""
    ancestors = ["'self'", *sorted(origin for origin in origins if SOURCE.fullmatch(origin))]
    return {
        "content-security-policy": f"{POLICY}; frame-ancestors {' '.join(ancestors)}",
        "x-content-type-options": "nosniff",
        "referrer-policy": "same-origin",
    }


def page(locale: str | None, *, origin: str) -> str:
    """Return the page; ``origin`` is where the server's own pictures are."""
    texts = account_texts.told(locale)
    values = {
        "language": texts["language"],
        "direction": texts["direction"],
        "preloads": _preloads(),
        "languages": _languages(texts["tag"]),
        # Inside a script element nothing but its end tag could end it.
        "data": json.dumps({**texts, "origin": origin}, ensure_ascii=False).replace("<", "\\u003c"),
    }
    return _filled(_worded(_template(), texts["account"]), values)


@cache
def _template() -> str:
    return TEMPLATE.read_text(encoding="utf-8")


def _worded(html: str, texts: Mapping[str, Any]) -> str:
    """Write each text into the element whose ``data-text`` names it."""
    return re.sub(r'data-text="(\w+)"[^>]*>', lambda found: found[0] + escape(texts[found[1]]), html)


def _filled(html: str, values: Mapping[str, str]) -> str:
    return re.sub(r"\{\{(\w+)\}\}", lambda found: values[found[1]], html)


@cache
def _preloads() -> str:
    modules = [name for name in page_files.all_files() if name.endswith(".js") and name not in ON_DEMAND]
    modules.sort(key=lambda name: name not in FIRST)
    return "\n".join(f'<link rel="modulepreload" href="_mock/pages/{name}">' for name in modules)


def _languages(tag: str) -> str:
    return "\n".join(
        f'<option value="{escape(each.locale)}" lang="{escape(each.code)}"'
        f"{' selected' if of_tag == tag else ''}>{escape(each.name)}</option>"
        for of_tag, each in account_texts.offered().items()
    )
