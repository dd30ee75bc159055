"""Ids that users have on a partner's server: login by one, and giving a user one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from login_contract.mock.contract.refusals import LINKED_ALREADY, UNPROCESSABLE_VALUE
from login_contract.mock.domain import attribute_update, named_users
from login_contract.mock.domain.attribute_update import MOST_ATTRIBUTES, AttributeUpdate
from login_contract.mock.domain.events import Events
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Grant, Logins
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import attributes, external_accounts, partner_data, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.user_rows import User
from login_contract.mock.terminal import shown

LOGIN_TYPE = "server_custom_id"
# Meanwhile the user who has the id may have gone, which sets it free.
ATTEMPTS = 3


@frozen(kw_only=True)
class CustomIdLogin:
    """By which id a user logs in, and what the server tells of them: attributes, an account at a platform.

    An attribute is what the description says, as JSON.
    """

    custom_id: str
    attributes: Sequence[Mapping[str, Any]] = ()
    platform: str | None = None
    platform_user_id: str = ""


@frozen(kw_only=True)
class CustomIdGrant:
    """A login by an id of a server, and whether it has made the user."""

    grant: Grant
    is_new: bool


@frozen
class CustomIds:
    """Lets users in by ids of a partner's server, and gives them such ids."""

    _store: Store
    _randomness: Randomness
    _events: Events
    _logins: Logins

    async def log_in(self, project: Project, given: CustomIdLogin, request: LoginRequest) -> CustomIdGrant:
        """Let the one user of an id in; its first login makes one.

        Raises:
            LoginError: 401 002-040, the user is banned; 422 010-016, the account at the platform is another
                user's; 422 002-027, an attribute is told twice, or there would be too many.
        """

        def log_in(tx: Transaction) -> CustomIdGrant:
            user = self._user(tx, project, given.custom_id)
            is_new = users.is_new(tx, user.user_id)
            try:
                self._keep(tx, project, user, given)
                grant = self._logins.grant(tx, project, user, request, browser=None, in_browser=False)
            except LoginError as refusal:
                raise _Refused(refusal) from refusal
            return CustomIdGrant(grant=grant, is_new=is_new)

        try:
            return await self._store.transaction(log_in)
        except _Refused as problem:
            raise problem.refusal from None

    def _user(self, tx: Transaction, project: Project, custom_id: str) -> User:
        for _ in range(ATTEMPTS):
            user = _known(tx, project, custom_id) or self._newcomer(tx, project, custom_id)
            if user is not None:
                return user
        raise LookupError("an id on a partner's server belongs to nobody")

    def _newcomer(self, tx: Transaction, project: Project, custom_id: str) -> User | None:
        """Make a user with an id; None where somebody has been given it meanwhile."""
        # Of two first logins at once, the second finds whom the first has made.
        users.one_at_a_time(tx, project.project_id)
        user = User(user_id=self._randomness.uuid(), project_id=project.project_id, confirmed=True)
        if not partner_data.set_server_custom_id(tx, project.project_id, user.user_id, custom_id):
            return None
        users.create(tx, user)
        self._events.registered(tx, project, user, login_type=LOGIN_TYPE)
        return user

    def _keep(self, tx: Transaction, project: Project, user: User, given: CustomIdLogin) -> None:
        _tell(tx, user, given.attributes)
        if given.platform is None:
            return
        account = (tx, project.project_id, given.platform, given.platform_user_id)
        if external_accounts.link(*account, user.user_id):
            if not users.is_new(tx, user.user_id):
                self._events.linked(tx, project, user, given.platform)
        elif external_accounts.user_id(*account) != user.user_id:
            because = f"{shown(given.platform_user_id)} of {given.platform} stands for another user"
            raise LoginError(LINKED_ALREADY, because=because)

    async def give(self, project: Project, user_id: str, custom_id: str | None) -> None:
        """Give a user an id, or with None take the user's away.

        Raises:
            LoginError: 404 003-002, the project has no such user; 422 002-027, another user has the id.
        """

        def give(tx: Transaction) -> None:
            user = named_users.find(tx, project.project_id, user_id, hold=True)
            if custom_id is None:
                partner_data.take_server_custom_id(tx, user.user_id)
            elif not partner_data.set_server_custom_id(tx, project.project_id, user.user_id, custom_id):
                raise LoginError(UNPROCESSABLE_VALUE, because=f"another user has {shown(custom_id)}")

        await self._store.transaction(give)


class _Refused(Exception):
    """A login is refused, and nothing of it may be kept."""

    def __init__(self, refusal: LoginError) -> None:
        super().__init__(str(refusal))
        self.refusal = refusal


def _tell(tx: Transaction, user: User, told: Sequence[Mapping[str, Any]]) -> None:
    AttributeUpdate.read({"attributes": told})
    held = attributes.of_user(tx, user.user_id)
    common = {each.key for each in held if each.publisher_project_id is None}
    new = [each["key"] for each in told if each["key"] not in common]
    if new and len(held) + len(new) > max(MOST_ATTRIBUTES, len(held)):
        raise attribute_update.refused(new[-1], f"would be one of more than {MOST_ATTRIBUTES}")
    attributes.put(tx, user.user_id, [attribute_update.told(each) for each in told])


def _known(tx: Transaction, project: Project, custom_id: str) -> User | None:
    holder = partner_data.user_with(tx, project.project_id, custom_id)
    return users.by_id(tx, project.project_id, holder, hold=True) if holder is not None else None
