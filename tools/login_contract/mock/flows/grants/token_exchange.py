"""The grant of another token (RFC 8693)."""

from __future__ import annotations

from attrs import evolve, frozen

from login_contract.mock.arrival import Arrival
from login_contract.mock.contract.refusals import INVALID_GRANT
from login_contract.mock.domain.clients import Client
from login_contract.mock.domain.tokens import Bearer, InvalidToken, Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.grants import client_proof
from login_contract.mock.flows.grants.token_request import TokenRequest
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.oauth_tokens import Issued, OAuthTokens
from login_contract.mock.store.database import Store, Transaction


@frozen
class TokenExchangeGrant:
    """Gives a user's token for one of another scope."""

    _store: Store
    _tokens: Tokens
    _oauth_tokens: OAuthTokens

    async def issue(self, client: Client, asked: TokenRequest, arrival: Arrival) -> Issued:
        """Exchange a token; what comes of it ends with what it was made of.

        Raises:
            LoginError: 400 010-019, of the client; 400 010-023, the ``subject_token`` is not valid or one of
                another project.
        """
        client_proof.check(client, asked.client_secret, demanded=True)
        bearer = await self._subject(client, asked.needed("subject_token"))
        before = LoginRequest.from_json(bearer.session.context)
        request = evolve(
            before,
            scope=before.scope if asked.scope is None else asked.scope,
            audience=before.audience if asked.audience is None else asked.audience,
        )

        def exchange(tx: Transaction) -> Issued:
            user = self._tokens.held(tx, bearer)
            if user is None:
                raise LoginError(INVALID_GRANT, because="the subject_token has ended meanwhile")
            family = bearer.session.family
            return self._oauth_tokens.issue(
                tx, client.project, user, request, client_id=client.client_id, family=family
            )

        return await self._store.transaction(exchange)

    async def _subject(self, client: Client, token: str) -> Bearer:
        try:
            bearer = await self._tokens.check(token)
        except InvalidToken as problem:
            raise LoginError(INVALID_GRANT, because=f"the subject_token {problem}") from None
        if bearer.project.project_id != client.project.project_id:
            because = f"the subject_token is one of project {bearer.project.project_id}"
            raise LoginError(INVALID_GRANT, because=because)
        return bearer
