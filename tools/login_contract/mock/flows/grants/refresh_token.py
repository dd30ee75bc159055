"""The grant of a refresh token (RFC 6749 section 6)."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.arrival import Arrival
from login_contract.mock.contract.refusals import INVALID_GRANT
from login_contract.mock.domain.clients import Client
from login_contract.mock.flows.grants import client_proof
from login_contract.mock.flows.grants.token_request import TokenRequest
from login_contract.mock.flows.oauth_tokens import Issued, OAuthTokens
from login_contract.mock.flows.partner import CUSTOM, Partners, Question
from login_contract.mock.store import refresh_tokens
from login_contract.mock.store.database import Store

TOLD_BY_NETWORK = ("provider", "id", "name", "picture")


@frozen
class RefreshTokenGrant:
    """Gives new tokens for a refresh token."""

    _store: Store
    _partners: Partners
    _oauth_tokens: OAuthTokens

    async def issue(self, client: Client, asked: TokenRequest, arrival: Arrival) -> Issued:
        """Rotate a refresh token; of two who present it at once, one wins.

        The client's secret may be left out [doc].

        Raises:
            LoginError: 400 010-019, the secret is wrong; 400 010-023, of the refresh token.
        """
        client_proof.check(client, asked.client_secret, demanded=False)
        project, token = client.project, asked.needed("refresh_token")
        question = await self._question(token) if project["storage"] == CUSTOM else None
        return await self._partners.transaction(
            project,
            question,
            identify=lambda tx: self._oauth_tokens.present(
                tx, project, client.client_id, token, arrival=arrival
            ),
            finish=lambda tx, user, presented: self._oauth_tokens.renew(tx, project, user, presented),
        )

    async def _question(self, token: str) -> Question:
        """Return what a refresh asks the partner, with what the social network of its login told."""
        held = await self._store.read(lambda tx: refresh_tokens.find(tx, token))
        social = (held.context.get("social") or {}) if held is not None else {}
        claims = {name: social[name] for name in TOLD_BY_NETWORK if name in social}
        return Question(webhook="refresh-token", body=lambda _: {}, refusal=INVALID_GRANT, claims=claims)
