"""The mock's front page: messages as their recipients would see them, time, projects, deliveries."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

from login_contract.mock.calls import html_document
from login_contract.mock.control import clock_card, filter_bar, message_card, project_card, user_list
from login_contract.mock.control.page_content import SHOWN, Content
from login_contract.mock.control.page_view import View
from login_contract.mock.terminal import masked

# Its forms, scripts and what these read are the mock's own.
CONTENT_SECURITY_POLICY = html_document.CONTENT_SECURITY_POLICY.replace(
    "form-action 'none'", "form-action 'self'; script-src 'self'; connect-src 'self'"
)
SCRIPT = '<script type="module" src="pages/outbox.js"></script>\n'
# Buttons that only a script gives a meaning.
SCRIPTLESS = ".copy, .scripted { display: none !important }"
NEWS = '<p class="news" id="news" role="status"></p>'
OPENED = 3  # the newest mails are unfolded
REFRESH_SECONDS = 5
SLOWEST = 3600
# What every page with the script has.
SHARED_STYLE = """\
.button.small { padding: .25rem .6rem; font-size: .875rem; justify-self: start }
.news { position: fixed; inset-block-end: 1rem; inset-inline: 1rem; width: fit-content;
  max-width: calc(100% - 2rem); margin-inline: auto; border-radius: var(--radius); overflow-wrap: anywhere }
