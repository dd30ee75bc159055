"""A new password for those who forgot the old one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import field, frozen

from login_contract.mock.contract.refusals import (
    PARTNER_NOT_ANSWERING,
    PARTNER_REFUSES_RESET,
    RESET_NOT_ALLOWED,
    WRONG_RESET_CODE,
)
from login_contract.mock.domain import passwords, redirects
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.logout import end_everything
from login_contract.mock.domain.messenger import Wording
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.mailed_link import Links
from login_contract.mock.flows.partner import CUSTOM, Partners, Question
from login_contract.mock.flows.second_factor import CHANNELS
from login_contract.mock.settings.project import Project
from login_contract.mock.store import failures, mailed_links, one_time_codes, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.user_rows import User

NOT_THIS_USERS = "reset_code is unknown, used or expired (password_reset_lifetime), or another user's"


@frozen(kw_only=True)
class NewPassword:
    """A password that somebody wants from now on, and what shows that they may.

    Only a partner can judge the ``verify_code``.
    """

    user_id: str
    reset_code: str = field(repr=False)
    new_password: str = field(repr=False)
    verify_code: str | None = field(default=None, repr=False)


@frozen
class PasswordResets:
    """Mails reset links and takes the new passwords."""

    _store: Store
    _events: Events
    _partners: Partners
    _links: Links

    async def start(self, project: Project, login: str, login_url: str | None, wording: Wording) -> None:
        """Mail a reset link, if there is an account to reset; nobody learns whether there is.

        Raises:
            LoginError: 422 010-011 or 010-012, of ``login_url``; 422 003-024, the project allows no resets.
        """
        target = redirects.login_url(project, login_url)
        if not project["password_reset_allowed"]:
            raise LoginError(RESET_NOT_ALLOWED, because="password_reset_allowed is false")

        def look(tx: Transaction) -> User | None:
            user = users.by_login(tx, project.project_id, login)
            return user if user is not None and user.email is not None else None

        if await self._store.read(look) is None:
            return
        await self._partners.transaction(
            project,
            Question(
                webhook="password-change",
                body=lambda user: {"email": user.email},
                refusal=PARTNER_REFUSES_RESET,
            ),
            identify=lambda tx: (look(tx) or _gone(), None),
            finish=lambda tx, user, proof: self._links.mail_reset(tx, project, user, target, wording),
        )

    async def finish(self, project: Project, wanted: NewPassword, login_url: str | None) -> None:
        """Use a reset code up and set the new password; the old one, older tokens and other links die.

        Raises:
            LoginError: 422 010-011 or 010-012, of ``login_url``; 422 003-039, the code is wrong, used or
                expired, or the user unknown.
        """
        redirects.login_url(project, login_url)
        custom = project["storage"] == CUSTOM
        password_hash = None if custom else passwords.hashed(wanted.new_password)

        def identify(tx: Transaction) -> tuple[User, None]:
            code, user_id = wanted.reset_code, wanted.user_id
            link = mailed_links.take(tx, project.project_id, mailed_links.RESET, code, user_id=user_id)
            user = users.by_id(tx, project.project_id, user_id)
            if link is None or user is None:
                raise LoginError(WRONG_RESET_CODE, because=NOT_THIS_USERS)
            return user, None

        await self._partners.transaction(
            project,
            Question(
                webhook="password-reset",
                body=lambda user: _sent(user, wanted),
                refusal=PARTNER_REFUSES_RESET,
                needed=True,
            ),
            identify=identify,
            finish=lambda tx, user, proof: self._change(tx, project, user, password_hash),
        )

    def _change(self, tx: Transaction, project: Project, user: User, password_hash: str | None) -> None:
        if password_hash is not None:
            users.set_password(tx, user.user_id, password_hash)
        # The link reached the address, so the address is proven.
        if users.confirm(tx, user.user_id):
            self._events.confirmed(tx, project, user)
        mailed_links.void(tx, user.user_id, mailed_links.RESET)
        # Before the tokens end: whoever is about to get some with the old password finishes first, or not.
        one_time_codes.void(tx, user.user_id, CHANNELS)
        end_everything(tx, user.user_id)
        failures.forget(tx, project.project_id, user.user_id)


def _gone() -> User:
    raise LoginError(PARTNER_NOT_ANSWERING)


def _sent(user: User, wanted: NewPassword) -> Mapping[str, Any]:
    verified = {"verify_code": wanted.verify_code} if wanted.verify_code is not None else {}
    fields = {"password": wanted.new_password, **verified}
    return {"username": user.username or user.email, "email": user.email, "fields": fields}
