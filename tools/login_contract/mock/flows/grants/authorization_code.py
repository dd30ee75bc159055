"""The grant of an authorization code (RFC 6749 section 4.1.3), with its proof key (RFC 7636)."""

from __future__ import annotations

import hashlib
import hmac

from attrs import frozen

from login_contract.mock.arrival import Arrival
from login_contract.mock.contract.refusals import INVALID_CLIENT, INVALID_GRANT, WRONG_PROTOCOL
from login_contract.mock.domain.clients import Client
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.grants import client_proof
from login_contract.mock.flows.grants.token_request import TokenRequest
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.oauth_tokens import Issued, OAuthTokens
from login_contract.mock.store import authorization_codes, users
from login_contract.mock.store.authorization_codes import AuthorizationCode
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.terminal import shown
from login_contract.tokens.compact import base64url


@frozen
class AuthorizationCodeGrant:
    """Gives tokens for an authorization code."""

    _store: Store
    _oauth_tokens: OAuthTokens

    async def issue(self, client: Client, asked: TokenRequest, arrival: Arrival) -> Issued:
        """Use a code up; a second use ends what the first one gave (RFC 6749 section 4.1.2).

        Raises:
            LoginError: 400 010-019, of the client; 400 010-023, of the code; 422 003-033, the code is one of
                OAuth 2.0, and the project has none of its calls any more.
        """
        if client.kind == "server":
            because = f"client {client.client_id} is of type server, which has no users"
            raise LoginError(INVALID_CLIENT, because=because)
        client_proof.check(client, asked.client_secret, demanded=True)
        code = asked.needed("code")
        return await self._store.transaction(lambda tx: self._exchange(tx, client, asked, code))

    def _exchange(self, tx: Transaction, client: Client, asked: TokenRequest, code: str) -> Issued:
        project = client.project
        given = _given(tx, client, code)
        user = users.by_id(tx, project.project_id, given.user_id, hold=True)
        if given.consumed:
            self._oauth_tokens.revoke_family(tx, given.family)
            raise LoginError(INVALID_GRANT, because="the code was used before")
        request = LoginRequest.from_json(given.context)
        _check_binding(given, request, asked)
        if user is None or not authorization_codes.consume(tx, code):
            # Somebody was faster; for a code that is merely too old, there is nothing to end.
            self._oauth_tokens.revoke_family(tx, given.family)
            raise LoginError(INVALID_GRANT, because="the code is expired (authorization_code_lifetime)")
        return self._oauth_tokens.issue(
            tx, project, user, request, client_id=client.client_id, family=given.family
        )


def _given(tx: Transaction, client: Client, code: str) -> AuthorizationCode:
    given = authorization_codes.find(tx, code)
    if given is None or given.project_id != client.project.project_id:
        raise LoginError(INVALID_GRANT, because="the code is unknown")
    if given.client_id not in (None, client.client_id):
        because = f"the code was given to client {given.client_id}, not to {client.client_id}"
        raise LoginError(INVALID_GRANT, because=because)
    if client.project["protocol"] == "jwt" and given.client_id is not None:
        raise LoginError(WRONG_PROTOCOL, because='the project has protocol = "jwt"')
    return given


def _check_binding(given: AuthorizationCode, request: LoginRequest, asked: TokenRequest) -> None:
    uri = asked.redirect_uri
    if given.client_id is not None and uri not in (None, request.login_url):
        because = f"redirect_uri {shown(uri)} is not that of the authorization: {request.login_url}"
        raise LoginError(INVALID_GRANT, because=because)
    if not proves_challenge(request.code_challenge, asked.code_verifier):
        state = "does not fit" if asked.code_verifier is not None else "is missing for"
        raise LoginError(INVALID_GRANT, because=f"code_verifier {state} the code_challenge")


def proves_challenge(challenge: str | None, verifier: str | None) -> bool:
    """Check a PKCE verifier against an S256 challenge (RFC 7636).

    Without a challenge there must be no verifier: somebody may have taken the challenge out on its way, and
    the client that sends a verifier relies on it (RFC 9700 section 4.8.2).
    """
    if challenge is None:
        return verifier is None
    digest = hashlib.sha256((verifier or "").encode()).digest()
    computed = base64url(digest).encode()
    return verifier is not None and hmac.compare_digest(computed, challenge.encode())
