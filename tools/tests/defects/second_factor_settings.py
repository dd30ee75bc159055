"""Defects of turning the second factor on and off."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.domain import second_factors
from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.flows import phones, second_factor, second_factor_settings
from login_contract.mock.flows.login import Onward
from login_contract.mock.flows.second_factor import Challenge, SecondFactor
from login_contract.mock.flows.second_factor_settings import SecondFactorSettings, WantedFactor
from login_contract.mock.settings.project import Project
from login_contract.mock.store import one_time_codes, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User
from tests.defects.planting import altered, find_in_any_project


def setting_changes_without_its_code(patch: pytest.MonkeyPatch) -> None:
    sound = SecondFactorSettings.start_change

    async def start_change(
        self: SecondFactorSettings, bearer: Bearer, wanted: WantedFactor, *given: Any
    ) -> Onward:
        page = await sound(self, bearer, wanted, *given)
        await self._store.transaction(lambda tx: users.set_mfa(tx, bearer.user.user_id, wanted.stored))
        return page

    patch.setattr(SecondFactorSettings, "start_change", start_change)


def setting_has_no_effect(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(second_factors, "_own_types", lambda project, user: iter(()))


def setting_of_a_banned_user_changes(patch: pytest.MonkeyPatch) -> None:
    def by_id(tx: Transaction, project_id: str, user_id: str, *, hold: bool = False) -> User | None:
        user = users.by_id(tx, project_id, user_id, hold=hold)
        return evolve(user, banned=False) if user is not None else None

    patch.setattr(second_factor, "users", altered(users, by_id=by_id))


def setting_never_ends(patch: pytest.MonkeyPatch) -> None:
    def set_mfa(tx: Transaction, user_id: str, mfa: Any) -> None:
        users.set_mfa(tx, user_id, {**mfa, "enabled": True})

    patch.setattr(second_factor, "users", altered(users, set_mfa=set_mfa))


def code_of_a_change_logs_in(patch: pytest.MonkeyPatch) -> None:
    sound = SecondFactor._find

    def find(self: SecondFactor, tx: Transaction, challenge_id: str) -> Challenge | None:
        found = sound(self, tx, challenge_id)
        if found is None:
            return None
        context = {**found.sent.context, "mfa": None, "login_type": "xsolla_login"}
        return evolve(found, sent=evolve(found.sent, context=context))

    patch.setattr(SecondFactor, "_find", find)


def change_wants_the_code_of_the_new_factor(patch: pytest.MonkeyPatch) -> None:
    own = altered(second_factors, own=lambda project, user: None)
    patch.setattr(second_factor_settings, "second_factors", own)


def number_in_use_goes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(phones, "second_factors", altered(second_factors, needs_number=lambda user: False))


def codes_go_to_the_number_of_the_login(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(second_factors, "number_for_codes", lambda user: user.phone_number)


def restricted_setting_may_be_changed(patch: pytest.MonkeyPatch) -> None:
    sound = second_factor_settings._check_change

    def check_change(user: User, wanted: WantedFactor) -> None:
        sound(evolve(user, mfa={**user.mfa, "change_restricted": False}), wanted)

    patch.setattr(second_factor_settings, "_check_change", check_change)


def unchanged_setting_is_taken(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(second_factor_settings, "_check_change", lambda user, wanted: None)


def waiting_change_overrules_the_server(patch: pytest.MonkeyPatch) -> None:
    deaf = altered(one_time_codes, void=lambda *given: None)
    patch.setattr(second_factor_settings, "one_time_codes", deaf)


def server_reaches_into_other_projects(patch: pytest.MonkeyPatch) -> None:
    find_in_any_project(patch, second_factor_settings)


def withdrawn_factor_is_replaced_by_none(patch: pytest.MonkeyPatch) -> None:
    def own_types(project: Project, user: User) -> Any:
        chosen = user.mfa.get("mfa_type") if user.mfa.get("enabled") else None
        return iter([chosen] if chosen in second_factors.offered(project) else [])

    patch.setattr(second_factors, "_own_types", own_types)


def page_of_the_project_is_not_used(patch: pytest.MonkeyPatch) -> None:
    sound = SecondFactor.ask

    def ask(self: SecondFactor, tx: Transaction, project: Project, *given: Any) -> Onward:
        return sound(self, tx, evolve(project, settings={**project.settings, "mfa_url": None}), *given)

    patch.setattr(SecondFactor, "ask", ask)


def factor_named_twice_is_taken(patch: pytest.MonkeyPatch) -> None:
    sound = SecondFactorSettings.offer

    async def offer(self: SecondFactorSettings, project: Project, types: Any, page: str | None) -> None:
        await sound(self, project, [{**types[0], "priority": 1}] if types else types, page)

    patch.setattr(SecondFactorSettings, "offer", offer)


def factor_of_the_project_comes_first(patch: pytest.MonkeyPatch) -> None:
    sound = second_factors.wanted

    def wanted(project: Project, user: User) -> second_factors.SecondFactor | None:
        return sound(project, evolve(user, mfa={})) or sound(project, user)

    patch.setattr(second_factors, "wanted", wanted)


def tokens_at_once_want_the_factor_of_the_project_only(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(SecondFactor, "applies", lambda self, project, user: project["two_factor"] != "none")


def second_factor_stays_behind(patch: pytest.MonkeyPatch) -> None:
    """Let nothing of a second factor go along when two accounts become one."""
    patch.setattr(users, "take_second_factor", lambda *given: None)
