"""What the pages of a login are made of: their texts, fields and buttons, and how they tell a refusal."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape
from typing import Self

from attrs import frozen

from login_contract.mock.hosted import html_document, reset_form_page
from login_contract.mock.messages.languages import Language, language
from login_contract.mock.messages.locales import resolve_locale

# A login, like a new password, ends at the address that the game gave.
content_security_policy = reset_form_page.content_security_policy
REFUSALS = {
    "003-001": "wrong_password",
    "003-007": "not_confirmed",
    "002-057": "locked",
    "002-040": "banned",
    "003-039": "wrong_code",
    "003-049": "too_many_codes",
    "003-038": "too_many_requests",
    "003-004": "taken",
    "002-027": "invalid",
    "002-028": "invalid",
    "002-043": "unreachable",
    "010-003": "closed",
    "003-061": "not_found",
}
STYLE = (
    reset_form_page.STYLE
    + """\
.button { justify-self: stretch; text-align: center }
.plain { background: none; color: inherit; border: 1px solid var(--soft) }
.quiet { background: none; color: var(--accent); padding-block: .5rem }
.status { padding: .75rem; border-radius: 8px; background: var(--tint) }
input.code { font-size: 1.25rem; letter-spacing: .1em }
summary { padding-block: .5rem; cursor: pointer; font-weight: 600 }
details { min-width: 0 }
details > form { margin-block-start: .5rem }
"""
)
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


def dialog(texts: Texts, title: str, content: str, style: str = "") -> str:
    """Return a whole page; ``title`` names a text, ``content`` is HTML already."""
    return html_document.dialog(
        title=texts.plain(title),
        content=content,
        style=STYLE + style,
        language=texts.words.code,
        direction=texts.words.direction,
    )


def form(action: str, hidden: Mapping[str, str], *parts: str) -> str:
    """Return a form that posts to ``action``; ``parts`` are HTML already and follow the hidden fields."""
    fields = [
        f'<input type="hidden" name="{name}" value="{escape(value)}">' for name, value in hidden.items()
    ]
    return "\n".join([f'<form method="post" action="{escape(action)}">', *fields, *parts, "</form>"])


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


def alert(texts: Texts, refusal: str | None, told: str | None = None) -> str:
    """Return what a refusal's code means to a reader, and nothing when there is none.

    ``told`` is a text of the partner's own, which says more.
    """
    if refusal is None:
        return ""
    text = escape(told) if told is not None else texts.refusal(refusal)
    return f'<p class="refusal" role="alert" id="refusal" dir="auto">{text}</p>'
