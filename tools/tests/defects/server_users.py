"""Defects of what a partner's server does with users: makes, names, finds, links and deletes them."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

import pytest
from attrs import evolve

from login_contract.mock.calls.call import Call
from login_contract.mock.contract.compiled import Contract
from login_contract.mock.domain import external_ids, named_users
from login_contract.mock.domain.tokens import Tokens
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import (
    account_linking,
    custom_ids,
    linked_identities,
    server_registration,
    user_deletion,
)
from login_contract.mock.flows import user_search as finding
from login_contract.mock.flows.custom_ids import CustomIdLogin, CustomIds
from login_contract.mock.flows.linked_identities import LinkedIdentities
from login_contract.mock.flows.user_deletion import UserDeletions
from login_contract.mock.flows.user_search import PlatformUser
from login_contract.mock.operations import account_linking as linking_calls
from login_contract.mock.operations import server_users as calls
from login_contract.mock.services import Services
from login_contract.mock.settings.project import Project
from login_contract.mock.store import (
    linking_codes,
    partner_data,
    user_data,
    user_search,
    users,
)
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User
from login_contract.mock.store.user_search import Filter, Numbered, Order
from tests.defects.planting import altered, find_in_any_project


def letter_case_of_a_custom_id_ignored(patch: pytest.MonkeyPatch) -> None:
    _alter_custom_ids(patch, str.lower)


def custom_id_cut(patch: pytest.MonkeyPatch) -> None:
    _alter_custom_ids(patch, lambda custom_id: custom_id[:254])


def _alter_custom_ids(patch: pytest.MonkeyPatch, alter: Any) -> None:
    find, give = partner_data.user_with, partner_data.set_server_custom_id
    patch.setattr(
        partner_data,
        "user_with",
        lambda tx, project_id, custom_id: find(tx, project_id, alter(custom_id)),
    )
    patch.setattr(
        partner_data,
        "set_server_custom_id",
        lambda tx, project_id, user_id, custom_id: give(tx, project_id, user_id, alter(custom_id)),
    )


def custom_id_taken_from_its_user(patch: pytest.MonkeyPatch) -> None:
    sound = partner_data.set_server_custom_id

    def give(tx: Transaction, project_id: str, user_id: str, custom_id: str) -> bool:
        holder = partner_data.user_with(tx, project_id, custom_id)
        if holder is not None:
            partner_data.take_server_custom_id(tx, holder)
        return sound(tx, project_id, user_id, custom_id)

    patch.setattr(partner_data, "set_server_custom_id", give)


def path_decoded_before_it_is_taken_apart(patch: pytest.MonkeyPatch) -> None:
    sound = Contract.find
    patch.setattr(Contract, "find", lambda contract, path: sound(contract, unquote(path)))


def custom_id_not_taken_away(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(custom_ids, "partner_data", altered(partner_data, take_server_custom_id=lambda *_: None))


def custom_id_given_to_a_stranger(patch: pytest.MonkeyPatch) -> None:
    find_in_any_project(patch, custom_ids)


def external_id_given_to_a_stranger(patch: pytest.MonkeyPatch) -> None:
    find_in_any_project(patch, linked_identities)


def stranger_deleted(patch: pytest.MonkeyPatch) -> None:
    find_in_any_project(patch, user_deletion)


def stranger_read(patch: pytest.MonkeyPatch) -> None:
    find_in_any_project(patch, finding)


def server_of_any_project(patch: pytest.MonkeyPatch) -> None:
    sound = Tokens.identify_server

    async def identify_server(self: Tokens, token: str, project: Project | None) -> Project:
        own = await sound(self, token, None)
        return project or own

    patch.setattr(Tokens, "identify_server", identify_server)


def project_in_a_body_ignored(patch: pytest.MonkeyPatch) -> None:
    def check_project(call: Call, services: Services) -> None: ...

    patch.setattr(linking_calls, "check_project", check_project)
    patch.setattr(calls, "check_project", check_project)


def platform_account_of_another_ignored(patch: pytest.MonkeyPatch) -> None:
    sound = CustomIds._keep

    def keep(self: CustomIds, tx: Transaction, project: Project, user: User, given: CustomIdLogin) -> None:
        try:
            sound(self, tx, project, user, given)
        except LoginError:
            return

    patch.setattr(CustomIds, "_keep", keep)


def made_user_not_confirmed(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(server_registration, "User", lambda **told: User(**{**told, "confirmed": False}))


def external_id_of_a_made_user_forgotten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(server_registration, "User", lambda **told: User(**{**told, "external_id": None}))


def deleted_user_only_loses_their_names(patch: pytest.MonkeyPatch) -> None:
    def erase(tx: Transaction, user: User) -> None:
        tx.execute(
            "UPDATE users SET username = NULL, username_key = NULL, email = NULL, email_key = NULL,"
            " phone_number = NULL WHERE user_id = :user_id",
            user_id=user.user_id,
        )

    patch.setattr(user_data, "erase", erase)


def ids_of_a_deleted_user_stay_taken(patch: pytest.MonkeyPatch) -> None:
    kept = tuple(place for place in user_data.PLACES if place[0] != "external_accounts")
    patch.setattr(user_data, "PLACES", kept)


def user_deleted_again_and_again(patch: pytest.MonkeyPatch) -> None:
    sound = UserDeletions.delete

    async def delete(self: UserDeletions, project: Project, user_id: str) -> None:
        try:
            await sound(self, project, user_id)
        except LoginError:
            return

    patch.setattr(UserDeletions, "delete", delete)


def linking_code_usable_twice(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(linking_codes, "take", lambda tx, user_id: None)


def linking_code_never_expires(patch: pytest.MonkeyPatch) -> None:
    sound = linking_codes.add
    patch.setattr(linking_codes, "add", lambda tx, user, code, expires_at: sound(tx, user, code, 4e9))


def linking_code_of_any_project(patch: pytest.MonkeyPatch) -> None:
    def holder(tx: Transaction, project_id: str, code: str) -> str | None:
        row = tx.one("SELECT user_id FROM linking_codes WHERE code = :code", code=code)
        return row["user_id"] if row else None

    def by_id(tx: Transaction, project_id: str, user_id: str, *, hold: bool = False) -> User | None:
        row = tx.one("SELECT project_id FROM users WHERE user_id = :user_id", user_id=user_id)
        return users.by_id(tx, row["project_id"], user_id, hold=hold) if row is not None else None

    patch.setattr(linking_codes, "holder", holder)
    patch.setattr(linked_identities, "users", altered(users, by_id=by_id))


def refused_link_uses_the_code_up(patch: pytest.MonkeyPatch) -> None:
    sound = LinkedIdentities._join

    def join(self: LinkedIdentities, tx: Transaction, project: Project, known: str, user: User) -> None:
        linking_codes.take(tx, user.user_id)
        sound(self, tx, project, known, user)

    patch.setattr(LinkedIdentities, "_join", join)


def account_of_its_own_taken(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(linked_identities, "_has_a_way_of_their_own", lambda tx, user: False)


def custom_id_of_a_guest_lost(patch: pytest.MonkeyPatch) -> None:
    forgetful = altered(partner_data, set_server_custom_id=lambda *_: True)
    patch.setattr(account_linking, "partner_data", forgetful)


def custom_id_of_a_guest_wins(patch: pytest.MonkeyPatch) -> None:
    unknowing = altered(partner_data)

    def server_custom_id(tx: Transaction, user_id: str) -> str | None:
        found = partner_data.server_custom_id(tx, user_id)
        return found if found != "ann.1" else None

    unknowing.server_custom_id = server_custom_id
    patch.setattr(account_linking, "partner_data", unknowing)


def external_id_said_again(patch: pytest.MonkeyPatch) -> None:
    def find(tx: Transaction, project_id: str, user_id: str, *, hold: bool = False) -> User:
        return evolve(named_users.find(tx, project_id, user_id, hold=hold), external_id=None)

    patch.setattr(linked_identities, "named_users", altered(named_users, find=find))


def external_id_of_another_ignored(patch: pytest.MonkeyPatch) -> None:
    sound = users.set_external_id
    patch.setattr(users, "set_external_id", lambda *given: sound(*given) or True)


def external_id_is_the_custom_id(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(external_ids, "of_user", lambda tx, user: partner_data.server_custom_id(tx, user.user_id))


def search_finds_strangers(patch: pytest.MonkeyPatch) -> None:
    sound = user_search._condition

    def condition(project_id: str, wanted: Filter) -> tuple[str, dict[str, Any]]:
        found, given = sound(project_id, wanted)
        return found.replace("project_id = :project_id", "1 = 1"), given

    patch.setattr(user_search, "_condition", condition)


def search_finds_parts(patch: pytest.MonkeyPatch) -> None:
    part = {**user_search.MATCHES, "username": "username_key LIKE '%' || :name || '%'"}
    patch.setattr(user_search, "MATCHES", part)


def search_finds_part_of_an_id(patch: pytest.MonkeyPatch) -> None:
    part = {**user_search.MATCHES, "id": "substr(user_id, 1, length(:id)) = :id"}
    patch.setattr(user_search, "MATCHES", part)


def page_begins_at_a_place(patch: pytest.MonkeyPatch) -> None:
    sound = user_search.page

    def page(
        tx: Transaction,
        project_id: str,
        wanted: Filter,
        order: Order,
        *,
        most: int,
        skipped: int = 0,
        after: int | None = None,
    ) -> list[Numbered]:
        place = (after or 0) + skipped
        found = sound(tx, project_id, wanted, order, most=most, skipped=place)
        return [Numbered(each.user, place + number) for number, each in enumerate(found, 1)]

    patch.setattr(user_search, "page", page)


def page_told_for_the_whole(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(user_search, "count", lambda tx, project_id, wanted: 2)


def who_lacks_a_column_comes_first(patch: pytest.MonkeyPatch) -> None:
    sound = user_search._sorting

    def sorting(tx: Transaction, order: Order) -> str:
        return sound(tx, order).replace("NULLS LAST", "NULLS FIRST")

    patch.setattr(user_search, "_sorting", sorting)


def last_day_of_activity_left_out(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(finding, "DAY_SECONDS", 0)


def platform_accounts_of_any_project_told(patch: pytest.MonkeyPatch) -> None:
    sound = finding._behind

    def behind(tx: Transaction, project: Project, platform: str, platform_user_id: str) -> PlatformUser:
        row = tx.one(
            "SELECT project_id FROM external_accounts WHERE provider = :provider AND external_id = :id",
            provider=platform,
            id=platform_user_id,
        )
        project_id = row["project_id"] if row else project.project_id
        of = Project({**project.settings, "project_id": project_id})
        return sound(tx, of, platform, platform_user_id)

    patch.setattr(finding, "_behind", behind)
