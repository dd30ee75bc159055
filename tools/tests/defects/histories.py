"""Defects that show only when several things happen in a certain order."""

from __future__ import annotations

import pytest
from attrs import evolve

from login_contract.mock.call import Call, Reply
from login_contract.mock.domain import logins
from login_contract.mock.domain.logins import Grant, LoginRequest, Logins
from login_contract.mock.domain.oauth_tokens import proves_challenge
from login_contract.mock.errors import LoginError
from login_contract.mock.operations import oauth2_token
from login_contract.mock.server import Function
from login_contract.mock.services import Services
from login_contract.mock.store import authorization_codes, refresh_tokens, sessions, sso_sessions
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.refresh_tokens import RefreshToken
from login_contract.mock.store.sso_sessions import SsoSession
from login_contract.mock.store.users import User
from tests.defects.planting import altered, wrap_operation


def jwt_login_with_logout_leaves_refresh_tokens(patch: pytest.MonkeyPatch) -> None:
    """Take ``with_logout`` for something of one protocol."""
    sound = Logins.grant

    def grant(self: Logins, tx: Transaction, call: Call, user: User, request: LoginRequest) -> Grant:
        if request.with_logout and request.client_id is None:
            sessions.revoke_all(tx, user.user_id)
            request = evolve(request, with_logout=False)
        return sound(self, tx, call, user, request)

    patch.setattr(Logins, "grant", grant)


def login_with_logout_leaves_codes(patch: pytest.MonkeyPatch) -> None:
    def end_tokens(tx: Transaction, user_id: str) -> None:
        sessions.revoke_all(tx, user_id)
        refresh_tokens.revoke_all(tx, user_id)

    patch.setattr(logins, "end_tokens", end_tokens)


def second_use_without_proof_ends_nothing(patch: pytest.MonkeyPatch) -> None:
    """Look at the proof key of a code before looking at whether the code was used."""

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def bound(tx: Transaction) -> bool:
            given = authorization_codes.find(tx, call.body.get("code", ""))
            return given is None or proves_challenge(
                given.context["code_challenge"], call.body.get("code_verifier")
            )

        if not await services.store.read(bound):
            raise LoginError(400, "010-023")
        return await sound(call, services)

    wrap_operation(patch, "generate-jwt", around)


def expired_refresh_token_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    """Forget with a token that it was used, so that it comes again without harm."""
    sound = refresh_tokens.find

    def find(tx: Transaction, token: str) -> RefreshToken | None:
        held = sound(tx, token)
        return held if held is not None and held.expires_at > tx.now else None

    patch.setattr(refresh_tokens, "find", find)


def used_refresh_token_revokes_nothing(patch: pytest.MonkeyPatch) -> None:
    def find(tx: Transaction, token: str) -> RefreshToken | None:
        held = refresh_tokens.find(tx, token)
        return held if held is not None and held.is_live(tx.now) else None

    patch.setattr(oauth2_token, "refresh_tokens", altered(refresh_tokens, find=find))


def earlier_cookie_stays_good(patch: pytest.MonkeyPatch) -> None:
    """Give a browser a new secret with every sign-in, and go on honouring the old one."""
    sound = sso_sessions.sign_in

    def sign_in(tx: Transaction, session: SsoSession, *, before: str | None) -> None:
        sound(tx, session, before=None)

    patch.setattr(sso_sessions, "sign_in", sign_in)


def use_prolongs_a_sign_in(patch: pytest.MonkeyPatch) -> None:
    sound = sso_sessions.find

    def find(tx: Transaction, browser: str, project_id: str) -> SsoSession | None:
        session = sound(tx, browser, project_id)
        if session is not None:
            tx.execute(
                "UPDATE sso_sessions SET expires_at = :until WHERE browser = :browser",
                until=max(session.expires_at, tx.now + 1500),
                browser=browser,
            )
        return session

    patch.setattr(sso_sessions, "find", find)
