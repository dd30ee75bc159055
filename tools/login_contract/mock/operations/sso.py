"""Single sign-on, sign-out and consent."""

from __future__ import annotations

from typing import Any

from attrs import evolve

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.contract.refusals import INVALID_TOKEN, NOT_FOUND, WRONG_PROTOCOL
from login_contract.mock.domain import clients, redirects
from login_contract.mock.domain.clients import Client
from login_contract.mock.domain.logout import end_everything
from login_contract.mock.domain.redirects import with_query
from login_contract.mock.domain.tokens import Bearer, InvalidToken
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import LoginRequest
from login_contract.mock.operations.requests import login_request
from login_contract.mock.services import Services
from login_contract.mock.store import consents, sessions, sso_sessions
from login_contract.mock.store.database import Transaction

# A consent that names no scope is one to the client as such.
WHOLE_CLIENT = ""


async def check_user_authentication(call: Call, services: Services) -> Reply:
    """Answer the redirect URI with a code when the browser is signed in."""
    request = login_request(call, login_type="oauth")
    code = await _sso_code(call, services, request)
    return Reply.json({"login_url": with_query(request.login_url, **_carried(code, request.state))})


async def jwt_sso(call: Call, services: Services) -> Reply:
    """Answer a one-time code when the browser is signed in."""
    if "login_url" in call.query:
        redirects.login_url(call.project, call.query["login_url"])
    request = LoginRequest(login_url="", login_type="xsolla_login", payload=call.query.get("payload"))
    return Reply.json({"code": await _sso_code(call, services, request)})


async def jwt_sso_redirect(call: Call, services: Services) -> Reply:
    """Send a signed-in browser to a registered Callback URL with a one-time code."""
    target = redirects.login_url(call.project, call.query.get("login_url"))
    request = LoginRequest(login_url=target, login_type="xsolla_login", payload=call.query.get("payload"))
    return Reply.redirect(with_query(target, code=await _sso_code(call, services, request)))


async def _sso_code(call: Call, services: Services, request: LoginRequest) -> str:
    def decide(tx: Transaction) -> str:
        user, _session = services.sso.signed_in(tx, call.project, call.browser)
        known = evolve(request, announced=True)
        return services.logins.authorize(tx, call.project, user.user_id, known)

    return await services.store.transaction(decide)


def _carried(code: str, state: str | None) -> dict[str, str]:
    return {"code": code, "state": state} if state is not None else {"code": code}


async def log_user_out(call: Call, services: Services) -> Reply:
    """End the single sign-on of a user; with ``all`` every token of theirs as well."""
    try:
        bearer = await services.tokens.check(call.bearer or "")
    except InvalidToken as problem:
        raise LoginError(INVALID_TOKEN, because=f"the token {problem}") from None
    user_id = bearer.user.user_id
    end = end_everything if call.query["sessions"] == "all" else sso_sessions.forget_user
    await services.store.transaction(lambda tx: end(tx, user_id))
    return Reply.empty()


async def clear_sso_cookie(call: Call, services: Services) -> Reply:
    """Forget this browser's sign-in; a browser without one is answered alike."""
    browser, project_id = call.browser, call.query.get("projectId")
    if browser is not None:
        await services.store.transaction(lambda tx: sso_sessions.forget_browser(tx, browser, project_id))
    return Reply(204, headers=services.sso.no_cookie())


async def oauth2_save_consent(call: Call, services: Services) -> Reply:
    """Note which scopes the user lets a client have."""
    bearer, client = await _consenting(call, services)
    scopes = call.body.get("scope", "").split() or [WHOLE_CLIENT]
    approved = call.body.get("approval", False)
    await services.store.transaction(
        lambda tx: consents.decide(tx, bearer.user.user_id, client.client_id, scopes, approved=approved)
    )
    return Reply.empty()


async def oauth2_check_consent(call: Call, services: Services) -> Reply:
    """Say which of the scopes in question the user has not approved."""
    bearer, client = await _consenting(call, services)
    scopes = call.body["scope"].split() or [WHOLE_CLIENT]
    approved = await services.store.read(
        lambda tx: consents.approved(tx, bearer.user.user_id, client.client_id)
    )
    refused = [scope for scope in scopes if scope not in approved and scope != WHOLE_CLIENT]
    body: dict[str, Any] = {"approval": set(scopes) <= approved}
    if refused:
        body["refused_scopes"] = refused
    return Reply.json(body)


async def _consenting(call: Call, services: Services) -> tuple[Bearer, Client]:
    client = clients.find(services.projects, call.body["client_id"])
    if client is None:
        raise LoginError(
            NOT_FOUND, because=f"client_id {call.body['client_id']} is in no project's oauth_clients"
        )
    if client.project["protocol"] == "jwt":
        raise LoginError(WRONG_PROTOCOL, because='the project has protocol = "jwt"')
    bearer = await services.tokens.identify(
        call.bearer or "", client.project, purposes=(sessions.ASK, sessions.FULL)
    )
    return bearer, client
