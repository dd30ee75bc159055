"""How a hosted page is answered: with what it may do, and with the refusal that it tells."""

from __future__ import annotations

from login_contract.mock.calls import html_document
from login_contract.mock.calls.call import Reply
from login_contract.mock.contract.refusals import UNKNOWN_PATH
from login_contract.mock.domain.theme import Theme
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import error_page, form


def page_reply(page: str, *, theme: Theme, leads_to: str, refusal: LoginError | None = None) -> Reply:
    """Answer a page whose forms lead to an address of the game in the end; 422 where it tells a refusal."""
    policy = form.content_security_policy(leads_to, has_logo=theme.logo is not None)
    headers = html_document.headers(policy)
    return Reply(422 if refusal else 200, page, "text/html", headers, refused=refusal)


def gone(text: str) -> Reply:
    """Answer that there is nothing to continue."""
    page = error_page.page(title=text, text="Start again where you came from.")
    headers = html_document.headers(error_page.CONTENT_SECURITY_POLICY)
    return Reply(404, page, "text/html", headers, refused=LoginError(UNKNOWN_PATH, text))
