"""The token endpoint: which grant is presented, and by whom."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from attrs import frozen

from login_contract.mock.arrival import Arrival
from login_contract.mock.contract.refusals import WRONG_PROTOCOL
from login_contract.mock.domain.clients import Client
from login_contract.mock.domain.projects import Projects
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.grants import client_proof
from login_contract.mock.flows.grants.token_request import TokenRequest
from login_contract.mock.flows.oauth_tokens import Issued

# A project without OAuth 2.0 calls has the codes of its single sign-on, and its servers.
OF_EVERY_PROTOCOL = ("authorization_code", "client_credentials")


class TokenGrant(Protocol):
    """One way to get tokens."""

    async def issue(self, client: Client, asked: TokenRequest, arrival: Arrival) -> Issued:
        """Give a client what the grant is good for.

        Raises:
            LoginError: it is good for nothing.
        """


@frozen
class TokenEndpoint:
    """Gives clients tokens; ``grants`` has the grant of every grant type."""

    _projects: Projects
    _grants: Mapping[str, TokenGrant]

    async def issue(self, asked: TokenRequest, arrival: Arrival) -> tuple[Client, Issued]:
        """Return what a grant gives, and the client that presented it.

        Raises:
            LoginError: 400 010-019, of the client; 422 003-033, its project has no OAuth 2.0 calls; of the
                grant.
        """
        client = client_proof.named(self._projects, asked.client_id)
        if client.project["protocol"] == "jwt" and asked.grant_type not in OF_EVERY_PROTOCOL:
            raise LoginError(WRONG_PROTOCOL, because='the project has protocol = "jwt"')
        return client, await self._grants[asked.grant_type].issue(client, asked, arrival)
