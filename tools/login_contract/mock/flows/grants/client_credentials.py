"""The grant of a client's own credentials (RFC 6749 section 4.4)."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.arrival import Arrival
from login_contract.mock.contract.refusals import INVALID_CLIENT
from login_contract.mock.domain.clients import Client
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.grants import client_proof
from login_contract.mock.flows.grants.token_request import TokenRequest
from login_contract.mock.flows.oauth_tokens import Issued, OAuthTokens
from login_contract.mock.store.database import Store


@frozen
class ClientCredentialsGrant:
    """Gives a server client a token of its own."""

    _store: Store
    _oauth_tokens: OAuthTokens

    async def issue(self, client: Client, asked: TokenRequest, arrival: Arrival) -> Issued:
        """Issue a token of no user; there is no refresh.

        Raises:
            LoginError: 400 010-019, the client is no server, or its secret is missing or wrong.
        """
        if client.kind != "server":
            because = f"client {client.client_id} is of type {client.kind}, not server"
            raise LoginError(INVALID_CLIENT, because=because)
        client_proof.check(client, asked.client_secret, demanded=True)
        return await self._store.transaction(
            lambda tx: self._oauth_tokens.issue_server(tx, client.project, client.client_id)
        )
