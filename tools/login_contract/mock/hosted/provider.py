"""The page of a simulated social network, and the credentials that a real one would give an application."""

from __future__ import annotations

from typing import Any

from attrs import evolve, frozen

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.contract.refusals import (
    NOT_FOUND,
    PARTNER_REFUSES_LOGIN,
    UNKNOWN_PROJECT,
    UNPROCESSABLE_VALUE,
)
from login_contract.mock.domain.redirects import with_query
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import social
from login_contract.mock.flows.login import Grant, LoginRequest
from login_contract.mock.flows.social import Profile, social_request
from login_contract.mock.hosted import html_document
from login_contract.mock.hosted import provider_page as provider_page
from login_contract.mock.hosted.sign_in import gone
from login_contract.mock.operations.social import network_token, social_question, told
from login_contract.mock.services import Services
from login_contract.mock.settings.project import DEFAULT_PROJECT_ID, Project
from login_contract.mock.store import provider_identities, tickets
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.tickets import ACCESS_TOKEN, CODE, PROVIDER_PAGE
from login_contract.mock.store.users import User

OVER = "The login is unknown or over."


@frozen
class Visit:
    """A browser on the page: the login that goes on, and who can be picked."""

    state: str
    provider: str
    project: Project
    request: LoginRequest
    identities: list[Profile]


async def mock_provider(call: Call, services: Services) -> Reply:
    """Show the identities of the social network."""
    visit = await _visit(call, services, call.query["state"])
    return _page(call, visit) if visit else gone(OVER)


async def mock_provider_submit(call: Call, services: Services) -> Reply:
    """Log the picked identity in; a refusal is told on the page."""
    visit = await _visit(call, services, call.body["state"])
    if visit is None:
        return gone(OVER)
    call = evolve(call, registered=visit.project)
    try:
        if call.body["action"] == "cancel":
            return await _cancel(visit, services)
        return await _pick(call, visit, services)
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


async def _visit(call: Call, services: Services, state: str) -> Visit | None:
    provider: str = call.path["provider_name"]

    def look(tx: Transaction) -> Visit | None:
        held = tickets.find(tx, state, PROVIDER_PAGE)
        project = services.projects.find(held.project_id) if held else None
        if held is None or project is None or held.provider != provider:
            return None
        request = LoginRequest.from_json(held.context)
        return Visit(state, provider, project, request, social.identities(tx, project, provider))

    return await services.store.read(look)


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


async def _cancel(visit: Visit, services: Services) -> Reply:
    await services.store.transaction(lambda tx: tickets.take(tx, visit.state, PROVIDER_PAGE))
    request = visit.request
    # OAuth 2.0 clients know no error_code: without error they would take the answer for a broken one.
    named = {"error": "access_denied"} if request.client_id is not None else {}
    return Reply.redirect(
        with_query(request.login_url, **named, **told(PARTNER_REFUSES_LOGIN.code, request.state))
    )


async def _pick(call: Call, visit: Visit, services: Services) -> Reply:
    profile = _profile(call.body, visit)
    token = await network_token(services, visit.project, visit.provider, profile)
    request = social_request(visit.request, visit.provider, profile, token)

    def identify(tx: Transaction) -> User:
        if call.body["action"] == "add":
            provider_identities.add(tx, visit.project.project_id, visit.provider, profile)
        return services.social.user_of(tx, call.project, visit.provider, profile)

    def finish(tx: Transaction, user: User) -> Grant | str:
        # A refused identity leaves the page usable, so that another one can be picked.
        grant = tickets.spend(
            tx, visit.state, PROVIDER_PAGE, lambda: services.logins.grant(tx, call, user, request)
        )
        if grant is None:
            raise LoginError(NOT_FOUND)
        if any(field["name"] == "email" and field["required"] for field in grant.ask_fields):
            return services.sign_ins.page_url(
                tx, visit.project, request, locale=call.query.get("locale"), user_id=grant.user_id
            )
        services.sign_ins.end_behind(tx, request)
        return grant

    decided = await services.partners.transaction(
        call.project, social_question(visit.provider, profile), identify=identify, finish=finish
    )
    if isinstance(decided, str):
        return Reply.redirect(decided)
    return await services.logins.redirect(call, decided)


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
    social.check_offered(project, provider)
    given = {name: body[name] for name in ("name", "email", "picture") if name in body}

    def mint(tx: Transaction) -> dict[str, str]:
        known = [one for one in social.identities(tx, project, provider) if one["id"] == body["identity"]]
        profile = known[0] if known else _new_identity(provider, {"id": body["identity"], **given})
        if not known:
            provider_identities.add(tx, project.project_id, provider, profile)
        access_token = services.social.mint(tx, project, provider, ACCESS_TOKEN, profile)
        code = services.social.mint(tx, project, provider, CODE, profile)
        ticket = services.social.mint(tx, project, provider, ACCESS_TOKEN, profile)
        return {"access_token": access_token, "code": code, "session_ticket": ticket}

    return Reply.json(await services.store.transaction(mint))
