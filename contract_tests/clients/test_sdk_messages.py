"""On whose behalf mails are sent: `emailTemplate` of the vendor's JavaScript SDK."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.control import Message

from .game_page import Person
from .oauth_game import JWT_MODE, OAuthGame
from .test_sdk_ask import EMAIL
from .test_sdk_passwordless import PAGE, by_phone, email_code, phone_code

OTHER, OWN = "The Other Game", "This Game"
MODES = pytest.mark.parametrize("oauth2", [False, True], ids=["jwt", "oauth2"])


def by_signup(game: OAuthGame, person: Person, oauth2: bool) -> None:
    game.sdk.call("signup", person.user_info)


def by_resend(game: OAuthGame, person: Person, oauth2: bool) -> None:
    login = {"username": person.username, "email": person.email, "password": person.password}
    game.control.create_user(game.project_id, **login, confirmed=False)
    game.sdk.call("resendEmail", person.email)


def by_reset(game: OAuthGame, person: Person, oauth2: bool) -> None:
    login = {"username": person.username, "email": person.email, "password": person.password}
    game.control.create_user(game.project_id, **login)
    game.sdk.call("reset", {"username": person.username})


def by_ask(game: OAuthGame, person: Person, oauth2: bool) -> None:
    operation_id = phone_code(game, person, isOauth2=oauth2)
    login = by_phone(person, game.code(person.phone_number), operation_id)
    token = game.sdk.call("loginWithPhoneCode", {**login, "isOauth2": oauth2})["token"]
    game.sdk.call("ask", {"fields": {"email": person.email}, "token": token, "link_url": PAGE})


def by_code(game: OAuthGame, person: Person, oauth2: bool) -> None:
    email_code(game, person, isOauth2=oauth2)


def sent(game: OAuthGame, person: Person, send: Callable[..., None], oauth2: bool, **config: str) -> Message:
    """The mail that a page with this configuration has sent."""
    game.settings(name=OWN, email_templates={"other": OTHER}, ask_fields=[EMAIL])
    game.configure(**({} if oauth2 else JWT_MODE), **config)
    send(game, person, oauth2)
    return game.message(person.email)


@MODES
@pytest.mark.parametrize("send", [by_signup, by_resend, by_reset, by_ask])
def test_template_of_the_page_names_the_game_in_mails(
    oauth_game: OAuthGame, send: Callable[..., None], oauth2: bool
) -> None:
    message = sent(oauth_game, Person(), send, oauth2, emailTemplate="other")

    for text in (message.subject, message.text, message.html):
        assert OTHER in str(text)
        assert OWN not in str(text)


@pytest.mark.parametrize(("config", "name"), [({}, OWN), ({"emailTemplate": "Moon Pilots"}, "Moon Pilots")])
def test_template_that_the_project_does_not_have_is_the_name(
    oauth_game: OAuthGame, config: dict[str, str], name: str
) -> None:
    message = sent(oauth_game, Person(), by_signup, False, **config)

    assert name in message.text
    assert OTHER not in message.text


def test_mails_with_codes_know_no_template(oauth_game: OAuthGame) -> None:
    person = Person()

    message = sent(oauth_game, person, by_code, True, emailTemplate="other")

    assert OWN in message.text
