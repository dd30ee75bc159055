"""The mock's front page: every message as its recipient would see it, the projects, the deliveries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from login_contract.mock.calls import html_document
from login_contract.mock.control import message_card, project_card

CONTENT_SECURITY_POLICY = html_document.CONTENT_SECURITY_POLICY
SHOWN = 100  # of each list; the page stays light, and the JSON calls have the rest
OPENED = 3  # the newest mails are unfolded
REFRESH_SECONDS = 5
SLOWEST = 3600
STYLE = """\
body { padding-block-end: 3rem }
header, .columns { max-width: 76rem; margin-inline: auto; padding-inline: 1rem }
header { padding-block: 1.5rem 1.25rem; display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: end;
  justify-content: space-between }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center }
.columns { display: grid; gap: 2rem; grid-template-columns: minmax(0, 1fr) }
@media (min-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr) 24rem } }
section, aside { display: grid; gap: .75rem; align-content: start; grid-template-columns: minmax(0, 1fr) }
aside { gap: 2rem }
h2 { font-size: 1.0625rem }
h3 { font-size: 1rem }
.card { padding: 1rem }
.project, .delivery { display: grid; gap: .5rem }
.empty { padding: 1.5rem; text-align: center; border-style: dashed }
.button { padding: .4rem .9rem }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem .75rem; margin: 0;
  font-size: .875rem }
dt { color: var(--soft) }
dd { margin: 0; overflow-wrap: anywhere }
ul { margin: 0; padding: 0; list-style: none; display: grid; gap: .25rem }
ul ul { color: var(--soft) }
"""


def page(
    *,
    messages: Sequence[Mapping[str, Any]],
    projects: Sequence[Mapping[str, Any]],
    deliveries: Sequence[Mapping[str, Any]],
    base_url: str,
    refresh: int = 0,
) -> str:
    """Return the page.

    ``messages`` are shaped as ``GET /_mock/outbox`` answers them, newest first; ``projects`` as
    ``GET /_mock/projects``, of which secrets, keys and users are not shown; ``deliveries`` as
    ``GET /_mock/webhooks``. ``base_url`` is the mock's own address without a path. With ``refresh``
    the browser loads the page anew after so many seconds (at most 3600): there is nothing to type on it.
    """
    names = {project.get("project_id"): str(project.get("name")) for project in projects}
    message_cards = [
        message_card.card(each, project_name=names.get(each.get("project_id")), opened=number < OPENED)
        for number, each in enumerate(messages[:SHOWN])
    ]
    project_cards = [project_card.card(each) for each in projects[:SHOWN]]
    delivery_cards = [_delivery(each) for each in deliveries[:SHOWN]]
    no_messages = "No messages yet. Every e-mail and SMS that the mock “sends” appears here."
    body = f"""\
{_header(base_url, refresh)}
<div class="columns">
<main>
{_section("Messages", message_cards, len(messages), no_messages)}
</main>
<aside aria-label="Projects and deliveries">
{_section("Projects", project_cards, len(projects), "No projects.")}
{_section("Webhook deliveries", delivery_cards, len(deliveries), "No webhook was called yet.")}
</aside>
</div>"""
    return html_document.document(
        title="Login mock", body=body, head=_reload(refresh), style=STYLE + message_card.STYLE
    )


def _reload(refresh: int) -> str:
    return f'<meta http-equiv="refresh" content="{min(refresh, SLOWEST)}">\n' if refresh > 0 else ""


def _header(base_url: str, refresh: int) -> str:
    # An empty address is the page itself with its query.
    automatic = (
        '<a href="?refresh=0">Stop refreshing</a>'
        if refresh > 0
        else f'<a href="?refresh={REFRESH_SECONDS}">Refresh every {REFRESH_SECONDS} seconds</a>'
    )
    return f"""\
<header>
<div>
<h1>Login mock</h1>
<p class="soft">API address <code dir="ltr">{escape(base_url.rstrip("/"))}/api</code></p>
</div>
<nav aria-label="Refresh"><a href="">Refresh</a> {automatic}</nav>
</header>"""


def _section(title: str, cards: Sequence[str], total: int, empty: str) -> str:
    name = title.lower().replace(" ", "-")
    listed = "\n".join(cards) or f'<p class="card empty soft">{escape(empty)}</p>'
    left_out = f'\n<p class="soft">{total - SHOWN} more are not shown.</p>' if total > SHOWN else ""
    return f"""\
<section aria-labelledby="{name}">
<h2 id="{name}">{escape(title)} <span class="soft">{total}</span></h2>
{listed}{left_out}
</section>"""


def _delivery(delivery: Mapping[str, Any]) -> str:
    # Requests and answers hold passwords and tokens, so only what is named here is shown.
    milliseconds = round(1000 * delivery.get("duration_seconds", 0))
    shown = {
        "Webhook": delivery.get("name"),
        "URL": delivery.get("url"),
        "Status": (delivery.get("response") or {}).get("status"),
        "Milliseconds": milliseconds,
        "Verdict": delivery.get("verdict"),
    }
    rows = [(label, html_document.isolated(value)) for label, value in shown.items() if value is not None]
    when = html_document.time(str(delivery.get("created_at") or ""))
    return f'<article class="card delivery">{html_document.facts([("Time", when), *rows])}</article>'
