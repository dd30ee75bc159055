"""What the pages with a form are made of: their texts, fields and buttons, and how they tell a refusal."""

from __future__ import annotations

import re
from collections.abc import Mapping
from html import escape
from typing import Self

from attrs import frozen

from login_contract.mock.calls import html_document
from login_contract.mock.contract.refusals import (
    BANNED_USER,
    CONTACT_TAKEN,
    INVALID_VALUE,
    LOCKED_ACCOUNT,
    MISSING_VALUE,
    NOT_FOUND,
    REGISTRATION_NOT_ALLOWED,
    TOO_MANY_REQUESTS,
    TOO_MANY_WRONG_CODES,
    UNCONFIRMED_ACCOUNT,
    UNDELIVERABLE_NUMBER,
    UNREGISTERED_ADDRESS,
    WRONG_CODE,
    WRONG_CREDENTIALS,
)
from login_contract.mock.domain.theme import Theme
from login_contract.mock.errors import LoginError
from login_contract.mock.messages.durations import PLURALS
from login_contract.mock.messages.languages import Language, language
from login_contract.mock.messages.locales import resolve_locale

# By code: with what status a refusal comes is nothing to its reader.
REFUSALS = {
    WRONG_CREDENTIALS.code: "wrong_password",
    UNCONFIRMED_ACCOUNT.code: "not_confirmed",
    LOCKED_ACCOUNT.code: "locked",
    BANNED_USER.code: "banned",
    WRONG_CODE.code: "wrong_code",
    TOO_MANY_WRONG_CODES.code: "too_many_codes",
    TOO_MANY_REQUESTS.code: "too_many_requests",
    CONTACT_TAKEN.code: "taken",
    INVALID_VALUE.code: "invalid",
    MISSING_VALUE.code: "invalid",
    UNDELIVERABLE_NUMBER.code: "unreachable",
    REGISTRATION_NOT_ALLOWED.code: "closed",
    NOT_FOUND.code: "not_found",
    UNREGISTERED_ADDRESS.code: "wrong_address",
}
LONGEST = 255
# Not type="email": browsers then refuse what is not ASCII and rewrite such domains behind one's back.
EMAIL = 'inputmode="email" autocomplete="email" autocapitalize="none" spellcheck="false" dir="ltr"'
CODE = (
    'class="code" inputmode="numeric" autocomplete="one-time-code" autocapitalize="none" spellcheck="false"'
    ' dir="ltr"'
)


@frozen
class Texts:
    """The texts of one page in one language; ``values`` fill the placeholders that all of them may have."""

    words: Language
    section: str
    values: Mapping[str, str]

    @classmethod
    def of(cls, section: str, locale: str | None, **values: str) -> Self:
        """Return the texts in the language that comes closest to ``locale``."""
        return cls(language(resolve_locale(locale)), section, values)

    def plain(self, name: str, **values: str) -> str:
        """Return a text that is no HTML, so that it still has to be escaped."""
        return self.words.texts[f"{self.section}.{name}"].format_map({**self.values, **values})

    def html(self, name: str, **values: str) -> str:
        """Return a text, escaped, with the values kept from turning its writing direction."""
        return self._filled(self.words.texts[f"{self.section}.{name}"], values)

    def counted(self, name: str, n: int, **values: str) -> str:
        """Return the form of a text that a number takes, escaped."""
        form = PLURALS[self.words.plural].choose(n)
        return self._filled(self.words.texts[f"{self.section}.{name}.{form}"], {"n": str(n), **values})

    def refusal(self, code: str) -> str:
        """Return the text for an error code: the page's own one, or the one that all pages have."""
        name = REFUSALS.get(code, "general")
        texts = self.words.texts
        return self._filled(texts.get(f"{self.section}.{name}") or texts[f"refusal.{name}"], {})

    def address(self, path: str) -> str:
        """Return where a form of the page goes, so that the next page is in the same language."""
        return f"{path}?locale={self.words.tag}"

    def _filled(self, text: str, values: Mapping[str, str]) -> str:
        filled = {name: html_document.isolated(value) for name, value in {**self.values, **values}.items()}
        return escape(text).format_map(filled)


def content_security_policy(leads_to: str, *, has_logo: bool = False) -> str:
    """Return the policy for a page whose forms, once they are done, redirect to an address of the game.

    Chromium holds a form's ``form-action`` against every redirect that answers it, and a callback
    may redirect further, so any web address is allowed, and the scheme of ``leads_to``.
    """
    sources = ["'self'", "http:", "https:"]
    scheme = re.match(r"([a-z][a-z0-9+.-]*):", leads_to.lower())
    if html_document.leads_elsewhere(leads_to) and scheme is not None and scheme[0] not in sources:
        sources.append(scheme[0])
    pictures = "; img-src data:" if has_logo else ""
    return html_document.CONTENT_SECURITY_POLICY.replace(
        "form-action 'none'", f"form-action {' '.join(sources)}{pictures}"
    )


def dialog(texts: Texts, title: str, content: str, style: str = "", *, theme: Theme | None = None) -> str:
    """Return a whole page; ``title`` names a text, ``content`` is HTML already."""
    return html_document.dialog(
        title=texts.plain(title),
        content=content,
        style=style,
        theme=theme,
        language=texts.words.code,
        direction=texts.words.direction,
    )


def form(action: str, hidden: Mapping[str, str], *parts: str, unchecked: bool = False) -> str:
    """Return a form that posts to ``action``; ``parts`` are HTML already and follow the hidden fields.

    What is ``unchecked`` by the browser is sent as it was filled in.
    """
    checks = " novalidate" if unchecked else ""
    fields = [
        f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in hidden.items()
    ]
    return "\n".join([f'<form method="post" action="{escape(action)}"{checks}>', *fields, *parts, "</form>"])


def field(name: str, label: str, attributes: str, *, value: str = "", refused: bool = False) -> str:
    """Return a field with its label; ``label`` and ``attributes`` are HTML already.

    A ``refused`` field is tied to the text of :func:`alert`.
    """
    state = ' aria-invalid="true" aria-describedby="refusal"' if refused else ""
    return f"""\
<div class="field">
<label for="{name}">{label}</label>
<input id="{name}" name="{name}" value="{escape(value)}" {attributes}{state}>
</div>"""


def button(label: str, look: str = "") -> str:
    """Return a form's button; ``look`` is ``plain`` or ``quiet``, and none for the main one."""
    return f'<button class="{f"button {look}".strip()}">{label}</button>'


def alert(texts: Texts, refusal: LoginError | None) -> str:
    """Return what a refusal means to a reader, a partner's in the partner's words; nothing without one."""
    if refusal is None:
        return ""
    told = refusal.description if refusal.of_partner else None
    text = escape(told) if told else texts.refusal(refusal.code)
    return f'<p class="refusal" role="alert" id="refusal" dir="auto">{text}</p>'
