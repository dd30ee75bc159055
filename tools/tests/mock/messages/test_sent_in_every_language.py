"""What the API sends in each language, as the outbox shows it."""

from __future__ import annotations

from login_contract.mock.messages.languages import language
from login_contract.suite.actors.control import Message
from tests.mock.game import Game
from tests.mock.messages.test_locales import CODES

LOCALES = {
    **CODES,
    "cz_CZ": "cz_CZ",
    "pt-PT": "pt_BR",
    "zh_Hant_HK": "zh_TW",
    "iw": "he_IL",
    "fil_PH": "en_XX",
}
SENT = [
    ("account_confirmation", "email"),
    ("password_reset", "email"),
    ("one_time_code", "email"),
    ("one_time_code", "sms"),
]


def have_each_sent(game: Game, locale: str, number: int) -> None:
    """Have every kind of message sent with a ``locale``, to players of that number."""
    name, phone = f"ann{number}", f"+120255501{number:02}"
    bob = f"bob{number}@example.com"
    asked = [
        game.register(name, locale=locale),
        game.call("POST", "/password/reset/request", body={"username": name}, locale=locale),
        game.call("POST", "/login/email/request", body={"email": bob}, locale=locale),
        game.call("POST", "/login/phone/request", body={"phone_number": phone}, locale=locale),
    ]
    assert [answer.is_success for answer in asked] == [True] * 4, [answer.text for answer in asked]


def words_of(message: Message) -> str:
    """Words without placeholders that a message has in the language it says it is written in."""
    assert message.language is not None
    texts = language(message.language).texts
    if message.channel == "sms":
        return texts["one_time_code.sms.text"].rpartition("}")[2]
    return texts[f"{message.kind}.email.heading"]


def test_every_message_comes_in_the_language_that_was_asked_for(lone_game: Game) -> None:
    game = lone_game
    for number, locale in enumerate(LOCALES):
        have_each_sent(game, locale, number)

    messages = list(reversed(game.control.messages(project_id=game.project_id)))
    assert [(each.kind, each.channel, each.locale, each.language) for each in messages] == [
        (*kind, locale, tag) for locale, tag in LOCALES.items() for kind in SENT
    ]
    for message in messages:
        assert words_of(message) in message.text
        if message.channel == "email":
            head = language(str(message.language))
            assert f'<html lang="{head.code}" dir="{head.direction}">' in str(message.html)
            assert words_of(message) in str(message.html)
