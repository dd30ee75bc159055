"""The filter of the page: a form that any browser can send, and what it is set to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

from login_contract.mock.control import wording
from login_contract.mock.control.page_view import PHONE, View

STYLE = """\
.filter { gap: .75rem; align-items: end }
@media (min-width: 30rem) { .filter { grid-template-columns: repeat(2, minmax(0, 1fr)) } }
@media (min-width: 48rem) { .filter { grid-template-columns: repeat(4, minmax(0, 1fr)) auto } }
.filter label { font-size: .875rem }
.filter .button, .filter input, .filter select { block-size: 2.625rem; padding-block: 0 }
/* On a narrow screen the filter is folded; one of the width of a desk has room for it. */
.folded > .filter { margin-block-start: .5rem }
@supports selector(::details-content) { @media (min-width: 48rem) {
  .folded > summary { display: none }
  .folded::details-content { content-visibility: visible; block-size: auto }
  .folded > .filter { margin: 0 } } }
.set { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: center; margin-block-start: .75rem;
  font-size: .875rem }
"""
RECIPIENT = (
    'type="search" maxlength="255" autocomplete="off" autocapitalize="none" spellcheck="false" dir="ltr"'
)


def bar(view: View, *, projects: Sequence[Mapping[str, Any]], kinds: Iterable[str]) -> str:
    """Return the form, set to what ``view`` shows."""
    named = {str(each.get("project_id")): str(each.get("name") or "") for each in projects}
    by_project = {project_id: _told(project_id, named) for project_id in named}
    by_kind = {kind: wording.kind(kind) for kind in sorted({*kinds, view.kind} - {""})}
    kept = {"view": PHONE if view.phone else "", "refresh": str(view.refresh) if view.refresh else ""}
    hidden = "".join(
        f'<input type="hidden" name="{name}" value="{value}">\n' for name, value in kept.items() if value
    )
    empty = "" if view.filters else " typed"
    return f"""\
<search class="card{empty}" id="filter">
<details class="folded typed">
<summary>Filter</summary>
<form class="filter" action="./" aria-label="Filter">
{hidden}<div class="field">
<label for="recipient">Recipient begins with</label>
<input id="recipient" name="recipient" value="{escape(view.recipient)}" {RECIPIENT}>
</div>
{_select("project_id", "Project", view.project_id, by_project)}
{_select("kind", "Kind", view.kind, by_kind)}
{_select("channel", "Channel", view.channel, wording.CHANNELS)}
<button class="button">Filter</button>
</form>
</details>
{_set(view, by_project)}</search>"""


def _told(project_id: str, named: Mapping[str, str]) -> str:
    """Return the name of a project, with its id where another one has the same."""
    name = named[project_id]
    return f"{name} ({project_id})" if list(named.values()).count(name) > 1 else name


def _select(name: str, label: str, chosen: str, choices: Mapping[str, str]) -> str:
    # What is not among the choices can still be asked for by the address.
    known = {"": "All", **choices, **({} if chosen in ("", *choices) else {chosen: chosen})}
    options = "".join(
        f'<option value="{escape(value)}"{" selected" if value == chosen else ""}>{escape(text)}</option>'
        for value, text in known.items()
    )
    return f"""\
<div class="field">
<label for="{name}">{label}</label>
<select id="{name}" name="{name}" data-live="{name}">{options}</select>
</div>"""


def _set(view: View, by_project: Mapping[str, str]) -> str:
    """Return the filters that are set, each with a link that takes it away."""
    if not view.filters:
        return ""
    told = {
        "recipient": view.recipient,
        "project_id": by_project.get(view.project_id, view.project_id),
        "kind": wording.kind(view.kind),
        "channel": wording.channel(view.channel),
    }
    links = [
        f'<a href="{escape(view.address(**{name: ""}))}"><span class="unseen">Without the filter </span>'
        f'<bdi>{escape(told[name])}</bdi> <span aria-hidden="true">×</span></a>'
        for name in view.filters
    ]
    everything = escape(view.address(**dict.fromkeys(view.filters, "")))
    return f"""\
<p class="set">Filtered by {" ".join(links)} <a href="{everything}">Show everything</a></p>
"""
