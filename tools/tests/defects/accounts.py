"""Defects of registration, confirmation and password login."""

from __future__ import annotations

import asyncio

import pytest
from attrs import evolve

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.contract import as_meant
from login_contract.mock.contract.refusals import AMBIGUOUS_ADDRESS, UNCONFIRMED_ACCOUNT, USERNAME_TAKEN
from login_contract.mock.domain import captcha, passwords
from login_contract.mock.errors import LoginError, Refusal
from login_contract.mock.flows import code_login
from login_contract.mock.http import request
from login_contract.mock.names import comparable
from login_contract.mock.services import Services
from login_contract.mock.store import failures, schema, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User
from tests.defects.planting import alter_found, altered, compare_users_by, named_user, wrap_operation

PASSWORD_LOGIN, RESEND = "auth-by-username-and-password", "jwt-resend-account-confirmation-email"


def letter_case_of_an_address_matters(patch: pytest.MonkeyPatch) -> None:
    sound = comparable
    compare_users_by(patch, lambda text: text if "@" in text else sound(text))


def letter_case_of_a_username_matters(patch: pytest.MonkeyPatch) -> None:
    sound = comparable
    compare_users_by(patch, lambda text: sound(text) if "@" in text else text)


def letter_case_matters_beyond_ascii(patch: pytest.MonkeyPatch) -> None:
    def lower(text: str) -> str:
        return "".join(letter.lower() if letter.isascii() else letter for letter in text)

    compare_users_by(patch, lower)


def username_may_be_anothers_address(patch: pytest.MonkeyPatch) -> None:
    sound = users.create

    def create(tx: Transaction, user: User) -> bool:
        name = user.username
        if name is None or users.by_username(tx, user.project_id, name) is not None:
            return sound(tx, user)
        if not sound(tx, evolve(user, username=None)):
            return False
        tx.execute(
            "UPDATE users SET username = :name, username_key = :name_key WHERE user_id = :user_id",
            name=name,
            name_key=comparable(name),
            user_id=user.user_id,
        )
        return True

    patch.setattr(users, "create", create)


def concurrent_registrations_all_win(patch: pytest.MonkeyPatch) -> None:
    """Look whether the username is free, and only then take it; no unique index helps."""
    patch.setattr(schema, "TABLES", schema.TABLES.replace("UNIQUE (project_id, username_key),", ""))

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def taken(tx: Transaction) -> bool:
            return users.by_username(tx, call.project.project_id, call.body["username"]) is not None

        if await services.store.read(taken):
            raise LoginError(USERNAME_TAKEN)
        await asyncio.sleep(0.2)
        return await sound(call, services)

    wrap_operation(patch, "jwt-register-new-user", around)


def null_taken_for_a_value(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(request, "as_meant", lambda schema, value: value)


def every_text_taken_for_agreement(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(as_meant, "_boolean", bool)


def login_before_confirmation(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        try:
            return await sound(call, services)
        except LoginError as refusal:
            if refusal.refusal != UNCONFIRMED_ACCOUNT:
                raise

        def confirm(tx: Transaction) -> None:
            user = named_user(tx, call)
            if user is not None:
                users.confirm(tx, user.user_id)

        await services.store.transaction(confirm)
        return await sound(call, services)

    wrap_operation(patch, PASSWORD_LOGIN, around)


def resend_takes_the_confirmation_back(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def unconfirm(tx: Transaction) -> None:
            user = named_user(tx, call)
            if user is not None:
                tx.execute("UPDATE users SET confirmed = 0 WHERE user_id = :user_id", user_id=user.user_id)

        await services.store.transaction(unconfirm)
        return await sound(call, services)

    wrap_operation(patch, RESEND, around)


def code_does_not_confirm_its_address(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(code_login, "users", altered(users, confirm=lambda tx, user_id: None))


def resend_tells_unknown_accounts(patch: pytest.MonkeyPatch) -> None:
    tell_unknown_accounts(patch, RESEND, AMBIGUOUS_ADDRESS)


def login_tells_unknown_accounts(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        try:
            return await sound(call, services)
        except LoginError as refusal:
            if await services.store.read(lambda tx: named_user(tx, call)) is None:
                raise LoginError(refusal.refusal, "There is no such user.") from None
            raise

    wrap_operation(patch, PASSWORD_LOGIN, around)


def unconfirmed_account_told_to_strangers(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        user = await services.store.read(lambda tx: named_user(tx, call))
        if user is not None and not user.confirmed:
            raise LoginError(UNCONFIRMED_ACCOUNT)
        return await sound(call, services)

    wrap_operation(patch, PASSWORD_LOGIN, around)


def any_password_opens_a_passwordless_account(patch: pytest.MonkeyPatch) -> None:
    sound = passwords.matches
    patch.setattr(passwords, "matches", lambda kept, given: True if kept is None else sound(kept, given))


def lockout_missing(patch: pytest.MonkeyPatch) -> None:
    alter_found(patch, failures, lambda failed: evolve(failed, locked_until=0))


def lockout_never_ends(patch: pytest.MonkeyPatch) -> None:
    alter_found(patch, failures, lambda failed: evolve(failed, locked_until=failed.locked_until * 2))


def banned_user_logs_in(patch: pytest.MonkeyPatch) -> None:
    sound = users._user
    patch.setattr(users, "_user", lambda tx, row: (user := sound(tx, row)) and evolve(user, banned=False))


def lock_lifted_by_any_captcha(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def unlock(tx: Transaction) -> None:
            user = named_user(tx, call)
            if user is not None and all(call.headers.get(name) for name in captcha.HEADERS):
                failures.forget(tx, call.project.project_id, user.user_id)

        await services.store.transaction(unlock)
        return await sound(call, services)

    wrap_operation(patch, PASSWORD_LOGIN, around)


def tell_unknown_accounts(patch: pytest.MonkeyPatch, operation_id: str, refusal: Refusal) -> None:
    """Answer a documented refusal for accounts that do not exist."""

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        if await services.store.read(lambda tx: named_user(tx, call)) is None:
            raise LoginError(refusal)
        return await sound(call, services)

    wrap_operation(patch, operation_id, around)
