"""The authorization endpoint (RFC 6749 section 4.1.1) and what else a signed-in browser opens: codes."""

from __future__ import annotations

import re
from collections.abc import Collection

from attrs import evolve, frozen

from login_contract.mock.contract.refusals import NOT_SIGNED_IN
from login_contract.mock.domain import ask_fields
from login_contract.mock.domain.single_sign_on import SingleSignOn
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Grant, Logins, Onward
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.sign_ins import SignIns
from login_contract.mock.settings.project import Project
from login_contract.mock.store.database import Store, Transaction

CHALLENGE = re.compile(r"[A-Za-z0-9_-]{43,128}")


@frozen
class BadAuthorization(Exception):
    """The request is wrong in a way that RFC 6749 has a name for."""

    error: str
    description: str


@frozen
class Authorizations:
    """Gives codes to clients, on the word of a sign-in that the browser has already."""

    _store: Store
    _sso: SingleSignOn
    _logins: Logins
    _sign_ins: SignIns

    async def authorize(
        self,
        project: Project,
        request: LoginRequest,
        *,
        browser: str | None,
        locale: str | None,
        silent: bool = False,
    ) -> Grant | Onward:
        """Give a signed-in browser a code where nothing required is missing; send others to the sign-in page.

        Raises:
            BadAuthorization: the login is to be ``silent``, and nobody is signed in.
        """

        def decide(tx: Transaction) -> Grant | Onward:
            try:
                user, session = self._sso.signed_in(tx, project, browser)
            except LoginError:
                if silent:
                    raise BadAuthorization("login_required", "Nobody is signed in.") from None
                return Onward(self._sign_ins.page_url(tx, project, request, locale=locale))
            known = evolve(request, login_type=session.login_type)
            interrupted = self._logins.interrupted(tx, project, user, known)
            return interrupted or self._logins.authorize(tx, project, user, known)

        return await self._store.transaction(decide)

    async def code(self, project: Project, request: LoginRequest, *, browser: str | None) -> Grant:
        """Give a signed-in browser a code where nothing required is missing; nobody can be asked here.

        Raises:
            LoginError: 401 003-040, it is not signed in, or lacks a required field by now.
        """

        def decide(tx: Transaction) -> Grant:
            user, _session = self._sso.signed_in(tx, project, browser)
            if ask_fields.needs_answers(ask_fields.outstanding(project, user)):
                raise LoginError(NOT_SIGNED_IN, because="a required field of ask_fields is missing by now")
            return self._logins.authorize(tx, project, user, request)

        return await self._store.transaction(decide)


def proven(
    request: LoginRequest, response_type: Collection[str], challenge: str | None, method: str | None
) -> LoginRequest:
    """Check what the description leaves open, so that the redirect URI hears of it; keep the proof key.

    Raises:
        BadAuthorization: another response type than ``code`` is wanted, or the proof key is no S256 one.
    """
    if set(response_type) != {"code"}:
        raise BadAuthorization("unsupported_response_type", "Only the response type code is supported.")
    if challenge is None and method is None:
        return request
    if method != "S256" or challenge is None or not CHALLENGE.fullmatch(challenge):
        raise BadAuthorization("invalid_request", "A proof key needs a code_challenge of the method S256.")
    return evolve(request, code_challenge=challenge)
