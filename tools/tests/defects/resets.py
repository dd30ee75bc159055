"""Defects of mailed links and of password resets."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import pytest

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.contract.refusals import RESET_NOT_ALLOWED
from login_contract.mock.domain import passwords
from login_contract.mock.flows import password_reset
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.services import Services
from login_contract.mock.store import mailed_links, sessions, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.mailed_links import MailedLink
from tests.defects.accounts import tell_unknown_accounts
from tests.defects.planting import named_user, wrap_operation

REGISTERED = "https://example.com/callback"


def confirmation_link_works_twice(patch: pytest.MonkeyPatch) -> None:
    _revive_links(patch, mailed_links.CONFIRMATION)


def reset_link_works_twice(patch: pytest.MonkeyPatch) -> None:
    _revive_links(patch, mailed_links.RESET)


def reset_link_never_expires(patch: pytest.MonkeyPatch) -> None:
    def prolong(tx: Transaction, purpose: str, code: str) -> None:
        tx.execute(
            "UPDATE mailed_links SET expires_at = :later WHERE code = :code", later=tx.now + 60, code=code
        )

    _before_taking(patch, prolong)


def reset_leaves_other_links_alive(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(mailed_links, "void", lambda tx, user_id, purpose: None)


def reset_link_logs_in(patch: pytest.MonkeyPatch) -> None:
    """Take any mailed link for a confirmation link: the purpose is not looked at."""
    login = LoginRequest(login_url=REGISTERED, login_type="xsolla_login")

    def repurpose(tx: Transaction, purpose: str, code: str) -> None:
        tx.execute(
            "UPDATE mailed_links SET purpose = :purpose, context = :context WHERE code = :code",
            purpose=purpose,
            context=json.dumps(login.to_json()),
            code=code,
        )

    _before_taking(patch, repurpose)


def reset_code_of_another_user_works(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def hand_over(tx: Transaction) -> None:
            tx.execute(
                "UPDATE mailed_links SET user_id = :user_id WHERE code = :code AND project_id ="
                " (SELECT project_id FROM users WHERE user_id = :user_id)",
                user_id=call.body["user_id"],
                code=call.body["reset_code"],
            )

        await services.store.transaction(hand_over)
        return await sound(call, services)

    wrap_operation(patch, "confirm-password-reset", around)


def reset_request_ends_sessions(patch: pytest.MonkeyPatch) -> None:
    """Let anybody who knows a name log its owner out."""

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        def log_out(tx: Transaction) -> None:
            user = named_user(tx, call)
            if user is not None:
                sessions.revoke_all(tx, user.user_id)

        await services.store.transaction(log_out)
        return await sound(call, services)

    wrap_operation(patch, "reset-password", around)


def old_password_survives_a_reset(patch: pytest.MonkeyPatch) -> None:
    def set_password(tx: Transaction, user_id: str, password_hash: str) -> None:
        tx.execute(
            "UPDATE users SET password_hash = :password_hash || '|' || password_hash"
            " WHERE user_id = :user_id",
            user_id=user_id,
            password_hash=password_hash,
        )

    def matches(kept: str | None, given: str) -> bool:
        return any(sound(each, given) for each in (kept or "").split("|"))

    sound = passwords.matches
    patch.setattr(users, "set_password", set_password)
    patch.setattr(passwords, "matches", matches)


def token_survives_a_reset(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(password_reset, "end_everything", lambda tx, user_id: None)


def reset_request_tells_unknown_accounts(patch: pytest.MonkeyPatch) -> None:
    tell_unknown_accounts(patch, "reset-password", RESET_NOT_ALLOWED)


def _revive_links(patch: pytest.MonkeyPatch, revived: str) -> None:
    def revive(tx: Transaction, purpose: str, code: str) -> None:
        if purpose == revived:
            tx.execute("UPDATE mailed_links SET consumed_at = NULL WHERE code = :code", code=code)

    _before_taking(patch, revive)


def _before_taking(patch: pytest.MonkeyPatch, tamper: Callable[[Transaction, str, str], None]) -> None:
    """Do something to a mailed link, given the wanted purpose and its code, before it is looked at."""
    sound = mailed_links.take

    def take(tx: Transaction, project_id: str, purpose: str, code: str, **options: Any) -> MailedLink | None:
        tamper(tx, purpose, code)
        return sound(tx, project_id, purpose, code, **options)

    patch.setattr(mailed_links, "take", take)
