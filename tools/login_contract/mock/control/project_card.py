"""One project on the outbox page: what a client needs to know, and none of its secrets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from login_contract.mock.calls.html_document import facts, isolated

PROTOCOLS = {"jwt": "JWT", "oauth2": "OAuth 2.0", "both": "JWT and OAuth 2.0"}


def card(project: Mapping[str, Any]) -> str:
    """Return the public part of a project's settings."""
    protocol = str(project.get("protocol") or "")
    rows = [
        ("Project id", _code(project.get("project_id") or "")),
        ("Protocol", escape(PROTOCOLS.get(protocol, protocol))),
        ("Callback URLs", _list(map(_code, project.get("callback_urls") or ()))),
        ("OAuth clients", _list(map(_client, project.get("oauth_clients") or ()))),
    ]
    return f"""\
<article class="card project">
<h3>{isolated(project.get("name") or "")}</h3>
{facts(rows)}
</article>"""


def _client(client: Mapping[str, Any]) -> str:
    kind = escape(str(client.get("type") or ""))
    redirects = _list(map(_code, client.get("redirect_uris") or ()))
    return f"{_code(client.get('client_id'))} {kind}{redirects}"


def _code(value: object) -> str:
    return f'<code dir="ltr">{escape(str(value))}</code>'


def _list(items: Iterable[str]) -> str:
    lines = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{lines}</ul>" if lines else ""
