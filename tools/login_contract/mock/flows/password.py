"""Login with a username and a password, unless too many wrong ones have locked the account."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from attrs import evolve, field, frozen

from login_contract.description.message import JSON
from login_contract.mock.contract.compiled import compiled
from login_contract.mock.contract.refusals import (
    BANNED_USER,
    LOCKED_ACCOUNT,
    NOT_AVAILABLE,
    UNCONFIRMED_ACCOUNT,
    WRONG_CREDENTIALS,
)
from login_contract.mock.domain import captcha, passwords
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.logout import end_tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Grant, Logins, Onward
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.oauth_tokens import Issued, OAuthTokens
from login_contract.mock.flows.partner import CUSTOM, Partners, Question
from login_contract.mock.flows.second_factor import SecondFactor
from login_contract.mock.flows.sign_ins import SignIn, SignIns
from login_contract.mock.names import comparable
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import failures, mailed_links, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.failures import Failures
from login_contract.mock.store.user_rows import User
from login_contract.mock.terminal import shown

T = TypeVar("T")
LONGEST_PASSWORD = 100


@frozen
class GivenPassword:
    """Somebody who gives a name and a password; ``headers`` may hold a solved captcha."""

    project: Project
    login: str
    password: str = field(repr=False)
    headers: Mapping[str, Any] = field(factory=dict)

    @property
    def question(self) -> Question:
        """What the partner is asked who keeps the passwords of a project."""
        return Question(
            webhook="user-verification",
            body=self._sent,
            refusal=WRONG_CREDENTIALS,
            needed=True,
            proves=True,
            refused=self._failed,
            still=self._still_right,
        )

    def user(self, tx: Transaction, randomness: Randomness, events: Events) -> User:
        """Return the user whose password is right, or whose password the partner is yet to judge.

        With custom user-data storage somebody unknown gets an account [doc-old].

        Raises:
            LoginError: 401 003-001, 422 002-057 or 003-038 (locked).
        """
        # Held, so that a reset either revokes the session that begins here or changed the password before.
        user = users.by_login(tx, self.project.project_id, self.login, hold=True)
        failed = failures.find(tx, self.project.project_id, self._failing(user))
        self._check_lock(tx, failed)
        if self.project["storage"] == CUSTOM:
            # The page of a sign-in lets anything be typed; nobody's password is empty or that long.
            if not self.login or not 1 <= len(self.password) <= LONGEST_PASSWORD:
                raise LoginError(WRONG_CREDENTIALS, because="the name is empty, or no password is that long")
            user = user or self._newcomer(tx, randomness, events)
        # Checked inside the transaction, where nothing can change meanwhile. The mock's own hash is cheap;
        # one that came with the user may cost more, which its description limits.
        elif not passwords.matches(user.password_hash if user else None, self.password):
            self._failed(tx)
            because = self._wrong_password if user else self._unknown
            raise LoginError(WRONG_CREDENTIALS, because=because)
        if user is None:
            raise LoginError(WRONG_CREDENTIALS, because=self._unknown)
        if user.password_hash is not None:
            # One that came with the user may be dear: nobody pays for it twice.
            own = passwords.own(user.password_hash, self.password)
            if own != user.password_hash:
                users.set_password(tx, user.user_id, own)
        if failed is not None:
            failures.forget(tx, self.project.project_id, self._failing(user))
        return user

    def admit(self, user: User) -> User:
        """Return the user if they may go on; told only to those whose password is right.

        Raises:
            LoginError: 401 003-007, the account is not confirmed.
        """
        if not user.confirmed:
            because = f"{shown(self.login)} has not opened the confirmation mail (confirmation_required)"
            raise LoginError(UNCONFIRMED_ACCOUNT, because=because)
        return user

    def _check_lock(self, tx: Transaction, failed: Failures | None) -> None:
        lockout = self.project.lockout
        solved = lockout.captcha and captcha.is_solved(self.headers)
        if not solved and failed is not None and failed.locked_until > tx.now:
            because = (
                f"lockout: {lockout.attempts} wrong passwords lock an account for {lockout.seconds:g} seconds"
            )
            if lockout.captcha:
                raise captcha.needed(because)
            raise LoginError(LOCKED_ACCOUNT, because=because)

    def _failing(self, user: User | None) -> str:
        return user.user_id if user else comparable(self.login)

    def _failed(self, tx: Transaction) -> None:
        user = users.by_login(tx, self.project.project_id, self.login)
        lockout = self.project.lockout
        failures.record(
            tx,
            self.project.project_id,
            self._failing(user),
            attempts=lockout.attempts,
            seconds=lockout.seconds,
        )

    def _newcomer(self, tx: Transaction, randomness: Randomness, events: Events) -> User | None:
        user = User(
            user_id=randomness.uuid(),
            project_id=self.project.project_id,
            username=None if self._is_address else self.login,
            email=self.login if self._is_address else None,
            confirmed=True,
        )
        if not users.create(tx, user):
            # Somebody took the name a moment ago.
            return users.by_login(tx, self.project.project_id, self.login)
        events.registered(tx, self.project, user, login_type="xsolla_login")
        return user

    def _still_right(self, tx: Transaction, since: float) -> None:
        """Refuse a password that the partner accepted before a reset replaced it.

        Raises:
            LoginError: 401 003-001.
        """
        user = users.by_login(tx, self.project.project_id, self.login, hold=True)
        if user is not None and mailed_links.used_since(tx, user.user_id, mailed_links.RESET, since):
            raise LoginError(WRONG_CREDENTIALS, because="a reset replaced the password meanwhile")

    @property
    def _unknown(self) -> str:
        return f"project {self.project.project_id} has no user {shown(self.login)}"

    @property
    def _wrong_password(self) -> str:
        return f"the password of {shown(self.login)} is wrong"

    @property
    def _is_address(self) -> bool:
        judge = compiled().webhooks["custom-storage-email"].bodies[JSON]
        return judge.accepts({"email": self.login})

    def _sent(self, user: User) -> Mapping[str, Any]:
        email = {"email": user.email} if user.email is not None else {}
        return {"username": self.login, **email, "password": self.password}


@frozen(kw_only=True)
class PasswordLogins:
    """Lets in whoever has the right password."""

    _randomness: Randomness
    _events: Events
    _partners: Partners
    _logins: Logins
    _oauth_tokens: OAuthTokens
    _second_factor: SecondFactor
    _sign_ins: SignIns

    async def log_in(
        self,
        given: GivenPassword,
        request: LoginRequest,
        *,
        browser: str | None,
        locale: str | None,
        sign_in: SignIn | None = None,
    ) -> Grant | Onward:
        """Check a password and let its user in, or ask for the second factor; ``sign_in`` ends with a login.

        Raises:
            LoginError: as ``GivenPassword.user`` and ``admit``; 401 002-040, the user is banned; 404 003-061,
                the sign-in is over.
        """

        def decide(tx: Transaction, user: User) -> Grant | Onward:
            given.admit(user)
            asked = request if sign_in is None else evolve(request, ticket=sign_in.ticket)
            return self._second_factor.challenge(
                tx, given.project, user, asked, locale
            ) or self._sign_ins.let_in(
                tx,
                sign_in,
                lambda: self._logins.grant(tx, given.project, user, request, browser=browser),
            )

        return await self._checked(given, decide)

    async def log_in_for_tokens(
        self, given: GivenPassword, request: LoginRequest, *, client_id: int
    ) -> Issued:
        """Check a password and give its user tokens at once; no page can ask for a second factor.

        Raises:
            LoginError: as ``log_in``; 422 003-020, a second factor is needed.
        """

        def decide(tx: Transaction, user: User) -> Issued:
            given.admit(user)
            if user.banned:
                raise LoginError(BANNED_USER, because="the user is banned")
            if self._second_factor.applies(given.project, user):
                because = "a second factor is wanted (two_factor, or the user's), which this call cannot do"
                raise LoginError(NOT_AVAILABLE, because=because)
            if request.with_logout:
                end_tokens(tx, user.user_id)
            told = self._logins.announce(tx, given.project, user, request)
            return self._oauth_tokens.issue(tx, given.project, user, told, client_id=client_id)

        return await self._checked(given, decide)

    async def _checked(self, given: GivenPassword, decide: Callable[[Transaction, User], T]) -> T:
        return await self._partners.transaction(
            given.project,
            given.question,
            identify=lambda tx: (given.user(tx, self._randomness, self._events), None),
            finish=lambda tx, user, proof: decide(tx, user),
        )
