"""Defects of passwords that are added to an account, and of a new address in the place of another."""

from __future__ import annotations

import re

import pytest
from attrs import evolve

from login_contract.mock.domain import credentials, ways_in
from login_contract.mock.domain.credentials import Credentials
from login_contract.mock.domain.events import Events
from login_contract.mock.domain.tokens import Bearer
from login_contract.mock.domain.ways_in import Way
from login_contract.mock.flows import added_password, code_login
from login_contract.mock.flows.added_password import AddedPasswords
from login_contract.mock.flows.ask_fields import Answers, AskFields, Pending
from login_contract.mock.flows.login import Grant
from login_contract.mock.flows.login_request import LoginRequest
from login_contract.mock.names import comparable
from login_contract.mock.settings.project import Project
from login_contract.mock.store import mailed_links, users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.mailed_links import MailedLink
from login_contract.mock.store.user_rows import User
from tests.defects.planting import altered, compare_users_by


def password_counts_before_its_link(patch: pytest.MonkeyPatch) -> None:
    sound = AddedPasswords.add

    async def add(self: AddedPasswords, bearer: Bearer, wanted: Credentials, request: LoginRequest) -> bool:
        mailed = await sound(self, bearer, wanted, request)
        await self._store.transaction(lambda tx: credentials.give(tx, bearer.user, wanted))
        return mailed

    patch.setattr(AddedPasswords, "add", add)


def other_password_is_taken(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(added_password, "_check", lambda project, user, wanted: None)


def proven_address_is_changed(patch: pytest.MonkeyPatch) -> None:
    sound = added_password._check

    def check(project: Project, user: User, wanted: Credentials) -> None:
        sound(project, evolve(user, email=None), wanted)

    patch.setattr(added_password, "_check", check)


def username_may_be_the_address_of_another(patch: pytest.MonkeyPatch) -> None:
    def name_is_free(tx: Transaction, user: User, username: str) -> bool:
        holder = users.by_username(tx, user.project_id, username)
        return holder is None or holder.user_id == user.user_id

    patch.setattr(credentials, "users", altered(users, name_is_free=name_is_free))


def part_after_a_plus_sign_does_not_count(patch: pytest.MonkeyPatch) -> None:
    compare_users_by(patch, lambda name: comparable(re.sub(r"\+[^@]*(?=@)", "", name)))


def agreement_is_forgotten(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(credentials, "users", altered(users, set_fields=lambda *given: None))


def link_of_a_password_never_expires(patch: pytest.MonkeyPatch) -> None:
    sound = mailed_links.add

    def add(tx: Transaction, link: MailedLink) -> None:
        sound(tx, evolve(link, expires_at=link.expires_at + 10**9))

    patch.setattr(mailed_links, "add", add)


def password_is_no_way_in(patch: pytest.MonkeyPatch) -> None:
    sound = ways_in.ways_in

    def without(tx: Transaction, project: Project, user: User) -> list[Way]:
        return [way for way in sound(tx, project, user) if way.kind not in (ways_in.PASSWORD, ways_in.EMAIL)]

    patch.setattr(ways_in, "ways_in", without)


def mail_to_the_old_address_still_works(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(code_login, "mailed_links", altered(mailed_links, void=lambda *given: None))


def address_replaced_before_its_code(patch: pytest.MonkeyPatch) -> None:
    sound = AskFields.answer

    async def answer(
        self: AskFields, project: Project, answers: Answers, *given: object, **named: object
    ) -> Grant | Pending:
        outcome = await sound(self, project, answers, *given, **named)  # type: ignore[arg-type]
        bearer = await self._tokens.check(answers.token)
        await self._store.transaction(
            lambda tx: users.set_contact(tx, bearer.user, "email", answers.given["email"], proven=False)
        )
        return outcome

    patch.setattr(AskFields, "answer", answer)


def confirmed_address_is_not_told(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Events, "confirmed", lambda *given: None)
