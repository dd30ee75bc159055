"""Single sign-on, sign-out and consent."""

from __future__ import annotations

from typing import Any

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.login_request import login_request
from login_contract.mock.calls.serving import serves
from login_contract.mock.domain import redirects
from login_contract.mock.domain.tokens import ANY_LOGIN
from login_contract.mock.flows.consent import WHOLE_CLIENT
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.services import Services


@serves("check-user-authentication")
async def check_user_authentication(call: Call, services: Services) -> Reply:
    """Answer the redirect URI with a code when the browser is signed in."""
    request = login_request(call, login_type="oauth")
    grant = await services.authorizations.code(call.project, request, browser=call.browser)
    return await login_reply.url_reply(grant, services, name="login_url")


@serves("jwt-sso")
async def jwt_sso(call: Call, services: Services) -> Reply:
    """Answer a one-time code when the browser is signed in."""
    if "login_url" in call.query:
        redirects.login_url(call.project, call.query["login_url"])
    request = LoginRequest(login_url="", login_type="xsolla_login", payload=call.query.get("payload"))
    grant = await services.authorizations.code(call.project, request, browser=call.browser)
    return Reply.json({"code": grant.code})


@serves("jwt-sso-redirect")
async def jwt_sso_redirect(call: Call, services: Services) -> Reply:
    """Send a signed-in browser to a registered Callback URL with a one-time code."""
    target = redirects.login_url(call.project, call.query.get("login_url"))
    request = LoginRequest(login_url=target, login_type="xsolla_login", payload=call.query.get("payload"))
    grant = await services.authorizations.code(call.project, request, browser=call.browser)
    return await login_reply.redirect(grant, services)


@serves("log-user-out")
async def log_user_out(call: Call, services: Services) -> Reply:
    """End the single sign-on of a user; with ``all`` every token of theirs as well."""
    await services.logouts.end(call.user, everything=call.query["sessions"] == "all")
    return Reply.empty()


@serves("clear-sso-cookie")
async def clear_sso_cookie(call: Call, services: Services) -> Reply:
    """Forget this browser's sign-in; a browser without one is answered alike."""
    await services.logouts.forget(call.browser, call.query.get("projectId"))
    return Reply(204, headers=login_reply.no_cookie(services))


@serves("oauth2-save-consent", purposes=ANY_LOGIN)
async def oauth2_save_consent(call: Call, services: Services) -> Reply:
    """Note which scopes the user lets a client have."""
    scopes, approved = call.body.get("scope", "").split(), call.body.get("approval", False)
    await services.consents.save(call.user, call.body["client_id"], scopes, approved=approved)
    return Reply.empty()


@serves("oauth2-check-consent", purposes=ANY_LOGIN)
async def oauth2_check_consent(call: Call, services: Services) -> Reply:
    """Say which of the scopes in question the user has not approved."""
    scopes = call.body["scope"].split()
    missing = await services.consents.missing(call.user, call.body["client_id"], scopes)
    refused = [scope for scope in missing if scope != WHOLE_CLIENT]
    body: dict[str, Any] = {"approval": not missing}
    if refused:
        body["refused_scopes"] = refused
    return Reply.json(body)
