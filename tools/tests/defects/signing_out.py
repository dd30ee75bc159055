"""Defects of signing out: what should end goes on, or too much ends."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.contract.refusals import MISSING_VALUE
from login_contract.mock.domain.logout import end_tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import password_reset
from login_contract.mock.services import Services
from login_contract.mock.store import authorization_codes, refresh_tokens, sessions, sso_sessions
from login_contract.mock.store.database import Transaction
from tests.defects.planting import alter_description, wrap_operation

LOGOUT, CLEAR = "log-user-out", "clear-sso-cookie"


def logout_of_sso_ends_tokens(patch: pytest.MonkeyPatch) -> None:
    sound = sso_sessions.forget_user

    def forget_user(tx: Transaction, user_id: str) -> None:
        sound(tx, user_id)
        end_tokens(tx, user_id)

    patch.setattr(sso_sessions, "forget_user", forget_user)


def logout_of_sso_forgets_this_browser_only(patch: pytest.MonkeyPatch) -> None:
    async def around(function: Function, call: Call, services: Services) -> Reply:
        def forget_user(tx: Transaction, user_id: str) -> None:
            if call.browser is not None:
                sso_sessions.forget_browser(tx, call.browser, None)

        with pytest.MonkeyPatch.context() as leniency:
            leniency.setattr(sso_sessions, "forget_user", forget_user)
            return await function(call, services)

    wrap_operation(patch, LOGOUT, around)


def logout_goes_by_the_cookie(patch: pytest.MonkeyPatch) -> None:
    """Sign out whoever the browser is signed in as, and not whose token it is."""

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        reply = await sound(call, services)

        def forget(tx: Transaction) -> None:
            found = tx.one("SELECT user_id FROM sso_sessions WHERE browser = :browser", browser=call.browser)
            if found is not None:
                sso_sessions.forget_user(tx, found["user_id"])

        await services.store.transaction(forget)
        return reply

    wrap_operation(patch, LOGOUT, around)


def logout_of_all_leaves_refresh_tokens(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(refresh_tokens, "revoke_all", lambda tx, user_id: None)


def logout_of_all_leaves_access_tokens(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sessions, "revoke_all", lambda tx, user_id: None)


def logout_of_all_leaves_codes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(authorization_codes, "void_all", lambda tx, user_id: None)


def logout_of_all_leaves_sign_ins(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sso_sessions, "forget_user", lambda tx, user_id: None)


def logout_of_all_ends_everybodys_tokens(patch: pytest.MonkeyPatch) -> None:
    def revoke_all(tx: Transaction, user_id: str) -> None:
        tx.execute("UPDATE sessions SET revoked_at = :now", now=tx.now)

    patch.setattr(sessions, "revoke_all", revoke_all)


def missing_sessions_taken_for_all(patch: pytest.MonkeyPatch) -> None:
    def alter(document: dict[str, Any]) -> None:
        for parameter in document["paths"]["/oauth2/logout"]["get"]["parameters"]:
            if parameter.get("name") == "sessions":
                parameter["required"] = False

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        return await sound(evolve(call, query={"sessions": "all", **call.query}), services)

    alter_description(patch, alter)
    wrap_operation(patch, LOGOUT, around)


def any_sessions_accepted(patch: pytest.MonkeyPatch) -> None:
    def alter(document: dict[str, Any]) -> None:
        document["components"]["schemas"]["LogoutSessions"].pop("enum")

    alter_description(patch, alter)


def new_password_leaves_sign_ins(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(password_reset, "end_everything", end_tokens)


def new_password_leaves_refresh_tokens(patch: pytest.MonkeyPatch) -> None:
    def end_everything(tx: Transaction, user_id: str) -> None:
        sessions.revoke_all(tx, user_id)
        sso_sessions.forget_user(tx, user_id)
        authorization_codes.void_all(tx, user_id)

    patch.setattr(password_reset, "end_everything", end_everything)


def clearing_leaves_the_sign_in(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sso_sessions, "forget_browser", lambda tx, browser, project_id: None)


def clearing_forgets_every_browser(patch: pytest.MonkeyPatch) -> None:
    def forget_browser(tx: Transaction, browser: str, project_id: str | None) -> None:
        tx.execute(
            "DELETE FROM sso_sessions WHERE user_id IN"
            " (SELECT user_id FROM sso_sessions WHERE browser = :browser)",
            browser=browser,
        )

    patch.setattr(sso_sessions, "forget_browser", forget_browser)


def clearing_leaves_the_cookie(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(login_reply, "no_cookie", lambda services: {})


def clearing_needs_a_cookie(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        if call.browser is None:
            raise LoginError(MISSING_VALUE)
        return await sound(call, services)

    wrap_operation(patch, CLEAR, around)
