"""Defects of refresh tokens and of revocation."""

from __future__ import annotations

import asyncio
from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.contract.refusals import INVALID_CLIENT
from login_contract.mock.domain.clients import Client
from login_contract.mock.domain.projects import Projects
from login_contract.mock.domain.tokens import InvalidToken
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import oauth_tokens
from login_contract.mock.flows.grants import client_proof
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.oauth_tokens import Issued, OAuthTokens
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import refresh_tokens, sessions
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.refresh_tokens import RefreshToken
from login_contract.mock.store.user_rows import User
from tests.defects.planting import alter_found, wrap_operation

ENDPOINT, REVOCATION = "generate-jwt", "revoke-jwt"


def refresh_token_without_offline(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(LoginRequest, "scopes", property(lambda self: [*self.scope.split(), oauth_tokens.OFFLINE]))


def similar_scope_taken_for_offline(patch: pytest.MonkeyPatch) -> None:
    """Look for the scope in the text, and not among its words."""
    patch.setattr(LoginRequest, "scopes", property(lambda self: self.scope.lower()))


def refresh_token_usable_twice(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(refresh_tokens, "consume", lambda tx, token, **_: True)


def refresh_token_not_rotated(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(refresh_tokens, "consume", lambda tx, token, **_: True)
    sound = OAuthTokens.renew

    def renew(
        self: OAuthTokens, tx: Transaction, project: Project, user: User, presented: RefreshToken
    ) -> Issued:
        return evolve(sound(self, tx, project, user, presented), refresh_token=presented.token)

    patch.setattr(OAuthTokens, "renew", renew)


def reuse_ends_nothing(patch: pytest.MonkeyPatch) -> None:
    alter_found(patch, refresh_tokens, lambda token: evolve(token, answered_at=None))


def loser_of_a_race_taken_for_a_thief(patch: pytest.MonkeyPatch) -> None:
    alter_found(patch, refresh_tokens, lambda token: evolve(token, arrived_at=0, answered_at=0))


def access_tokens_outlive_their_family(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sessions, "revoke_family", lambda tx, family: None)


def reuse_ends_every_family(patch: pytest.MonkeyPatch) -> None:
    def revoke_family(tx: Transaction, family: str) -> None:
        owner = tx.one("SELECT user_id FROM refresh_tokens WHERE family = :family", family=family)
        if owner is not None:
            sessions.revoke_all(tx, owner["user_id"])
            refresh_tokens.revoke_all(tx, owner["user_id"])

    patch.setattr(OAuthTokens, "revoke_family", lambda self, tx, family: revoke_family(tx, family))


def refresh_token_for_any_client(patch: pytest.MonkeyPatch) -> None:
    sound = OAuthTokens.present

    def present(
        self: OAuthTokens, tx: Transaction, project: Project, client_id: int, token: str, **o: Any
    ) -> tuple[User, RefreshToken]:
        held = refresh_tokens.find(tx, token)
        return sound(self, tx, project, held.client_id if held else client_id, token, **o)

    patch.setattr(OAuthTokens, "present", present)


def foreign_refresh_ends_the_family(patch: pytest.MonkeyPatch) -> None:
    sound = OAuthTokens.present

    def present(
        self: OAuthTokens, tx: Transaction, project: Project, client_id: int, token: str, **o: Any
    ) -> tuple[User, RefreshToken]:
        held = refresh_tokens.find(tx, token)
        if held is not None and held.client_id != client_id:
            self.revoke_family(tx, held.family)
        return sound(self, tx, project, client_id, token, **o)

    patch.setattr(OAuthTokens, "present", present)


def concurrent_refreshes_all_win(patch: pytest.MonkeyPatch) -> None:
    """Look whether the token is used, answer, and only then mark it as used."""
    consume = refresh_tokens.consume
    patch.setattr(refresh_tokens, "consume", lambda tx, token, **_: True)

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        reply = await sound(call, services)
        if "refresh_token" in call.body:
            await asyncio.sleep(0.2)
            await services.store.transaction(lambda tx: consume(tx, call.body["refresh_token"], arrived_at=0))
        return reply

    wrap_operation(patch, ENDPOINT, around)


def refresh_token_never_expires(patch: pytest.MonkeyPatch) -> None:
    _lives_until(patch, lambda tx, token: token.expires_at + 1_000_000)


def refresh_token_lives_as_long_as_its_first(patch: pytest.MonkeyPatch) -> None:
    def until(tx: Transaction, token: refresh_tokens.RefreshToken) -> float:
        first = tx.row(
            "SELECT MIN(expires_at) AS until FROM refresh_tokens WHERE family = :family", family=token.family
        )
        return float(first["until"] or token.expires_at)

    _lives_until(patch, until)


def wrong_secret_of_a_refresh_ignored(patch: pytest.MonkeyPatch) -> None:
    sound = client_proof.check

    def check(client: Client, secret: str | None, *, demanded: bool) -> None:
        if demanded:
            sound(client, secret, demanded=demanded)

    patch.setattr(client_proof, "check", check)


def jwt_project_refreshes(patch: pytest.MonkeyPatch) -> None:
    sound = client_proof.named

    def named(projects: Projects, client_id: int | str | None) -> Client:
        client = sound(projects, client_id)
        return evolve(client, project=Project({**client.project.settings, "protocol": "both"}))

    patch.setattr(client_proof, "named", named)


def refresh_widens_scopes(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        with pytest.MonkeyPatch.context() as leniency:
            if call.body.get("scope"):
                _forget(leniency, scope=call.body["scope"])
            return await sound(call, services)

    wrap_operation(patch, ENDPOINT, around)


def payload_lost_in_a_refresh(patch: pytest.MonkeyPatch) -> None:
    _forget(patch, payload=None)


def audience_lost_in_a_refresh(patch: pytest.MonkeyPatch) -> None:
    _forget(patch, audience="")


def revocation_does_nothing(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        return Reply(200)

    wrap_operation(patch, REVOCATION, around)


def revocation_tells_unknown_tokens(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        if call.body["token"].count(".") != 2 and await _held(call, services) is None:
            raise LoginError(INVALID_CLIENT)
        return await sound(call, services)

    wrap_operation(patch, REVOCATION, around)


def revocation_believes_its_hint(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        if call.body.get("token_type_hint") == "access_token" and await _held(call, services):
            return Reply(200)
        return await sound(call, services)

    wrap_operation(patch, REVOCATION, around)


def revocation_needs_no_secret(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(client_proof, "check", lambda client, secret, *, demanded: None)


def foreign_refresh_token_revoked(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        reply = await sound(call, services)
        held = await _held(call, services)
        if held is not None:
            await services.store.transaction(lambda tx: services.oauth_tokens.revoke_family(tx, held.family))
        return reply

    wrap_operation(patch, REVOCATION, around)


def foreign_access_token_revoked(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        reply = await sound(call, services)
        try:
            bearer = await services.tokens.check(call.body["token"])
        except InvalidToken:
            return reply
        await services.store.transaction(lambda tx: sessions.revoke(tx, bearer.session.jti))
        return reply

    wrap_operation(patch, REVOCATION, around)


async def _held(call: Call, services: Services) -> refresh_tokens.RefreshToken | None:
    return await services.store.read(lambda tx: refresh_tokens.find(tx, call.body["token"]))


def _lives_until(patch: pytest.MonkeyPatch, until: Any) -> None:
    sound = refresh_tokens.add
    patch.setattr(
        refresh_tokens, "add", lambda tx, token: sound(tx, evolve(token, expires_at=until(tx, token)))
    )


def _forget(patch: pytest.MonkeyPatch, **forgotten: Any) -> None:
    alter_found(patch, refresh_tokens, lambda token: evolve(token, context={**token.context, **forgotten}))
