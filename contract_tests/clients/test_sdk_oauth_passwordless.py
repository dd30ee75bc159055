"""Login by one-time code through the vendor's JavaScript SDK in OAuth mode."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import INVALID_STATE, NOT_FOUND, UNREGISTERED_ADDRESS, WRONG_CODE

from .game_page import CALLBACK, Person, open_link, token_in, wrong
from .oauth_game import OAuthGame
from .test_sdk_passwordless import PAGE, by_email, by_phone, email_code, phone_code, poll

Request = Callable[..., str]
Login = Callable[[Person, str, str], tuple[str, dict[str, Any]]]


def phone_login(person: Person, code: str, operation_id: str) -> tuple[str, dict[str, Any]]:
    """The call that logs in with a code from an SMS."""
    return "loginWithPhoneCode", {**by_phone(person, code, operation_id), "isOauth2": True}


def email_login(person: Person, code: str, operation_id: str) -> tuple[str, dict[str, Any]]:
    """The call that logs in with a code from a mail."""
    return "loginWithEmailCode", {**by_email(person, code, operation_id), "isOauth2": True}


WAYS = pytest.mark.parametrize(
    ("request_code", "login", "contact"),
    [(phone_code, phone_login, "phone_number"), (email_code, email_login, "email")],
    ids=["phone", "email"],
)


@WAYS
def test_login_by_code(oauth_game: OAuthGame, request_code: Request, login: Login, contact: str) -> None:
    person = Person()
    recipient = getattr(person, contact)
    subjects = set()

    for _ in range(2):
        operation_id = request_code(oauth_game, person, isOauth2=True)
        answer = oauth_game.sdk.call(*login(person, oauth_game.code(recipient), operation_id))
        subjects.add(claims(oauth_game.access_token(answer["login_url"]))["sub"])

    assert len(subjects) == 1
    assert "token" not in answer


@WAYS
def test_code_from_a_message_cannot_be_used_twice(
    oauth_game: OAuthGame, request_code: Request, login: Login, contact: str
) -> None:
    person = Person()
    operation_id = request_code(oauth_game, person, isOauth2=True)
    code = oauth_game.code(getattr(person, contact))

    assert oauth_game.sdk.refusal(*login(person, wrong(code), operation_id)) == WRONG_CODE.code
    oauth_game.tokens(oauth_game.sdk.call(*login(person, code, operation_id))["login_url"])
    assert oauth_game.sdk.refusal(*login(person, code, operation_id)) == WRONG_CODE.code


@WAYS
def test_opened_link_tells_the_code_to_the_waiting_page(
    oauth_game: OAuthGame, request_code: Request, login: Login, contact: str
) -> None:
    oauth_game.settings(otc_wait_seconds=20)
    oauth_game.configure(enable_magic_link=True)
    person = Person()
    recipient = getattr(person, contact)
    operation_id = request_code(oauth_game, person, isOauth2=True)

    waiting = poll(oauth_game, recipient, operation_id)
    landed = open_link(oauth_game.message(recipient).link)
    answer = oauth_game.sdk.call(*login(person, waiting.result()["code"], operation_id))

    assert landed == PAGE
    oauth_game.tokens(answer["login_url"])


@WAYS
def test_message_has_no_link_where_the_page_wants_none(
    oauth_game: OAuthGame, request_code: Request, login: Login, contact: str
) -> None:
    oauth_game.configure(enable_magic_link=True, disableConfirmByLink=True)
    person = Person()

    request_code(oauth_game, person, isOauth2=True)

    assert oauth_game.message(getattr(person, contact)).link is None


@WAYS
def test_payload_and_scope_of_the_request_outlive_the_message(
    oauth_game: OAuthGame, request_code: Request, login: Login, contact: str
) -> None:
    oauth_game.configure(payload="level=7", scope="offline")
    person = Person()
    operation_id = request_code(oauth_game, person, isOauth2=True)
    code = oauth_game.code(getattr(person, contact))

    tokens = oauth_game.tokens(oauth_game.sdk.call(*login(person, code, operation_id))["login_url"])

    assert claims(tokens["access_token"])["payload"] == "level=7"
    assert tokens["refresh_token"]


@pytest.mark.parametrize(
    ("method", "contact"),
    [("phoneGetCode", {"phone_number": "+12025550143"}), ("emailGetCode", {"email": "ann@example.com"})],
)
@pytest.mark.parametrize(
    ("config", "code"),
    [
        ({"redirectUri": "https://elsewhere.example/callback"}, UNREGISTERED_ADDRESS.code),
        ({"state": "seven77"}, INVALID_STATE.code),
        ({"clientId": 1}, NOT_FOUND.code),
    ],
)
def test_code_for_a_page_that_is_configured_wrongly(
    oauth_game: OAuthGame, method: str, contact: dict[str, str], config: dict[str, object], code: str
) -> None:
    oauth_game.configure(**config)

    wanted = {**contact, "link_url": PAGE, "isOauth2": True}

    assert oauth_game.sdk.refusal(method, wanted) == code


@WAYS
def test_page_chooses_the_protocol_with_each_call(
    oauth_game: OAuthGame, request_code: Request, login: Login, contact: str
) -> None:
    person = Person()
    operation_id = request_code(oauth_game, person, isOauth2=False)
    method, given = login(person, oauth_game.code(getattr(person, contact)), operation_id)

    answer = oauth_game.sdk.call(method, {**given, "isOauth2": False})

    assert answer["login_url"].startswith(f"{CALLBACK}?")
    assert oauth_game.accepts(token_in(answer["login_url"]))
