"""The authorization endpoint (RFC 6749 section 4.1.1): the browser comes in, and leaves with a code."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.login_request import login_request
from login_contract.mock.calls.serving import serves
from login_contract.mock.domain import redirects
from login_contract.mock.domain.redirects import with_query
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.authorization import BadAuthorization, proven
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.services import Services


async def tell_client(
    refusal: LoginError, query: Mapping[str, Sequence[str]], services: Services
) -> Reply | None:
    """Tell the redirect URI what was wrong; to one that is not registered nobody is sent."""
    client_id, redirect_uri = query.get("client_id", ()), query.get("redirect_uri", ())
    if len(client_id) != 1 or len(redirect_uri) > 1 or refusal.status != 400:
        return None
    client = services.projects.client(client_id[0])
    if client is None:
        return None
    try:
        target = client.redirect_uri(redirect_uri[0] if redirect_uri else None)
    except LoginError:
        return None
    state = query.get("state", ())
    told = _present(
        error="invalid_request",
        error_description=refusal.description or refusal.code,
        error_code=refusal.code,
        state=state[0] if len(state) == 1 else None,
    )
    return Reply.redirect(with_query(target, **told))


@serves("oauth2-authorize", refuse=tell_client)
async def oauth2_authorize(call: Call, services: Services) -> Reply:
    """Send a signed-in browser on with a code, any other one to the sign-in page."""
    request = login_request(call, login_type="xsolla_login")
    try:
        request = proven(
            request,
            call.query["response_type"],
            call.query.get("code_challenge"),
            call.query.get("code_challenge_method"),
        )
        silent = call.query.get("prompt") == "none"
        outcome = await services.authorizations.authorize(
            call.project, request, browser=call.browser, locale=call.query.get("locale"), silent=silent
        )
    except BadAuthorization as problem:
        return _refused(call, request, problem)
    if silent:
        return await login_reply.redirect(outcome, services)
    return await login_reply.go_on(outcome, services, locale=call.query.get("locale"))


def _refused(call: Call, request: LoginRequest, problem: BadAuthorization) -> Reply:
    target = request.login_url
    fail_url = call.query.get("fail_auth_url")
    if fail_url is not None and redirects.is_known_page(call.project, fail_url):
        target = fail_url
    told = _present(error=problem.error, error_description=problem.description, state=request.state)
    return Reply.redirect(with_query(target, **told))


def _present(**parameters: str | None) -> dict[str, str]:
    return {name: value for name, value in parameters.items() if value is not None}
