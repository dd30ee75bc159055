"""The end of every successful login: a token or an authorization code, and single sign-on."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import asdict, evolve, field, frozen

from login_contract.mock.contract.call import Call, Reply
from login_contract.mock.contract.refusals import BANNED_USER
from login_contract.mock.domain import ask_fields
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.logout import end_tokens
from login_contract.mock.domain.redirects import with_query
from login_contract.mock.domain.single_sign_on import SingleSignOn
from login_contract.mock.domain.tokens import Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import authorization_codes, sessions
from login_contract.mock.store.authorization_codes import AuthorizationCode
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.users import User


@frozen(kw_only=True)
class LoginRequest:
    """What a login was asked to do; it travels with codes, links and asks as JSON.

    ``login_url`` is where the browser goes: a Callback URL, or the redirect URI of the OAuth 2.0 client that
    ``client_id`` names. ``announced`` says that the login was told to whoever wants to hear of logins: what
    goes on from there is no other one. ``ticket`` is that of the sign-in page which the browser left for
    another page.
    """

    login_url: str
    login_type: str
    payload: str | None = None
    with_logout: bool = False
    remember_me: bool | None = None
    client_id: int | None = None
    state: str | None = None
    scope: str = ""
    audience: str = ""
    code_challenge: str | None = None
    social: Mapping[str, Any] | None = None
    asks_email: bool = False
    announced: bool = False
    ticket: str | None = field(default=None, repr=False)

    @property
    def scopes(self) -> list[str]:
        """The requested scopes, in order."""
        return self.scope.split()

    @classmethod
    def from_json(cls, context: Mapping[str, Any]) -> LoginRequest:
        """Read what ``to_json`` wrote."""
        return cls(**context)

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return asdict(self)

    @property
    def provider(self) -> str | None:
        """The social network of a social login."""
        return (self.social or {}).get("provider")


@frozen
class Grant:
    """A login that succeeded: the claims to sign or the code to hand out, and what is still asked for."""

    request: LoginRequest
    claims: Mapping[str, Any] | None = None
    code: str | None = field(default=None, repr=False)
    ask_fields: list[ask_fields.AskField] = field(factory=list)
    browser: str | None = field(default=None, repr=False)
    user_id: str = ""


class Logins:
    """Turns an identified user into an answer."""

    def __init__(self, tokens: Tokens, sso: SingleSignOn, randomness: Randomness, events: Events) -> None:
        self._tokens = tokens
        self._sso = sso
        self._randomness = randomness
        self._events = events

    def grant(self, tx: Transaction, call: Call, user: User, request: LoginRequest) -> Grant:
        """Let a user in; while a required field is missing, only as far as the ask calls.

        Raises:
            LoginError: 401 002-040, the user is banned.
        """
        project = call.project
        if user.banned:
            raise LoginError(BANNED_USER, because="the user is banned")
        if request.with_logout:
            end_tokens(tx, user.user_id)
        missing = ask_fields.outstanding(project, user, asks_email=request.asks_email)
        required = any(asked["required"] for asked in missing)
        if not required:
            request = self.announce(tx, project, user, request)
        browser = (
            None
            if required
            else self._sso.sign_in(tx, project, user, request.login_type, before=call.browser)
        )
        if request.client_id is None:
            purpose = sessions.ASK if required else sessions.FULL
            claims = self._open(tx, project, user, request, purpose)
            return Grant(request, claims, None, missing, browser, user.user_id)
        return Grant(
            request,
            self._open(tx, project, user, request, sessions.ASK) if missing else None,
            None if required else self.authorize(tx, project, user.user_id, request),
            missing,
            browser,
            user.user_id,
        )

    def announce(self, tx: Transaction, project: Project, user: User, request: LoginRequest) -> LoginRequest:
        """Tell of a login that is through, once; return what was asked for with a note of that."""
        if request.announced:
            return request
        self._events.authorized(tx, project, user, login_type=request.login_type, provider=request.provider)
        return evolve(request, announced=True)

    def _open(
        self, tx: Transaction, project: Project, user: User, request: LoginRequest, purpose: str
    ) -> dict[str, Any]:
        return self._tokens.open(
            tx, project, user, login_type=request.login_type, purpose=purpose, context=request.to_json()
        )

    def authorize(self, tx: Transaction, project: Project, user_id: str, request: LoginRequest) -> str:
        """Make an authorization code for what a client asked for."""
        code = AuthorizationCode(
            code=self._randomness.token(),
            project_id=project.project_id,
            client_id=request.client_id,
            user_id=user_id,
            family=self._randomness.uuid(),
            context=request.to_json(),
            expires_at=tx.now + project["authorization_code_lifetime"],
        )
        authorization_codes.add(tx, code)
        return code.code

    async def answer(self, project: Project, grant: Grant) -> dict[str, Any]:
        """Return ``{login_url}`` with the token or the code in it, and what is still asked for."""
        token = await self._tokens.sign(project, grant.claims) if grant.claims is not None else None
        body: dict[str, Any] = {"login_url": with_query(grant.request.login_url, **_carried(grant, token))}
        if grant.ask_fields:
            body.update(token=token, ask_fields=grant.ask_fields)
        return body

    async def reply(self, call: Call, grant: Grant) -> Reply:
        """Answer a login as JSON; the browser is remembered for single sign-on."""
        body = await self.answer(call.project, grant)
        return Reply.json(body, headers=self._sso.cookie(grant.browser))

    async def token_reply(self, call: Call, grant: Grant) -> Reply:
        """Answer the token alone, as calls of applications without a browser want it."""
        token = await self._tokens.sign(call.project, grant.claims or {})
        return Reply.json({"token": token}, headers=self._sso.cookie(grant.browser))

    async def redirect(self, call: Call, grant: Grant) -> Reply:
        """Send the browser on to where a login leads."""
        body = await self.answer(call.project, grant)
        target: str = body["login_url"]
        if grant.request.client_id is not None and grant.code is None:
            # Where no code is, an error has to be (RFC 6749 section 4.1.2); the token serves the ask calls.
            told = {"error": "interaction_required", "error_description": "Required fields are missing."}
            target = with_query(target, **told, token=body["token"])
        return Reply.redirect(target, headers=self._sso.cookie(grant.browser))


def _carried(grant: Grant, token: str | None) -> dict[str, str]:
    """Return the query parameters of the URL that a login leads to [doc]."""
    request = grant.request
    if request.client_id is not None:
        carried = {"code": grant.code, "state": request.state}
    else:
        remember_me = {True: "true", False: "false", None: None}[request.remember_me]
        carried = {"token": token, "remember_me": remember_me}
    return {name: value for name, value in carried.items() if value is not None}
