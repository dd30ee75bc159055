"""Login by one-time code through the vendor's JavaScript SDK, with and without the mailed link."""

from __future__ import annotations

import time
from typing import Any

import pytest

from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    DEADLINE_EXCEEDED,
    INVALID_PHONE_NUMBER,
    NOT_FOUND,
    TOO_MANY_WRONG_CODES,
    UNDELIVERABLE_NUMBER,
    UNREGISTERED_ADDRESS,
    WRONG_CODE,
)

from .game_page import Game, Person, open_link, query_of, token_in, wrong
from .javascript import SdkCall, SdkRefusalError

PAGE = "https://example.com/opened"


def phone_code(game: Game, person: Person, **more: object) -> str:
    """Requests a code by SMS; returns the operation id."""
    wanted = {"phone_number": person.phone_number, "link_url": PAGE, "isOauth2": False, **more}
    answer = game.sdk.call("phoneGetCode", wanted)
    operation_id: str = answer["operation_id"]
    return operation_id


def email_code(game: Game, person: Person, **more: object) -> str:
    """Requests a code by mail; returns the operation id."""
    wanted = {"email": person.email, "link_url": PAGE, "isOauth2": False, **more}
    answer = game.sdk.call("emailGetCode", wanted)
    operation_id: str = answer["operation_id"]
    return operation_id


def by_phone(person: Person, code: str, operation_id: str) -> dict[str, Any]:
    """What `loginWithPhoneCode` takes."""
    return {
        "phone_number": person.phone_number,
        "code": code,
        "operation_id": operation_id,
        "isOauth2": False,
    }


def by_email(person: Person, code: str, operation_id: str) -> dict[str, Any]:
    """What `loginWithEmailCode` takes."""
    return {"email": person.email, "code": code, "operation_id": operation_id, "isOauth2": False}


def poll(game: Game, login: str, operation_id: str) -> SdkCall:
    """Begins to wait until the mailed link is opened."""
    return game.sdk.start("getConfirmCode", {"login": login, "operation_id": operation_id})


def test_login_by_code_from_an_sms(game: Game) -> None:
    person = Person()

    operation_id = phone_code(game, person)
    message = game.message(person.phone_number)
    answer = game.sdk.call("loginWithPhoneCode", by_phone(person, message.code or "", operation_id))

    assert message.channel == "sms"
    assert message.operation_id == operation_id
    assert game.accepts(token_in(answer["login_url"]))


def test_login_by_code_from_a_mail(game: Game) -> None:
    person = Person()

    operation_id = email_code(game, person, email=person.email.upper())
    answer = game.sdk.call("loginWithEmailCode", by_email(person, game.code(person.email), operation_id))

    assert claims(token_in(answer["login_url"]))["email"] == person.email


def test_two_logins_by_code_are_one_account(game: Game) -> None:
    person = Person()
    subjects = set()

    for _ in range(2):
        operation_id = email_code(game, person)
        answer = game.sdk.call("loginWithEmailCode", by_email(person, game.code(person.email), operation_id))
        subjects.add(claims(token_in(answer["login_url"]))["sub"])

    assert len(subjects) == 1


def test_code_cannot_be_used_twice(game: Game) -> None:
    person = Person()
    operation_id = phone_code(game, person)
    login = by_phone(person, game.code(person.phone_number), operation_id)
    game.sdk.call("loginWithPhoneCode", login)

    assert game.sdk.refusal("loginWithPhoneCode", login) == WRONG_CODE.code


def test_wrong_codes_end_the_attempt(game: Game) -> None:
    person = Person()
    operation_id = email_code(game, person)
    code = game.code(person.email)
    guess = by_email(person, wrong(code), operation_id)

    assert [game.sdk.refusal("loginWithEmailCode", guess) for _ in range(5)] == [WRONG_CODE.code] * 5
    late = by_email(person, code, operation_id)
    assert game.sdk.refusal("loginWithEmailCode", late) == TOO_MANY_WRONG_CODES.code


def test_number_that_is_none(game: Game) -> None:
    wanted = {"phone_number": "12-34", "link_url": PAGE, "isOauth2": False}

    assert game.sdk.refusal("phoneGetCode", wanted) == INVALID_PHONE_NUMBER.code


