"""Defects of the second factor of a password login."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.login_request import login_request
from login_contract.mock.calls.serving import Function
from login_contract.mock.domain.logout import end_tokens
from login_contract.mock.domain.single_sign_on import SingleSignOn
from login_contract.mock.flows import second_factor
from login_contract.mock.flows.one_time_code import GivenCode, OneTimeCodes
from login_contract.mock.flows.second_factor import CHANNELS, SecondFactor
from login_contract.mock.flows.sign_ins import SignIn
from login_contract.mock.hosted import sign_in
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import one_time_codes, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.one_time_codes import OneTimeCode
from tests.defects.planting import altered, named_user, wrap_operation

JWT_LOGIN, OAUTH_LOGIN = "auth-by-username-and-password", "oauth-20-auth-by-username-and-password"


def second_factor_skipped(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SecondFactor, "challenge", lambda *given: None)


def second_factor_skipped_in_oauth(patch: pytest.MonkeyPatch) -> None:
    _skip(patch, OAUTH_LOGIN)


def second_factor_skipped_for_tokens(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SecondFactor, "applies", lambda self, project, user: False)


def second_factor_skipped_on_the_sign_in_page(patch: pytest.MonkeyPatch) -> None:
    sound = sign_in.ACTIONS["password"]

    async def submit(call: Call, going_on: SignIn, services: Services) -> Reply:
        with pytest.MonkeyPatch.context() as leniency:
            leniency.setattr(SecondFactor, "challenge", lambda *given: None)
            return await sound(call, going_on, services)

    patch.setitem(sign_in.ACTIONS, "password", submit)


def password_alone_signs_in(patch: pytest.MonkeyPatch) -> None:
    """Give the cookie of the single sign-on before the second factor is given."""

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        reply = await sound(call, services)

        def remember(tx: Transaction) -> str | None:
            user = named_user(tx, call)
            if user is None:
                return None
            sso = SingleSignOn(services.randomness)
            return sso.sign_in(tx, call.project, user, "xsolla_login", before=None)

        cookie = login_reply.cookie(await services.store.transaction(remember), services)
        return evolve(reply, headers=cookie)

    wrap_operation(patch, JWT_LOGIN, around)


def password_alone_ends_sessions(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        reply = await sound(call, services)

        def end(tx: Transaction) -> None:
            user = named_user(tx, call)
            if user is not None and call.query.get("with_logout") in ("1", "true"):
                end_tokens(tx, user.user_id)

        await services.store.transaction(end)
        return reply

    wrap_operation(patch, JWT_LOGIN, around)


def with_logout_lost_with_the_second_factor(patch: pytest.MonkeyPatch) -> None:
    _forget(patch, with_logout=False)


def payload_lost_with_the_second_factor(patch: pytest.MonkeyPatch) -> None:
    _forget(patch, payload=None)


def wrong_password_sends_a_code(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def send(tx: Transaction) -> None:
            user = named_user(tx, call)
            request = login_request(call, login_type="xsolla_login")
            if user is not None:
                services.second_factor.challenge(tx, call.project, user, request, None)

        await services.store.transaction(send)
        return await sound(call, services)

    wrap_operation(patch, JWT_LOGIN, around)


def code_for_any_challenge(patch: pytest.MonkeyPatch) -> None:
    """Ask whether there is such a code, and not whether it is the challenge's."""

    def meant(tx: Transaction, project: Project, given: GivenCode) -> GivenCode:
        other = tx.one(
            "SELECT operation_id, recipient FROM one_time_codes WHERE code = :code AND channel = :channel"
            " AND project_id = :project_id AND consumed_at IS NULL",
            code=given.code,
            channel=given.channel,
            project_id=project.project_id,
        )
        return evolve(given, **dict(other)) if other else given

    sound = OneTimeCodes.take

    def take(self: OneTimeCodes, tx: Transaction, project: Project, given: GivenCode) -> OneTimeCode:
        return sound(self, tx, project, meant(tx, project, given))

    patch.setattr(OneTimeCodes, "take", take)


def challenge_completed_for_the_owner_of_the_code(patch: pytest.MonkeyPatch) -> None:
    """Let the challenge of one user in as the last one who was sent a code."""
    sound = users.by_id

    def by_id(tx: Transaction, project_id: str, user_id: str, *, hold: bool = False) -> Any:
        last = tx.one(
            "SELECT user_id FROM one_time_codes WHERE project_id = :project_id"
            " ORDER BY expires_at DESC LIMIT 1",
            project_id=project_id,
        )
        return sound(tx, project_id, last["user_id"] if last else user_id, hold=hold)

    patch.setattr(second_factor, "users", type("Users", (), {"by_id": staticmethod(by_id)}))


def passwordless_code_is_a_second_factor(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(second_factor, "CHANNELS", (*CHANNELS, "email", "phone"))
    sound = one_time_codes.find

    def find(tx: Transaction, operation_id: str) -> OneTimeCode | None:
        sent = sound(tx, operation_id)
        if sent is None or sent.channel in CHANNELS:
            return sent
        user = users.by_contact(tx, sent.project_id, sent.channel, sent.recipient)
        return evolve(sent, user_id=user.user_id) if user else sent

    patch.setattr(second_factor, "one_time_codes", altered(one_time_codes, find=find))


def second_factor_is_a_passwordless_code(patch: pytest.MonkeyPatch) -> None:
    sound = OneTimeCodes.take

    def take(self: OneTimeCodes, tx: Transaction, project: Project, given: GivenCode) -> OneTimeCode:
        sent = one_time_codes.find(tx, given.operation_id)
        taken = sound(self, tx, project, evolve(given, channel=sent.channel if sent else given.channel))
        return evolve(taken, channel=given.channel)

    patch.setattr(OneTimeCodes, "take", take)


def challenge_outlives_three_minutes(patch: pytest.MonkeyPatch) -> None:
    sound = one_time_codes.add
    patch.setattr(
        one_time_codes, "add", lambda tx, code: sound(tx, evolve(code, expires_at=code.expires_at + 60))
    )


def wrong_tries_forgotten_when_sent_again(patch: pytest.MonkeyPatch) -> None:
    sound = one_time_codes.replace

    def replace(tx: Transaction, operation_id: str, fresh: str) -> None:
        sound(tx, operation_id, fresh)
        tx.execute(
            "UPDATE one_time_codes SET attempts = 0 WHERE operation_id = :operation_id",
            operation_id=operation_id,
        )

    patch.setattr(one_time_codes, "replace", replace)


def old_code_goes_on_when_sent_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(one_time_codes, "replace", lambda tx, operation_id, fresh: None)


def _skip(patch: pytest.MonkeyPatch, operation_id: str) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        with pytest.MonkeyPatch.context() as leniency:
            leniency.setattr(SecondFactor, "challenge", lambda *given: None)
            return await sound(call, services)

    wrap_operation(patch, operation_id, around)


def _forget(patch: pytest.MonkeyPatch, **forgotten: Any) -> None:
    """Let a challenge forget what its login was asked."""
    sound = SecondFactor._send

    def send(self: SecondFactor, *given: Any) -> str:
        tx, project, channel, recipient, user_id, request, locale = given
        return sound(self, tx, project, channel, recipient, user_id, evolve(request, **forgotten), locale)

    patch.setattr(SecondFactor, "_send", send)
