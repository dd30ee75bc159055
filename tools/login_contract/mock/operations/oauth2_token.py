"""The token endpoint of OAuth 2.0 (RFC 6749) and revocation (RFC 7009)."""

from __future__ import annotations

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import serves
from login_contract.mock.flows.grants.token_request import TokenRequest
from login_contract.mock.services import Services


@serves("generate-jwt")
async def generate_jwt(call: Call, services: Services) -> Reply:
    """Exchange a grant for tokens."""
    client, issued = await services.token_endpoint.issue(TokenRequest.of(call.body), call.arrival)
    return Reply.json(await services.oauth_tokens.response(client.project, issued))


@serves("revoke-jwt")
async def revoke_jwt(call: Call, services: Services) -> Reply:
    """Revoke an access or refresh token; an unknown or foreign one is answered alike (RFC 7009)."""
    client_id, secret = call.body["client_id"], call.body.get("client_secret")
    await services.revocations.revoke(client_id, secret, call.body["token"])
    return Reply(200)
