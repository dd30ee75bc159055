"""The page where a player signs in: with a password, a code by e-mail, or through a social network."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Literal
from urllib.parse import urlencode

from attrs import frozen

from login_contract.mock.calls.html_document import isolated
from login_contract.mock.domain.theme import Theme
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted.form import (
    CODE,
    EMAIL,
    LONGEST,
    Texts,
    alert,
    button,
    dialog,
    field,
    form,
)
from login_contract.mock.hosted.provider_page import provider_label

ACTION = "/_mock/sign-in"
FIRST = 4  # social networks that need no unfolding
STYLE = """\
.or { display: flex; align-items: center; gap: .75rem; color: var(--soft); font-size: .875rem }
.or::before, .or::after { content: ""; flex: 1; border-block-start: 1px solid var(--line) }
.others { display: grid; gap: .5rem;
  grid-template-columns: repeat(auto-fill, minmax(min(7.5rem, 100%), 1fr)) }
.others .button { padding: .7rem .5rem }
.back { text-align: center }
"""
Step = Literal["start", "code"]
TITLES: Mapping[Step, str] = {"start": "title", "code": "code_title"}


def page(
    *,
    ticket: str,
    project_name: str,
    theme: Theme | None = None,
    step: Step,
    providers: Sequence[str],
    username: str = "",
    email: str = "",
    operation_id: str = "",
    refusal: LoginError | None,
    locale: str | None,
) -> str:
    """Return one step of the sign-in, with the text for a refusal, if there is one.

    ``start`` offers all ways to sign in, ``providers`` in their order; ``code`` asks for the code that was
    sent to ``email`` under ``operation_id``. ``username`` and ``email`` stand in their fields already; the
    one that is given belongs to what was refused. Every form is sent URL-encoded to :data:`ACTION`, with
    ``ticket``, and with ``action`` to tell which form it is.
    """
    texts = Texts.of("sign_in", locale, project_name=project_name, email=email)
    view = _View(texts, ticket, providers, username, email, operation_id, refusal)
    content = {"start": view.start, "code": view.code}[step]()
    return dialog(texts, TITLES[step], content, STYLE, theme=theme)


@frozen
class _View:
    texts: Texts
    ticket: str
    providers: Sequence[str]
    username: str
    email: str
    operation_id: str
    refusal: LoginError | None

    def start(self) -> str:
        either = f'<p class="or">{self.texts.html("or")}</p>'
        social = f"{either}\n{self._social()}" if self.providers else ""
        return f"""\
{self._intro("intro")}
{self._form("password", *self._name_and_password(), self._button("button"))}
{either}
{self._form("send-code", self._address(), self._button("send_code", "plain"))}
{social}
{self._form("cancel", self._button("cancel", "quiet"))}"""

    def code(self) -> str:
        code = field(
            "code",
            self.texts.html("code"),
            f'{CODE} required maxlength="{LONGEST}" autofocus',
            refused=self.refusal is not None,
        )
        sent = {"email": self.email, "operation_id": self.operation_id}
        start = f"{ACTION}?{urlencode({'ticket': self.ticket, 'locale': self.texts.words.tag})}"
        return f"""\
{self._intro("code_intro")}
{self._form("code", code, self._button("check"), **sent)}
{self._form("send-code", self._button("send_again", "plain"), **sent)}
<p class="back"><a class="button quiet" href="{escape(start)}">{self.texts.html("back")}</a></p>"""

    def _intro(self, name: str) -> str:
        return f'<p class="soft">{self.texts.html(name)}</p>\n{alert(self.texts, self.refusal)}'

    def _form(self, action: str, *parts: str, **hidden: str) -> str:
        fields = {"ticket": self.ticket, "action": action, **hidden}
        return form(self.texts.address(ACTION), fields, *parts)

    def _button(self, name: str, look: str = "") -> str:
        return button(self.texts.html(name), look)

    def _name_and_password(self) -> tuple[str, str]:
        refused = self.refusal is not None and self.username != ""
        shared = f'required maxlength="{LONGEST}" dir="auto"'
        name = 'autocomplete="username" autocapitalize="none" spellcheck="false"'
        password = 'type="password" autocomplete="current-password" required maxlength="1024" dir="auto"'
        label = self.texts.html
        return (
            field("username", label("username"), f"{name} {shared}", value=self.username, refused=refused),
            field("password", label("password"), password, refused=refused),
        )

    def _address(self) -> str:
        refused = self.refusal is not None and self.username == "" and self.email != ""
        attributes = f'{EMAIL} required maxlength="{LONGEST}"'
        return field("email", self.texts.html("email"), attributes, value=self.email, refused=refused)

    def _social(self) -> str:
        first = self._form("social", *(self._provider(each) for each in self.providers[:FIRST]))
        others = [self._provider(each, short=True) for each in self.providers[FIRST:]]
        if not others:
            return first
        folded = self._form("social", '<div class="others">', *others, "</div>")
        return f"{first}\n<details>\n<summary>{self.texts.html('more')}</summary>\n{folded}\n</details>"

    def _provider(self, provider: str, *, short: bool = False) -> str:
        name = provider_label(provider)
        attributes = f'class="button plain" name="provider" value="{escape(provider)}"'
        if short:
            spoken = escape(self.texts.plain("social", provider=name))
            return f'<button {attributes} aria-label="{spoken}">{isolated(name)}</button>'
        return f"<button {attributes}>{self.texts.html('social', provider=name)}</button>"
