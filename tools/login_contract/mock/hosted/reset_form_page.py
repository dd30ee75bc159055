"""The small form where the reader of a password mail types a new password."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

from login_contract.mock.calls import html_document
from login_contract.mock.domain.theme import Theme
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted.form import Texts, alert, button, dialog, form

ACTION = "/_mock/reset-form"
STYLE = """\
.button { justify-self: start }
.rule { font-size: .875rem }
"""


def page(
    *,
    project_name: str,
    theme: Theme | None = None,
    user_id: str,
    code: str,
    project_id: str,
    login_url: str,
    refusal: LoginError | None,
    done: bool,
    locale: str | None,
) -> str:
    """Return the form, with the text for a refusal, if there is one, or the page after success.

    The form is sent URL-encoded to :data:`ACTION` with the fields ``project_id``, ``user_id``, ``code``,
    ``login_url`` and ``new_password``.
    """
    texts = Texts.of("reset_form", locale, project_name=project_name)
    if done:
        return dialog(texts, "done_title", _done(texts, login_url), STYLE, theme=theme)
    hidden = {"project_id": project_id, "user_id": user_id, "code": code, "login_url": login_url}
    return dialog(texts, "title", _form(texts, hidden, refusal), STYLE, theme=theme)


def _done(texts: Texts, login_url: str) -> str:
    done = f'<p role="status">{texts.html("done")}</p>'
    if not html_document.leads_elsewhere(login_url):
        return done
    return f'{done}\n<p><a class="button" href="{escape(login_url)}">{texts.html("continue")}</a></p>'


def _form(texts: Texts, hidden: Mapping[str, str], refusal: LoginError | None) -> str:
    state = 'aria-invalid="true" aria-describedby="refusal rule"' if refusal else 'aria-describedby="rule"'
    new_password = f"""\
<div class="field">
<label for="new_password">{texts.html("label")}</label>
<input id="new_password" name="new_password" type="password" autocomplete="new-password" required
 minlength="6" maxlength="100" dir="auto" {state}>
<p class="soft rule" id="rule">{texts.html("rule")}</p>
</div>"""
    return f"""\
<p class="soft">{texts.html("intro")}</p>
{alert(texts, refusal)}
{form(texts.address(ACTION), hidden, new_password, button(texts.html("button")))}"""
