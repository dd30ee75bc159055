"""A password for an account that was made without one."""

from __future__ import annotations

from attrs import evolve, frozen

from login_contract.mock.contract.refusals import EMAIL_CHANGE_NOT_ALLOWED, NOT_AVAILABLE
from login_contract.mock.domain import credentials
from login_contract.mock.domain.credentials import Credentials
from login_contract.mock.domain.messenger import PLAIN
from login_contract.mock.domain.tokens import Bearer, Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.mailed_link import Links
from login_contract.mock.flows.partner import CUSTOM
from login_contract.mock.settings.project import Project
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.user_rows import User


@frozen
class AddedPasswords:
    """Adds username, address and password to accounts."""

    _store: Store
    _tokens: Tokens
    _links: Links

    async def add(self, bearer: Bearer, wanted: Credentials, request: LoginRequest) -> bool:
        """Add them, or mail the link that does; return whether it has to be opened.

        Raises:
            LoginError: 422 003-020, the account has a password or the project keeps none; 422 003-008, the
                account has another address; 422 003-003 or 003-004, a name is taken; 401 002-016, the token
                has ended.
        """
        project = bearer.project

        def add(tx: Transaction) -> bool:
            user = self._tokens.holder(tx, bearer)
            _check(project, user, wanted)
            if not project["confirmation_required"] or wanted.is_proven_for(user):
                credentials.give(tx, user, wanted)
                return False
            credentials.check_free(tx, user, wanted)
            waiting = evolve(request, credentials=wanted.to_json())
            recipient = evolve(user, email=wanted.email)
            self._links.mail_confirmation(tx, project, recipient, waiting, PLAIN)
            return True

        return await self._store.transaction(add)


def _check(project: Project, user: User, wanted: Credentials) -> None:
    if project["storage"] == CUSTOM:
        raise LoginError(NOT_AVAILABLE, because='storage is "custom": the partner keeps the passwords')
    if user.password_hash is not None:
        raise LoginError(NOT_AVAILABLE, because=f"user {user.user_id} has a password")
    if user.email is not None and user.confirmed and not wanted.is_proven_for(user):
        raise LoginError(EMAIL_CHANGE_NOT_ALLOWED, because="the user has another address")
