"""How a hosted page is answered: with what it may do, and with the refusal that it tells."""

from __future__ import annotations

from login_contract.mock.calls import html_document
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.contract.refusals import UNKNOWN_PATH
from login_contract.mock.domain.redirects import with_query
from login_contract.mock.domain.theme import Theme
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.sign_ins import SignIn
from login_contract.mock.hosted import error_page, form
from login_contract.mock.services import Services


def page_reply(page: str, *, theme: Theme, leads_to: str, refusal: LoginError | None = None) -> Reply:
    """Answer a page whose forms lead to an address of the game in the end; 422 where it tells a refusal."""
    policy = form.content_security_policy(leads_to, has_logo=theme.logo is not None)
    headers = html_document.headers(policy)
    headers["vary"] = "Accept-Language"
    return Reply(422 if refusal else 200, page, "text/html", headers, refused=refusal)


def gone(call: Call, what: str) -> Reply:
    """Answer that there is nothing to continue; ``what`` tells developers of what."""
    refusal = LoginError(UNKNOWN_PATH, what)
    page = error_page.page(refusal, meaning=what, locale=call.reader, text=error_page.OVER)
    return Reply(404, page, "text/html", error_page.headers(), refused=refusal)


async def cancelled(sign_in: SignIn, services: Services) -> Reply:
    """End a sign-in and send the browser back to where it began, without anything."""
    await services.sign_ins.end(sign_in)
    told = {"error": "access_denied", "error_description": "The user cancelled the sign-in."}
    if sign_in.request.state is not None:
        told["state"] = sign_in.request.state
    return Reply.redirect(with_query(sign_in.request.login_url, **told))
