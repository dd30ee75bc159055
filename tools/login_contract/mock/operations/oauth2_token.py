"""The token endpoint of OAuth 2.0 (RFC 6749) and revocation (RFC 7009)."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

from attrs import evolve

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.contract.refusals import INVALID_CLIENT, INVALID_GRANT, MISSING_VALUE, WRONG_PROTOCOL
from login_contract.mock.domain.clients import Client
from login_contract.mock.domain.tokens import InvalidToken
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.oauth_tokens import Issued, proves_challenge
from login_contract.mock.flows.partner import Question
from login_contract.mock.services import Services
from login_contract.mock.store import authorization_codes, refresh_tokens, sessions, users
from login_contract.mock.store.authorization_codes import AuthorizationCode
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.users import User
from login_contract.mock.terminal import shown

Body = dict[str, Any]
TOLD_BY_NETWORK = ("provider", "id", "name", "picture")


@serves("generate-jwt")
async def generate_jwt(call: Call, services: Services) -> Reply:
    """Exchange a grant for tokens."""
    grant = GRANTS[call.body["grant_type"]]
    if "client_id" not in call.body:
        raise LoginError(INVALID_CLIENT, because="client_id is missing")
    client = services.projects.client(call.body["client_id"])
    if client is None:
        raise LoginError(
            INVALID_CLIENT,
            because=f"client_id {call.body['client_id']} is in no project's oauth_clients",
        )
    if client.project["protocol"] == "jwt" and grant not in (_client_credentials, _authorization_code):
        raise LoginError(WRONG_PROTOCOL, because='the project has protocol = "jwt"')
    issued = await grant(client, call, services)
    return Reply.json(await services.oauth_tokens.response(client.project, issued))


def _authenticate(client: Client, body: Body, *, demanded: bool) -> None:
    """Check the client's secret; a refresh may leave it out [doc], but a wrong one is always refused."""
    secret = body.get("client_secret")
    if (demanded or secret is not None) and not client.proves_itself(secret):
        because = (
            f"client_secret is {'wrong' if secret is not None else 'missing'} (client {client.client_id})"
        )
        raise LoginError(INVALID_CLIENT, because=because)


async def _authorization_code(client: Client, call: Call, services: Services) -> Issued:
    """Use an authorization code up; a second use ends what the first one gave (RFC 6749 section 4.1.2)."""
    if client.kind == "server":
        because = f"client {client.client_id} is of type server, which has no users"
        raise LoginError(INVALID_CLIENT, because=because)
    _authenticate(client, call.body, demanded=True)
    code = _needed(call.body, "code")

    def exchange(tx: Transaction) -> Issued:
        given = authorization_codes.find(tx, code)
        if given is None or given.project_id != client.project.project_id:
            raise LoginError(INVALID_GRANT, because="the code is unknown")
        if given.client_id not in (None, client.client_id):
            because = f"the code was given to client {given.client_id}, not to {client.client_id}"
            raise LoginError(INVALID_GRANT, because=because)
        if client.project["protocol"] == "jwt" and given.client_id is not None:
            raise LoginError(WRONG_PROTOCOL, because='the project has protocol = "jwt"')
        user = users.by_id(tx, client.project.project_id, given.user_id, hold=True)
        if given.consumed:
            services.oauth_tokens.revoke_family(tx, given.family)
            raise LoginError(INVALID_GRANT, because="the code was used before")
        request = LoginRequest.from_json(given.context)
        _check_binding(given, request, call.body)
        if user is None or not authorization_codes.consume(tx, code):
            # Somebody was faster; for a code that is merely too old, there is nothing to end.
            services.oauth_tokens.revoke_family(tx, given.family)
            raise LoginError(INVALID_GRANT, because="the code is expired (authorization_code_lifetime)")
        return services.oauth_tokens.issue(
            tx, client.project, user, request, client_id=client.client_id, family=given.family
        )

    return await services.store.transaction(exchange)


def _check_binding(given: AuthorizationCode, request: LoginRequest, body: Body) -> None:
    redirect_uri = body.get("redirect_uri")
    if given.client_id is not None and redirect_uri not in (None, request.login_url):
        because = f"redirect_uri {shown(redirect_uri)} is not that of the authorization: {request.login_url}"
        raise LoginError(INVALID_GRANT, because=because)
    if not proves_challenge(request.code_challenge, body.get("code_verifier")):
        given_verifier = "does not fit" if "code_verifier" in body else "is missing for"
        raise LoginError(INVALID_GRANT, because=f"code_verifier {given_verifier} the code_challenge")


