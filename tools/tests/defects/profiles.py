"""Defects of the profile: what is kept of a change, who tells what, and who sees it."""

from __future__ import annotations

import asyncio
import unicodedata
from collections.abc import Mapping
from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.flows import login, profiles
from login_contract.mock.flows.profiles import Profile, Profiles
from login_contract.mock.flows.social_networks import SocialNetworks
from login_contract.mock.services import Services
from login_contract.mock.store import tags, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User
from tests.defects.planting import altered, find_in_any_project, wrap_operation

UPDATE = "update-user-details"


def long_name_is_cut(patch: pytest.MonkeyPatch) -> None:
    _rewrite(patch, lambda text: text[:254])


def letters_and_marks_are_joined(patch: pytest.MonkeyPatch) -> None:
    _rewrite(patch, lambda text: unicodedata.normalize("NFC", text))


def white_space_is_trimmed(patch: pytest.MonkeyPatch) -> None:
    _rewrite(patch, str.strip)


def answer_tells_the_old_profile(patch: pytest.MonkeyPatch) -> None:
    sound = Profiles.change

    async def change(self: Profiles, bearer: Bearer, given: Mapping[str, str]) -> Profile:
        before = await self.of(bearer)
        await sound(self, bearer, given)
        return before

    patch.setattr(Profiles, "change", change)


def change_replaces_what_was_told(patch: pytest.MonkeyPatch) -> None:
    sound = users.set_fields

    def set_fields(tx: Transaction, user: User, fields: Mapping[str, Any]) -> None:
        sound(tx, evolve(user, fields={}), fields)

    patch.setattr(profiles, "users", altered(users, set_fields=set_fields))


def birthday_changes_again(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(profiles, "_check_birthday", lambda user, birthday: None)


def refused_birthday_keeps_the_rest(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        given = {name: value for name, value in call.body.items() if name != "birthday"}
        await sound(evolve(call, body=given), services)
        return await sound(call, services)

    wrap_operation(patch, UPDATE, around)


def concurrent_birthdays_all_win(patch: pytest.MonkeyPatch) -> None:
    """Look first, and take the birthday in another transaction."""
    check = profiles._check_birthday
    patch.setattr(profiles, "_check_birthday", lambda user, birthday: None)

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        if "birthday" in call.body:
            check(call.user.user, call.body["birthday"])
            await asyncio.sleep(0.2)
        return await sound(call, services)

    wrap_operation(patch, UPDATE, around)


def tag_follows_the_nickname(patch: pytest.MonkeyPatch) -> None:
    sound = users.set_nickname

    def set_nickname(tx: Transaction, user_id: str, nickname: str) -> None:
        tx.change("users", users.KEY, user_id=user_id, tag=None)
        sound(tx, user_id, nickname)

    patch.setattr(profiles, "users", altered(users, set_nickname=set_nickname))


def namesakes_share_a_tag(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(tags, "give", lambda tx, project_id, number=1: ["1000"] * number)


def nickname_of_a_change_gets_no_tag_of_its_own(patch: pytest.MonkeyPatch) -> None:
    """Two who take a nickname at once look at the same number."""

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        tag = await services.store.read(_last_tag)
        await asyncio.sleep(0.2)

        def take(tx: Transaction) -> None:
            tx.change("users", users.KEY, user_id=call.user.user.user_id, tag=str(tag + 1))

        await services.store.transaction(take)
        return await sound(call, services)

    wrap_operation(patch, UPDATE, around)


def _last_tag(tx: Transaction) -> int:
    return int(tx.row("SELECT MAX(last_tag) AS last FROM projects")["last"])


def picture_of_a_network_is_lost(patch: pytest.MonkeyPatch) -> None:
    sound = SocialNetworks._new_user

    def new_user(self: Any, tx: Any, project: Any, profile: Any) -> User:
        return sound(self, tx, project, {**profile, "picture": None})

    patch.setattr(SocialNetworks, "_new_user", new_user)


def strangers_profile_is_shown(patch: pytest.MonkeyPatch) -> None:
    find_in_any_project(patch, profiles)


def login_is_not_noted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(login, "users", altered(users, note_login=lambda tx, user_id: None))


def reading_counts_as_a_login(patch: pytest.MonkeyPatch) -> None:
    async def around(sound: Function, call: Call, services: Services) -> Reply:
        await services.store.transaction(lambda tx: users.note_login(tx, call.user.user.user_id))
        return await sound(call, services)

    wrap_operation(patch, UPDATE, around)


def _rewrite(patch: pytest.MonkeyPatch, rewrite: Any) -> None:
    """Keep something else than a change says."""

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        return await sound(evolve(call, body={k: rewrite(v) for k, v in call.body.items()}), services)

    wrap_operation(patch, UPDATE, around)
