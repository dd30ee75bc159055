"""The end of every successful login: a token or an authorization code, and single sign-on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import evolve, field, frozen

from login_contract.mock.contract.refusals import BANNED_USER
from login_contract.mock.domain import ask_fields
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.logout import end_tokens
from login_contract.mock.domain.single_sign_on import SingleSignOn
from login_contract.mock.domain.tokens import Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import authorization_codes, sessions, users
from login_contract.mock.store.authorization_codes import AuthorizationCode
from login_contract.mock.store.database import Outdated, Transaction
from login_contract.mock.store.user_rows import User


@frozen(kw_only=True)
class Grant:
    """A login that succeeded: the claims to sign or the code to hand out, and what is still asked for.

    ``browser`` is the secret by which the browser is known from now on, for single sign-on.
    """

    project: Project
    request: LoginRequest
    claims: Mapping[str, Any] | None = None
    code: str | None = field(default=None, repr=False)
    ask_fields: list[ask_fields.AskField] = field(factory=list)
    browser: str | None = field(default=None, repr=False)


@frozen
class Onward:
    """A login that goes on elsewhere: on a page of this server, or, given up, where it came from."""

    url: str


class Logins:
    """Turns an identified user into a grant."""

    def __init__(self, tokens: Tokens, sso: SingleSignOn, randomness: Randomness, events: Events) -> None:
        self._tokens = tokens
        self._sso = sso
        self._randomness = randomness
        self._events = events

    def grant(
        self,
        tx: Transaction,
        project: Project,
        user: User,
        request: LoginRequest,
        *,
        browser: str | None,
        in_browser: bool = True,
    ) -> Grant:
        """Let a user in; while a required field is missing, only as far as the ask calls.

        ``browser`` is the secret by which the browser was known before; a login that is not made
        ``in_browser`` signs none in.

        Raises:
            LoginError: 401 002-040, the user is banned.
        """
        if user.banned:
            raise LoginError(BANNED_USER, because="the user is banned")
        if not users.hold(tx, user.user_id):
            raise Outdated("the user was deleted since this transaction has read of them")
        if request.with_logout:
            end_tokens(tx, user.user_id)
        missing = ask_fields.outstanding(project, user, asks_email=request.asks_email)
        required = ask_fields.needs_answers(missing)
        if not required:
            request = self.announce(tx, project, user, request)
            if in_browser:
                browser = self._sso.sign_in(tx, project, user, request.login_type, before=browser)
        claims, code = None, None
        if request.client_id is None or missing:
            whole = request.client_id is None and not required
            claims = self._open(tx, project, user, request, sessions.FULL if whole else sessions.ASK)
        if request.client_id is not None and not required:
            code = self._code(tx, project, user, request)
        return Grant(
            project=project,
            request=request,
            claims=claims,
            code=code,
            ask_fields=missing,
            browser=None if required else browser,
        )

    def announce(self, tx: Transaction, project: Project, user: User, request: LoginRequest) -> LoginRequest:
        """Note and tell a login that is through, once; return what was asked for with a note of that."""
        if request.announced:
            return request
        users.note_login(tx, user.user_id)
        self._events.authorized(tx, project, user, login_type=request.login_type, provider=request.provider)
        return evolve(request, announced=True)

    def interrupted(
        self, tx: Transaction, project: Project, user: User, request: LoginRequest
    ) -> Grant | None:
        """Return how far a client gets with a login of before where a required field is missing by now."""
        missing = ask_fields.outstanding(project, user)
        if not ask_fields.needs_answers(missing):
            return None
        known = evolve(request, announced=True)
        claims = self._open(tx, project, user, known, sessions.ASK)
        return Grant(project=project, request=known, claims=claims, ask_fields=missing)

    def authorize(self, tx: Transaction, project: Project, user: User, request: LoginRequest) -> Grant:
        """Let a client go on with a login of before: a code comes out, and nobody is told again."""
        known = evolve(request, announced=True)
        return Grant(project=project, request=known, code=self._code(tx, project, user, known))

    def _open(
        self, tx: Transaction, project: Project, user: User, request: LoginRequest, purpose: str
    ) -> dict[str, Any]:
        return self._tokens.open(
            tx, project, user, login_type=request.login_type, purpose=purpose, context=request.to_json()
        )

    def _code(self, tx: Transaction, project: Project, user: User, request: LoginRequest) -> str:
        """Make an authorization code for what a client asked for."""
        code = AuthorizationCode(
            code=self._randomness.token(),
            project_id=project.project_id,
            client_id=request.client_id,
            user_id=user.user_id,
            family=self._randomness.uuid(),
            context=request.to_json(),
            expires_at=tx.now + project["authorization_code_lifetime"],
        )
        authorization_codes.add(tx, code)
        return code.code
