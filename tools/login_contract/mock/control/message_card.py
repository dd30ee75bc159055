"""One message on the outbox page: who got it, its code and link at hand, and what it looks like."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from login_contract.mock.calls.html_document import facts, isolated, leads_elsewhere, time
from login_contract.mock.control import wording
from login_contract.mock.control.page_view import View

STYLE = """\
.message { display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr) }
.top { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; font-size: .875rem;
  margin-block-end: .4rem }
.top time { margin-inline-start: auto; font-variant-numeric: tabular-nums }
.badge { padding: .05rem .5rem; border-radius: 99px; background: var(--tint); font-weight: 600 }
.badge a, .top > a { color: inherit }
.badge a:not(:hover) { text-decoration: none }
.use { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center }
.use span { display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: center }
.use code { padding: .3rem .7rem; border-radius: var(--radius); background: var(--tint); font-size: 1.125rem;
  font-weight: 600; letter-spacing: .04em; cursor: pointer; user-select: all; -webkit-user-select: all }
.bubble { justify-self: start; max-width: min(26rem, 92%); padding: .65rem .9rem; background: var(--tint);
  border-radius: 18px; border-end-start-radius: 4px; white-space: pre-wrap }
.parts { display: grid; gap: .25rem; grid-template-columns: minmax(0, 1fr) }
summary { width: fit-content; padding-block: .15rem; cursor: pointer; font-size: .875rem; font-weight: 600 }
.frame { height: 30rem; min-height: 8rem; margin-block-start: .5rem; overflow: hidden; resize: vertical;
  border: 1px solid var(--line); border-radius: var(--radius) }
iframe { display: block; width: 100%; height: 100%; border: 0 }
.toggle { display: flex; gap: .5rem; align-items: center; width: fit-content; min-height: 1.5rem;
  font-size: .875rem; font-weight: 400; cursor: pointer }
.toggle input { width: 1.125rem; height: 1.125rem; margin: 0; accent-color: var(--accent) }
.screen { display: grid; grid-template-columns: minmax(0, 1fr); gap: .5rem }
.screen .from { display: none; font-size: .875rem; text-align: center }
:has(> .toggle .as-phone:checked) > .frame, :has(> .toggle .as-phone:checked) > .screen {
  width: calc(375px + 1rem); max-width: 100%; height: calc(667px + 1rem); resize: none; overflow: auto;
  border: .5rem solid var(--bezel); border-radius: 2rem; background: var(--page) }
:has(> .toggle .as-phone:checked) > .screen { padding: 1rem; align-content: start }
:has(> .toggle .as-phone:checked) > .screen .from { display: block }
:has(> .toggle .as-phone:checked) > .screen .bubble { background: var(--card) }
pre { margin: .5rem 0 0; padding: .75rem; border: 1px solid var(--line); border-radius: var(--radius);
  white-space: pre-wrap }
"""
# A frame without permissions cannot open what its links lead to, and would show the browser's complaint.
PREVIEW_ONLY = "<style>a { pointer-events: none }</style>"


def card(message: Mapping[str, Any], *, project_name: str | None, opened: bool, view: View) -> str:
    """Return a message as ``GET /_mock/outbox`` has it; ``opened`` unfolds a mail.

    Its recipient, kind, channel and project lead to what else of the view is like it.
    """
    kind, channel, subject = (_of(message, name) for name in ("kind", "channel", "subject"))
    way = _alike(view, "channel", channel, escape(wording.channel(channel)))
    label = _alike(view, "kind", kind, escape(wording.kind(kind)))
    heading = isolated(subject) if subject else escape(wording.kind(kind))
    # Addresses and numbers run left to right, whatever letters they are made of.
    return f"""\
