"""Defects of a server that reads, keeps or tells something a little differently from how it was given."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import pytest
from attrs import evolve, frozen

from login_contract.mock.calls.call import Call, Reply
from login_contract.mock.calls.serving import Function
from login_contract.mock.domain import login_form
from login_contract.mock.domain.clients import Client
from login_contract.mock.flows.grants import authorization_code
from login_contract.mock.flows.grants.authorization_code import AuthorizationCodeGrant, proves_challenge
from login_contract.mock.flows.grants.refresh_token import RefreshTokenGrant
from login_contract.mock.flows.grants.token_request import TokenRequest
from login_contract.mock.names import comparable
from login_contract.mock.services import Services
from login_contract.mock.store import event_webhooks, one_time_codes, users
from login_contract.mock.store.database import Store, Transaction
from login_contract.mock.store.event_webhooks import EventWebhook
from login_contract.mock.store.one_time_codes import OneTimeCode
from login_contract.mock.store.user_rows import User
from tests.defects.planting import alter_answers, compare_users_by, disguise_grant, wrap_operation

REGISTER, LOGIN, DEVICE = "jwt-register-new-user", "auth-by-username-and-password", "jwt-auth-via-device-id"
CONFIRMS = ("jwt-complete-auth-by-email", "jwt-complete-auth-by-phone-number")
ASK, ASKED = "update-token", "get-ask-fields"


@frozen
class Misreading:
    """Changes one value of a request, where it is there, before an operation sees it."""

    part: str
    name: str
    change: Callable[[Any], Any]

    def of(self, call: Call) -> Call:
        values: Mapping[str, Any] = getattr(call, self.part)
        if self.name not in values:
            return call
        changed = {**values, self.name: self.change(values[self.name])}
        either: dict[str, Any] = {self.part: changed}
        return evolve(call, **either)


def misread(patch: pytest.MonkeyPatch, operation_ids: tuple[str, ...], misreading: Misreading) -> None:
    """Let operations read one value of their requests differently."""

    async def around(sound: Function, call: Call, services: Services) -> Reply:
        return await sound(misreading.of(call), services)

    for operation_id in operation_ids:
        wrap_operation(patch, operation_id, around)


def cut(length: int) -> Callable[[str], str]:
    return lambda text: text[:length]


def stripped(text: str) -> str:
    return text.strip()


def as_number(code: str) -> str:
    """Read a code as a number of six digits, as a column of integers would."""
    return f"{int(float(code)):06d}" if re.fullmatch(r"\s*\+?\d+(\.0)?\s*", code) else code


# What is compared


def compare_names(patch: pytest.MonkeyPatch, change: Callable[[str], str]) -> None:
    sound = comparable
    compare_users_by(patch, lambda text: sound(change(text)))


def username_compared_without_its_end(patch: pytest.MonkeyPatch) -> None:
    compare_names(patch, lambda text: text if "@" in text else text[:254])


def username_compared_without_spaces(patch: pytest.MonkeyPatch) -> None:
    compare_names(patch, lambda text: text if "@" in text else text.replace(" ", ""))


def username_compared_without_accents(patch: pytest.MonkeyPatch) -> None:
    compare_names(patch, lambda text: text.replace("ä", "a"))


def address_compared_without_its_tag(patch: pytest.MonkeyPatch) -> None:
    compare_names(patch, lambda text: re.sub(r"\+[^@]*@", "@", text))


def address_compared_without_its_dots(patch: pytest.MonkeyPatch) -> None:
    compare_names(patch, lambda text: re.sub(r"\.(?=.*@)", "", text))


def address_compared_without_its_end(patch: pytest.MonkeyPatch) -> None:
    compare_names(patch, lambda text: text[:15] if "@" in text else text)


def phone_number_compared_without_leading_zeros(patch: pytest.MonkeyPatch) -> None:
    sound = users.by_phone_number
    patch.setattr(
        users,
        "by_phone_number",
        lambda tx, project_id, number: sound(tx, project_id, f"+{number.lstrip('+0')}"),
    )


def device_id_compared_in_any_case(patch: pytest.MonkeyPatch) -> None:
    misread(patch, (DEVICE,), Misreading("body", "device_id", str.casefold))


def device_id_compared_without_its_end(patch: pytest.MonkeyPatch) -> None:
    misread(patch, (DEVICE,), Misreading("body", "device_id", cut(35)))


def code_compared_as_a_number(patch: pytest.MonkeyPatch) -> None:
    misread(patch, CONFIRMS, Misreading("body", "code", as_number))


def code_compared_without_spaces(patch: pytest.MonkeyPatch) -> None:
    misread(patch, CONFIRMS, Misreading("body", "code", stripped))


def operation_id_compared_in_any_case(patch: pytest.MonkeyPatch) -> None:
    sound = one_time_codes.find

    def find(tx: Transaction, operation_id: str) -> OneTimeCode | None:
        spelt = tx.one(
            "SELECT operation_id FROM one_time_codes WHERE lower(operation_id) = lower(:operation_id)",
            operation_id=operation_id,
        )
        return sound(tx, spelt["operation_id"] if spelt else operation_id)

    patch.setattr(one_time_codes, "find", find)


def operation_id_compared_without_spaces(patch: pytest.MonkeyPatch) -> None:
    misread(patch, CONFIRMS, Misreading("body", "operation_id", stripped))


def reset_code_compared_without_spaces(patch: pytest.MonkeyPatch) -> None:
    misread(patch, ("confirm-password-reset",), Misreading("body", "reset_code", stripped))


def confirmation_code_compared_without_spaces(patch: pytest.MonkeyPatch) -> None:
    misread(patch, ("confirm-account",), Misreading("query", "code", stripped))


def challenge_compared_without_spaces(patch: pytest.MonkeyPatch) -> None:
    misread(patch, ("otp-validate",), Misreading("query", "challenge_id", stripped))


def grant_compared_without_spaces(patch: pytest.MonkeyPatch) -> None:
    async def disguise(client: Client, asked: TokenRequest, store: Store) -> tuple[Client, TokenRequest]:
        code, token = asked.code, asked.refresh_token
        return client, evolve(asked, code=code and code.strip(), refresh_token=token and token.strip())

    for grant in (AuthorizationCodeGrant, RefreshTokenGrant):
        disguise_grant(patch, grant, disguise)


def client_secret_compared_in_any_case(patch: pytest.MonkeyPatch) -> None:
    sound = Client.proves_itself

    def proves_itself(self: Client, secret: str | None) -> bool:
        own = self.settings["client_secret"]
        return sound(self, own if own and secret and own.lower() == secret.lower() else secret)

    patch.setattr(Client, "proves_itself", proves_itself)


def verifier_compared_without_its_end(patch: pytest.MonkeyPatch) -> None:
    def proves(challenge: str | None, verifier: str | None) -> bool:
        return proves_challenge(challenge, verifier and verifier[:49])

    patch.setattr(authorization_code, "proves_challenge", proves)


# What is kept


def long_username_kept_in_part(patch: pytest.MonkeyPatch) -> None:
    keep(patch, lambda user: evolve(user, username=user.username and user.username[:200]))


def address_kept_in_small_letters(patch: pytest.MonkeyPatch) -> None:
    keep(patch, lambda user: evolve(user, email=user.email and user.email.lower()))


def long_nickname_kept_in_part(patch: pytest.MonkeyPatch) -> None:
    keep(patch, lambda user: evolve(user, nickname=user.nickname and user.nickname[:100]))


def nickname_not_kept(patch: pytest.MonkeyPatch) -> None:
    keep(patch, lambda user: evolve(user, nickname=None))


def fields_not_kept(patch: pytest.MonkeyPatch) -> None:
    keep(patch, lambda user: evolve(user, fields={}))


def keep(patch: pytest.MonkeyPatch, change: Callable[[User], User]) -> None:
    sound = users.create
    patch.setattr(users, "create", lambda tx, user: sound(tx, change(user)))


def long_payload_kept_in_part(patch: pytest.MonkeyPatch) -> None:
    misread(patch, (LOGIN,), Misreading("query", "payload", cut(500)))


def emoji_of_a_payload_not_kept(patch: pytest.MonkeyPatch) -> None:
    misread(patch, (LOGIN,), Misreading("query", "payload", lambda text: text.replace("🚀", "?")))


def long_state_kept_in_part(patch: pytest.MonkeyPatch) -> None:
    operation_id = "oauth-20-auth-by-username-and-password"
    misread(patch, (operation_id,), Misreading("query", "state", cut(254)))


def long_password_kept_in_part(patch: pytest.MonkeyPatch) -> None:
    misread(patch, ("confirm-password-reset",), Misreading("body", "new_password", cut(72)))
    misread(patch, (LOGIN,), Misreading("body", "password", cut(72)))


def long_answer_to_an_ask_kept_in_part(patch: pytest.MonkeyPatch) -> None:
    def shortened(fields: Mapping[str, str]) -> dict[str, str]:
        return {name: value[:255] for name, value in fields.items()}

    misread(patch, (ASK,), Misreading("body", "updatedFields", shortened))


def answer_to_an_ask_not_kept(patch: pytest.MonkeyPatch) -> None:
    sound = users.set_fields
    patch.setattr(users, "set_fields", lambda tx, user, fields: sound(tx, user, dict.fromkeys(fields, "")))


def answer_to_an_ask_replaces_all(patch: pytest.MonkeyPatch) -> None:
    sound = users.set_fields
    patch.setattr(users, "set_fields", lambda tx, user, fields: sound(tx, evolve(user, fields={}), fields))


def long_event_address_kept_in_part(patch: pytest.MonkeyPatch) -> None:
    sound = event_webhooks.of_event

    def of_event(tx: Transaction, project_id: str, event_type: str) -> list[EventWebhook]:
        return [evolve(each, url=each.url[:255]) for each in sound(tx, project_id, event_type)]

    patch.setattr(event_webhooks, "of_event", of_event)


# What is told


def tell_asked(patch: pytest.MonkeyPatch, change: Callable[[dict[str, Any]], dict[str, Any]]) -> None:
    alter_answers(patch, ASKED, lambda reply: evolve(reply, body=[change(dict(each)) for each in reply.body]))


def validation_of_an_ask_not_told(patch: pytest.MonkeyPatch) -> None:
    tell_asked(patch, lambda field: {name: value for name, value in field.items() if name != "validation"})


def default_of_an_ask_told_as_a_text(patch: pytest.MonkeyPatch) -> None:
    def change(field: dict[str, Any]) -> dict[str, Any]:
        return {**field, "default_value": str(field["default_value"])} if "default_value" in field else field

    tell_asked(patch, change)


def step_of_an_ask_told_from_one(patch: pytest.MonkeyPatch) -> None:
    tell_asked(patch, lambda field: {**field, "step": field["step"] + 1})


def type_of_an_ask_told_as_text(patch: pytest.MonkeyPatch) -> None:
    tell_asked(patch, lambda field: {**field, "type": "str"})


def tell_login(patch: pytest.MonkeyPatch, **changed: Any) -> None:
    """Tell something else of every ask field in the answer to a one-time code."""

    def alter(reply: Reply) -> Reply:
        fields = [{**each, **changed} for each in reply.body.get("ask_fields", ())]
        return evolve(reply, body={**reply.body, **({"ask_fields": fields} if fields else {})})

    for operation_id in CONFIRMS:
        alter_answers(patch, operation_id, alter)


def every_ask_told_as_required(patch: pytest.MonkeyPatch) -> None:
    tell_login(patch, required=True)


def no_ask_told_as_required(patch: pytest.MonkeyPatch) -> None:
    tell_login(patch, required=False)


def confirmation_of_an_ask_always_told(patch: pytest.MonkeyPatch) -> None:
    tell_login(patch, confirmation_type="code")


def name_of_the_game_told_in_part(patch: pytest.MonkeyPatch) -> None:
    alter_answers(
        patch,
        "widget-settings",
        lambda reply: evolve(reply, body={**reply.body, "game_name": reply.body["game_name"].split("<")[0]}),
    )


def registration_told_without_an_address(patch: pytest.MonkeyPatch) -> None:
    fields = [{**each, "required": each["name"] != "email"} for each in login_form.REGISTRATION_FIELDS]
    patch.setattr(login_form, "REGISTRATION_FIELDS", fields)


def key_told_with_another_exponent(patch: pytest.MonkeyPatch) -> None:
    def alter(reply: Reply) -> Reply:
        return evolve(reply, body=[{**each, "e": f"0{each['e']}"} for each in reply.body])

    alter_answers(patch, "get-projects-keys", alter)
