"""A captcha before a code or an answer, as the vendor's JavaScript SDK sees and solves it."""

from __future__ import annotations

from typing import Any

import pytest

from .game_page import Person
from .oauth_game import JWT_MODE, OAuthGame
from .test_sdk_ask import EMAIL
from .test_sdk_password import CAPTCHA
from .test_sdk_passwordless import PAGE, by_phone

# The SDK makes it of 003-038 with x-captcha-enabled, where it may read both.
CAPTCHA_NEEDED = "003-338"
MODES = pytest.mark.parametrize("oauth2", [False, True], ids=["jwt", "oauth2"])


def phone_request(person: Person, **more: Any) -> tuple[str, dict[str, Any]]:
    return "phoneGetCode", {"phone_number": person.phone_number, "link_url": PAGE, **more}


def email_request(person: Person, **more: Any) -> tuple[str, dict[str, Any]]:
    return "emailGetCode", {"email": person.email, "link_url": PAGE, **more}


@MODES
@pytest.mark.parametrize("wanted", [phone_request, email_request])
def test_page_solves_the_captcha_before_a_code(oauth_game: OAuthGame, wanted: Any, oauth2: bool) -> None:
    oauth_game.settings(captcha_calls=["code"])
    person = Person()

    assert oauth_game.sdk.refusal(*wanted(person, isOauth2=oauth2)) == CAPTCHA_NEEDED
    answer = oauth_game.sdk.call(*wanted(person, isOauth2=oauth2, captchaData=CAPTCHA))

    recipient = person.phone_number if wanted is phone_request else person.email
    (message,) = oauth_game.messages(recipient)
    assert answer == {"operation_id": message.operation_id}


@MODES
def test_page_solves_the_captcha_before_an_answer(oauth_game: OAuthGame, oauth2: bool) -> None:
    oauth_game.settings(captcha_calls=["ask"], ask_fields=[EMAIL])
    oauth_game.configure(**({} if oauth2 else JWT_MODE))
    person = Person()
    started = oauth_game.sdk.call(*phone_request(person, isOauth2=oauth2))
    login = by_phone(person, oauth_game.code(person.phone_number), started["operation_id"])
    token = oauth_game.sdk.call("loginWithPhoneCode", {**login, "isOauth2": oauth2})["token"]

    answer = {"fields": {"email": person.email}, "token": token, "link_url": PAGE}
    assert oauth_game.sdk.refusal("ask", answer) == CAPTCHA_NEEDED
    asked = oauth_game.sdk.call("ask", {**answer, "captchaData": CAPTCHA})["error"]

    assert asked["details"] == {"operation_id": oauth_game.message(person.email).operation_id}
