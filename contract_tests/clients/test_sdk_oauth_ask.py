"""Data asked for after login, through the vendor's JavaScript SDK in OAuth mode."""

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

from .game_page import Person, query_of, wrong
from .oauth_game import OAuthGame
from .test_sdk_ask import COUNTRY, EMAIL, PHONE
from .test_sdk_oauth_passwordless import email_login, phone_login
from .test_sdk_passwordless import PAGE, email_code, phone_code


def login_by_phone(game: OAuthGame, person: Person) -> dict[str, Any]:
    operation_id = phone_code(game, person, isOauth2=True)
    answer: dict[str, Any] = game.sdk.call(*phone_login(person, game.code(person.phone_number), operation_id))
    return answer


def login_by_email(game: OAuthGame, person: Person) -> dict[str, Any]:
    operation_id = email_code(game, person, isOauth2=True)
    answer: dict[str, Any] = game.sdk.call(*email_login(person, game.code(person.email), operation_id))
    return answer


def test_login_asks_and_gives_no_code_yet(oauth_game: OAuthGame) -> None:
    oauth_game.settings(ask_fields=[{**COUNTRY, "required": True}])
    person = oauth_game.member()

    by_password = oauth_game.sdk.call("login", person.credentials)
    by_code = login_by_phone(oauth_game, Person())

    for answer in (by_password, by_code):
        assert [field["name"] for field in answer["ask_fields"]] == ["country-name"]
        assert oauth_game.sdk.call("getAskFields", answer["token"]) == answer["ask_fields"]
        assert not oauth_game.accepts(answer["token"])
        assert "code" not in query_of(answer["login_url"])


def test_optional_field_may_be_skipped(oauth_game: OAuthGame) -> None:
    oauth_game.settings(ask_fields=[COUNTRY])

    answer = login_by_email(oauth_game, Person())

    assert [field["name"] for field in answer["ask_fields"]] == ["country-name"]
    oauth_game.tokens(answer["login_url"])


def test_answered_field_leads_back_with_a_code(oauth_game: OAuthGame) -> None:
    oauth_game.settings(ask_fields=[{**COUNTRY, "required": True}])
    oauth_game.configure(payload="level=7", scope="offline")
    person = oauth_game.member()
    token = oauth_game.sdk.call("login", person.credentials)["token"]

    answer = oauth_game.sdk.call("ask", {"fields": {"country-name": "DE"}, "token": token})

    tokens = oauth_game.tokens(answer["redirect_url"])
    content = claims(tokens["access_token"])
    assert (content["username"], content["payload"]) == (person.username, "level=7")
    assert tokens["refresh_token"]
    assert oauth_game.sdk.call("getAskFields", tokens["access_token"]) == []


def test_asked_email_is_confirmed_and_joins_the_same_account(oauth_game: OAuthGame) -> None:
    oauth_game.settings(ask_fields=[EMAIL])
    person = Person()
    token = login_by_phone(oauth_game, person)["token"]

    wanted = {"fields": {"email": person.email}, "token": token, "link_url": PAGE}
    asked = oauth_game.sdk.call("ask", wanted)["error"]
    code, operation_id = oauth_game.code(person.email), asked["details"]["operation_id"]
    assert oauth_game.sdk.refusal(*email_login(person, wrong(code), operation_id)) == WRONG_CODE.code
    answer = oauth_game.sdk.call(*email_login(person, code, operation_id))

    assert asked["code"] == CONFIRM_EMAIL.code
    content = claims(oauth_game.access_token(answer["login_url"]))
    assert (content["sub"], content["email"]) == (claims(token)["sub"], person.email)


def test_asked_phone_number_is_confirmed_and_joins_the_same_account(oauth_game: OAuthGame) -> None:
    oauth_game.settings(ask_fields=[PHONE])
    person = Person()
    token = login_by_email(oauth_game, person)["token"]

    fields = {"phone_number": person.phone_number}
    asked = oauth_game.sdk.call("ask", {"fields": fields, "token": token, "link_url": PAGE})["error"]
    code = oauth_game.code(person.phone_number)
    answer = oauth_game.sdk.call(*phone_login(person, code, asked["details"]["operation_id"]))

    assert asked["code"] == CONFIRM_PHONE_NUMBER.code
    first = claims(oauth_game.access_token(answer["login_url"]))
    again = claims(oauth_game.access_token(login_by_phone(oauth_game, person)["login_url"]))
    assert first["sub"] == again["sub"] == claims(token)["sub"]


@pytest.mark.parametrize("disabled", [False, True])
def test_message_of_an_ask_has_a_link_when_the_page_wants_one(oauth_game: OAuthGame, disabled: bool) -> None:
    oauth_game.settings(ask_fields=[EMAIL])
    oauth_game.configure(enable_magic_link=True, disableConfirmByLink=disabled)
    person = Person()
    token = login_by_phone(oauth_game, person)["token"]

    oauth_game.sdk.call("ask", {"fields": {"email": person.email}, "token": token, "link_url": PAGE})

    assert (oauth_game.message(person.email).link is None) is disabled


def test_contact_of_somebody_else_is_refused(oauth_game: OAuthGame) -> None:
    oauth_game.settings(ask_fields=[EMAIL])
    owner = oauth_game.member()
    token = login_by_phone(oauth_game, Person())["token"]

    wanted = {"fields": {"email": owner.email}, "token": token, "link_url": PAGE}

    assert oauth_game.sdk.refusal("ask", wanted) == CONTACT_TAKEN.code


def test_asking_needs_a_token(oauth_game: OAuthGame) -> None:
    wanted = {"fields": {"email": Person().email}, "token": "no.real.token", "link_url": PAGE}

    assert oauth_game.sdk.refusal("ask", wanted) == INVALID_TOKEN.code
