"""Defects of the phone numbers of an account, and of the rule that the last way to log in stays."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.contract.refusals import CONTACT_TAKEN
from login_contract.mock.domain import ways_in
from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.domain.ways_in import Way
from login_contract.mock.errors import LoginError
from login_contract.mock.flows import phones
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.flows.phones import LinkCode, Phones
from login_contract.mock.settings.project import Project
from login_contract.mock.store import external_accounts, one_time_codes, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.user_rows import User
from login_contract.suite.actors.jwt_client import CALLBACK
from tests.defects.planting import altered


def number_linked_when_asked_for(patch: pytest.MonkeyPatch) -> None:
    sound = Phones.start_link

    async def start_link(self: Phones, bearer: Bearer, number: str) -> str:
        operation_id = await sound(self, bearer, number)
        await self._store.transaction(
            lambda tx: users.set_contact(tx, bearer.user, "phone", number, proven=True)
        )
        return operation_id

    patch.setattr(Phones, "start_link", start_link)


def linked_number_logs_nobody_in(patch: pytest.MonkeyPatch) -> None:
    def set_contact(tx: Transaction, user: User, channel: str, number: str, *, proven: bool) -> bool:
        users.set_numbers(tx, evolve(user, two_factor_phone=number))
        return True

    patch.setattr(phones, "users", altered(users, set_contact=set_contact))


def number_goes_to_the_latest(patch: pytest.MonkeyPatch) -> None:
    """Take a number away from whoever has it."""

    def set_contact(tx: Transaction, user: User, channel: str, number: str, *, proven: bool) -> bool:
        holder = users.by_phone_number(tx, user.project_id, number)
        if holder is not None:
            users.set_numbers(tx, evolve(holder, phone_number=None))
        return users.set_contact(tx, user, channel, number, proven=proven)

    patch.setattr(phones, "users", altered(users, set_contact=set_contact, contact_is_free=lambda *_: True))


def taken_number_tells_whose(patch: pytest.MonkeyPatch) -> None:
    def contact_is_free(tx: Transaction, user: User, channel: str, number: str) -> bool:
        holder = users.by_phone_number(tx, user.project_id, number)
        if holder is not None:
            raise LoginError(CONTACT_TAKEN, f"The number belongs to {holder.username}.")
        return True

    patch.setattr(phones, "users", altered(users, contact_is_free=contact_is_free))


def link_code_of_anybody(patch: pytest.MonkeyPatch) -> None:
    sound = Phones.link

    async def link(self: Phones, bearer: Bearer, code: LinkCode) -> None:
        sent = await self._store.read(lambda tx: one_time_codes.find(tx, code.operation_id))
        asked = evolve(sent, user_id=bearer.user.user_id) if sent else None
        with pytest.MonkeyPatch.context() as leniency:
            leniency.setattr(phones, "one_time_codes", altered(one_time_codes, find=lambda *given: asked))
            await sound(self, bearer, code)

    patch.setattr(Phones, "link", link)


def link_code_for_any_number(patch: pytest.MonkeyPatch) -> None:
    """Link the number that is given back, whatever number the code was sent to."""
    sound = Phones.link

    async def link(self: Phones, bearer: Bearer, code: LinkCode) -> None:
        sent = await self._store.read(lambda tx: one_time_codes.find(tx, code.operation_id))
        await sound(self, bearer, evolve(code, phone_number=sent.recipient if sent else code.phone_number))

    patch.setattr(Phones, "link", link)


def link_code_logs_in(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(phones, "LINK_PHONE", "phone")
    asked = LoginRequest(login_url=CALLBACK, login_type="phone")
    patch.setattr(phones, "LoginRequest", lambda **given: asked)


def removed_number_logs_in(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(phones, "users", altered(users, set_numbers=lambda tx, user: None))


def plus_sign_makes_another_number(patch: pytest.MonkeyPatch) -> None:
    _remove(patch, lambda number, user: number if number.startswith("+") else "+00000")


def leading_zeros_do_not_count(patch: pytest.MonkeyPatch) -> None:
    _remove(
        patch,
        lambda number, user: (
            user.phone_number if user.phone_number and int(user.phone_number) == int(number) else number
        ),
    )


def code_of_before_brings_a_number_back(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(phones, "one_time_codes", altered(one_time_codes, void=lambda *given: None))


def number_of_the_second_factor_logs_in(patch: pytest.MonkeyPatch) -> None:
    sound = users.by_phone_number

    def by_phone_number(tx: Transaction, project_id: str, number: str) -> User | None:
        found = tx.one(
            "SELECT user_id FROM users WHERE project_id = :project_id AND two_factor_phone = :number",
            project_id=project_id,
            number=number,
        )
        return users.by_id(tx, project_id, found["user_id"]) if found else sound(tx, project_id, number)

    patch.setattr(users, "by_phone_number", by_phone_number)


def last_way_in_goes(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ways_in, "keep_one", lambda *given: None)


def withdrawn_network_is_a_way_in(patch: pytest.MonkeyPatch) -> None:
    sound = ways_in.ways_in

    def with_all(tx: Transaction, project: Project, user: User) -> list[Way]:
        accounts = external_accounts.of_user(tx, user.user_id)
        return [*sound(tx, project, user), *(Way(each.provider) for each in accounts)]

    patch.setattr(ways_in, "ways_in", with_all)


def _remove(patch: pytest.MonkeyPatch, meant: Any) -> None:
    """Read the number that is to be removed as another one."""
    sound = Phones.remove

    async def remove(self: Phones, bearer: Bearer, number: str) -> None:
        await sound(self, bearer, meant(number, bearer.user))

    patch.setattr(Phones, "remove", remove)