.news:not(:empty) { padding: .6rem 1rem; background: var(--text); color: var(--page) }
"""
STYLE = """\
:root { --bezel: #1b1f2a }
@media (prefers-color-scheme: dark) { :root { --bezel: #4a5164 } }
body { padding-block-end: 3rem }
header, .columns { max-width: 76rem; margin-inline: auto }
header, .columns { padding-inline: 1rem }
.parts-of-page { flex-basis: 100%; font-size: .875rem }
@media (min-width: 60rem) { .parts-of-page { display: none } }
header { padding-block: 1.5rem 1.25rem; display: flex; flex-wrap: wrap; gap: .5rem 2rem; align-items: end;
  justify-content: space-between }
nav { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center }
nav a, header p a, .set a, .top a, .pager a { display: inline-block; padding-block: .125rem }
search { display: block; width: calc(100% - 2rem); max-width: 74rem; margin-inline: auto;
  margin-block-end: 1.5rem; padding: 1rem }
.columns { display: grid; gap: 2rem; grid-template-columns: minmax(0, 1fr) }
@media (min-width: 60rem) { .columns { grid-template-columns: minmax(0, 1fr) 24rem } }
section, aside, .list { display: grid; gap: .75rem; align-content: start;
  grid-template-columns: minmax(0, 1fr) }
aside { gap: 2rem }
h2 { font-size: 1.0625rem }
h3 { font-size: 1rem }
.columns .card { padding: 1rem }
.project, .delivery { display: grid; gap: .5rem; grid-template-columns: minmax(0, 1fr) }
.empty { padding: 1.5rem; text-align: center; border-style: dashed }
.columns .empty { padding: 1.5rem }
.button { padding: .4rem .9rem }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: .25rem .75rem; margin: 0;
  font-size: .875rem }
dt { color: var(--soft) }
dd { margin: 0; overflow-wrap: anywhere }
ul { margin: 0; padding: 0; list-style: none; display: grid; gap: .25rem }
dd ul ul { color: var(--soft) }
/* Cards come in above what is read, and the script keeps that where it is. */
html { overflow-anchor: none }
[data-live]:empty { display: none }
#state:empty { margin-inline-start: -1.25rem }
[aria-pressed=true]::before { content: "● " / ""; color: var(--accent) }
[aria-pressed=false]::before { content: "○ " / "" }
.fresh { outline: 2px solid var(--accent) }
@media (prefers-reduced-motion: no-preference) {
  .fresh { outline: 0; animation: fresh 3s ease-out }
  @keyframes fresh { from { background: var(--tint); border-color: var(--accent) } } }
"""
# Nobody can type into a page that loads itself anew meanwhile.
UNTYPED = " .typed { display: none !important }"


def page(content: Content, view: View, *, base_url: str, refusal: str = "") -> str:
    """Return the page; ``base_url`` is the mock's own address without a path.

    Secrets and keys of projects are not shown. With ``view.refresh`` a browser without JavaScript loads the
    page anew after so many seconds (at most 3600), and there is nothing to type on it. ``refusal`` says why
    time was not moved.
    """
    names = {each.get("project_id"): str(each.get("name")) for each in (*content.choices, *content.projects)}
    messages = [
        message_card.card(
            each, project_name=names.get(each.get("project_id")), opened=number < OPENED, view=view
        )
        for number, each in enumerate(content.messages[:SHOWN])
    ]
    projects = [
        project_card.card(each, content.people.get(str(each.get("project_id"))), view)
        for each in content.projects[:SHOWN]
    ]
    calls = _found(content.deliveries, content.deliveries_found)
    deliveries = [_delivery(each) for each in content.deliveries[:SHOWN]]
    body = f"""\
{_header(base_url, view)}
{filter_bar.bar(view, projects=content.choices or content.projects, kinds=content.kinds)}
<div class="columns">
<main data-changes="{content.changes}">
{_section("Messages", messages, _found(content.messages, content.messages_found), _no_messages(view))}
</main>
<aside aria-label="Time, projects and deliveries">
{clock_card.card(view, now=content.now, ahead=content.ahead, refusal=refusal)}
{_section("Projects", projects, _found(content.projects, content.projects_found), "No projects.")}
{_section("Webhook deliveries", deliveries, calls, "No webhook was called yet.")}
</aside>
</div>
{NEWS}"""
    return html_document.document(title="Login mock", body=body, head=_head(view.refresh), style=_style())


def _style() -> str:
    parts = (filter_bar, message_card, clock_card, user_list)
    return SHARED_STYLE + STYLE + "".join(part.STYLE for part in parts)


def _head(refresh: int) -> str:
    reload = f'<meta http-equiv="refresh" content="{min(refresh, SLOWEST)}">' if refresh > 0 else ""
    style = SCRIPTLESS + (UNTYPED if refresh > 0 else "")
    return f"<noscript>{reload}<style>{style}</style></noscript>\n{SCRIPT}"


def _header(base_url: str, view: View) -> str:
    if view.refresh > 0:
        stopped = escape(view.address(refresh=0))
        automatic = f'<a href="{stopped}">Stop refreshing, to filter</a>'
    else:
        often = escape(view.address(refresh=REFRESH_SECONDS))
        automatic = f'<a href="{often}">Refresh every {REFRESH_SECONDS} seconds</a>'
    size = "Wide messages" if view.phone else "Messages as on a phone"
    resized = escape(view.address(phone=not view.phone))
    return f"""\
<header>
<div>
<h1>Login mock</h1>
<p class="soft">API address <code dir="ltr">{escape(base_url.rstrip("/"))}/api</code></p>
<p><a href="/docs/">Documentation</a></p>
</div>
<nav aria-label="View"><a href="{resized}">{size}</a> <a href="{escape(view.address())}">Refresh</a>
<noscript>{automatic}</noscript><button type="button" class="button plain small scripted" id="live"
 aria-pressed="true">Live updates</button> <span class="soft scripted" id="state" role="status"></span></nav>
<nav class="parts-of-page" aria-label="On this page"><a href="#messages">Messages</a> <a href="#time">Time</a>
<a href="#projects">Projects</a> <a href="#webhook-deliveries">Deliveries</a></nav>
</header>"""


def _no_messages(view: View) -> str:
    if view.filters:
        everything = escape(view.address(**dict.fromkeys(view.filters, "")))
        return f'No message matches the filter. <a href="{everything}">Show everything</a>'
    return "No messages yet. Every e-mail and SMS that the mock “sends” appears here."


def _found(listed: Sequence[object], found: int | None) -> int:
    return len(listed) if found is None else found


def _section(title: str, cards: Sequence[str], total: int, empty: str) -> str:
    name = title.lower().replace(" ", "-")
    listed = "\n".join(cards) or f'<p class="card empty soft" data-key="empty">{empty}</p>'
    left_out = f"{total - SHOWN:,} more are not shown." if total > SHOWN else ""
    return f"""\
<section aria-labelledby="{name}">
<h2 id="{name}">{escape(title)} <span class="soft" data-live="{name}-found">{total:,}</span></h2>
<div class="list" data-list="{name}">
{listed}
</div>
<p class="soft" data-live="{name}-left-out">{left_out}</p>
</section>"""


def _delivery(delivery: Mapping[str, Any]) -> str:
    # Requests and answers hold passwords and tokens, so only what is named here is shown.
    milliseconds = round(1000 * delivery.get("duration_seconds", 0))
    shown = {
        "Webhook": delivery.get("name"),
        "URL": masked(str(delivery["url"])) if delivery.get("url") else None,
        "Status": (delivery.get("response") or {}).get("status"),
        "Milliseconds": milliseconds,
        "Verdict": delivery.get("verdict"),
    }
    rows = [(label, html_document.isolated(value)) for label, value in shown.items() if value is not None]
    when = html_document.time(str(delivery.get("created_at") or ""))
    key = escape(str(delivery.get("id") or ""))
    facts = html_document.facts([("Time", when), *rows])
    return f'<article class="card delivery" data-key="{key}">{facts}</article>'
