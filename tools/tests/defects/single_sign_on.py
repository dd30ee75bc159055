"""Defects of single sign-on: its cookie, its codes, signing out, and consent."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.calls import login_reply
from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.domain import redirects
from login_contract.mock.domain.single_sign_on import SingleSignOn
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Grant, Logins
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.operations import sso
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import authorization_codes, consents, sso_sessions, users
from login_contract.mock.store.authorization_codes import AuthorizationCode
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.sso_sessions import SsoSession
from login_contract.mock.store.user_rows import User
from tests.defects.planting import alter_found, altered, wrap_operation

LOGOUT, CLEAR = "log-user-out", "clear-sso-cookie"


def cookie_readable_by_scripts(patch: pytest.MonkeyPatch) -> None:
    _alter_cookie(patch, "; HttpOnly", "")


def cookie_without_same_site(patch: pytest.MonkeyPatch) -> None:
    _alter_cookie(patch, "; SameSite=Lax", "")


def cookie_sent_along_by_every_site(patch: pytest.MonkeyPatch) -> None:
    _alter_cookie(patch, "SameSite=Lax", "SameSite=None")


def cookie_for_every_subdomain(patch: pytest.MonkeyPatch) -> None:
    _alter_cookie(patch, "; Path=/", "; Path=/; Domain=127.0.0.1")


def cookie_can_be_planted(patch: pytest.MonkeyPatch) -> None:
    """Sign a browser in under the secret that it brings along."""

    def sign_in(
        self: SingleSignOn,
        tx: Transaction,
        project: Project,
        user: User,
        login_type: str,
        *,
        before: str | None,
    ) -> str:
        browser = before or self._randomness.token(43)
        sso_sessions.forget_browser(tx, browser, project.project_id)
        until = tx.now + project["sso_lifetime"]
        session = SsoSession(browser, project.project_id, user.user_id, login_type, until)
        sso_sessions.sign_in(tx, session, before=None)
        return browser

    patch.setattr(SingleSignOn, "sign_in", sign_in)


def sign_in_holds_for_every_project(patch: pytest.MonkeyPatch) -> None:
    sound = SingleSignOn.signed_in

    def signed_in(
        self: SingleSignOn, tx: Transaction, project: Project, browser: str | None
    ) -> tuple[User, SsoSession]:
        row = tx.one("SELECT project_id FROM sso_sessions WHERE browser = :browser", browser=browser)
        own = Project({**project.settings, "project_id": row["project_id"]}) if row else project
        return sound(self, tx, own, browser)

    patch.setattr(SingleSignOn, "signed_in", signed_in)


def sign_in_ends_those_to_other_projects(patch: pytest.MonkeyPatch) -> None:
    sound = sso_sessions.sign_in

    def sign_in(tx: Transaction, session: SsoSession, *, before: str | None) -> None:
        if before is not None:
            sso_sessions.forget_browser(tx, before, None)
        sound(tx, session, before=before)

    patch.setattr(sso_sessions, "sign_in", sign_in)


def first_to_sign_in_stays(patch: pytest.MonkeyPatch) -> None:
    sound = sso_sessions.sign_in

    def sign_in(tx: Transaction, session: SsoSession, *, before: str | None) -> None:
        earlier = sso_sessions.find(tx, before, session.project_id) if before else None
        sound(tx, evolve(session, user_id=earlier.user_id) if earlier else session, before=before)

    patch.setattr(sso_sessions, "sign_in", sign_in)


def sign_in_never_ends(patch: pytest.MonkeyPatch) -> None:
    sound = sso_sessions.sign_in
    patch.setattr(
        sso_sessions,
        "sign_in",
        lambda tx, session, *, before: sound(tx, evolve(session, expires_at=tx.now + 10**9), before=before),
    )


def signed_in_while_still_asked(patch: pytest.MonkeyPatch) -> None:
    sound = Logins.grant

    def grant(
        self: Logins,
        tx: Transaction,
        project: Project,
        user: User,
        request: LoginRequest,
        *,
        browser: str | None,
    ) -> Grant:
        granted = sound(self, tx, project, user, request, browser=browser)
        if granted.browser is not None:
            return granted
        signed_in = self._sso.sign_in(tx, project, user, request.login_type, before=browser)
        return evolve(granted, browser=signed_in)

    patch.setattr(Logins, "grant", grant)


def failed_login_signs_in(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        try:
            return await sound(call, services)
        except LoginError as refusal:

            def sign_in(tx: Transaction) -> str | None:
                user = users.by_login(tx, call.project.project_id, call.body["username"])
                if user is None:
                    return None
                sso = SingleSignOn(services.randomness)
                return sso.sign_in(tx, call.project, user, "xsolla_login", before=None)

            cookie = login_reply.cookie(await services.store.transaction(sign_in), services)
            raise LoginError(refusal.refusal, headers=cookie) from None

    wrap_operation(patch, "oauth-20-auth-by-username-and-password", around)


def sso_code_usable_twice(patch: pytest.MonkeyPatch) -> None:
    sound = authorization_codes.consume
    _alter_sso_code(patch, consumed=False)

    def consume(tx: Transaction, code: str) -> bool:
        given = authorization_codes.find(tx, code)
        return sound(tx, code) or (given is not None and given.client_id is None)

    patch.setattr(authorization_codes, "consume", consume)


def sso_code_refreshes(patch: pytest.MonkeyPatch) -> None:
    sound = authorization_codes.find

    def find(tx: Transaction, code: str) -> AuthorizationCode | None:
        given = sound(tx, code)
        if given is None or given.client_id is not None:
            return given
        return evolve(given, context={**given.context, "scope": "offline"})

    patch.setattr(authorization_codes, "find", find)


def redirect_leads_anywhere(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        with pytest.MonkeyPatch.context() as leniency:
            anywhere = altered(redirects, login_url=lambda project, given: given or project.callback_urls[0])
            leniency.setattr(sso, "redirects", anywhere)
            return await sound(call, services)

    wrap_operation(patch, "jwt-sso-redirect", around)


def wrong_login_url_of_a_code_ignored(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        kept = {name: value for name, value in call.query.items() if name != "login_url"}
        return await sound(evolve(call, query=kept), services)

    wrap_operation(patch, "jwt-sso", around)


def payload_of_a_redirect_dropped(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        kept = {name: value for name, value in call.query.items() if name != "payload"}
        return await sound(evolve(call, query=kept), services)

    wrap_operation(patch, "jwt-sso-redirect", around)


def audience_of_an_sso_check_dropped(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        kept = {name: value for name, value in call.query.items() if name != "audience"}
        return await sound(evolve(call, query=kept), services)

    wrap_operation(patch, "check-user-authentication", around)


def consent_to_one_client_is_consent_to_all(patch: pytest.MonkeyPatch) -> None:
    def approved(tx: Transaction, user_id: str, client_id: int) -> set[str]:
        rows = tx.all("SELECT scope FROM consents WHERE user_id = :user_id AND approved = 1", user_id=user_id)
        return {row["scope"] for row in rows}

    patch.setattr(consents, "approved", approved)


def withdrawn_consent_still_counts(patch: pytest.MonkeyPatch) -> None:
    def approved(tx: Transaction, user_id: str, client_id: int) -> set[str]:
        rows = tx.all(
            "SELECT scope FROM consents WHERE user_id = :user_id AND client_id = :client_id",
            user_id=user_id,
            client_id=client_id,
        )
        return {row["scope"] for row in rows}

    patch.setattr(consents, "approved", approved)


def silence_taken_for_consent(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        return await sound(evolve(call, body={"approval": True, **call.body}), services)

    wrap_operation(patch, "oauth2-save-consent", around)


def _alter_cookie(patch: pytest.MonkeyPatch, before: str, after: str) -> None:
    sound = login_reply._cookie
    patch.setattr(
        login_reply, "_cookie", lambda value, services: sound(value, services).replace(before, after)
    )


def _alter_sso_code(patch: pytest.MonkeyPatch, **changed: Any) -> None:
    """Change what is found of the codes that belong to no client."""
    alter_found(
        patch,
        authorization_codes,
        lambda code: evolve(code, **changed) if code.client_id is None else code,
    )
