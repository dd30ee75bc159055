"""Defects of registration, password login and password reset."""

from __future__ import annotations

import asyncio
from types import SimpleNamespace

import pytest
from attrs import evolve

from login_contract.mock.call import Call, Reply
from login_contract.mock.domain import passwords, redirects
from login_contract.mock.errors import LoginError
from login_contract.mock.operations import confirmation, password, registration
from login_contract.mock.server import Function
from login_contract.mock.services import Services
from login_contract.mock.store import failures, mailed_links, schema, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.mailed_links import MailedLink
from login_contract.mock.store.users import User
from tests.defects.planting import wrap_operation


def letter_case_of_an_address_matters(patch: pytest.MonkeyPatch) -> None:
    sound = users.key
    patch.setattr(users, "key", lambda text: text if "@" in text else sound(text))


def letter_case_of_a_username_matters(patch: pytest.MonkeyPatch) -> None:
    sound = users.key
    patch.setattr(users, "key", lambda text: sound(text) if "@" in text else text)


def letter_case_matters_beyond_ascii(patch: pytest.MonkeyPatch) -> None:
    def lower(text: str) -> str:
        return "".join(letter.lower() if letter.isascii() else letter for letter in text)

    patch.setattr(users, "key", lower)


def username_may_be_anothers_address(patch: pytest.MonkeyPatch) -> None:
    sound = users._holder

    def holder(tx: Transaction, project_id: str, column: str, value: str) -> User | None:
        found = sound(tx, project_id, column, value)
        return None if found and column == "email_key" and found.username else found

    patch.setattr(users, "_holder", holder)


def concurrent_registrations_all_win(patch: pytest.MonkeyPatch) -> None:
    """Look whether the username is free, and only then take it; no unique index helps."""
    patch.setattr(schema, "TABLES", schema.TABLES.replace("UNIQUE (project_id, username_key),", ""))

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def taken(tx: Transaction) -> bool:
            return users.by_username(tx, call.project.project_id, call.body["username"]) is not None

        if await services.store.read(taken):
            raise LoginError(422, "003-003")
        await asyncio.sleep(0.2)
        return await sound(call, services)

    wrap_operation(patch, "jwt-register-new-user", around)


def login_before_confirmation(patch: pytest.MonkeyPatch) -> None:
    sound = users.by_id

    def by_id(tx: Transaction, project_id: str, user_id: str) -> User | None:
        user = sound(tx, project_id, user_id)
        return evolve(user, confirmed=True) if user else None

    patch.setattr(users, "by_id", by_id)