async def _refresh_token(client: Client, call: Call, services: Services) -> Issued:
    """Rotate a refresh token; of two who present it at once, one wins."""
    _authenticate(client, call.body, demanded=False)
    token = _needed(call.body, "refresh_token")

    held = await services.store.read(lambda tx: refresh_tokens.find(tx, token))

    def identify(tx: Transaction) -> tuple[User, None]:
        user = services.oauth_tokens.present(
            tx, client.project, client.client_id, token, arrival=call.arrival
        )
        return user, None

    def renew(tx: Transaction, user: User, proof: None) -> Issued:
        presented = refresh_tokens.find(tx, token)
        if presented is None:
            raise LoginError(INVALID_GRANT, because="the refresh token is unknown")
        return services.oauth_tokens.renew(tx, client.project, user, presented)

    social = (held.context.get("social") or {}) if held is not None else {}
    question = Question(
        webhook="refresh-token",
        body=lambda _: {},
        refusal=INVALID_GRANT,
        claims={name: social[name] for name in TOLD_BY_NETWORK if name in social},
    )
    return await services.partners.transaction(client.project, question, identify=identify, finish=renew)


async def _client_credentials(client: Client, call: Call, services: Services) -> Issued:
    """Give a server client a token of its own; there is no user and no refresh."""
    if client.kind != "server":
        because = f"client {client.client_id} is of type {client.kind}, not server"
        raise LoginError(INVALID_CLIENT, because=because)
    _authenticate(client, call.body, demanded=True)
    return await services.store.transaction(
        lambda tx: services.oauth_tokens.issue_server(tx, client.project, client.client_id)
    )


async def _token_exchange(client: Client, call: Call, services: Services) -> Issued:
    """Exchange a user's token for one of another scope."""
    _authenticate(client, call.body, demanded=True)
    try:
        bearer = await services.tokens.check(_needed(call.body, "subject_token"))
    except InvalidToken as problem:
        raise LoginError(INVALID_GRANT, because=f"the subject_token {problem}") from None
    if bearer.project.project_id != client.project.project_id:
        raise LoginError(INVALID_GRANT)
    before = LoginRequest.from_json(bearer.session.context)
    request = evolve(
        before,
        scope=call.body.get("scope", before.scope),
        audience=call.body.get("audience", before.audience),
    )

    def exchange(tx: Transaction) -> Issued:
        user = services.tokens.held(tx, bearer)
        if user is None:
            raise LoginError(INVALID_GRANT)
        # Of the same family, so that it ends with what it was made of.
        return services.oauth_tokens.issue(
            tx, client.project, user, request, client_id=client.client_id, family=bearer.session.family
        )

    return await services.store.transaction(exchange)


def _needed(body: Body, name: str) -> str:
    if name not in body:
        raise LoginError(MISSING_VALUE, f"The grant needs the field {name}.")
    value: str = body[name]
    return value


GRANTS: dict[str, Callable[[Client, Call, Services], Awaitable[Issued]]] = {
    "authorization_code": _authorization_code,
    "refresh_token": _refresh_token,
    "client_credentials": _client_credentials,
    "urn:ietf:params:oauth:grant-type:token_exchange": _token_exchange,
}


@serves("revoke-jwt")
async def revoke_jwt(call: Call, services: Services) -> Reply:
    """Revoke an access or refresh token; an unknown or foreign one is answered alike (RFC 7009)."""
    client = services.projects.client(call.body["client_id"])
    if client is None:
        raise LoginError(
            INVALID_CLIENT,
            because=f"client_id {call.body['client_id']} is in no project's oauth_clients",
        )
    _authenticate(client, call.body, demanded=True)
    if client.project["protocol"] == "jwt":
        raise LoginError(WRONG_PROTOCOL, because='the project has protocol = "jwt"')
    token: str = call.body["token"]

    def revoke_refresh(tx: Transaction) -> bool:
        held = refresh_tokens.find(tx, token)
        if held is None:
            return False
        if held.client_id == client.client_id:
            users.hold(tx, held.user_id)
            services.oauth_tokens.revoke_family(tx, held.family)
        return True

    if not await services.store.transaction(revoke_refresh):
        try:
            bearer = await services.tokens.check(token)
        except InvalidToken:
            return Reply(200)
        if bearer.session.context.get("client_id") == client.client_id:
            await services.store.transaction(lambda tx: sessions.revoke(tx, bearer.session.jti))
    return Reply(200)
