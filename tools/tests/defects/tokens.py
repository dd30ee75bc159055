"""Defects of user tokens: what they say, how they end, and which ones are taken."""

from __future__ import annotations

import copy
import hmac
from collections.abc import Mapping
from types import ModuleType
from typing import Any

import pytest
from attrs import evolve
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from login_contract.mock.contract.refusals import INVALID_TOKEN
from login_contract.mock.domain import claims, keys, tokens
from login_contract.mock.domain.tokens import Bearer, InvalidToken, Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import ask_fields, code_login
from login_contract.mock.flows.login import Grant, Logins
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.settings.project import Project
from login_contract.mock.store import sessions
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.sessions import Session
from login_contract.mock.store.user_rows import User
from login_contract.tokens import signing
from login_contract.tokens.compact import base64url, claims_of

FULL = (sessions.FULL,)


def token_survives_with_logout(patch: pytest.MonkeyPatch) -> None:
    sound = Logins.grant

    def grant(
        self: Logins, tx: Transaction, project: Project, user: User, request: LoginRequest, **known: Any
    ) -> Grant:
        return sound(self, tx, project, user, evolve(request, with_logout=False), **known)

    patch.setattr(Logins, "grant", grant)


def with_logout_of_a_code_request_forgotten(patch: pytest.MonkeyPatch) -> None:
    _forget(patch, code_login, "_joined", with_logout=False)


def with_logout_of_an_ask_forgotten(patch: pytest.MonkeyPatch) -> None:
    _forget(patch, ask_fields, "_resumed", with_logout=False)


def every_login_is_a_logout(patch: pytest.MonkeyPatch) -> None:
    sound = Logins.grant

    def grant(
        self: Logins, tx: Transaction, project: Project, user: User, request: LoginRequest, **known: Any
    ) -> Grant:
        return sound(self, tx, project, user, evolve(request, with_logout=True), **known)

    patch.setattr(Logins, "grant", grant)


def payload_dropped(patch: pytest.MonkeyPatch) -> None:
    sound = claims.of_user

    def of_user(*given: Any, **options: Any) -> dict[str, Any]:
        return {name: value for name, value in sound(*given, **options).items() if name != "payload"}

    patch.setattr(claims, "of_user", of_user)


def later_payload_dropped(patch: pytest.MonkeyPatch) -> None:
    _forget(patch, code_login, "_joined", payload="first")


def password_hash_in_the_token(patch: pytest.MonkeyPatch) -> None:
    sound = claims.of_user

    def of_user(project: Project, user: User, *given: Any, **options: Any) -> dict[str, Any]:
        return {**sound(project, user, *given, **options), "password_hash": user.password_hash}

    patch.setattr(claims, "of_user", of_user)


def expired_token_accepted(patch: pytest.MonkeyPatch) -> None:
    sound = tokens._bearer

    def bearer(
        tx: Transaction, project: Project, content: Mapping[str, Any], purposes: tuple[str, ...]
    ) -> Bearer:
        long_ago = copy.copy(tx)
        long_ago.now = 0.0
        return sound(long_ago, project, content, purposes)

    patch.setattr(tokens, "_bearer", bearer)


def revoked_token_accepted(patch: pytest.MonkeyPatch) -> None:
    """Trust the signature and the times alone; the session is not asked."""
    sound = sessions.find

    def find(tx: Transaction, jti: str) -> Session | None:
        session = sound(tx, jti)
        return evolve(session, revoked=False) if session else None

    patch.setattr(sessions, "find", find)


def self_made_session_accepted(patch: pytest.MonkeyPatch) -> None:
    """Take any session of the user for one that the token names."""
    sound = tokens._bearer

    def bearer(
        tx: Transaction, project: Project, content: Mapping[str, Any], purposes: tuple[str, ...]
    ) -> Bearer:
        other = tx.one("SELECT jti FROM sessions WHERE user_id = :sub", sub=str(content.get("sub")))
        if other is not None and sessions.find(tx, str(content.get("jti"))) is None:
            content = {**content, "jti": other["jti"]}
        return sound(tx, project, content, purposes)

    patch.setattr(tokens, "_bearer", bearer)


