"""One project on the outbox page: what a client needs to know, and none of its secrets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from html import escape
from typing import Any

from login_contract.mock.calls.html_document import facts, isolated
from login_contract.mock.control import user_list
from login_contract.mock.control.page_content import People
from login_contract.mock.control.page_view import View

PROTOCOLS = {"jwt": "JWT", "oauth2": "OAuth 2.0", "both": "JWT and OAuth 2.0"}


def card(project: Mapping[str, Any], people: People | None, view: View) -> str:
    """Return the public part of a project's settings, and its users as far as they are known."""
    project_id, protocol = str(project.get("project_id") or ""), str(project.get("protocol") or "")
    rows = [
        ("Project id", _code(project_id)),
        ("Protocol", escape(PROTOCOLS.get(protocol, protocol))),
        ("Callback URLs", _list(map(_code, project.get("callback_urls") or ()))),
        ("OAuth clients", _list(map(_client, project.get("oauth_clients") or ()))),
    ]
    return f"""\
<article class="card project" data-key="{escape(project_id)}" id="project-{escape(project_id)}">
<h3>{isolated(project.get("name") or "")}</h3>
{facts(rows)}
{_people(project_id, people, view)}
</article>"""


def _people(project_id: str, people: People | None, view: View) -> str:
    if people is not None:
        return user_list.fold(project_id, people, view)
    alone = escape(view.address(f"project-{project_id}", project_id=project_id))
    return f'<p><a href="{alone}">Users and messages of this project</a></p>'


def _client(client: Mapping[str, Any]) -> str:
    kind = escape(str(client.get("type") or ""))
    redirects = _list(map(_code, client.get("redirect_uris") or ()))
    return f"{_code(client.get('client_id'))} {kind}{redirects}"


def _code(value: object) -> str:
    return f'<code dir="ltr">{escape(str(value))}</code>'


def _list(items: Iterable[str]) -> str:
    lines = "".join(f"<li>{item}</li>" for item in items)
    return f"<ul>{lines}</ul>" if lines else ""
