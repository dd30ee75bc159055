"""The small form where the reader of a password mail types a new password."""

from __future__ import annotations

import re
from html import escape

from login_contract.mock.hosted import html_document
from login_contract.mock.messages.languages import Language, language
from login_contract.mock.messages.locales import resolve_locale

ACTION = "/_mock/reset-form"
REFUSALS = {
    "002-027": "reset_form.rule",
    "003-039": "reset_form.refused",
    "010-012": "reset_form.wrong_address",
}
STYLE = """\
form { display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr) }
.field { display: grid; gap: .375rem; grid-template-columns: minmax(0, 1fr) }
label { font-weight: 600 }
input { width: 100%; padding: .7rem .75rem; font: inherit; color: inherit; background: var(--page);
  border: 1px solid var(--soft); border-radius: 8px }
[aria-invalid=true] { border-color: var(--bad) }
.rule { font-size: .875rem }
.refusal { padding: .75rem; border-radius: 8px; background: var(--bad-tint); color: var(--bad) }
.button { justify-self: start }
"""


def content_security_policy(login_url: str) -> str:
    """Return the policy for a form whose sender is redirected to ``login_url`` afterwards.

    Chromium holds a form's ``form-action`` against every redirect that answers it, and a callback
    may redirect further, so any web address is allowed, and the scheme of ``login_url``.
    """
    sources = ["'self'", "http:", "https:"]
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", login_url.lower())
    if html_document.leads_elsewhere(login_url) and scheme is not None and scheme[0] not in sources:
        sources.append(scheme[0])
    return html_document.CONTENT_SECURITY_POLICY.replace(
        "form-action 'none'", f"form-action {' '.join(sources)}"
    )


CONTENT_SECURITY_POLICY = content_security_policy("")


def page(
    *,
    project_name: str,
    user_id: str,
    code: str,
    project_id: str,
    login_url: str,
    error: str | None,
    done: bool,
    locale: str | None,
    told: str | None = None,
) -> str:
    """Return the form, with the text for a refusal's code, or ``told``, or the page after success.

    The form is sent URL-encoded to :data:`ACTION` with the fields ``project_id``, ``user_id``, ``code``,
    ``login_url`` and ``new_password``.
    """
    words = language(resolve_locale(locale))
    if done:
        return _dialog(words, "done_title", _done(words, project_name, login_url))
    hidden = {"project_id": project_id, "user_id": user_id, "code": code, "login_url": login_url}
    refusal = (told or words.texts[REFUSALS.get(error, "refusal.general")]) if error else None
    return _dialog(words, "title", _form(words, project_name, hidden, refusal))


def _dialog(words: Language, title: str, content: str) -> str:
    return html_document.dialog(
        title=words.texts[f"reset_form.{title}"],
        content=content,
        style=STYLE,
        language=words.code,
        direction=words.direction,
    )


def _text(words: Language, name: str, project_name: str = "") -> str:
    text = escape(words.texts[f"reset_form.{name}"])
    return text.format(project_name=html_document.isolated(project_name))


def _done(words: Language, project_name: str, login_url: str) -> str:
    done = f'<p role="status">{_text(words, "done", project_name)}</p>'
    if not html_document.leads_elsewhere(login_url):
        return done
    button = _text(words, "continue", project_name)
    return f'{done}\n<p><a class="button" href="{escape(login_url)}">{button}</a></p>'


def _form(words: Language, project_name: str, hidden: dict[str, str], error: str | None) -> str:
    refusal = f'<p class="refusal" role="alert" id="refusal" dir="auto">{escape(error)}</p>' if error else ""
    state = 'aria-invalid="true" aria-describedby="refusal rule"' if error else 'aria-describedby="rule"'
    fields = "\n".join(
        f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in hidden.items()
    )
    return f"""\
<p class="soft">{_text(words, "intro", project_name)}</p>
{refusal}
<form method="post" action="{ACTION}?locale={words.tag}">
{fields}
<div class="field">
<label for="new_password">{_text(words, "label")}</label>
<input id="new_password" name="new_password" type="password" autocomplete="new-password" required
 minlength="6" maxlength="100" dir="auto" {state}>
<p class="soft rule" id="rule">{_text(words, "rule")}</p>
</div>
<button class="button">{_text(words, "button")}</button>
</form>"""
