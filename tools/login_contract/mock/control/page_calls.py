"""The mock's front page, and what its forms do."""

from __future__ import annotations

from functools import partial
from typing import Any

from login_contract.mock import seeding
from login_contract.mock.calls import html_document
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import MISSING_VALUE
from login_contract.mock.control import outbox_page, page_content, state, token_page, tokens
from login_contract.mock.control.page_view import View
from login_contract.mock.errors import LoginError
from login_contract.mock.services import Services
from login_contract.mock.store import sessions, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.watch import announce_change

# Where the part of the page is that an action changes.
PLACES = {"advance": "time", "reset": ""}


@serves("mock-root", "mock-folder")
async def to_page(call: Call, services: Services) -> Reply:
    """Lead to the page; from another path than its own, its links would lead elsewhere."""
    return Reply.redirect("/_mock/")


@serves("mock-page")
async def mock_page(call: Call, services: Services) -> Reply:
    """Show messages as their recipients see them, time, projects and deliveries."""
    return await _page(services, View.of(call.query))


@serves("mock-page-submit")
async def mock_page_submit(call: Call, services: Services) -> Reply:
    """Do what a form of the page asks for, and lead back to the page; a refusal is told on it."""
    view, action = View.of(call.query), call.body["action"]
    try:
        await _done(call, services, action)
    except LoginError as refusal:
        return await _page(services, view, refusal)
    place = PLACES.get(action, f"project-{view.project_id}" if view.project_id else "projects")
    return Reply.redirect(f"/_mock/{view.address(place).removeprefix('./')}")


async def _done(call: Call, services: Services, action: str) -> None:
    if action == "advance":
        await state.advance(services, _given(call, "advance_seconds"))
    elif action == "reset":
        await services.store.transaction(partial(seeding.reset, services=services))
    else:
        await services.store.transaction(partial(_end, services=services, jti=_given(call, "session")))


def _given(call: Call, name: str) -> Any:
    if name not in call.body:
        raise LoginError(MISSING_VALUE, f"The form lacks {name}.")
    return call.body[name]


def _end(tx: Transaction, services: Services, jti: str) -> None:
    """End a session, and with it what its login goes on with; one that is gone has ended."""
    session = sessions.find(tx, jti)
    if session is None:
        return
    # Whoever makes a new token of what is old holds the user as well, and so comes before this or after it.
    users.hold(tx, session.user_id)
    if session.family is not None:
        services.oauth_tokens.revoke_family(tx, session.family)
    sessions.revoke(tx, jti)
    announce_change(tx)


async def _page(services: Services, view: View, refusal: LoginError | None = None) -> Reply:
    page = outbox_page.page(
        await page_content.read(services, view),
        view,
        base_url=services.settings.origin,
        refusal=(refusal.description or "") if refusal else "",
    )
    headers = html_document.headers(outbox_page.CONTENT_SECURITY_POLICY)
    return Reply(422 if refusal else 200, page, "text/html", headers, refused=refusal)


@serves("mock-page-token")
async def mock_page_token(call: Call, services: Services) -> Reply:
    """Make a token of a user and show it, with the way to call the API with it."""
    token, user = await tokens.issued(services, call.body)
    page = token_page.page(
        token=token,
        user=user,
        defect=call.body.get("defect", token_page.VALID),
        defects=tokens.defects(),
        base_url=services.settings.origin,
        view=View.of(call.query),
        account="../profile",
    )
    return Reply.html(page, headers=html_document.headers(outbox_page.CONTENT_SECURITY_POLICY))
