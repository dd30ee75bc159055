"""Turning the second factor of a user on and off, and what a project offers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from attrs import frozen

from login_contract.mock.contract.refusals import (
    NOT_AVAILABLE,
    SECOND_FACTOR_UNCHANGED,
    UNPROCESSABLE_VALUE,
)
from login_contract.mock.domain import named_users, redirects, second_factors
from login_contract.mock.domain.projects import Projects
from login_contract.mock.domain.tokens import Bearer, Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows.login import Onward
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.second_factor import CHANNELS, SecondFactor
from login_contract.mock.settings.project import Project
from login_contract.mock.settings.rules import SettingsError
from login_contract.mock.store import one_time_codes, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.user_rows import User


@frozen(kw_only=True)
class WantedFactor:
    """The second factor that somebody is to have: ``mfa_type`` is ``email`` or ``sms``."""

    mfa_type: str
    enabled: bool
    change_restricted: bool = False

    @property
    def stored(self) -> Mapping[str, Any]:
        """The same as it is kept with a user."""
        return {
            "mfa_type": self.mfa_type,
            "enabled": self.enabled,
            "change_restricted": self.change_restricted,
        }


@frozen
class SecondFactorSettings:
    """Changes second factors: of a user by a code, and in the name of the project's server at once."""

    _store: Store
    _tokens: Tokens
    _projects: Projects
    _second_factor: SecondFactor

    async def start_change(
        self, bearer: Bearer, wanted: WantedFactor, login_url: str | None, locale: str | None
    ) -> Onward:
        """Send a code with which a user changes the own second factor; return the page that asks for it.

        It goes where the second factor goes that is on; without one, where the new one would.

        Raises:
            LoginError: 422 002-050, nothing would change; 422 003-020, it is not offered or must not be
                changed; 422 002-027, there is nowhere to send codes to; 422 010-011 or 010-012, of
                ``login_url``; 401 002-016, the token has ended.
        """
        project = bearer.project
        request = LoginRequest(
            login_url=redirects.login_url(project, login_url), login_type="", mfa=wanted.stored
        )

        def ask(tx: Transaction) -> Onward:
            user = self._tokens.holder(tx, bearer)
            _check_change(user, wanted)
            factor = _checked(project, user, wanted)
            factor = second_factors.own(project, user) or factor
            return self._second_factor.ask(tx, project, user, factor, request, locale)

        return await self._store.transaction(ask)

    async def of(self, project: Project, user_id: str) -> Mapping[str, Any]:
        """Return what is set for a user, empty where nothing ever was.

        Raises:
            LoginError: 404 003-002, the project has no such user.
        """
        return await self._store.read(lambda tx: named_users.find(tx, project.project_id, user_id).mfa)

    async def set(self, project: Project, user_id: str, wanted: WantedFactor) -> None:
        """Set the second factor of a user; a change of the user's own that waits for its code is off.

        Raises:
            LoginError: 404 003-002, the project has no such user; 422 003-020, it is not offered; 422
                002-027, there is nowhere to send codes to.
        """

        def change(tx: Transaction) -> None:
            user = named_users.find(tx, project.project_id, user_id, hold=True)
            if wanted.enabled:
                _checked(project, user, wanted)
            users.set_mfa(tx, user.user_id, wanted.stored)
            one_time_codes.void(tx, user.user_id, CHANNELS)

        await self._store.transaction(change)

    async def offer(self, project: Project, types: Sequence[Mapping[str, Any]], page: str | None) -> None:
        """Replace what a project offers and the page that asks for codes.

        Raises:
            LoginError: 422 002-027, a type or a priority stands there twice.
        """
        offered = [{"mfa_type": each["mfa_type"], "priority": int(each["priority"])} for each in types]

        def change(tx: Transaction) -> None:
            self._projects.change(tx, project.project_id, mfa_types=offered, mfa_url=page)

        try:
            await self._store.transaction(change)
        except SettingsError as problem:
            raise LoginError(UNPROCESSABLE_VALUE, because=str(problem)) from None


def _check_change(user: User, wanted: WantedFactor) -> None:
    if user.mfa.get("change_restricted"):
        raise LoginError(NOT_AVAILABLE, because="the project's server has set change_restricted")
    on = user.mfa["mfa_type"] if user.mfa.get("enabled") else None
    if (wanted.mfa_type == on) == wanted.enabled:
        raise LoginError(SECOND_FACTOR_UNCHANGED, because=f"enabled is {wanted.enabled} already")


def _checked(project: Project, user: User, wanted: WantedFactor) -> second_factors.SecondFactor:
    """Return where the code of a second factor would go."""
    if wanted.enabled and wanted.mfa_type not in second_factors.offered(project):
        raise LoginError(NOT_AVAILABLE, because=f"{wanted.mfa_type} is not in mfa_types of the project")
    factor = second_factors.of_type(user, wanted.mfa_type)
    if factor is None:
        because = f"user {user.user_id} has nowhere to send a code to by {wanted.mfa_type}"
        raise LoginError(UNPROCESSABLE_VALUE, because=because)
    return factor
