"""The page where a login stops to ask for the fields that a project wants, and for the code of a contact."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from login_contract.mock.contract.refusals import UNPROCESSABLE_VALUE
from login_contract.mock.domain.theme import Theme
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import ask_inputs
from login_contract.mock.hosted.ask_answers import Input
from login_contract.mock.hosted.ask_inputs import InputView
from login_contract.mock.hosted.form import CODE, LONGEST, Texts, alert, button, dialog, field, form

ACTION = "/_mock/ask"


def fields_page(
    *,
    ticket: str,
    project_name: str,
    inputs: Sequence[Input],
    refusal: LoginError | None,
    locale: str | None,
    theme: Theme | None = None,
) -> str:
    """Return the page with the fields, each with what is wrong with it, and with the text for a refusal.

    The forms are sent URL-encoded to :data:`ACTION` with ``ticket`` and ``action``: ``answer``, with the
    values as ``field.<name>``, and as ``choice.<number>.<name>`` where several may be chosen; ``skip`` where
    nothing has to be answered, else ``cancel``.
    """
    texts = Texts.of("ask", locale, project_name=project_name)
    wrong = [number for number, each in enumerate(inputs) if each.problems]
    told = refusal or (LoginError(UNPROCESSABLE_VALUE) if wrong else None)
    fields = [
        InputView(texts, each, number, focused=wrong[:1] == [number]).html()
        for number, each in enumerate(inputs)
    ]
    needed = any(each.required for each in inputs)
    away = ("cancel", Texts.of("sign_in", locale).html("cancel")) if needed else ("skip", texts.html("skip"))
    view = _View(texts, ticket)
    content = f"""\
<p class="soft">{texts.html("intro")}</p>
{alert(texts, told)}
{view.form("answer", *fields, button(texts.html("button")))}
{view.form(away[0], button(away[1], "quiet"))}"""
    return dialog(texts, "title", content, ask_inputs.STYLE, theme=theme)


def code_page(
    *,
    ticket: str,
    project_name: str,
    recipient: str,
    by_link: bool,
    sent_again: bool,
    refusal: LoginError | None,
    locale: str | None,
    theme: Theme | None = None,
) -> str:
    """Return the page that waits for the code which was sent to ``recipient``, or for the link beside it.

    The forms have the actions ``code`` (with ``code``, which may be empty once the link was opened),
    ``send-again`` and ``back``.
    """
    texts = Texts.of("ask", locale, project_name=project_name, recipient=recipient)
    sign_in = Texts.of("sign_in", locale)
    needed = "" if by_link else " required"
    attributes = f'{CODE}{needed} maxlength="{LONGEST}" autofocus'
    code = field("code", sign_in.html("code"), attributes, refused=refusal is not None)
    again = Texts.of("two_factor", locale, project_name=project_name, recipient=recipient)
    status = f'<p class="status" role="status">{again.html("sent_again")}</p>' if sent_again else ""
    view = _View(texts, ticket)
    content = f"""\
<p class="soft">{texts.html("link_intro" if by_link else "code_intro")}</p>
{status}
{alert(texts, refusal)}
{view.form("code", code, button(sign_in.html("check")))}
{view.form("send-again", button(sign_in.html("send_again"), "plain"))}
{view.form("back", button(sign_in.html("back"), "quiet"))}"""
    return dialog(texts, "code_title", content, theme=theme)


def opened_page(locale: str | None) -> str:
    """Return where the link of a message leads to: back to the page that waits, wherever that is open."""
    opened = Texts.of("ask", locale).html("opened")
    return dialog(Texts.of("sign_in", locale), "check", f'<p role="status">{opened}</p>')


@frozen
class _View:
    texts: Texts
    ticket: str

    def form(self, action: str, *parts: str) -> str:
        hidden = {"ticket": self.ticket, "action": action}
        # The server says what is wrong, in the language of the page rather than that of the browser.
        return form(self.texts.address(ACTION), hidden, *parts, unchecked=action == "answer")
