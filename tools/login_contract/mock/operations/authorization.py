"""The authorization endpoint (RFC 6749 section 4.1.1): the browser comes in, and leaves with a code."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from attrs import evolve, frozen

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.domain import clients, redirects
from login_contract.mock.domain.redirects import with_query
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import LoginRequest
from login_contract.mock.operations.requests import login_request
from login_contract.mock.services import Services
from login_contract.mock.store.database import Transaction

CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43,128}")


@frozen
class BadAuthorization(Exception):
    """The request is wrong in a way that RFC 6749 has a name for."""

    error: str
    description: str


async def oauth2_authorize(call: Call, services: Services) -> Reply:
    """Send a signed-in browser on with a code, any other one to the sign-in page."""
    request = login_request(call, login_type="xsolla_login")
    try:
        request = _proven(call, request)
    except BadAuthorization as problem:
        return _refused(call, services, request, problem)

    def decide(tx: Transaction) -> str:
        try:
            user, session = services.sso.signed_in(tx, call.project, call.browser)
        except LoginError:
            return _sign_in_url(tx, services, call, request)
        known = evolve(request, login_type=session.login_type, announced=True)
        code = services.logins.authorize(tx, call.project, user.user_id, known)
        return with_query(request.login_url, **_present(code=code, state=request.state))

    return Reply.redirect(await services.store.transaction(decide))


def _proven(call: Call, request: LoginRequest) -> LoginRequest:
    """Check what the description leaves to this operation, so that the redirect URI hears of it."""
    if set(call.query["response_type"]) != {"code"}:
        raise BadAuthorization("unsupported_response_type", "Only the response type code is supported.")
    challenge, method = call.query.get("code_challenge"), call.query.get("code_challenge_method")
    if challenge is None and method is None:
        return request
    if method != "S256" or challenge is None or not CHALLENGE.fullmatch(challenge):
        raise BadAuthorization("invalid_request", "A proof key needs a code_challenge of the method S256.")
    return evolve(request, code_challenge=challenge)


def _sign_in_url(tx: Transaction, services: Services, call: Call, request: LoginRequest) -> str:
    return services.sign_ins.page_url(tx, call.project, request, locale=call.query.get("locale"))


def _refused(call: Call, services: Services, request: LoginRequest, problem: BadAuthorization) -> Reply:
    target = request.login_url
    fail_url = call.query.get("fail_auth_url")
    if fail_url is not None and redirects.is_known_page(call.project, fail_url):
        target = fail_url
    told = _present(error=problem.error, error_description=problem.description, state=request.state)
    return Reply.redirect(with_query(target, **told))


def _present(**parameters: str | None) -> dict[str, str]:
    return {name: value for name, value in parameters.items() if value is not None}


async def oauth2_authorize_refused(
    refusal: LoginError, query: Mapping[str, Sequence[str]], services: Services
) -> Reply | None:
    """Tell the redirect URI what was wrong; to one that is not registered nobody is sent."""
    client_id, redirect_uri = query.get("client_id", ()), query.get("redirect_uri", ())
    if len(client_id) != 1 or len(redirect_uri) > 1 or refusal.status != 400:
        return None
    client = clients.find(services.projects, client_id[0])
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
