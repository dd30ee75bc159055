"""Which scopes a user lets a client have."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import frozen

from login_contract.mock.contract.refusals import INVALID_TOKEN, NOT_FOUND, WRONG_PROTOCOL
from login_contract.mock.domain.clients import Client
from login_contract.mock.domain.projects import Projects
from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.errors import LoginError
from login_contract.mock.store import consents
from login_contract.mock.store.database import Store

# A consent that names no scope is one to the client as such.
WHOLE_CLIENT = ""


@frozen
class Consents:
    """Notes what users approve, and tells what they have not approved."""

    _store: Store
    _projects: Projects

    async def save(self, bearer: Bearer, client_id: int, scopes: Sequence[str], *, approved: bool) -> None:
        """Note whether the user of a token lets a client have scopes.

        Raises:
            LoginError: 404 003-061, there is no such client; 422 003-033, its project has no OAuth 2.0 calls;
                401 002-016, the token is not valid for it.
        """
        client = self._client_of(bearer, client_id)
        user_id, wanted = bearer.user.user_id, list(scopes) or [WHOLE_CLIENT]
        await self._store.transaction(
            lambda tx: consents.decide(tx, user_id, client.client_id, wanted, approved=approved)
        )

    async def missing(self, bearer: Bearer, client_id: int, scopes: Sequence[str]) -> list[str]:
        """Return which scopes, or ``WHOLE_CLIENT`` where none are named, the user has not approved.

        Raises:
            LoginError: as ``save``.
        """
        client = self._client_of(bearer, client_id)
        user_id = bearer.user.user_id
        approved = await self._store.read(lambda tx: consents.approved(tx, user_id, client.client_id))
        return [scope for scope in list(scopes) or [WHOLE_CLIENT] if scope not in approved]

    def _client_of(self, bearer: Bearer, client_id: int) -> Client:
        client = self._projects.client(client_id)
        if client is None:
            because = f"client_id {client_id} is in no project's oauth_clients"
            raise LoginError(NOT_FOUND, because=because)
        if client.project["protocol"] == "jwt":
            raise LoginError(WRONG_PROTOCOL, because='the project has protocol = "jwt"')
        if client.project.project_id != bearer.project.project_id:
            because = f"the token is one of project {bearer.project.project_id}"
            raise LoginError(INVALID_TOKEN, because=because)
        return client
