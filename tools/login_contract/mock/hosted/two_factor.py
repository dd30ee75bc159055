"""The page that asks for the second factor."""

from __future__ import annotations

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.domain.theme import theme_of
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import two_factor_page
from login_contract.mock.hosted.page_reply import gone, page_reply
from login_contract.mock.services import Services

OVER = "The challenge is unknown or over."


@serves("mock-two-factor")
async def mock_two_factor(call: Call, services: Services) -> Reply:
    """Show the page of a challenge that goes on."""
    return await _page(call, services, call.query["challenge_id"])


@serves("mock-two-factor-submit")
async def mock_two_factor_submit(call: Call, services: Services) -> Reply:
    """Take the code and go on, or send a new one; a refusal is told on the page."""
    challenge_id: str = call.body["challenge_id"]
    if await services.second_factor.find(challenge_id) is None:
        return gone(call, OVER)
    try:
        if call.body.get("action", "check") == "resend":
            await services.second_factor.send_again(challenge_id, call.reader)
            return await _page(call, services, challenge_id, sent_again=True)
        code: str = call.body.get("code", "")
        grant = await services.second_factor.complete(challenge_id, code, browser=call.browser)
    except LoginError as refusal:
        return await _page(call, services, challenge_id, refusal=refusal)
    return await login_reply.go_on(grant, services, locale=call.reader)


async def _page(
    call: Call,
    services: Services,
    challenge_id: str,
    *,
    refusal: LoginError | None = None,
    sent_again: bool = False,
) -> Reply:
    found = await services.second_factor.find(challenge_id)
    if found is None:
        return gone(call, OVER)
    theme = theme_of(found.project)
    page = two_factor_page.page(
        challenge_id=challenge_id,
        project_name=found.project.name,
        theme=theme,
        recipient_hint=_hint(found.sent.recipient),
        refusal=refusal,
        sent_again=sent_again,
        changes_setting=found.request.mfa is not None,
        locale=call.reader,
    )
    return page_reply(page, theme=theme, leads_to=found.request.login_url, refusal=refusal)


def _hint(recipient: str) -> str:
    """Return enough of an address or number to know it, and no more."""
    name, at, domain = recipient.partition("@")
    if at:
        return f"{name[:1]}***@{domain}"
    return f"{recipient[:3]}***{recipient[-2:]}"