def resend_takes_the_confirmation_back(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def unconfirm(tx: Transaction) -> None:
            user = users.by_login(tx, call.project.project_id, call.body["username"])
            if user is not None:
                tx.execute("UPDATE users SET confirmed = 0 WHERE user_id = :user_id", user_id=user.user_id)

        await services.store.transaction(unconfirm)
        return await sound(call, services)

    wrap_operation(patch, "jwt-resend-account-confirmation-email", around)


def resend_tells_unknown_accounts(patch: pytest.MonkeyPatch) -> None:
    _tell_unknown_accounts(patch, "jwt-resend-account-confirmation-email", "010-011")


def reset_request_tells_unknown_accounts(patch: pytest.MonkeyPatch) -> None:
    _tell_unknown_accounts(patch, "reset-password", "003-024")


def login_tells_unknown_accounts(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        try:
            return await sound(call, services)
        except LoginError as refusal:
            if await services.store.read(lambda tx: _is_unknown(tx, call)):
                raise LoginError(refusal.status, refusal.code, "There is no such user.") from None
            raise

    wrap_operation(patch, "auth-by-username-and-password", around)


def unconfirmed_account_told_to_strangers(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def waits(tx: Transaction) -> bool:
            user = users.by_login(tx, call.project.project_id, call.body["username"])
            return user is not None and not user.confirmed

        if await services.store.read(waits):
            raise LoginError(401, "003-007")
        return await sound(call, services)

    wrap_operation(patch, "auth-by-username-and-password", around)


def any_password_opens_a_passwordless_account(patch: pytest.MonkeyPatch) -> None:
    sound = passwords.matches
    patch.setattr(
        passwords, "matches", lambda kept, given: True if kept is None else sound(kept, given)
    )


def lockout_missing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(failures, "locked", lambda tx, project_id, login: False)


def lockout_never_ends(patch: pytest.MonkeyPatch) -> None:
    def locked(tx: Transaction, project_id: str, login: str) -> bool:
        row = tx.one(
            "SELECT locked_until FROM failures WHERE project_id = :project_id AND login = :login",
            project_id=project_id,
            login=login,
        )
        return row is not None and row["locked_until"] > 0

    patch.setattr(failures, "locked", locked)


def banned_user_logs_in(patch: pytest.MonkeyPatch) -> None:
    sound = users._user
    patch.setattr(users, "_user", lambda row: (user := sound(row)) and evolve(user, banned=False))


def unregistered_login_url_accepted(patch: pytest.MonkeyPatch) -> None:
    sound = redirects.login_url
    patch.setattr(redirects, "login_url", lambda project, given: given or sound(project, given))


def confirmation_link_leads_anywhere(patch: pytest.MonkeyPatch) -> None:
    """Check ``login_url`` everywhere but where a token is about to be handed to it."""
    patch.setattr(
        registration, "redirects", SimpleNamespace(**{**vars(redirects), "login_url": lambda *given: None})
    )


def link_url_leads_anywhere(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(redirects, "check_link_url", lambda project, url: None)


def bent_link_leads_anywhere(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        confirmation, "redirects", SimpleNamespace(**{**vars(redirects), "check_link_url": lambda *given: None})
    )


def confirmation_link_works_twice(patch: pytest.MonkeyPatch) -> None:
    _revive_links(patch, mailed_links.CONFIRMATION)


def reset_link_works_twice(patch: pytest.MonkeyPatch) -> None:
    _revive_links(patch, mailed_links.RESET)


def reset_link_never_expires(patch: pytest.MonkeyPatch) -> None:
    _before_taking(patch, "UPDATE mailed_links SET expires_at = :now + 60 WHERE code = :code AND :purpose = :purpose")


def reset_leaves_other_links_alive(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(mailed_links, "void", lambda tx, user_id, purpose: None)


def reset_link_logs_in(patch: pytest.MonkeyPatch) -> None:
    """Take any mailed link for a confirmation link: the purpose is not looked at."""
    _before_taking(patch, "UPDATE mailed_links SET purpose = :purpose WHERE code = :code AND :now = :now")


def reset_code_of_another_user_works(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def retarget(tx: Transaction) -> None:
            tx.execute(
                "UPDATE mailed_links SET user_id = :user_id WHERE code = :code",
                user_id=call.body["user_id"],
                code=call.body["reset_code"],
            )

        await services.store.transaction(retarget)
        return await sound(call, services)

    wrap_operation(patch, "confirm-password-reset", around)


def old_password_survives_a_reset(patch: pytest.MonkeyPatch) -> None:
    def set_password(tx: Transaction, user_id: str, password_hash: str) -> None:
        tx.execute(
            "UPDATE users SET password_hash = :password_hash || '|' || password_hash WHERE user_id = :user_id",
            user_id=user_id,
            password_hash=password_hash,
        )

    def matches(kept: str | None, given: str) -> bool:
        return any(sound(each, given) for each in (kept or "").split("|"))

    sound = passwords.matches
    patch.setattr(users, "set_password", set_password)
    patch.setattr(passwords, "matches", matches)


def token_survives_a_reset(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(password, "sessions", SimpleNamespace(revoke_all=lambda tx, user_id: None))


def _is_unknown(tx: Transaction, call: Call) -> bool:
    return users.by_login(tx, call.project.project_id, call.body["username"]) is None


def _tell_unknown_accounts(patch: pytest.MonkeyPatch, operation_id: str, code: str) -> None:
    """Answer a documented refusal for accounts that do not exist."""

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        if await services.store.read(lambda tx: _is_unknown(tx, call)):
            raise LoginError(422, code)
        return await sound(call, services)

    wrap_operation(patch, operation_id, around)


def _revive_links(patch: pytest.MonkeyPatch, purpose: str) -> None:
    _before_taking(
        patch,
        "UPDATE mailed_links SET consumed_at = NULL WHERE code = :code AND purpose = :purpose AND :now = :now",
        purpose=purpose,
    )


def _before_taking(patch: pytest.MonkeyPatch, statement: str, purpose: str | None = None) -> None:
    """Run a statement on a mailed link (``:code``, ``:purpose``, ``:now``) before it is looked at."""
    sound = mailed_links.take

    def take(tx: Transaction, project_id: str, wanted: str, code: str) -> MailedLink | None:
        tx.execute(statement, code=code, purpose=purpose or wanted, now=tx.now)
        return sound(tx, project_id, wanted, code)

    patch.setattr(mailed_links, "take", take)
