"""Login with a one-time code sent by SMS or e-mail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, frozen

from login_contract.mock.contract.refusals import (
    BANNED_USER,
    CONTACT_TAKEN,
    PARTNER_REFUSES_LOGIN,
    WRONG_CODE,
)
from login_contract.mock.domain import captcha, claims, redirects
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.tokens import Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Grant, Logins
from login_contract.mock.flows.login_request import LaterWord, LoginRequest
from login_contract.mock.flows.one_time_code import Dispatch, GivenCode, OneTimeCodes
from login_contract.mock.flows.partner import CUSTOM, Partners, Question
from login_contract.mock.flows.sign_ins import SignIn, SignIns
from login_contract.mock.names import comparable
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import mailed_links, one_time_codes, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.one_time_codes import OneTimeCode
from login_contract.mock.store.user_rows import User

RECIPIENT = {"phone": "phone_number", "email": "email"}


@frozen(kw_only=True)
class CodeLogins:
    """Sends codes to log in with, and lets in whoever brings one back."""

    _store: Store
    _tokens: Tokens
    _randomness: Randomness
    _events: Events
    _partners: Partners
    _codes: OneTimeCodes
    _logins: Logins
    _sign_ins: SignIns

    async def start(
        self, project: Project, dispatch: Dispatch, request: LoginRequest, *, headers: Mapping[str, Any]
    ) -> str:
        """Send a code and return its ``operation_id``; ``headers`` may hold a solved captcha.

        Raises:
            LoginError: 422 010-012, the message may not lead to ``link_url``; 422 003-038, a captcha has to
                be solved; 422 002-043, the phone number cannot receive SMS.
        """
        redirects.check_link_url(project, dispatch.link_url)
        captcha.demand(project, captcha.CODE, headers)
        return await self.send(project, dispatch, request)

    async def send(self, project: Project, dispatch: Dispatch, request: LoginRequest) -> str:
        """Send a code of which a page of this server asks, and return its ``operation_id``."""
        return await self._store.transaction(lambda tx: self._codes.send(tx, project, dispatch, request))

    async def complete(
        self, project: Project, given: GivenCode, later: LaterWord, *, browser: str | None
    ) -> Grant:
        """Use a code up and let its owner in; an unknown contact gets an account.

        Raises:
            LoginError: 422 010-012, ``login_url`` is not registered; 401 003-039 or 422 003-049, of the code;
                422 003-004, the contact is another user's; 401 002-040, the user is banned.
        """
        # An OAuth 2.0 client said where to go when it started; a JWT client may say so again.
        again = later.address if later.client is None else None
        login_url = redirects.login_url(project, again) if again is not None else None

        def identify(tx: Transaction) -> tuple[User, OneTimeCode]:
            sent = self._codes.take(tx, project, given)
            return self._owner(tx, project, sent), sent

        def finish(tx: Transaction, user: User, sent: OneTimeCode) -> Grant:
            return self._logins.grant(tx, project, user, _joined(sent, later, login_url), browser=browser)

        question = await self._question(project, given)
        return await self._partners.transaction(project, question, identify=identify, finish=finish)

    async def complete_sign_in(self, sign_in: SignIn, given: GivenCode, *, browser: str | None) -> Grant:
        """Use a code up that a page of the sign-in sent, and end the sign-in.

        Raises:
            LoginError: as ``complete``; 404 003-061, the sign-in is over.
        """
        project = sign_in.project

        def identify(tx: Transaction) -> tuple[User, None]:
            self._sign_ins.check(tx, sign_in)
            sent = self._codes.take(tx, project, given)
            if sent.user_id != sign_in.user_id:
                raise LoginError(WRONG_CODE, because="the code belongs to another sign-in")
            return self._owner(tx, project, sent), None

        def finish(tx: Transaction, user: User, proof: None) -> Grant:
            request = by_code(sign_in)
            return self._sign_ins.let_in(
                tx, sign_in, lambda: self._logins.grant(tx, project, user, request, browser=browser)
            )

        question = await self._question(project, given)
        return await self._partners.transaction(project, question, identify=identify, finish=finish)

    async def _question(self, project: Project, given: GivenCode) -> Question | None:
        """Return what a code asks the partner: about a login, or about a new address of somebody known."""
        if project["storage"] != CUSTOM:
            return None
        sent = await self._store.read(lambda tx: one_time_codes.find(tx, given.operation_id))
        if sent is not None and sent.user_id is not None and given.channel == "email":
            return await self._address_question(project, sent)
        body = {RECIPIENT[given.channel]: given.recipient}
        return Question(webhook=given.channel, body=lambda _: body, refusal=PARTNER_REFUSES_LOGIN)

    async def _address_question(self, project: Project, sent: OneTimeCode) -> Question:
        """Return what a proven address of somebody who has an account asks the partner [doc-old].

        The token is for the partner to read; it opens no call of this server.
        """
        user_id = sent.user_id or ""
        content = await self._store.read(
            lambda tx: claims.proof_of_address(tx, project, user_id, sent.recipient)
        )
        token = await self._tokens.sign(project, content)
        return Question(
            webhook="email-change", body=lambda _: {"token": token}, refusal=PARTNER_REFUSES_LOGIN
        )

    def _owner(self, tx: Transaction, project: Project, sent: OneTimeCode) -> User:
        """Return whose code it was, the contact now theirs and proven.

        Raises:
            LoginError: 422 003-004, the contact is another user's; 401 003-039, the user is gone.
        """
        if sent.user_id is not None:
            return self._asked(tx, project, sent)
        return self._found_or_created(tx, project, sent)

    def _found_or_created(self, tx: Transaction, project: Project, sent: OneTimeCode) -> User:
        """Return the user a code was sent to; an unknown contact gets an account.

        Raises:
            LoginError: 422 003-004, the address is another user's name.
        """
        user = users.by_contact(tx, sent.project_id, sent.channel, sent.recipient)
        if user is None:
            by_email = sent.channel == "email"
            user = User(
                user_id=self._randomness.uuid(),
                project_id=sent.project_id,
                email=sent.recipient if by_email else None,
                phone_number=None if by_email else sent.recipient,
                confirmed=True,
            )
            if users.create(tx, user):
                self._events.registered(tx, project, user, login_type=sent.channel, proven_address=by_email)
                return user
            # Another code for the same recipient was confirmed a moment ago, or the address is a username.
            user = users.by_contact(tx, sent.project_id, sent.channel, sent.recipient)
        if user is None:
            raise LoginError(CONTACT_TAKEN, because=f"{sent.recipient} is another user's username")
        if sent.channel == "email" and users.confirm(tx, user.user_id):
            self._events.confirmed(tx, project, user)
        return user

    def _asked(self, tx: Transaction, project: Project, sent: OneTimeCode) -> User:
        """Attach a proven contact to the user who was asked for it; never make a second account.

        Raises:
            LoginError: 422 003-004, the contact belongs to another user; 401 003-039, the user is gone; 401
                002-040, the user is banned.
        """
        user = users.by_id(tx, sent.project_id, sent.user_id or "", hold=True)
        if user is None:
            raise LoginError(WRONG_CODE, because="the user is gone")
        # The login that follows would be refused, and a refusal keeps what was written before it.
        if user.banned:
            raise LoginError(BANNED_USER, because="the user is banned")
        if not users.set_contact(tx, user, sent.channel, sent.recipient, proven=True):
            raise LoginError(CONTACT_TAKEN, because=f"another user has {sent.recipient}")
        if sent.channel == "email" and not _has_address(user, sent.recipient):
            # What was mailed to the address of before opens nothing any more.
            for purpose in (mailed_links.RESET, mailed_links.CONFIRMATION):
                mailed_links.void(tx, user.user_id, purpose)
        now = users.by_id(tx, sent.project_id, user.user_id) or user
        if sent.channel == "email" and not (user.confirmed and _has_address(user, sent.recipient)):
            self._events.confirmed(tx, project, now)
        else:
            self._events.proven(tx, project, now)
        return now


def by_code(sign_in: SignIn) -> LoginRequest:
    """Return what a sign-in wants that goes on with a code; where one proves an address, it is as it was."""
    return sign_in.request if sign_in.user_id is not None else evolve(sign_in.request, login_type="email")


def _has_address(user: User, address: str) -> bool:
    return user.email is not None and comparable(user.email) == comparable(address)


def _joined(sent: OneTimeCode, later: LaterWord, login_url: str | None) -> LoginRequest:
    """Join what the request for the code said with what its confirmation says; the later word counts."""
    request = LoginRequest.from_json(sent.context)
    return later.joined(
        request,
        login_url=login_url or request.login_url,
        with_logout=request.with_logout or later.with_logout,
    )
