"""Login through social networks, in the JWT and the OAuth 2.0 family."""

from __future__ import annotations

from attrs import evolve

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.contract.refusals import (
    INVALID_TOKEN,
    PARTNER_REFUSES_LOGIN,
    SOCIAL_NETWORK_REFUSES,
    UNKNOWN_PROJECT,
)
from login_contract.mock.domain.redirects import with_query
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Grant, LoginRequest
from login_contract.mock.flows.partner import Question
from login_contract.mock.flows.social import Profile, social_request
from login_contract.mock.operations.requests import login_request
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import sessions, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.tickets import ACCESS_TOKEN, CODE
from login_contract.mock.store.users import User


async def jwt_get_link_for_social_auth(call: Call, services: Services) -> Reply:
    """Answer the address of the provider's page."""
    return Reply.json({"url": await _page_url(call, services)})


async def oauth_20_get_link_for_social_auth(call: Call, services: Services) -> Reply:
    """Answer the address of the provider's page."""
    return Reply.json({"url": await _page_url(call, services)})


async def jwt_auth_via_social_network(call: Call, services: Services) -> Reply:
    """Send the browser to the provider's page."""
    return Reply.redirect(await _page_url(call, services))


async def oauth_20_auth_via_social_network(call: Call, services: Services) -> Reply:
    """Send the browser to the provider's page."""
    return Reply.redirect(await _page_url(call, services))


async def jwt_auth_via_access_token_of_social_network(call: Call, services: Services) -> Reply:
    """Log in with an access token that the provider gave an application; answer the token alone."""
    grant = await _login(call, services, call.body["access_token"], ACCESS_TOKEN, redirects_on=False)
    return await services.logins.token_reply(call, grant)


async def oauth_20_auth_via_access_token_of_social_network(call: Call, services: Services) -> Reply:
    """Log in with an access token that the provider gave an application."""
    grant = await _login(call, services, call.body["access_token"], ACCESS_TOKEN)
    return await services.logins.reply(call, grant)


async def one_tap_complete(call: Call, services: Services) -> Reply:
    """Log in with the credential of a provider's prompt."""
    grant = await _login(call, services, call.body["access_token"], ACCESS_TOKEN)
    return await services.logins.reply(call, grant)


async def oauth_20_one_tap_complete(call: Call, services: Services) -> Reply:
    """Log in with the credential of a provider's prompt."""
    grant = await _login(call, services, call.body["access_token"], ACCESS_TOKEN)
    return await services.logins.reply(call, grant)


async def oauth_20_mobile_social_code(call: Call, services: Services) -> Reply:
    """Log in with a code that the provider gave a mobile application [sdk-android]."""
    return await services.logins.reply(call, await _login(call, services, call.body["code"], CODE))


async def jwt_silent_authentication(call: Call, services: Services) -> Reply:
    """Log in the user of a platform that the game was started from."""
    return await _cross_auth(call, services)


async def oauth_20_silent_authentication(call: Call, services: Services) -> Reply:
    """Log in the user of a platform that the game was started from."""
    return await _cross_auth(call, services)


async def social_consent(call: Call, services: Services) -> Reply:
    """Note the answer to the project's terms and go on with the login."""
    project = services.projects.find(call.body["projectId"])
    if project is None:
        raise LoginError(UNKNOWN_PROJECT, because=f"there is no project {call.body['projectId']}")
    call = evolve(call, registered=project)
    purposes = (sessions.ASK, sessions.FULL)
    bearer = await services.tokens.identify(call.body["token"], project, purposes=purposes)

    request = evolve(LoginRequest.from_json(bearer.session.context), with_logout=False)
    if not request.login_url:
        raise LoginError(INVALID_TOKEN)  # That login answered its token, so there is nowhere to go on.
    accepted: bool | None = call.body["accept_consent"]

    def consent(tx: Transaction) -> Grant | None:
        user = services.tokens.held(tx, bearer)
        if user is None:
            raise LoginError(INVALID_TOKEN)
        if accepted is not None:
            users.set_fields(tx, user, {"accept_consent": accepted})
        if accepted is False:
            sessions.revoke(tx, bearer.session.jti)
            return None
        return services.logins.grant(tx, call, user, request)

    grant = await services.store.transaction(consent)
    if grant is None:
        return Reply.json(
            {"url": with_query(request.login_url, **told(PARTNER_REFUSES_LOGIN.code, request.state))}
        )
    reply = await services.logins.reply(call, grant)
    return evolve(reply, body={"url": reply.body["login_url"]})