def test_number_that_cannot_receive_an_sms(game: Game) -> None:
    game.settings(undeliverable_phones=["+12025550199"])

    wanted = {"phone_number": "+12025550199", "link_url": PAGE, "isOauth2": False}

    assert game.sdk.refusal("phoneGetCode", wanted) == UNDELIVERABLE_NUMBER.code


def test_link_to_a_page_of_somebody_else(game: Game) -> None:
    wanted = {"email": Person().email, "link_url": "https://elsewhere.example/x", "isOauth2": False}

    assert game.sdk.refusal("emailGetCode", wanted) == UNREGISTERED_ADDRESS.code


def test_message_has_no_link_unless_it_is_wanted(game: Game) -> None:
    person = Person()
    email_code(game, person)
    assert game.message(person.email).link is None

    game.configure(enable_magic_link=True, disableConfirmByLink=True)
    phone_code(game, person)
    assert game.message(person.phone_number).link is None


def test_opened_link_tells_the_code_to_the_waiting_page(game: Game) -> None:
    game.settings(otc_wait_seconds=20)
    game.configure(enable_magic_link=True)
    person = Person()
    operation_id = phone_code(game, person)
    message = game.message(person.phone_number)

    waiting = poll(game, person.phone_number, operation_id)
    landed = open_link(message.link)
    opened = time.monotonic()
    answer = waiting.result()

    assert time.monotonic() - opened < 2
    assert answer == {"code": message.code}
    assert landed == PAGE
    login = game.sdk.call("loginWithPhoneCode", by_phone(person, answer["code"], operation_id))
    assert game.accepts(token_in(login["login_url"]))


def test_page_may_begin_to_wait_after_the_link_was_opened(game: Game) -> None:
    game.configure(enable_magic_link=True)
    person = Person()
    operation_id = email_code(game, person)
    message = game.message(person.email)
    open_link(message.link)

    assert poll(game, person.email.upper(), operation_id).result() == {"code": message.code}


def test_waiting_ends_at_the_deadline(game: Game) -> None:
    game.configure(enable_magic_link=True)
    person = Person()
    operation_id = email_code(game, person)

    begun = time.monotonic()
    with pytest.raises(SdkRefusalError) as caught:
        poll(game, person.email, operation_id).result()

    assert (caught.value.name, caught.value.code) == ("APIError", DEADLINE_EXCEEDED.code)
    assert time.monotonic() - begun >= 1


def test_waiting_for_an_unknown_operation_ends_alike(game: Game) -> None:
    with pytest.raises(SdkRefusalError) as caught:
        poll(game, Person().email, "00000000-0000-4000-8000-000000000000").result()

    assert caught.value.code == DEADLINE_EXCEEDED.code


def test_waiting_can_be_cancelled_and_begun_again(game: Game) -> None:
    game.settings(otc_wait_seconds=20)
    game.configure(enable_magic_link=True)
    person = Person()
    operation_id = email_code(game, person)
    message = game.message(person.email)

    first = poll(game, person.email, operation_id)
    time.sleep(0.2)
    game.sdk.cancel(first)
    with pytest.raises(SdkRefusalError) as caught:
        first.result()
    second = poll(game, person.email, operation_id)
    open_link(message.link)

    # The SDK reads the answer of a request that has none, so a cancelled call ends in a TypeError.
    assert caught.value.name == "TypeError"
    assert second.result() == {"code": message.code}


def test_pushed_confirmation_tells_the_code_to_the_waiting_page(game: Game) -> None:
    game.settings(otc_wait_seconds=20)
    game.configure(enable_magic_link=True)
    person = Person()
    operation_id = email_code(game, person)
    message = game.message(person.email)
    state = query_of(message.link or "")["state"]

    waiting = poll(game, person.email, operation_id)
    pushed = game.sdk.call("pushConfirmCode", {"state": state, "action": "confirm", "link_url": PAGE})

    assert pushed == ""
    assert waiting.result() == {"code": message.code}


def test_pushed_confirmation_of_nothing(game: Game) -> None:
    pushed = {"state": "guessed", "action": "confirm", "link_url": PAGE}

    assert game.sdk.refusal("pushConfirmCode", pushed) == NOT_FOUND.code
