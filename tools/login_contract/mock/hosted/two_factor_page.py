"""The page that asks for the second factor: the code that followed a right password."""

from __future__ import annotations

from login_contract.mock.domain.theme import Theme
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted.form import (
    CODE,
    LONGEST,
    Texts,
    alert,
    button,
    dialog,
    field,
    form,
)

ACTION = "/_mock/two-factor"


def page(
    *,
    challenge_id: str,
    project_name: str,
    theme: Theme | None = None,
    recipient_hint: str,
    refusal: LoginError | None,
    sent_again: bool,
    changes_setting: bool = False,
    locale: str | None,
) -> str:
    """Return the page, with the text for a refusal, if there is one.

    ``changes_setting`` says that the code is for a change of the second factor, not for a login.
    ``recipient_hint`` is the address or number that the code went to, as far as it may be shown;
    ``sent_again`` says that a new code has just followed it. The forms are sent URL-encoded to
    :data:`ACTION` with ``challenge_id`` and ``action``, which is ``check`` (with ``code``) or ``resend``.
    """
    texts = Texts.of("two_factor", locale, project_name=project_name, recipient=recipient_hint)
    action = texts.address(ACTION)
    code = field(
        "code",
        texts.html("code"),
        f'{CODE} required maxlength="{LONGEST}" autofocus',
        refused=refusal is not None,
    )
    check = {"challenge_id": challenge_id, "action": "check"}
    resend = {"challenge_id": challenge_id, "action": "resend"}
    status = f'<p class="status" role="status">{texts.html("sent_again")}</p>' if sent_again else ""
    content = f"""\
<p class="soft">{texts.html("change_intro" if changes_setting else "intro")}</p>
{status}
{alert(texts, refusal)}
{form(action, check, code, button(texts.html("button")))}
{form(action, resend, button(texts.html("send_again"), "plain"))}"""
    return dialog(texts, "title", content, theme=theme)
