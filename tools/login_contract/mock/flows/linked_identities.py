"""What a user and a partner's server link to an account: accounts at platforms, and the id on the server."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.contract.refusals import (
    LINKED_ALREADY,
    UNPROCESSABLE_VALUE,
    WRONG_RESET_CODE,
)
from login_contract.mock.domain import named_users
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.tokens import Bearer, Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.account_linking import join
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import external_accounts, linking_codes, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.user_rows import User
from login_contract.mock.terminal import shown

DIGITS = 6
PLATFORMS = frozenset({"steam", "xbox", "epicgames", "psn"})


@frozen
class LinkedIdentities:
    """Links what stands for a user elsewhere."""

    _store: Store
    _tokens: Tokens
    _randomness: Randomness
    _events: Events

    async def code(self, bearer: Bearer) -> str:
        """Give a user a code, good as long as a one-time code is, in the place of the one before.

        Raises:
            LoginError: 401 002-016, the token has ended meanwhile.
        """

        def make(tx: Transaction) -> str:
            user = self._tokens.holder(tx, bearer)
            expires_at = tx.now + bearer.project["code_lifetime"]
            while True:
                code = self._randomness.digits(DIGITS)
                if linking_codes.add(tx, user, code, expires_at):
                    return code

        return await self._store.transaction(make)

    async def link_platform(self, project: Project, code: str, platform: str, platform_user_id: str) -> None:
        """Let an account at a platform stand for the user of a code, which is used up.

        A user without another way to log in whom it stood for goes into that one.

        Raises:
            LoginError: 422 003-039, the code is wrong, used or expired; 422 010-016, the account stands for a
                user with another way to log in, or for a banned one.
        """

        def link(tx: Transaction) -> None:
            user = _user_of(tx, project, code)
            place = (tx, project.project_id, platform, platform_user_id)
            if external_accounts.link(*place, user.user_id):
                self._events.linked(tx, project, user, platform)
            else:
                self._join(tx, project, external_accounts.user_id(*place), user)
            linking_codes.take(tx, user.user_id)

        await self._store.transaction(link)

    def _join(self, tx: Transaction, project: Project, known: str | None, user: User) -> None:
        """Let whom an account stands for go into a user; it may be the same one."""
        if known == user.user_id:
            return
        guest = users.by_id(tx, project.project_id, known or "", hold=True)
        if guest is None or guest.banned or _has_a_way_of_their_own(tx, guest):
            because = "the account stands for a user with another way to log in, or for a banned one"
            raise LoginError(LINKED_ALREADY, because=because)
        join(tx, project, user, guest, self._events)

    async def link_external_id(self, project: Project, user_id: str, external_id: str) -> None:
        """Say which id a user has on the partner's server; to say the same again changes nothing.

        Raises:
            LoginError: 404 003-002, the project has no such user; 422 002-027, the user has another id, or
                another user has this one.
        """

        def link(tx: Transaction) -> None:
            user = named_users.find(tx, project.project_id, user_id, hold=True)
            if user.external_id not in (None, external_id):
                because = f"the user has the external id {shown(user.external_id)}"
                raise LoginError(UNPROCESSABLE_VALUE, because=because)
            if not users.set_external_id(tx, user, external_id):
                raise LoginError(UNPROCESSABLE_VALUE, because=f"another user has {shown(external_id)}")

        await self._store.transaction(link)


def _user_of(tx: Transaction, project: Project, code: str) -> User:
    holder = linking_codes.holder(tx, project.project_id, code)
    user = users.by_id(tx, project.project_id, holder, hold=True) if holder is not None else None
    if user is None or user.banned:
        raise LoginError(WRONG_RESET_CODE, because="the code is wrong, used or expired (code_lifetime)")
    return user


def _has_a_way_of_their_own(tx: Transaction, user: User) -> bool:
    """Say whether a user can log in by more than platforms, devices and ids of the partner's server."""
    if user.username is not None or user.email is not None or user.phone_number is not None:
        return True
    networks = {name for name in external_accounts.providers(tx, user.user_id) if name == name.lower()}
    return not networks <= PLATFORMS
