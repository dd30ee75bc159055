"""The page a browser gets where a program would get the error envelope."""

from __future__ import annotations

from html import escape

from login_contract.mock.calls import html_document

CONTENT_SECURITY_POLICY = html_document.CONTENT_SECURITY_POLICY


def page(*, title: str, text: str) -> str:
    """Return a page that says what went wrong; line breaks in ``text`` stay."""
    content = f'<p dir="auto" style="white-space:pre-line">{escape(text)}</p>'
    return html_document.dialog(title=title, content=content)
