"""Data that a project asks for after login: nothing is told before, nobody is doubled."""

from __future__ import annotations

from typing import Any

import pytest

from login_contract.mock.domain import ask_fields
from login_contract.suite.judging.refusals import (
    CONTACT_TAKEN,
    INACTIVE_TOKEN,
    INVALID_PHONE_NUMBER,
    UNDELIVERABLE_NUMBER,
    UNPROCESSABLE_VALUE,
    UNREGISTERED_ADDRESS,
    WRONG_CODE,
)
from login_contract.tokens.compact import claims_of
from tests.mock.game import PASSWORD, Game, refusal, token_of

NUMBER = "+12025550143"
PHONE = {"name": "phone_number", "type": "phone", "required": True, "step": 2, "confirmation_type": "code"}
BIRTHDAY = {"name": "bday", "type": "date", "required": True, "step": 1, "validation": {"min_length": 10}}
COUNTRY = {"name": "country-name", "type": "select", "required": False, "step": 0}


def asked(game: Game, *fields: dict[str, Any]) -> dict[str, Any]:
    """Log Jane in at a project that asks for fields; return the answer."""
    game.configure(ask_fields=list(fields))
    game.control.create_user(game.project_id, username="jane", email="jane@example.com", password=PASSWORD)
    answer: dict[str, Any] = game.login("jane", payload="kept").json()
    return answer


def names(fields: list[dict[str, Any]]) -> list[str]:
    return [field["name"] for field in fields]


def test_fields_are_asked_in_the_order_of_their_steps(game: Game) -> None:
    answer = asked(game, PHONE, BIRTHDAY, COUNTRY)
    assert names(answer["ask_fields"]) == ["country-name", "bday", "phone_number"]
    listed = game.call("GET", "/users/me/ask", bearer=answer["token"])
    assert listed.json() == answer["ask_fields"]


def test_a_token_that_lacks_a_required_field_serves_the_ask_calls_only(game: Game) -> None:
    token = asked(game, BIRTHDAY)["token"]
    assert refusal(game.validate(token)) == INACTIVE_TOKEN
    renewed = token_of(game.update_token(token, {"bday": "1990-04-23"}))
    assert game.validate(renewed).status_code == 204
    assert claims_of(renewed)["payload"] == "kept"
    assert game.call("GET", "/users/me/ask", bearer=renewed).json() == []
    assert "ask_fields" not in game.login("jane").json()


def test_optional_fields_may_be_skipped(game: Game) -> None:
    answer = asked(game, COUNTRY)
    assert game.validate(answer["token"]).status_code == 204
    assert answer["token"] in answer["login_url"]
    assert game.validate(token_of(game.update_token(answer["token"], {}))).status_code == 204


def test_a_proven_contact_joins_the_same_user(game: Game) -> None:
    token = asked(game, PHONE)["token"]
    refused = game.update_token(token, {"phone_number": NUMBER}).json()["error"]
    assert refused["code"] == "003-014"
    operation_id = refused["details"]["operation_id"]
    code = game.message(NUMBER).code or ""
    whole = token_of(game.confirm_code(NUMBER, code, operation_id))
    assert claims_of(whole)["sub"] == claims_of(token)["sub"]
    assert game.validate(whole).status_code == 204
    assert claims_of(game.token_by_code(NUMBER))["sub"] == claims_of(token)["sub"]


def test_a_contact_of_another_user_is_refused(game: Game) -> None:
    token = asked(game, PHONE)["token"]
    game.control.create_user(
        game.project_id, username="joe", email="joe@example.com", password=PASSWORD, phone_number=NUMBER
    )
    assert refusal(game.update_token(token, {"phone_number": NUMBER})) == CONTACT_TAKEN


def test_an_address_that_is_another_user_s_name_is_refused(game: Game) -> None:
    token = asked(game, {**PHONE, "name": "email", "type": "email"})
    assert "token" not in token
    game.control.create_user(
        game.project_id, username="name@example.com", email="joe@example.com", password=PASSWORD
    )
    jane = game.token_by_code("jane@example.com")
    assert refusal(game.update_token(jane, {"email": "NAME@example.com"})) == CONTACT_TAKEN


