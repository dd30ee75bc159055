"""The second factor: a code that follows the right password."""

from __future__ import annotations

from attrs import frozen

from login_contract.mock.contract.refusals import BANNED_USER, NOT_FOUND, WRONG_CODE
from login_contract.mock.domain import redirects, second_factors
from login_contract.mock.domain.messenger import Wording
from login_contract.mock.domain.projects import Projects
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Grant, Logins, Onward
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.one_time_code import Dispatch, GivenCode, OneTimeCodes
from login_contract.mock.flows.sign_ins import SignIns
from login_contract.mock.settings.project import Project
from login_contract.mock.store import one_time_codes, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.one_time_codes import OneTimeCode
from login_contract.mock.store.user_rows import User

CHANNELS = ("two-factor-email", "two-factor-sms")
PAGE = "/_mock/two-factor"
OVER = "challenge_id is unknown or over"


@frozen
class Challenge:
    """A login that waits for a code: the code, and the project that wants it."""

    sent: OneTimeCode
    project: Project

    @property
    def request(self) -> LoginRequest:
        """The login that goes on with the code."""
        return LoginRequest.from_json(self.sent.context)


@frozen(kw_only=True)
class SecondFactor:
    """Asks for the code, where a project wants one and the user has somewhere to send it to."""

    _store: Store
    _projects: Projects
    _codes: OneTimeCodes
    _logins: Logins
    _sign_ins: SignIns
    _origin: str

    def challenge(
        self, tx: Transaction, project: Project, user: User, request: LoginRequest, locale: str | None
    ) -> Onward | None:
        """Send a code and return the page that asks for it, or None when no second factor is asked for."""
        factor = second_factors.wanted(project, user)
        if factor is None or user.banned:
            return None
        return self.ask(tx, project, user, factor, request, locale)

    def ask(
        self,
        tx: Transaction,
        project: Project,
        user: User,
        factor: second_factors.SecondFactor,
        request: LoginRequest,
        locale: str | None,
    ) -> Onward:
        """Send a code and return the page that asks for it."""
        channel = f"two-factor-{factor.mfa_type}"
        challenge_id = self._send(tx, project, channel, factor.recipient, user.user_id, request, locale)
        page: str = project["mfa_url"] or f"{self._origin}{PAGE}"
        return Onward(redirects.in_language(redirects.with_query(page, challenge_id=challenge_id), locale))

    def applies(self, project: Project, user: User) -> bool:
        """Say whether a login of this user needs a second factor."""
        return second_factors.wanted(project, user) is not None

    async def find(self, challenge_id: str) -> Challenge | None:
        """Return a challenge that goes on."""
        return await self._store.read(lambda tx: self._find(tx, challenge_id))

    async def complete(self, challenge_id: str, code: str, *, browser: str | None) -> Grant | Onward:
        """Take the code of a challenge and do what waits for it.

        That lets in whose password came before, or changes the second factor of a user.

        Raises:
            LoginError: 401 003-039, code or challenge is wrong; 422 003-049, too many wrong codes.
        """

        def take(tx: Transaction) -> Grant | Onward:
            found = self._find(tx, challenge_id)
            if found is None:
                raise LoginError(WRONG_CODE, because=OVER)
            self._codes.take(tx, found.project, _given(found.sent, code))
            user = users.by_id(tx, found.sent.project_id, found.sent.user_id or "", hold=True)
            if user is None:
                raise LoginError(WRONG_CODE, because="the user is gone")
            if found.request.mfa is not None:
                if user.banned:
                    raise LoginError(BANNED_USER, because="the user is banned")
                users.set_mfa(tx, user.user_id, found.request.mfa)
                return Onward(found.request.login_url)
            grant = self._logins.grant(tx, found.project, user, found.request, browser=browser)
            self._sign_ins.end_behind(tx, found.request)
            return grant

        return await self._store.transaction(take)

    async def send_again(self, challenge_id: str, locale: str | None) -> None:
        """Replace the code of a challenge and send it; wrong tries stay counted.

        Raises:
            LoginError: 404 003-061, there is no such challenge.
        """

        def resend(tx: Transaction) -> None:
            found = self._find(tx, challenge_id)
            if found is None:
                raise LoginError(NOT_FOUND, because=OVER)
            sent, user_id = found.sent, found.sent.user_id or ""
            fresh = self._send(
                tx, found.project, sent.channel, sent.recipient, user_id, found.request, locale
            )
            one_time_codes.replace(tx, challenge_id, fresh)

        await self._store.transaction(resend)

    def _find(self, tx: Transaction, challenge_id: str) -> Challenge | None:
        sent = one_time_codes.find(tx, challenge_id)
        project = self._projects.find(sent.project_id) if sent else None
        if sent is None or project is None or sent.channel not in CHANNELS or not sent.is_live(tx.now):
            return None
        return Challenge(sent, project)

    def _send(
        self,
        tx: Transaction,
        project: Project,
        channel: str,
        recipient: str,
        user_id: str,
        request: LoginRequest,
        locale: str | None,
    ) -> str:
        dispatch = Dispatch(channel=channel, recipient=recipient, wording=Wording(locale), user_id=user_id)
        return self._codes.send(tx, project, dispatch, request)


def _given(sent: OneTimeCode, code: str) -> GivenCode:
    """Return a code as if it came with all that is known of the one that was sent."""
    return GivenCode(
        channel=sent.channel,
        recipient=sent.recipient,
        operation_id=sent.operation_id,
        code=code,
        client_id=sent.context.get("client_id"),
    )