<article class="card message" data-key="{escape(_of(message, "id"))}">
<div>
<div class="top"><span class="badge">{way}</span>
{label} {time(_of(message, "created_at"))}</div>
<h3>{heading}</h3>
<p class="soft">To {_recipient(view, _of(message, "recipient"))}</p>
</div>
{_use(_of(message, "code"), _of(message, "link"))}
{_sms(message, view) if channel == "sms" else _mail(message, view, opened=opened)}
{_details(message, project_name, view)}
</article>"""


def _alike(view: View, name: str, value: str, html: str) -> str:
    """Return HTML that leads to what has the same value, unless that is what is shown already."""
    if not value or getattr(view, name) == value:
        return f"<span>{html}</span>"
    return f'<a href="{escape(view.address(**{name: value}))}" title="Show only these">{html}</a>'


def _recipient(view: View, recipient: str) -> str:
    return _alike(view, "recipient", recipient, f'<bdi dir="ltr" data-recipient>{escape(recipient)}</bdi>')


def _of(message: Mapping[str, Any], name: str) -> str:
    value = message.get(name)
    return "" if value is None else str(value)


def _use(code: str, link: str) -> str:
    pieces = []
    if code:
        told = f'Code <code dir="ltr" title="A click selects it">{escape(code)}</code>'
        pieces.append(f"<span>{told} {copy_button(code, 'code')}</span>")
    opening = f'<a class="button" href="{escape(link)}">Open link</a> ' if leads_elsewhere(link) else ""
    if link:
        pieces.append(f"<span>{opening}{copy_button(link, 'link')}</span>")
    return f'<div class="use">{" ".join(pieces)}</div>' if pieces else ""


def copy_button(text: str, what: str) -> str:
    """Return a button that copies a text; the page hides it where no script runs."""
    look = "button plain small copy"
    return f'<button type="button" class="{look}" data-copy="{escape(text)}">Copy {what}</button>'


def _toggle(view: View) -> str:
    checked = " checked" if view.phone else ""
    return f'<label class="toggle"><input type="checkbox" class="as-phone"{checked}> As on a phone</label>'


def _sms(message: Mapping[str, Any], view: View) -> str:
    text, link = escape(_of(message, "text")), _of(message, "link")
    if leads_elsewhere(link):
        text = text.replace(escape(link), f'<a dir="ltr" href="{escape(link)}">{escape(link)}</a>')
    recipient = f'<bdi dir="ltr">{escape(_of(message, "recipient"))}</bdi>'
    return f"""<div class="parts">
{_toggle(view)}
<div class="screen">
<p class="soft from">SMS to {recipient}</p>
<p class="bubble" dir="auto">{text}</p>
</div>
</div>"""


def _mail(message: Mapping[str, Any], view: View, *, opened: bool) -> str:
    text = f'<pre dir="auto" tabindex="0">{escape(_of(message, "text"))}</pre>'
    if not message.get("html"):
        return text
    title = escape(f"E-mail to {_of(message, 'recipient')}: {_of(message, 'subject')}")
    source = escape(_of(message, "html") + PREVIEW_ONLY)
    # A hundred mails would be a hundred documents: those that are folded up wait until they are wanted.
    unfolded, loading = (" open", "eager") if opened else ("", "lazy")
    return f"""\
<div class="parts">
<details{unfolded}>
<summary>Preview</summary>
{_toggle(view)}
<div class="frame"><iframe sandbox loading="{loading}" title="{title}" srcdoc="{source}"></iframe></div>
</details>
<details>
<summary>Plain text</summary>
{text}
</details>
</div>"""


def _details(message: Mapping[str, Any], project_name: str | None, view: View) -> str:
    project_id = _of(message, "project_id")
    project = isolated(project_id if project_name is None else project_name)
    # An SMS shows its link in full already.
    link = "" if message.get("channel") == "sms" else escape(_of(message, "link"))
    return facts(
        [
            ("Project", _alike(view, "project_id", project_id, project)),
            ("Language", _language(_of(message, "language"), _of(message, "locale"))),
            ("Link", f'<code dir="ltr">{link}</code>' if link else ""),
        ]
    )


def _language(written: str, wanted: str) -> str:
    if not written or written == wanted:
        return isolated(wanted)
    return f"{isolated(written)}, asked for {isolated(wanted)}"