@pytest.mark.parametrize(
    ("fields", "settings", "verdict"),
    [
        ({"bday": "1990"}, {}, UNPROCESSABLE_VALUE),
        ({"unasked": "x"}, {}, UNPROCESSABLE_VALUE),
        ({"email": "new@example.com", "phone_number": NUMBER}, {}, UNPROCESSABLE_VALUE),
        ({"phone_number": "+12025550199"}, {}, UNDELIVERABLE_NUMBER),
        (
            {"phone_number": NUMBER},
            {"phone_number": {"link_url": "https://evil.example/"}},
            UNREGISTERED_ADDRESS,
        ),
        ({"phone_number": "12025550143"}, {}, INVALID_PHONE_NUMBER),
    ],
)
def test_a_refused_answer_stores_nothing(
    game: Game, fields: dict[str, str], settings: dict[str, Any], verdict: tuple[int, str]
) -> None:
    game.configure(undeliverable_phones=["+12025550199"])
    token = asked(game, PHONE, BIRTHDAY, COUNTRY)["token"]
    answer = game.update_token(token, {"country-name": "DE", **fields}, settings=settings)
    assert refusal(answer) == verdict
    left = game.call("GET", "/users/me/ask", bearer=token).json()
    assert names(left) == ["country-name", "bday", "phone_number"]
    assert not game.control.messages(project_id=game.project_id)


def test_what_needs_no_proof_is_stored_beside_what_does(game: Game) -> None:
    token = asked(game, PHONE, BIRTHDAY, COUNTRY)["token"]
    answer = game.update_token(token, {"phone_number": NUMBER, "bday": "1990-04-23"})
    assert answer.json()["error"]["code"] == "003-014"
    left = game.call("GET", "/users/me/ask", bearer=token).json()
    assert names(left) == ["country-name", "phone_number"]


def test_a_contact_without_confirmation_is_taken_on_trust(game: Game) -> None:
    trusting = {name: value for name, value in PHONE.items() if name != "confirmation_type"}
    token = asked(game, trusting)["token"]
    whole = token_of(game.update_token(token, {"phone_number": NUMBER}))
    assert game.validate(whole).status_code == 204
    assert claims_of(game.token_by_code(NUMBER))["sub"] == claims_of(whole)["sub"]


def test_a_contact_that_is_there_is_never_changed_on_trust(game: Game) -> None:
    trusting = {"name": "email", "type": "email", "required": True, "step": 0}
    asked(game, trusting)
    token = token_of(game.login("jane"))
    assert game.update_token(token, {"email": "new@example.com"}).json()["error"]["code"] == "003-011"


def test_a_contact_taken_meanwhile_is_refused_at_confirmation(game: Game) -> None:
    token = asked(game, PHONE)["token"]
    operation_id = game.update_token(token, {"phone_number": NUMBER}).json()["error"]["details"][
        "operation_id"
    ]
    code = game.message(NUMBER).code or ""
    game.token_by_code(NUMBER)
    assert refusal(game.confirm_code(NUMBER, code, operation_id)) == CONTACT_TAKEN
    assert refusal(game.confirm_code(NUMBER, code, operation_id)) == WRONG_CODE


@pytest.mark.parametrize(
    ("rules", "good", "bad"),
    [
        ({"min_length": 2}, "ab", "a"),
        ({"max_length": 2}, "äö", "abc"),
        ({"regexps": ["^[a-z]+$", "b"]}, "abc", "ac"),
        ({"regexps": ["^[a-z]+$"]}, "abc", "abc\n"),
        ({"regexps": [r"^\d+$"]}, "123", "١٢٣"),
        ({"regexps": [r"^\p{Lu}(?<rest>\p{L}*)$"]}, "Äpfel", "äpfel"),
        ({"regexps": ["^(a+)+$"]}, "a" * 4096, "a" * 4095 + "!"),
        ({"regexps": [r"^(.*)(.*)(.*)\1x$"]}, "x", "a" * 4096),
        ({"allowed_characters": "abc"}, "cab", "cabd"),
        ({"forbidden_characters": "<>"}, "a", "a>"),
        ({"should_contain": [{"characters": "0123", "count": 2}]}, "a1b2", "a1b9"),
        ({}, "", None),
    ],
)
def test_values_keep_the_rules_of_their_field(rules: dict[str, Any], good: str, bad: str | None) -> None:
    field = {"name": "a", "validation": rules}
    assert ask_fields.accepts(field, good)
    assert bad is None or not ask_fields.accepts(field, bad)