def _provider(call: Call) -> str:
    return str(next(value for name, value in call.path.items() if name.endswith("provider_name")))


def _request(call: Call, *, redirects_on: bool = True) -> LoginRequest:
    """Read a social login; the scope or the field ``email`` wants an address of everybody [seed]."""
    request = login_request(call, login_type="social", redirects_on=redirects_on)
    wanted = {*request.scopes, *call.query.get("fields", ())}
    return evolve(request, asks_email="email" in wanted)


async def _page_url(call: Call, services: Services) -> str:
    request = _request(call)
    return await services.store.transaction(
        lambda tx: services.social.page_url(tx, call.project, _provider(call), request)
    )


async def _login(
    call: Call, services: Services, secret: str, purpose: str, *, redirects_on: bool = True
) -> Grant:
    provider, request = _provider(call), _request(call, redirects_on=redirects_on)

    profile = await _profile(call, services, provider, secret, purpose)
    held = secret if purpose == ACCESS_TOKEN else None
    token = await network_token(services, call.project, provider, profile, held=held)
    request = social_request(request, provider, profile, token)
    return await _sign_in(call, services, provider, profile, secret, purpose, request)


async def _profile(call: Call, services: Services, provider: str, secret: str, purpose: str) -> Profile:
    """Return whom the network vouches for, before the credential is used up."""
    return await services.store.read(
        lambda tx: services.social.profile_of(tx, call.project, provider, secret, purpose, keep=True)
    )


async def network_token(
    services: Services, project: Project, provider: str, profile: Profile, *, held: str | None = None
) -> str | None:
    """Return the access token of the network that the user's token carries, if the project wants one there.

    What the network gives for a code, a ticket or a sign-in on its page is made here; ``held`` is what the
    application showed.
    """
    if not project["social_access_token"]:
        return None
    return held or await services.store.transaction(
        lambda tx: services.social.mint(tx, project, provider, ACCESS_TOKEN, profile)
    )


async def _sign_in(
    call: Call,
    services: Services,
    provider: str,
    profile: Profile,
    secret: str,
    purpose: str,
    request: LoginRequest,
) -> Grant:
    """Use a credential up and let the user behind the identity in."""

    def identify(tx: Transaction) -> User:
        services.social.profile_of(tx, call.project, provider, secret, purpose)
        return services.social.user_of(tx, call.project, provider, profile)

    return await services.partners.transaction(
        call.project,
        social_question(provider, profile),
        identify=identify,
        finish=lambda tx, user: services.logins.grant(tx, call, user, request),
    )


def social_question(provider: str, profile: Profile) -> Question:
    """Return what a social login asks the partner."""
    told = {name: profile.get(name) for name in ("id", "email", "name", "picture")}
    body = {"provider": provider, **{name: value for name, value in told.items() if value is not None}}
    claims = {"provider": provider, "id": profile["id"]}
    return Question(webhook="social", body=lambda _: body, refusal=PARTNER_REFUSES_LOGIN, claims=claims)


async def _cross_auth(call: Call, services: Services) -> Reply:
    """Take the platform's session ticket or code for the user's word."""
    provider, asked = _provider(call), _request(call)
    ticket, code = call.query.get("session_ticket"), call.query.get("code")

    secret, purpose = (ticket, ACCESS_TOKEN) if ticket is not None else (code or "", CODE)
    redirects_on = call.query.get("is_redirect", True)
    try:
        profile = await _profile(call, services, provider, secret, purpose)
        token = await network_token(services, call.project, provider, profile)
        request = social_request(asked, provider, profile, token)
        request = evolve(request, social={**(request.social or {}), "is_cross_auth": True})
        grant = await _sign_in(call, services, provider, profile, secret, purpose, request)
    except LoginError as refusal:
        if not redirects_on or refusal.refusal != SOCIAL_NETWORK_REFUSES:
            raise
        answer = Reply.redirect(with_query(asked.login_url, **told(refusal.code, asked.state)))
        return evolve(answer, refused=refusal)
    if redirects_on:
        return await services.logins.redirect(call, grant)
    return await services.logins.reply(call, grant)


TOLD = {
    SOCIAL_NETWORK_REFUSES.code: "The social network does not confirm this sign-in.",
    PARTNER_REFUSES_LOGIN.code: "The user refused.",
}


def told(code: str, state: str | None) -> dict[str, str]:
    """Return the query parameters that tell a failure to the page that started a social login [sdk-ios]."""
    parameters = {"error_code": code, "error_description": TOLD[code]}
    return {**parameters, "state": state} if state is not None else parameters
