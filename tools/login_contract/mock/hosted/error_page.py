"""The page a browser gets where a program would get the error envelope."""

from __future__ import annotations

from html import escape

from login_contract.mock.calls import html_document
from login_contract.mock.contract.refusals import METHOD_NOT_ALLOWED, NOT_FOUND, UNKNOWN_PATH
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted.form import REFUSALS, Texts, dialog

# Not what a choice on a page is told: the whole address leads to nothing.
OWN = {NOT_FOUND.code: "over", UNKNOWN_PATH.code: "missing", METHOD_NOT_ALLOWED.code: "missing"}
OVER = "over"
STYLE = """\
summary { padding-block: .6rem; font-size: .875rem; font-weight: 400; color: var(--soft) }
"""


def page(refusal: LoginError, *, meaning: str, locale: str | None, text: str | None = None) -> str:
    """Return a page that says in the reader's language what went wrong, and to developers what it means.

    ``text`` names one of the page's own texts; without it the code of the refusal says which text fits.
    """
    texts = Texts.of("error_page", locale)
    content = f"""\
{_told(texts, refusal, text)}
<p>{texts.html("start_again")}</p>
<details>
<summary>{texts.html("reference", code=f"{refusal.status} {refusal.code}")}</summary>
<p class="soft" lang="en" dir="ltr" style="white-space:pre-line">{escape(meaning)}</p>
</details>"""
    return dialog(texts, "title", content, STYLE)


def headers() -> dict[str, str]:
    """Return the headers that the page is sent with."""
    return {**html_document.headers(), "vary": "Accept-Language"}


def _told(texts: Texts, refusal: LoginError, text: str | None) -> str:
    if refusal.of_partner and refusal.description:
        return f'<p dir="auto" style="white-space:pre-line">{escape(refusal.description)}</p>'
    own = text or OWN.get(refusal.code)
    if own is not None:
        return f"<p>{texts.html(own)}</p>"
    return f"<p>{texts.refusal(refusal.code)}</p>" if refusal.code in REFUSALS else ""
