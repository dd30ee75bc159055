"""What the vendor's guide to the JavaScript SDK writes, and what the SDK makes of it."""

from __future__ import annotations

import pytest

from login_contract.suite.judging.refusals import (
    DEADLINE_EXCEEDED,
    INVALID_PHONE_NUMBER,
    INVALID_VALUE,
    MISSING_VALUE,
)

from .game_page import CALLBACK, Game, Person, query_of, token_in
from .javascript import SdkRefusalError
from .oauth_game import STATE, OAuthGame
from .test_sdk_passwordless import PAGE, by_phone, email_code, phone_code, poll
from .test_sdk_sso import sign_in


def test_name_in_an_object_is_no_name_to_resend_to(game: Game) -> None:
    person = Person()
    game.sdk.call("signup", person.user_info)

    assert game.sdk.refusal("resendEmail", {"username": person.email}) == INVALID_VALUE.code
    assert game.sdk.call("resendEmail", person.email) == ""

    assert len(game.messages(person.email)) == 2


def test_name_alone_is_no_request_to_reset(game: Game) -> None:
    person = game.member()

    assert game.sdk.refusal("reset", person.username) == "415"
    assert game.messages(person.email) == []


def test_logout_by_names_ends_nothing(game: Game) -> None:
    token = sign_in(game)

    assert game.sdk.refusal("logout", {"token": token, "session": "all"}) == MISSING_VALUE.code

    assert game.accepts(token)
    assert game.sdk.call("checkUserAuthSSO")["code"]


def test_redirect_url_is_not_the_redirect_uri(oauth_game: OAuthGame) -> None:
    person = oauth_game.member()
    guide = {"clientId": oauth_game.clients.public, "state": STATE, "redirectUrl": CALLBACK}

    oauth_game.configure(**guide, redirectUri=None)
    answer = oauth_game.sdk.call("login", person.credentials)

    # Without its own name for it the SDK does not change over to OAuth 2.0, so a token comes at once.
    assert oauth_game.accepts(token_in(answer["login_url"]))


def test_address_in_place_of_a_number_is_refused(game: Game) -> None:
    person = Person()
    operation_id = phone_code(game, person)
    login = by_phone(person, game.code(person.phone_number), operation_id)

    mistaken = {**login, "phone_number": person.email}
    assert game.sdk.refusal("loginWithPhoneCode", mistaken) == INVALID_PHONE_NUMBER.code


def test_code_by_mail_is_not_asked_for_as_by_phone(game: Game) -> None:
    person = Person()

    asked = {"email": person.email, "link_url": PAGE, "isOauth2": False}

    assert game.sdk.refusal("phoneGetCode", asked) == INVALID_PHONE_NUMBER.code
    assert game.sdk.call("emailGetCode", asked)["operation_id"]


@pytest.mark.parametrize("token", ["a-unique-token", {}])
def test_text_is_no_token_to_cancel_with(game: Game, token: object) -> None:
    person = Person()
    operation_id = email_code(game, person)
    wanted = {"login": person.email, "operation_id": operation_id, "cancelToken": token}

    # The wait goes on as one that nothing cancels.
    with pytest.raises(SdkRefusalError) as caught:
        game.sdk.call("getConfirmCode", wanted)

    assert caught.value.code == DEADLINE_EXCEEDED.code


def test_wait_that_is_over_may_begin_again(game: Game) -> None:
    person = Person()
    game.configure(enable_magic_link=True)
    operation_id = email_code(game, person)
    for _ in range(2):
        with pytest.raises(SdkRefusalError) as caught:
            poll(game, person.email, operation_id).result()
        assert (caught.value.name, caught.value.code) == ("APIError", DEADLINE_EXCEEDED.code)
    state = query_of(str(game.message(person.email).link))["state"]

    game.sdk.call("pushConfirmCode", {"state": state, "action": "confirm", "link_url": PAGE})

    assert poll(game, person.email, operation_id).result() == {"code": game.code(person.email)}
