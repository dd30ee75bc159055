"""Login through social networks, in the JWT and the OAuth 2.0 family."""

from __future__ import annotations

from attrs import evolve

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.login_request import login_request
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import SOCIAL_NETWORK_REFUSES, UNKNOWN_PROJECT
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import social
from login_contract.mock.flows.login import Grant, Onward
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.social import Credential
from login_contract.mock.services import Services


@serves("jwt-get-link-for-social-auth", "oauth-20-get-link-for-social-auth")
async def get_link_for_social_auth(call: Call, services: Services) -> Reply:
    """Answer the address of the provider's page."""
    page = await _start(call, services)
    return Reply.json({"url": page.url})


@serves("jwt-auth-via-social-network", "oauth-20-auth-via-social-network")
async def auth_via_social_network(call: Call, services: Services) -> Reply:
    """Send the browser to the provider's page."""
    page = await _start(call, services)
    return Reply.redirect(page.url)


@serves("jwt-auth-via-access-token-of-social-network")
async def jwt_auth_via_access_token_of_social_network(call: Call, services: Services) -> Reply:
    """Log in with an access token that the provider gave an application; answer the token alone."""
    grant = await _login(call, services, _token(call), redirects_on=False)
    return await login_reply.token_reply(grant, services)


@serves(
    "oauth-20-auth-via-access-token-of-social-network",
    "one-tap-complete",
    "oauth-20-one-tap-complete",
)
async def auth_via_access_token_of_social_network(call: Call, services: Services) -> Reply:
    """Log in with an access token that the provider gave an application, or with its prompt's credential."""
    grant = await _login(call, services, _token(call))
    return await login_reply.reply(grant, services)


@serves("oauth-20-mobile-social-code")
async def oauth_20_mobile_social_code(call: Call, services: Services) -> Reply:
    """Log in with a code that the provider gave a mobile application [sdk-android]."""
    code = Credential.code(_provider(call), call.body["code"])
    return await login_reply.reply(await _login(call, services, code), services)


@serves("jwt-silent-authentication", "oauth-20-silent-authentication")
async def silent_authentication(call: Call, services: Services) -> Reply:
    """Log in the user of a platform that the game was started from, by its session ticket or code."""
    request, ticket = _request(call), call.query.get("session_ticket")
    credential = Credential.code(_provider(call), call.query.get("code", ""))
    if ticket is not None:
        credential = Credential.token(_provider(call), ticket)
    redirects_on = call.query.get("is_redirect", True)
    try:
        grant = await services.social_logins.log_in(
            call.project, credential, request, browser=call.browser, silent=True
        )
    except LoginError as refusal:
        if not redirects_on or refusal.refusal != SOCIAL_NETWORK_REFUSES:
            raise
        answer = await login_reply.redirect(social.told(request, refusal.code), services)
        return evolve(answer, refused=refusal)
    if redirects_on:
        return await login_reply.redirect(grant, services)
    return await login_reply.reply(grant, services)


@serves("social-consent")
async def social_consent(call: Call, services: Services) -> Reply:
    """Note the answer to the project's terms and go on with the login."""
    project = services.projects.named(call.body["projectId"], UNKNOWN_PROJECT)
    accepted: bool | None = call.body["accept_consent"]
    outcome = await services.social_logins.consent(
        project, call.body["token"], accepted=accepted, browser=call.browser
    )
    return await login_reply.url_reply(outcome, services, name="url")


async def _start(call: Call, services: Services) -> Onward:
    locale = call.query.get("locale")
    return await services.social_logins.start(call.project, _provider(call), _request(call), locale=locale)


def _provider(call: Call) -> str:
    return str(next(value for name, value in call.path.items() if name.endswith("provider_name")))


def _request(call: Call, *, redirects_on: bool = True) -> LoginRequest:
    """Read a social login; the scope or the field ``email`` wants an address of everybody [seed]."""
    request = login_request(call, login_type="social", redirects_on=redirects_on)
    wanted = {*request.scopes, *call.query.get("fields", ())}
    return evolve(request, asks_email="email" in wanted)


def _token(call: Call) -> Credential:
    return Credential.token(_provider(call), call.body["access_token"])


async def _login(
    call: Call, services: Services, credential: Credential, *, redirects_on: bool = True
) -> Grant:
    request = _request(call, redirects_on=redirects_on)
    return await services.social_logins.log_in(call.project, credential, request, browser=call.browser)
