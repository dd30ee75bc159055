"""Defects of the fields that a project asks for."""

from __future__ import annotations

from typing import Any

import pytest
from attrs import evolve

from login_contract.mock.domain import ask_fields
from login_contract.mock.flows import ask_fields as asking
from login_contract.mock.flows.one_time_code import OneTimeCodes
from login_contract.mock.names import comparable
from login_contract.mock.settings.project import Project
from login_contract.mock.store import users
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.one_time_codes import OneTimeCode
from login_contract.mock.store.user_rows import User


def ask_makes_a_second_account(patch: pytest.MonkeyPatch) -> None:
    """Forget, when the code comes back, who was asked."""
    sound = OneTimeCodes.take

    def take(self: OneTimeCodes, *given: Any, **options: Any) -> OneTimeCode:
        return evolve(sound(self, *given, **options), user_id=None)

    patch.setattr(OneTimeCodes, "take", take)


def ask_takes_anothers_contact(patch: pytest.MonkeyPatch) -> None:
    sound = users.set_contact

    def set_contact(tx: Transaction, user: User, channel: str, recipient: str, *, proven: bool) -> bool:
        columns = "email = NULL, email_key = NULL" if channel == "email" else "phone_number = NULL"
        held = "email_key" if channel == "email" else "phone_number"
        tx.execute(
            f"UPDATE users SET {columns} WHERE {held} = :value AND project_id = :project_id",
            value=comparable(recipient),
            project_id=user.project_id,
        )
        return sound(tx, user, channel, recipient, proven=proven)

    patch.setattr(users, "contact_is_free", lambda tx, user, channel, recipient: True)
    patch.setattr(users, "set_contact", set_contact)


def ask_believes_an_unproven_contact(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(asking, "_to_prove", lambda *given: None)


def unasked_contact_taken_on_trust(patch: pytest.MonkeyPatch) -> None:
    sound = asking._to_prove

    def to_prove(tx: Transaction, project: Project, *given: Any) -> str | None:
        name = sound(tx, project, *given)
        return name if any(field["name"] == name for field in project["ask_fields"]) else None

    patch.setattr(asking, "_to_prove", to_prove)


def asks_in_the_order_of_settings(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(
        ask_fields,
        "outstanding",
        lambda project, user, **wants: [
            field for field in project["ask_fields"] if not ask_fields._given(user, field["name"])
        ],
    )


def rules_of_a_field_ignored(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(ask_fields, "accepts", lambda field, value: True)
