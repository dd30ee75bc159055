"""User tokens: JWTs pinned to their project's algorithm and key, alive as long as their session."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from login_contract.mock.contract import payload
from login_contract.mock.contract.refusals import INVALID_TOKEN
from login_contract.mock.domain import claims, groups, storage_claims
from login_contract.mock.domain.keys import Keys, SigningKey
from login_contract.mock.domain.projects import Projects
from login_contract.mock.errors import LoginError
from login_contract.mock.randomness import Randomness
from login_contract.mock.settings.project import Project
from login_contract.mock.store import sessions, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.sessions import Session
from login_contract.mock.store.user_rows import User
from login_contract.tokens.compact import Claims, NotCompact, base64url, segment, signature_of, unverified
from login_contract.tokens.issuer import GATEWAY_TOKEN, ISSUER

# What a token must serve: a login that is through, or also one that still asks for something.
WHOLE_LOGIN = (sessions.FULL,)
ANY_LOGIN = (sessions.ASK, sessions.FULL)


class InvalidToken(Exception):
    """The token is not one that this server gave out and still honours; the message says why, for logs."""


class UnknownProject(InvalidToken):
    """The token names a project that does not exist."""


class OfAnotherKind(InvalidToken):
    """The token is good, but for another project or another purpose."""


class UnknownUser(InvalidToken):
    """The token's user does not exist any more."""


@frozen
class Bearer:
    """Who presents a valid token: the user, the project and the session behind it."""

    project: Project
    user: User
    session: Session


class Tokens:
    """Opens sessions, signs their tokens, and checks the tokens that come back."""

    def __init__(self, store: Store, projects: Projects, keys: Keys, randomness: Randomness) -> None:
        self._store = store
        self._projects = projects
        self._keys = keys
        self._randomness = randomness

    def open(
        self,
        tx: Transaction,
        project: Project,
        user: User,
        *,
        login_type: str,
        purpose: str = sessions.FULL,
        context: Mapping[str, Any] | None = None,
        family: str | None = None,
        lifetime: int | None = None,
    ) -> dict[str, Any]:
        """Open a session and return the claims of its token; sign them after the transaction.

        ``login_type`` is how the user logged in: ``xsolla_login``, ``social``, ``email``, ``phone`` or
        ``device`` [doc].
        """
        context = context or {}
        issued_at = int(tx.now)
        session = Session(
            jti=self._randomness.uuid(),
            project_id=project.project_id,
            user_id=user.user_id,
            purpose=purpose,
            context=context,
            expires_at=issued_at + (lifetime or project["access_token_lifetime"]),
            family=family,
        )
        sessions.open_session(tx, session)
        content = {
            **claims.of_user(project, user, session, issued_at=issued_at, login_type=login_type),
            "groups": groups.claimed(groups.of_user(tx, user)),
        }
        scopes: list[str] = content.get("scp", [])
        of_storage = storage_claims.of_storage(
            tx, project, user, provider=content.get("provider"), scopes=scopes
        )
        return {**content, **of_storage}

    def open_server(self, tx: Transaction, project: Project, client_id: int, lifetime: int) -> dict[str, Any]:
        """Open a session of a server client and return the claims of its token [kit]."""
        issued_at = int(tx.now)
        session = Session(
            jti=self._randomness.uuid(),
            project_id=project.project_id,
            user_id="",
            purpose=sessions.SERVER,
            context={"client_id": client_id},
            expires_at=issued_at + lifetime,
        )
        sessions.open_session(tx, session)
        return claims.of_server(project, session, issued_at=issued_at)

    async def sign(self, project: Project, content: Mapping[str, Any]) -> str:
        """Sign claims with the project's key; no transaction may be open."""
        # The project may have got a new key since the request began, which can be long ago.
        key = await self._keys.of(self._projects.find(project.project_id) or project)
        message = f"{key.header}.{segment(content)}"
        return f"{message}.{base64url(await key.sign(message.encode()))}"

    async def check(self, token: str, *, purposes: tuple[str, ...] = WHOLE_LOGIN) -> Bearer:
        """Check a token by everything that makes it valid: algorithm, key, signature, times, session, user.

        Raises:
            InvalidToken: it is not valid; UnknownProject and UnknownUser tell two reasons apart.
        """
        header, content = _parts(token)
        project = self._project_of(content)
        await self._check_signature(token, header, content, project)
        return await self._store.read(lambda tx: _bearer(tx, project, content, purposes))

    async def check_gateway(self, token: str, project: Project) -> None:
        """Check the token of a webhook: signature, lifetime, project and purpose [doc].

        Raises:
            InvalidToken: it is not one that this server made; OfAnotherKind, it is, but not for a webhook of
                the project.
        """
        content = await self._trusted(token, project)
        await self._store.read(lambda tx: _check_times(content, tx.now))
        if content.get("xsolla_login_project_id") != project.project_id:
            raise OfAnotherKind("is of another project")
        if content.get("request_type") != GATEWAY_TOKEN:
            raise OfAnotherKind("serves another purpose")

    async def identify_server(self, token: str, project: Project | None) -> Project:
        """Check the token that a partner's server presents: of a grant of client credentials [doc].

        Returns its project, which is the given one where one is given.

        Raises:
            LoginError: 401 002-016, it is not valid or another project's.
        """
        try:
            asked = project or self._project_of(_parts(token)[1])
            content = await self._trusted(token, asked)
            await self._store.read(lambda tx: _session(tx, asked, content, (sessions.SERVER,)))
        except InvalidToken as problem:
            raise LoginError(INVALID_TOKEN, because=f"the token {problem}") from None
        return asked

    def _project_of(self, content: Claims) -> Project:
        """Return the project that a token names, be it trusted or not."""
        project_id = content.get("xsolla_login_project_id")
        if not isinstance(project_id, str):
            raise InvalidToken("names no project")
        project = self._projects.find(project_id)
        if project is None:
            raise UnknownProject("names an unknown project")
        return project

    async def _trusted(self, token: str, project: Project) -> dict[str, Any]:
        """Return the claims of a token that a key of the project has signed."""
        header, content = _parts(token)
        await self._check_signature(token, header, content, project)
        return content

    async def _check_signature(self, token: str, header: Claims, content: Claims, project: Project) -> None:
        """Refuse a token that the key which it names, in the one algorithm of that, has not signed."""
        keys = await self._keys.all_of(project)
        named = (key for key in keys if (key.algorithm, key.kid) == (header.get("alg"), header.get("kid")))
        key = next(named, None)
        if key is None:
            raise InvalidToken("is not signed with the project's algorithm and key")
        _check_proof(token, key)
        if key.good_until is not None:
            _check_replaced(key, content, await self._store.read(lambda tx: tx.now))

    def held(self, tx: Transaction, bearer: Bearer) -> User | None:
        """Hold the user of a token that was checked before, and look again; None when the token has ended.

        A reset, a logout or a ban may have ended it since, and must find whatever is made of it.
        """
        user = users.by_id(tx, bearer.project.project_id, bearer.user.user_id, hold=True)
        session = sessions.find(tx, bearer.session.jti)
        alive = session is not None and not session.revoked
        return user if alive and user is not None and not user.banned else None

    def holder(self, tx: Transaction, bearer: Bearer) -> User:
        """Hold the user of a token that was checked before, and look again.

        Raises:
            LoginError: 401 002-016, the token has ended meanwhile.
        """
        user = self.held(tx, bearer)
        if user is None:
            raise LoginError(INVALID_TOKEN, because="the token has ended meanwhile")
        return user

    async def identify(self, token: str, project: Project | None, *, purposes: tuple[str, ...]) -> Bearer:
        """Check a token that a call presents, one of a project where the call names any.

        Raises:
            LoginError: 401 002-016, it is not valid or another project's.
        """
        try:
            bearer = await self.check(token, purposes=purposes)
        except InvalidToken as problem:
            raise LoginError(INVALID_TOKEN, because=f"the token {problem}") from None
        if project is not None and bearer.project.project_id != project.project_id:
            because = f"the token is one of project {bearer.project.project_id}"
            raise LoginError(INVALID_TOKEN, because=because)
        return bearer


