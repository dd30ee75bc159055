"""What no answer to a generated request may do, whoever states it: lead astray, or repeat a secret."""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any
from urllib.parse import urlsplit

from login_contract.suite.generated.live_values import percentile_of_all
from login_contract.suite.judging.body import json_of
from login_contract.suite.reporting.masking import NAME

# The vendor's own pages, which projects may send their users to.
VENDOR = (
    "https://login.xsolla.com",
    "https://login-widget.xsolla.com",
    "https://xsolla-login-widget.xsolla.com",
)
LEADING = ("login_url", "redirect_url", "url")
# Where a request names the page to go on to; a page that no project has, which so many of a hundred ask for.
ASKED = ("login_url", "redirect_uri", "fail_auth_url")
STRAY = "https://unregistered.example/callback"
ASTRAY = 15
# Shorter texts come up in an answer by chance.
SHORTEST_SECRET = 8
_IS_SECRET = re.compile(NAME, re.IGNORECASE)


def goes_astray(case: Any) -> bool:
    """Say whether a well-formed request is one of those that ask for a page that nobody registered."""
    well_formed = case.meta is not None and case.meta.generation.mode.is_positive
    return well_formed and percentile_of_all(case) < ASTRAY and bool(_asked(case))


def lead_astray(case: Any) -> None:
    """Let a request ask to be led to a page that no project has."""
    for container, name in _asked(case):
        container[name] = STRAY


def _asked(case: Any) -> list[tuple[dict[str, Any], str]]:
    given = [container for container in (case.query, case.body) if isinstance(container, dict)]
    return [
        (container, name) for container in given for name in ASKED if isinstance(container.get(name), str)
    ]


def leads_where_allowed(allowed: Collection[str]) -> Any:
    """Return a check: an answer leads to no origin that the request alone has named.

    ``allowed`` are the origins that the project is known to have, beside the vendor's own.
    """
    known = {*allowed, *VENDOR}

    def answer_leads_nowhere_unregistered(ctx: Any, response: Any, case: Any) -> None:
        named = {_origin(text) for text in _texts([case.query, case.body, case.path_parameters])}
        for origin in filter(None, map(_origin, _targets(response))):
            assert origin not in named - known, (
                f"an open redirect: the answer leads to {origin}, which only the request names"
            )

    return answer_leads_nowhere_unregistered


def refusal_repeats_no_secret(ctx: Any, response: Any, case: Any) -> None:
    """Check that a refusal does not show a password or token that was sent."""
    if response.status_code < 400:
        return
    text = response.content.decode("utf-8", "replace")
    sent = [case.query, case.body, dict(case.headers or {})]
    plain = "\n".join(_texts(sent, secret=False))
    for secret in _texts(sent, secret=True):
        if len(secret) >= SHORTEST_SECRET and secret not in plain:
            assert secret not in text, "the refusal repeats a password or token that was sent"


def _targets(response: Any) -> Iterator[str]:
    yield from response.headers.get("location", [])
    body = json_of(response.content)
    if isinstance(body, Mapping):
        yield from (body[name] for name in LEADING if isinstance(body.get(name), str))


def _origin(address: str) -> str | None:
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return f"{parts.scheme}://{parts.netloc}".lower() if parts.scheme and parts.netloc else None


def _texts(node: Any, *, name: str = "", secret: bool | None = None) -> Iterator[str]:
    """Yield the texts of what was sent: all, those of secret names, or all the others."""
    if isinstance(node, str):
        if secret is None or secret == bool(_IS_SECRET.fullmatch(name)):
            yield node
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield from _texts(value, name=str(key), secret=secret)
    elif isinstance(node, (list, tuple)):
        for value in node:
            yield from _texts(value, name=name, secret=secret)
    elif node is not None and not isinstance(node, (bytes, bool)) and secret is not True:
        yield json.dumps(node, default=repr)
