"""Data asked for after login, through the vendor's JavaScript SDK."""

from __future__ import annotations

from typing import Any

import pytest

from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    CONFIRM_EMAIL,
    CONFIRM_PHONE_NUMBER,
    CONTACT_TAKEN,
    INVALID_TOKEN,
    WRONG_CODE,
)

from .browser_sdk import BrowserSdk
from .game_page import Game, Person, token_in, wrong
from .test_sdk_passwordless import PAGE, by_email, by_phone, email_code, phone_code

EMAIL = {"name": "email", "type": "email", "required": True, "step": 1, "confirmation_type": "code"}
PHONE = {"name": "phone_number", "type": "phone", "required": True, "step": 1, "confirmation_type": "code"}
COUNTRY = {"name": "country-name", "type": "select", "required": False, "step": 0}


def login_by_phone(game: Game, person: Person) -> dict[str, Any]:
    operation_id = phone_code(game, person)
    code = game.code(person.phone_number)
    answer: dict[str, Any] = game.sdk.call("loginWithPhoneCode", by_phone(person, code, operation_id))
    return answer


def login_by_email(game: Game, person: Person) -> dict[str, Any]:
    operation_id = email_code(game, person)
    code = game.code(person.email)
    answer: dict[str, Any] = game.sdk.call("loginWithEmailCode", by_email(person, code, operation_id))
    return answer


def test_fields_are_asked_for_in_step_order(game: Game) -> None:
    game.settings(ask_fields=[EMAIL, COUNTRY])

    answer = login_by_phone(game, Person())
    fields = game.sdk.call("getAskFields", answer["token"])

    assert [field["name"] for field in fields] == ["country-name", "email"]
    assert fields == answer["ask_fields"]


def test_nothing_is_asked_of_a_complete_account(game: Game) -> None:
    game.settings(ask_fields=[EMAIL])

    answer = login_by_email(game, Person())

    assert game.sdk.call("getAskFields", token_in(answer["login_url"])) == []


def test_asked_email_is_confirmed_and_joins_the_same_account(game: Game) -> None:
    game.settings(ask_fields=[EMAIL])
    person = Person()
    token = login_by_phone(game, person)["token"]

    asked = game.sdk.call("ask", {"fields": {"email": person.email}, "token": token, "link_url": PAGE})
    operation_id = asked["error"]["details"]["operation_id"]
    code = game.code(person.email)
    answer = game.sdk.call("loginWithEmailCode", by_email(person, code, operation_id))

    assert asked["error"]["code"] == CONFIRM_EMAIL.code
    joined = claims(token_in(answer["login_url"]))
    assert joined["sub"] == claims(token)["sub"]
    assert joined["email"] == person.email
    assert game.accepts(token_in(answer["login_url"]))


def test_asked_phone_number_is_confirmed_and_joins_the_same_account(game: Game) -> None:
    game.settings(ask_fields=[PHONE])
    person = Person()
    token = login_by_email(game, person)["token"]

    fields = {"phone_number": person.phone_number}
    asked = game.sdk.call("ask", {"fields": fields, "token": token, "link_url": PAGE})
    operation_id = asked["error"]["details"]["operation_id"]
    code = game.code(person.phone_number)
    guess = by_phone(person, wrong(code), operation_id)
    assert game.sdk.refusal("loginWithPhoneCode", guess) == WRONG_CODE.code
    answer = game.sdk.call("loginWithPhoneCode", by_phone(person, code, operation_id))

    assert asked["error"]["code"] == CONFIRM_PHONE_NUMBER.code
    assert claims(token_in(answer["login_url"]))["sub"] == claims(token)["sub"]
    again = claims(token_in(login_by_phone(game, person)["login_url"]))
    assert again["sub"] == claims(token)["sub"]


def test_field_without_confirmation_leads_back_at_once(game: Game) -> None:
    game.settings(ask_fields=[COUNTRY])
    token = login_by_email(game, Person())["token"]

    answer = game.sdk.call("ask", {"fields": {"country-name": "DE"}, "token": token})

    assert game.sdk.call("getAskFields", token_in(answer["redirect_url"])) == []


def test_token_of_an_incomplete_login_serves_the_asking_only(game: Game) -> None:
    game.settings(ask_fields=[EMAIL])

    token = login_by_phone(game, Person())["token"]

    assert not game.accepts(token)


def test_optional_field_may_be_skipped(game: Game) -> None:
    game.settings(ask_fields=[COUNTRY])

    answer = login_by_email(game, Person())

    assert game.accepts(token_in(answer["login_url"]))


@pytest.mark.parametrize("attached", ["before", "meanwhile"])
def test_contact_of_somebody_else_is_refused(game: Game, attached: str) -> None:
    game.settings(ask_fields=[EMAIL])
    person, owner = Person(), Person()
    token = login_by_phone(game, person)["token"]
    wanted = {"fields": {"email": owner.email}, "token": token, "link_url": PAGE}
    owned = {"username": owner.username, "email": owner.email, "password": owner.password}

    if attached == "before":
        game.control.create_user(game.project_id, **owned)
        assert game.sdk.refusal("ask", wanted) == CONTACT_TAKEN.code
        return
    operation_id = game.sdk.call("ask", wanted)["error"]["details"]["operation_id"]
    code = game.code(owner.email)
    game.control.create_user(game.project_id, **owned)

    assert game.sdk.refusal("loginWithEmailCode", by_email(owner, code, operation_id)) == CONTACT_TAKEN.code


def test_asking_needs_a_token(game: Game) -> None:
    wanted = {"fields": {"email": Person().email}, "token": "no.real.token", "link_url": PAGE}

    assert game.sdk.refusal("ask", wanted) == INVALID_TOKEN.code
    assert game.sdk.refusal("getAskFields", "no.real.token") == INVALID_TOKEN.code


def test_token_in_an_object_as_in_the_vendors_guide_is_none(game: Game) -> None:
    # The guide passes the token as a property of an object; the SDK puts its only argument into a text.
    game.settings(ask_fields=[EMAIL])
    token = login_by_phone(game, Person())["token"]

    assert game.sdk.refusal("getAskFields", {"token": token}) == INVALID_TOKEN.code
    assert game.sdk.call("getAskFields", token) == [EMAIL]
    if isinstance(game.sdk, BrowserSdk):
        headers = game.sdk.sent_headers("getAskFields", {"token": token}, to="/users/me/ask")
        assert headers["authorization"] == "Bearer [object Object]"
