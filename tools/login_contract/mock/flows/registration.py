"""New accounts and the confirmation of their e-mail address."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from login_contract.mock.contract.refusals import (
    CONTACT_TAKEN,
    NOT_FOUND,
    REGISTRATION_NOT_ALLOWED,
    USERNAME_TAKEN,
)
from login_contract.mock.domain import credentials, passwords, redirects
from login_contract.mock.domain.credentials import Credentials
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.messenger import Wording
from login_contract.mock.errors import LoginError, Refusal
from login_contract.mock.flows.login import Grant, Logins
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.mailed_link import Links
from login_contract.mock.flows.partner import CUSTOM, Partners, Question
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import mailed_links, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.user_rows import User
from login_contract.mock.terminal import shown


@frozen(kw_only=True)
class Registration:
    """Who wants an account, and what they tell of themselves."""

    username: str
    email: str
    password: str = field(repr=False)
    nickname: str | None = None
    fields: Mapping[str, Any] = field(factory=dict)


@frozen
class Registrations:
    """Makes accounts and confirms them."""

    _store: Store
    _randomness: Randomness
    _events: Events
    _partners: Partners
    _links: Links
    _logins: Logins

    async def register(
        self,
        project: Project,
        wanted: Registration,
        request: LoginRequest,
        *,
        wording: Wording,
        browser: str | None,
    ) -> Grant | None:
        """Make an account and let its user in; None where the confirmation link has to be opened first.

        Raises:
            LoginError: 422 010-003, the project takes nobody in; 422 003-003 or 003-004, a name is taken.
        """
        if not project["registration_allowed"]:
            raise LoginError(REGISTRATION_NOT_ALLOWED, because="registration_allowed is false")
        user = self._newcomer(project, wanted)

        def create(tx: Transaction) -> tuple[User, None]:
            if not users.create(tx, user):
                because = f"another user has {shown(user.username)} or {shown(user.email)}"
                raise LoginError(_taken(tx, user), because=because)
            self._events.registered(tx, project, user, login_type=request.login_type)
            return user, None

        def finish(tx: Transaction, created: User, proof: None) -> Grant | None:
            # Another account than the new one where the partner's answer merged the two.
            if created.confirmed:
                return self._logins.grant(tx, project, created, request, browser=browser)
            self._links.mail_confirmation(tx, project, created, request, wording)
            return None

        sent = {"username": wanted.username, "email": wanted.email, "password": wanted.password}
        question = Question(
            webhook="new-user", body=lambda _: sent, refusal=REGISTRATION_NOT_ALLOWED, needed=True
        )
        return await self._partners.transaction(project, question, identify=create, finish=finish)

    async def resend(self, project: Project, login: str, request: LoginRequest, wording: Wording) -> None:
        """Mail a new link to an unconfirmed account; nobody learns whether there is one."""

        def mail(tx: Transaction) -> None:
            user = users.by_login(tx, project.project_id, login)
            if user is not None and not user.confirmed and user.email is not None:
                self._links.mail_confirmation(tx, project, user, request, wording)

        await self._store.transaction(mail)

    async def confirm(
        self, project: Project, code: str, login_url: str | None, *, browser: str | None
    ) -> Grant:
        """Confirm the account whose mailed link was opened, and let its user in.

        Raises:
            LoginError: 422 010-012, ``login_url`` is not registered; 404 003-061, the link is unknown, used
                or expired.
        """
        if login_url is not None:
            redirects.login_url(project, login_url)

        def confirm(tx: Transaction) -> Grant:
            link = mailed_links.take(tx, project.project_id, mailed_links.CONFIRMATION, code)
            user = users.by_id(tx, project.project_id, link.user_id) if link else None
            if link is None or user is None or user.banned:
                because = "the link is unknown, used or expired, and the project has no error_callback_url"
                raise LoginError(NOT_FOUND, because=because)
            request = LoginRequest.from_json(link.context)
            if request.credentials is not None:
                user = _with_password(tx, user, Credentials.from_json(request.credentials))
                self._events.confirmed(tx, project, user)
            elif users.confirm(tx, user.user_id):
                self._events.confirmed(tx, project, user)
            mailed_links.void(tx, user.user_id, mailed_links.CONFIRMATION)
            request = evolve(request, login_url=login_url or request.login_url)
            return self._logins.grant(tx, project, user, request, browser=browser)

        return await self._store.transaction(confirm)

    def _newcomer(self, project: Project, wanted: Registration) -> User:
        custom = project["storage"] == CUSTOM
        return User(
            user_id=self._randomness.uuid(),
            project_id=project.project_id,
            username=wanted.username,
            email=wanted.email,
            password_hash=None if custom else passwords.hashed(wanted.password),
            confirmed=not project["confirmation_required"],
            nickname=wanted.nickname,
            fields=wanted.fields,
        )


def _with_password(tx: Transaction, user: User, wanted: Credentials) -> User:
    """Give an account the password that waited for its link.

    Raises:
        LoginError: 404 003-061, it has one by now, or somebody has taken a name meanwhile.
    """
    if user.password_hash is not None:
        raise LoginError(NOT_FOUND, because="the account has a password by now")
    try:
        return credentials.give(tx, user, wanted)
    except LoginError as refusal:
        raise LoginError(NOT_FOUND, because=refusal.because) from None


def _taken(tx: Transaction, user: User) -> Refusal:
    """Return the refusal that tells which name is taken."""
    if users.by_username(tx, user.project_id, user.username or ""):
        return USERNAME_TAKEN
    return CONTACT_TAKEN if users.by_email(tx, user.project_id, user.email or "") else USERNAME_TAKEN
