"""The end of every successful login: a session, its token, and the URL the browser goes to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import asdict, frozen

from login_contract.mock.domain import ask_fields
from login_contract.mock.domain.redirects import with_query
from login_contract.mock.domain.tokens import Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.settings import Project
from login_contract.mock.store import sessions, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.users import User


@frozen(kw_only=True)
class LoginRequest:
    """What a login was asked to do; it travels with codes, links and asks as JSON."""

    login_url: str
    token_type: str
    payload: str | None = None
    with_logout: bool = False
    remember_me: bool | None = None

    @classmethod
    def from_json(cls, context: Mapping[str, Any]) -> LoginRequest:
        """Read what ``to_json`` wrote."""
        return cls(**context)

    def to_json(self) -> dict[str, Any]:
        """Return it as JSON values."""
        return asdict(self)


@frozen
class Grant:
    """A login that succeeded: the claims to sign and what the answer carries beside the token."""

    claims: Mapping[str, Any]
    ask_fields: list[ask_fields.AskField]
    request: LoginRequest


class Logins:
    """Turns an identified user into an answer with a token."""

    def __init__(self, tokens: Tokens) -> None:
        self._tokens = tokens

    def grant(self, tx: Transaction, project: Project, user: User, request: LoginRequest) -> Grant:
        """Open the session; while a required field is missing it serves the ask calls only.

        Raises:
            LoginError: 401 002-040, the user is banned.
        """
        if user.banned:
            raise LoginError(401, "002-040")
        if request.with_logout:
            users.by_id(tx, project.project_id, user.user_id, hold=True)
            sessions.revoke_all(tx, user.user_id)
        missing = ask_fields.outstanding(project, user)
        purpose = sessions.ASK if any(field["required"] for field in missing) else sessions.FULL
        opened = self._tokens.open(
            tx, project, user, token_type=request.token_type, purpose=purpose, context=request.to_json()
        )
        return Grant(opened, missing, request)

    async def answer(self, project: Project, grant: Grant) -> dict[str, Any]:
        """Return ``{login_url}`` with the token in it, and what is still asked for."""
        token = await self._tokens.sign(project, grant.claims)
        extra = {}
        if grant.request.remember_me is not None:
            extra["remember_me"] = "true" if grant.request.remember_me else "false"
        body: dict[str, Any] = {"login_url": with_query(grant.request.login_url, token=token, **extra)}
        if grant.ask_fields:
            body.update(token=token, ask_fields=grant.ask_fields)
        return body