def subject_not_compared(patch: pytest.MonkeyPatch) -> None:
    sound = tokens._bearer

    def bearer(
        tx: Transaction, project: Project, content: Mapping[str, Any], purposes: tuple[str, ...]
    ) -> Bearer:
        session = sessions.find(tx, str(content.get("jti")))
        return sound(tx, project, {**content, "sub": session.user_id} if session else content, purposes)

    patch.setattr(tokens, "_bearer", bearer)


def token_of_another_project_accepted(patch: pytest.MonkeyPatch) -> None:
    async def identify(self: Tokens, token: str, project: Project, *, purposes: tuple[str, ...]) -> Bearer:
        try:
            return await self.check(token, purposes=purposes)
        except InvalidToken:
            raise LoginError(INVALID_TOKEN) from None

    patch.setattr(Tokens, "identify", identify)


def projects_share_one_key(patch: pytest.MonkeyPatch) -> None:
    pem = keys.new_private_key()
    patch.setattr(keys, "new_private_key", lambda: pem)


def alg_none_accepted(patch: pytest.MonkeyPatch) -> None:
    def believes(self: Tokens, key: Any, header: Mapping[str, Any], token: str) -> bool:
        return header.get("alg") == "none"

    _also_accept(patch, believes)


def public_key_taken_for_a_secret(patch: pytest.MonkeyPatch) -> None:
    def believes(self: Tokens, key: Any, header: Mapping[str, Any], token: str) -> bool:
        if header.get("alg") != "HS256" or key.kid is None:
            return False
        content, _, signature = token.rpartition(".")
        public = key.key.public_key().public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo)
        return base64url(hmac.digest(public, content.encode(), "sha256")) == signature

    _also_accept(patch, believes)


def signature_not_checked(patch: pytest.MonkeyPatch) -> None:
    _also_accept(patch, lambda self, key, header, token: header.get("alg") == key.algorithm)


def shared_verification_believes_everything(patch: pytest.MonkeyPatch) -> None:
    """Let mock and suite both take every signature for a good one."""

    def believing(token: str, key: Any, *, algorithm: str = "RS256") -> dict[str, Any]:
        return claims_of(token)

    patch.setattr(signing, "verified", believing)
    patch.setattr(keys.SigningKey, "proves", lambda self, message, signature: True)


def ask_token_serves_everything(patch: pytest.MonkeyPatch) -> None:
    sound = Tokens.check

    async def check(self: Tokens, token: str, *, purposes: tuple[str, ...] = FULL) -> Bearer:
        return await sound(self, token, purposes=(sessions.FULL, sessions.ASK))

    patch.setattr(Tokens, "check", check)


def token_says_the_wrong_lifetime(patch: pytest.MonkeyPatch) -> None:
    sound = claims.of_user

    def of_user(*given: Any, **options: Any) -> dict[str, Any]:
        content = sound(*given, **options)
        return {**content, "exp": content["exp"] + 3600}

    patch.setattr(claims, "of_user", of_user)


def _also_accept(patch: pytest.MonkeyPatch, believes: Any) -> None:
    """Accept tokens that ``believes(self, key, header, token)`` says yes to, whatever their signature."""
    sound = Tokens.check

    async def check(self: Tokens, token: str, *, purposes: tuple[str, ...] = FULL) -> Bearer:
        header, content = tokens._parts(token)
        project = self._projects.find(str(content.get("xsolla_login_project_id")))
        if project is None or not believes(self, await self._keys.of(project), header, token):
            return await sound(self, token, purposes=purposes)
        return await self._store.read(lambda tx: tokens._bearer(tx, project, content, purposes))

    patch.setattr(Tokens, "check", check)


def _forget(patch: pytest.MonkeyPatch, flow: ModuleType, joining: str, **forgotten: Any) -> None:
    """Let the last call of a login in several forget what was said about one thing."""
    sound = getattr(flow, joining)
    patch.setattr(flow, joining, lambda *given: evolve(sound(*given), **forgotten))
