"""Who makes a call, and what proves it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

from login_contract.description.operation import Operation

MAKERS = {
    "client": "a game, launcher or web page, for its player",
    "server": "a partner's server",
    "partner": "the Login server, which asks a partner's",
}
PROTOCOLS = {"jwt": "projects with JWT", "oauth2": "projects with OAuth 2.0"}


def proofs(operation: Operation) -> str:
    """Return a list in Markdown: who makes the call, for which projects, and what it has to bring."""
    makers = [MAKERS[each] for each in sorted(operation.audiences) if each in MAKERS]
    lines = [
        f"Made by {' or '.join(makers)}." if makers else "",
        f"For {PROTOCOLS[operation.protocol]}." if operation.protocol in PROTOCOLS else "",
        *_needed(operation),
    ]
    return "\n".join(f"- {line}" for line in lines if line)


def _needed(operation: Operation) -> Iterator[str]:
    if not any(operation.security):
        yield "It needs no token."
        return
    schemes = operation.document.get("components", {}).get("securitySchemes", {})
    for number, names in enumerate(operation.security):
        needed = " and ".join(_scheme(name, schemes.get(name, {})) for name in sorted(names))
        yield f"{'Or it needs' if number else 'It needs'} {needed or 'nothing'}."


def _scheme(name: str, scheme: Mapping[str, Any]) -> str:
    place = (
        "the header `Authorization: Bearer …`"
        if scheme.get("type") == "http"
        else f"the {scheme.get('in', 'header')} `{scheme.get('name', name)}`"
    )
    sentence = re.match(r".+?(?=[.;:](\s|$))", " ".join(str(scheme.get("description", "")).split()))
    return f"{place} (`{name}`: {sentence[0]})" if sentence else f"{place} (`{name}`)"
