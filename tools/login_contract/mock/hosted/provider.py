"""The page of a simulated social network, where one of its identities is picked or added."""

from __future__ import annotations

from typing import Any

from login_contract.description.message import JSON
from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.contract.refusals import NOT_FOUND, UNPROCESSABLE_VALUE
from login_contract.mock.domain.theme import theme_of
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import social_networks
from login_contract.mock.flows.social import NetworkVisit
from login_contract.mock.flows.social_networks import Profile
from login_contract.mock.hosted import provider_page
from login_contract.mock.hosted.page_reply import gone, page_reply
from login_contract.mock.services import Services

OVER = "The login is unknown or over."


@serves("mock-provider")
async def mock_provider(call: Call, services: Services) -> Reply:
    """Show the identities of the social network."""
    visit = await services.social_logins.visit(call.path["provider_name"], call.query["state"])
    return _page(call, visit) if visit else gone(call, OVER)


@serves("mock-provider-submit")
async def mock_provider_submit(call: Call, services: Services) -> Reply:
    """Log the picked identity in; a refusal is told on the page."""
    visit = await services.social_logins.visit(call.path["provider_name"], call.body["state"])
    if visit is None:
        return gone(call, OVER)
    try:
        return await _act(call, visit, services)
    except LoginError as refusal:
        added = call.body if call.body["action"] == "add" else None
        return _page(call, visit, refusal=refusal, given=added)


def _page(
    call: Call,
    visit: NetworkVisit,
    *,
    refusal: LoginError | None = None,
    given: dict[str, Any] | None = None,
) -> Reply:
    theme = theme_of(visit.project)
    page = provider_page.page(
        provider=visit.provider,
        state=visit.state,
        project_name=visit.project.name,
        theme=theme,
        identities=visit.identities,
        refusal=refusal,
        locale=call.reader,
        given=given,
    )
    return page_reply(page, theme=theme, leads_to=visit.request.login_url, refusal=refusal)


async def _act(call: Call, visit: NetworkVisit, services: Services) -> Reply:
    if call.body["action"] == "cancel":
        return await login_reply.redirect(await services.social_logins.cancel(visit), services)
    profile, added = _profile(call.body, visit), call.body["action"] == "add"
    if visit.request.linking is not None:
        linked = await services.linked_networks.link(visit, profile, added=added)
        return await login_reply.redirect(linked, services)
    outcome = await services.social_logins.pick(visit, profile, added=added, browser=call.browser)
    return await login_reply.go_on(outcome, services, locale=call.reader)


def _profile(body: dict[str, Any], visit: NetworkVisit) -> Profile:
    wanted = body.get("id", "")
    if body["action"] == "pick":
        for identity in visit.identities:
            if identity["id"] == wanted:
                return identity
        raise LoginError(NOT_FOUND)
    if body["action"] != "add":
        raise LoginError(UNPROCESSABLE_VALUE)
    given = {name: body[name] for name in ("name", "email", "picture") if body.get(name)}
    described = {"provider": visit.provider, "identity": wanted, "name": wanted, **given}
    judge = compiled().operations["mock-social-tokens-create"].bodies[JSON]
    if not judge.accepts(described):
        raise LoginError(UNPROCESSABLE_VALUE)
    return social_networks.identity(wanted, given)
