"""One message on the outbox page: who got it, its code and link at hand, and what it looks like."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Any

from login_contract.mock.calls.html_document import facts, isolated, leads_elsewhere, time

STYLE = """\
.message { display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr) }
.top { display: flex; flex-wrap: wrap; gap: .25rem .75rem; align-items: baseline; font-size: .875rem;
  margin-block-end: .4rem }
.top time { margin-inline-start: auto; font-variant-numeric: tabular-nums }
.badge { padding: .05rem .5rem; border-radius: 99px; background: var(--tint); font-weight: 600 }
.use { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center }
.use span { display: flex; flex-wrap: wrap; gap: .25rem .5rem; align-items: baseline }
.use code { padding: .3rem .7rem; border-radius: 8px; background: var(--tint); font-size: 1.125rem;
  font-weight: 600; letter-spacing: .04em; cursor: pointer; user-select: all; -webkit-user-select: all }
.bubble { justify-self: start; max-width: min(26rem, 92%); padding: .65rem .9rem; background: var(--tint);
  border-radius: 18px; border-end-start-radius: 4px; white-space: pre-wrap }
.parts { display: grid; gap: .25rem; grid-template-columns: minmax(0, 1fr) }
summary { width: fit-content; padding-block: .15rem; cursor: pointer; font-size: .875rem; font-weight: 600 }
.frame { height: 30rem; min-height: 8rem; margin-block-start: .5rem; overflow: hidden; resize: vertical;
  border: 1px solid var(--line); border-radius: 8px }
iframe { display: block; width: 100%; height: 100%; border: 0 }
pre { margin: .5rem 0 0; padding: .75rem; border: 1px solid var(--line); border-radius: 8px;
  white-space: pre-wrap }
"""
CHANNELS = {"email": "E-mail", "sms": "SMS"}
KINDS = {"one_time_code": "One-time code"}
# A frame without permissions cannot open what its links lead to, and would show the browser's complaint.
PREVIEW_ONLY = "<style>a { pointer-events: none }</style>"


def card(message: Mapping[str, Any], *, project_name: str | None, opened: bool) -> str:
    """Return a message as ``GET /_mock/outbox`` has it; ``opened`` unfolds a mail."""
    kind, channel, subject = (_of(message, name) for name in ("kind", "channel", "subject"))
    label = escape(KINDS.get(kind, kind.replace("_", " ").capitalize()))
    heading = isolated(subject) if subject else label
    # Addresses and numbers run left to right, whatever letters they are made of.
    return f"""\
<article class="card message">
<div>
<div class="top"><span class="badge">{escape(CHANNELS.get(channel, channel))}</span>
{f"<span>{label}</span>" if subject else ""} {time(_of(message, "created_at"))}</div>
<h3>{heading}</h3>
<p class="soft">To <bdi dir="ltr">{escape(_of(message, "recipient"))}</bdi></p>
</div>
{_use(_of(message, "code"), _of(message, "link"))}
{_sms(message) if channel == "sms" else _mail(message, opened=opened)}
{_details(message, project_name)}
</article>"""


def _of(message: Mapping[str, Any], name: str) -> str:
    value = message.get(name)
    return "" if value is None else str(value)


def _use(code: str, link: str) -> str:
    pieces = []
    if code:
        pieces.append(f'<span>Code <code dir="ltr" title="A click selects it">{escape(code)}</code></span>')
    if leads_elsewhere(link):
        pieces.append(f'<a class="button" href="{escape(link)}">Open link</a>')
    return f'<div class="use">{" ".join(pieces)}</div>' if pieces else ""


def _sms(message: Mapping[str, Any]) -> str:
    text, link = escape(_of(message, "text")), _of(message, "link")
    if leads_elsewhere(link):
        text = text.replace(escape(link), f'<a dir="ltr" href="{escape(link)}">{escape(link)}</a>')
    return f'<p class="bubble" dir="auto">{text}</p>'


def _mail(message: Mapping[str, Any], *, opened: bool) -> str:
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
<div class="frame"><iframe sandbox loading="{loading}" title="{title}" srcdoc="{source}"></iframe></div>
</details>
<details>
<summary>Plain text</summary>
{text}
</details>
</div>"""


def _details(message: Mapping[str, Any], project_name: str | None) -> str:
    project = _of(message, "project_id") if project_name is None else project_name
    # An SMS shows its link in full already.
    link = "" if message.get("channel") == "sms" else escape(_of(message, "link"))
    return facts(
        [
            ("Project", isolated(project)),
            ("Language", _language(_of(message, "language"), _of(message, "locale"))),
            ("Link", f'<code dir="ltr">{link}</code>' if link else ""),
        ]
    )


def _language(written: str, wanted: str) -> str:
    if not written or written == wanted:
        return isolated(wanted)
    return f"{isolated(written)}, asked for {isolated(wanted)}"
