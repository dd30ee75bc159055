"""What the token endpoint gives: access tokens and, with the scope ``offline``, refresh tokens."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from login_contract.mock.arrival import Arrival
from login_contract.mock.contract.refusals import INVALID_GRANT
from login_contract.mock.domain.tokens import Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import refresh_tokens, sessions, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.refresh_tokens import RefreshToken
from login_contract.mock.store.user_rows import User

OFFLINE = "offline"


@frozen
class Issued:
    """An access token to be signed, the refresh token that goes with it, and the one used up for them."""

    claims: Mapping[str, Any]
    expires_in: int
    refresh_token: str | None = field(default=None, repr=False)
    used_up: str | None = field(default=None, repr=False)


class OAuthTokens:
    """Opens the sessions behind access tokens and keeps families of refresh tokens."""

    def __init__(self, store: Store, tokens: Tokens, randomness: Randomness) -> None:
        self._store = store
        self._tokens = tokens
        self._randomness = randomness

    def issue(
        self,
        tx: Transaction,
        project: Project,
        user: User,
        request: LoginRequest,
        *,
        client_id: int,
        family: str | None = None,
    ) -> Issued:
        """Open a session for a user; a refresh token comes with the scope ``offline`` only.

        Raises:
            LoginError: 400 010-023, the user is banned.
        """
        if user.banned:
            raise LoginError(INVALID_GRANT, because="the user is banned")
        family = family or self._randomness.uuid()
        # Whoever exchanged it owns the token, whoever the login was for.
        request = evolve(request, client_id=client_id)
        claims = self._tokens.open(
            tx,
            project,
            user,
            login_type=request.login_type,
            context=request.to_json(),
            family=family,
            lifetime=project["oauth_token_lifetime"],
        )
        refresh_token = None
        if OFFLINE in request.scopes and project["protocol"] != "jwt":
            refresh_token = self._randomness.token(48)
            refresh_tokens.add(
                tx,
                RefreshToken(
                    token=refresh_token,
                    project_id=project.project_id,
                    client_id=client_id,
                    user_id=user.user_id,
                    family=family,
                    context=request.to_json(),
                    expires_at=tx.now + project["refresh_token_lifetime"],
                ),
            )
        return Issued(claims, project["oauth_token_lifetime"], refresh_token)

    def issue_server(self, tx: Transaction, project: Project, client_id: int) -> Issued:
        """Open the session of a server client."""
        lifetime: int = project["oauth_token_lifetime"]
        return Issued(self._tokens.open_server(tx, project, client_id, lifetime), lifetime)

    def present(
        self, tx: Transaction, project: Project, client_id: int, token: str, *, arrival: Arrival
    ) -> tuple[User, RefreshToken]:
        """Use a refresh token up; return its user and itself. One that comes again ends its whole family.

        Of requests that were under way at the same moment, one is faster than the others, which is no theft.

        Raises:
            LoginError: 400 010-023, the token is unknown, used, expired, revoked or another client's, or the
                user is banned, which uses no token up.
        """
        presented = refresh_tokens.find(tx, token)
        if (
            presented is None
            or presented.client_id != client_id
            or presented.project_id != project.project_id
        ):
            because = "the refresh token is unknown, or another client's"
            raise LoginError(INVALID_GRANT, because=because)
        user = users.by_id(tx, project.project_id, presented.user_id, hold=True)
        if user is not None and user.banned:
            raise LoginError(INVALID_GRANT, because="the user is banned")
        if user is None or not refresh_tokens.consume(tx, token, arrived_at=arrival.at):
            if presented.is_reused(arrival):
                self.revoke_family(tx, presented.family)
            because = "the refresh token was used before, ended or expired (refresh_token_lifetime)"
            raise LoginError(INVALID_GRANT, because=because)
        return user, presented

    def renew(self, tx: Transaction, project: Project, user: User, presented: RefreshToken) -> Issued:
        """Issue what a refresh token that was presented gives."""
        request = LoginRequest.from_json(presented.context)
        issued = self.issue(
            tx, project, user, request, client_id=presented.client_id, family=presented.family
        )
        return evolve(issued, used_up=presented.token)

    def revoke_family(self, tx: Transaction, family: str) -> None:
        """End every token that stems from one login; the caller holds the user, so that no new one comes."""
        refresh_tokens.revoke_family(tx, family)
        sessions.revoke_family(tx, family)

    async def response(self, project: Project, issued: Issued) -> dict[str, Any]:
        """Sign the access token and return the body of a token response."""
        body: dict[str, Any] = {
            "access_token": await self._tokens.sign(project, issued.claims),
            "token_type": "bearer",
            "expires_in": issued.expires_in,
        }
        if issued.refresh_token is not None:
            body["refresh_token"] = issued.refresh_token
        if issued.used_up is not None:
            await self._note_answer(issued.used_up)
        return body

    async def _note_answer(self, used_up: str) -> None:
        # Two turns of the event loop: what has come in by now is read, and so came before the answer.
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await self._store.transaction(lambda tx: refresh_tokens.note_answer(tx, used_up))
