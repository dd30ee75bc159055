"""Defects of e-mail templates: which mails they shape, and what becomes of values in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import pytest

from login_contract.mock.domain import email_templates as chosen
from login_contract.mock.domain import messenger
from login_contract.mock.domain.messenger import Messenger
from login_contract.mock.flows import email_templates as flow
from login_contract.mock.messages import templates
from login_contract.mock.messages.composing import ComposedMessage
from login_contract.mock.names import comparable
from login_contract.mock.store import email_templates
from login_contract.mock.store.database import Transaction
from login_contract.mock.store.email_templates import EmailTemplate
from tests.defects.planting import altered


def values_of_a_template_become_markup(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(templates, "escape", lambda value: value)


def line_breaks_stay_in_a_subject(patch: pytest.MonkeyPatch) -> None:
    def compose(header: str, body: str, locale: str, values: Mapping[str, str]) -> ComposedMessage:
        sound = templates.compose_template(header, body, locale, values)
        return ComposedMessage(templates._filled(header, values), sound.text, sound.html, locale)

    patch.setattr(messenger, "compose_template", compose)


def values_are_filled_in_again(patch: pytest.MonkeyPatch) -> None:
    sound = templates._filled
    patch.setattr(templates, "_filled", lambda text, values: sound(sound(text, values), values))


def variables_without_a_value_vanish(patch: pytest.MonkeyPatch) -> None:
    def filled(text: str, values: Mapping[str, str]) -> str:
        return templates.VARIABLE.sub(lambda place: values.get(place[1], ""), text)

    patch.setattr(templates, "_filled", filled)


def template_shapes_every_mail(patch: pytest.MonkeyPatch) -> None:
    def serving(found: Iterable[EmailTemplate], kind: str | None, locale: str | None) -> EmailTemplate | None:
        return chosen.closest(list(found), locale)

    patch.setattr(messenger, "email_templates", altered(chosen, serving=serving))


def template_of_another_project_used(patch: pytest.MonkeyPatch) -> None:
    sound = email_templates.named

    def named(tx: Transaction, project_id: str, template_id: str) -> list[EmailTemplate]:
        projects = tx.all("SELECT DISTINCT project_id FROM email_templates")
        return [found for row in projects for found in sound(tx, row["project_id"], template_id)]

    patch.setattr(email_templates, "named", named)


def template_written_over_by_the_next(patch: pytest.MonkeyPatch) -> None:
    def add(tx: Transaction, project_id: str, template: EmailTemplate) -> bool:
        columns = email_templates._columns(template)
        tx.put("email_templates", email_templates.KEY, project_id=project_id, **columns)
        return True

    patch.setattr(email_templates, "add", add)


def letter_case_of_template_ids_ignored(patch: pytest.MonkeyPatch) -> None:
    sound = email_templates.add

    def add(tx: Transaction, project_id: str, template: EmailTemplate) -> bool:
        kept = tx.all("SELECT template_id FROM email_templates WHERE project_id = :id", id=project_id)
        known = {comparable(row["template_id"]) for row in kept if row["template_id"] != template.template_id}
        return comparable(template.template_id) not in known and sound(tx, project_id, template)

    patch.setattr(email_templates, "add", add)


def template_without_a_link_accepted(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(flow, "lacking", lambda template: None)


def first_language_used_for_everybody(patch: pytest.MonkeyPatch) -> None:
    def closest(found: Sequence[EmailTemplate], locale: str | None) -> EmailTemplate | None:
        return next(iter(found), None)

    patch.setattr(chosen, "closest", closest)
    patch.setattr(flow, "closest", closest)


def template_id_taken_for_the_sender(patch: pytest.MonkeyPatch) -> None:
    def named(tx: Transaction, project_id: str, template_id: str) -> list[EmailTemplate]:
        return []

    patch.setattr(messenger, "email_templates", altered(chosen, named=named))


def code_of_a_link_is_a_value(patch: pytest.MonkeyPatch) -> None:
    sound = Messenger.send

    def send(self: Messenger, *given: Any, values: Mapping[str, Any], code: str | None, **more: Any) -> None:
        sound(self, *given, values={"code": code, **values}, code=code, **more)

    patch.setattr(Messenger, "send", send)
