"""Revocation of tokens (RFC 7009)."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.contract.refusals import WRONG_PROTOCOL
from login_contract.mock.domain.clients import Client
from login_contract.mock.domain.projects import Projects
from login_contract.mock.domain.tokens import InvalidToken, Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.grants import client_proof
from login_contract.mock.flows.oauth_tokens import OAuthTokens
from login_contract.mock.store import refresh_tokens, sessions, users
from login_contract.mock.store.database import Store, Transaction


@frozen
class Revocations:
    """Ends tokens for the clients that own them."""

    _store: Store
    _projects: Projects
    _tokens: Tokens
    _oauth_tokens: OAuthTokens

    async def revoke(self, client_id: int | str, secret: str | None, token: str) -> None:
        """End an access or refresh token; for an unknown or foreign one there is nothing to do.

        Raises:
            LoginError: 400 010-019, of the client; 422 003-033, its project has no OAuth 2.0 calls.
        """
        client = client_proof.named(self._projects, client_id)
        client_proof.check(client, secret, demanded=True)
        if client.project["protocol"] == "jwt":
            raise LoginError(WRONG_PROTOCOL, because='the project has protocol = "jwt"')
        if not await self._store.transaction(lambda tx: self._revoke_refresh_token(tx, client, token)):
            await self._revoke_access_token(client, token)

    def _revoke_refresh_token(self, tx: Transaction, client: Client, token: str) -> bool:
        """Return whether it is a refresh token at all."""
        held = refresh_tokens.find(tx, token)
        if held is not None and held.client_id == client.client_id:
            users.hold(tx, held.user_id)
            self._oauth_tokens.revoke_family(tx, held.family)
        return held is not None

    async def _revoke_access_token(self, client: Client, token: str) -> None:
        try:
            bearer = await self._tokens.check(token)
        except InvalidToken:
            return
        if bearer.session.context.get("client_id") == client.client_id:
            await self._store.transaction(lambda tx: sessions.revoke(tx, bearer.session.jti))
