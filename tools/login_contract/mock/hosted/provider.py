"""The page of a simulated social network, and the credentials that a real one would give an application."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.contract.refusals import NOT_FOUND, UNKNOWN_PROJECT, UNPROCESSABLE_VALUE
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import social_networks
from login_contract.mock.flows.social import Visit
from login_contract.mock.flows.social_networks import Profile
from login_contract.mock.hosted import html_document
from login_contract.mock.hosted import provider_page as provider_page
from login_contract.mock.hosted.error_page import gone
from login_contract.mock.services import Services
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID
from login_contract.mock.store import provider_identities
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.tickets import ACCESS_TOKEN, CODE

OVER = "The login is unknown or over."


async def mock_provider(call: Call, services: Services) -> Reply:
    """Show the identities of the social network."""
    visit = await services.social_logins.visit(call.path["provider_name"], call.query["state"])
    return _page(call, visit) if visit else gone(OVER)


async def mock_provider_submit(call: Call, services: Services) -> Reply:
    """Log the picked identity in; a refusal is told on the page."""
    visit = await services.social_logins.visit(call.path["provider_name"], call.body["state"])
    if visit is None:
        return gone(OVER)
    try:
        return await _act(call, visit, services)
    except LoginError as refusal:
        added = call.body if call.body["action"] == "add" else None
        page = _page(
            call,
            visit,
            refusal=refusal.code,
            told=refusal.description if refusal.of_partner else None,
            given=added,
        )
        return evolve(page, refused=refusal)


def _page(
    call: Call,
    visit: Visit,
    *,
    refusal: str | None = None,
    told: str | None = None,
    given: dict[str, Any] | None = None,
) -> Reply:
    page = provider_page.page(
        provider=visit.provider,
        state=visit.state,
        project_name=visit.project.name,
        identities=visit.identities,
        refusal=refusal,
        told=told,
        locale=call.query.get("locale"),
        given=given,
    )
    policy = provider_page.content_security_policy(visit.request.login_url)
    return Reply.html(page, status=422 if refusal else 200, headers=html_document.headers(policy))


async def _act(call: Call, visit: Visit, services: Services) -> Reply:
    if call.body["action"] == "cancel":
        return await login_reply.redirect(await services.social_logins.cancel(visit), services)
    outcome = await services.social_logins.pick(
        visit,
        _profile(call.body, visit),
        added=call.body["action"] == "add",
        browser=call.browser,
        locale=call.query.get("locale"),
    )
    return await login_reply.redirect(outcome, services)


def _profile(body: dict[str, Any], visit: Visit) -> Profile:
    wanted = body.get("id", "")
    if body["action"] == "pick":
        for identity in visit.identities:
            if identity["id"] == wanted:
                return identity
        raise LoginError(NOT_FOUND)
    if body["action"] != "add":
        raise LoginError(UNPROCESSABLE_VALUE)
    given = {name: body[name] for name in ("id", "name", "email", "picture") if body.get(name)}
    return _new_identity(visit.provider, given)


def _new_identity(provider: str, given: dict[str, Any]) -> Profile:
    """Judge an identity by what the description says of one; a name left out is the id."""
    judge = (compiled().operations["mock-social-tokens-create"].body or {})["application/json"]
    identity = {"name": given.get("id", ""), **given}
    described = {name: value for name, value in identity.items() if name != "id"}
    if not judge.accepts({"provider": provider, "identity": identity.get("id", ""), **described}):
        raise LoginError(UNPROCESSABLE_VALUE)
    return identity


async def mock_social_tokens_create(call: Call, services: Services) -> Reply:
    """Issue an access token, a code and a session ticket for an identity."""
    body = call.body
    provider: str = body["provider"]
    project = services.projects.find(body.get("project_id", DEFAULT_PROJECT_ID))
    if project is None:
        raise LoginError(UNKNOWN_PROJECT)
    social_networks.check_offered(project, provider)
    given = {name: body[name] for name in ("name", "email", "picture") if name in body}

    def mint(tx: Transaction) -> dict[str, str]:
        known = [
            one for one in social_networks.identities(tx, project, provider) if one["id"] == body["identity"]
        ]
        profile = known[0] if known else _new_identity(provider, {"id": body["identity"], **given})
        if not known:
            provider_identities.add(tx, project.project_id, provider, profile)
        access_token = services.social_networks.mint(tx, project, provider, ACCESS_TOKEN, profile)
        code = services.social_networks.mint(tx, project, provider, CODE, profile)
        ticket = services.social_networks.mint(tx, project, provider, ACCESS_TOKEN, profile)
        return {"access_token": access_token, "code": code, "session_ticket": ticket}

    return Reply.json(await services.store.transaction(mint))
