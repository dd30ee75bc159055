"""The page a browser gets where a program would get the error envelope."""

from __future__ import annotations

from html import escape

from attrs import evolve

from login_contract.mock.calls.call import Reply
from login_contract.mock.contract.refusals import UNKNOWN_PATH
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import html_document

CONTENT_SECURITY_POLICY = html_document.CONTENT_SECURITY_POLICY


def page(*, title: str, text: str) -> str:
    """Return a page that says what went wrong; line breaks in ``text`` stay."""
    content = f'<p dir="auto" style="white-space:pre-line">{escape(text)}</p>'
    return html_document.dialog(title=title, content=content)


def gone(text: str) -> Reply:
    """Answer that there is nothing to continue."""
    content = page(title=text, text="Start again where you came from.")
    reply = Reply.html(content, status=404, headers=html_document.headers(CONTENT_SECURITY_POLICY))
    return evolve(reply, refused=LoginError(UNKNOWN_PATH, text))