def _parts(token: str) -> tuple[Claims, Claims]:
    try:
        return unverified(token, read=payload.from_json)
    except NotCompact as problem:
        raise InvalidToken(str(problem)) from None


def _check_proof(token: str, key: SigningKey) -> None:
    try:
        message, signature = signature_of(token)
    except NotCompact as problem:
        raise InvalidToken(str(problem)) from None
    if not key.proves(message, signature):
        raise InvalidToken("has a bad signature")


def _check_replaced(key: SigningKey, content: Claims, now: float) -> None:
    """Refuse what a key has signed that was replaced, once none of its own tokens can be good any more."""
    expires_at = content.get("exp")
    lasting = not isinstance(expires_at, int) or not key.is_good(expires_at)
    if lasting or not key.is_good(now):
        raise InvalidToken("is signed with a key that was replaced")


def _check_times(content: Mapping[str, Any], now: float) -> None:
    expires_at, not_before = content.get("exp"), content.get("nbf", 0)
    if not isinstance(expires_at, int) or expires_at <= now:
        raise InvalidToken("has expired")
    if not isinstance(not_before, int) or not_before > now:
        raise InvalidToken("is not valid yet")


def _bearer(
    tx: Transaction, project: Project, content: Mapping[str, Any], purposes: tuple[str, ...]
) -> Bearer:
    of, user = content.get("sub"), None
    if isinstance(of, str):
        user = users.by_id(tx, project.project_id, of)
        if user is None:
            raise UnknownUser("names an unknown user")
    session = _session(tx, project, content, purposes)
    if user is None:
        raise InvalidToken("names no user")
    if user.banned:
        raise InvalidToken("names a banned user")
    return Bearer(project, user, session)


def _session(
    tx: Transaction, project: Project, content: Mapping[str, Any], purposes: tuple[str, ...]
) -> Session:
    """Return the live session that a token names."""
    if content.get("iss") != ISSUER:
        raise InvalidToken("has another issuer")
    _check_times(content, tx.now)
    session = sessions.find(tx, str(content.get("jti")))
    if session is None or session.project_id != project.project_id:
        raise InvalidToken("has no session")
    if session.user_id != content.get("sub", ""):
        raise InvalidToken("has another user's session")
    if session.revoked or session.expires_at <= tx.now:
        raise InvalidToken("was revoked")
    if session.purpose not in purposes:
        raise InvalidToken("serves another purpose")
    return session
