"""The second factor through the vendor's JavaScript SDK."""

from __future__ import annotations

import pytest

from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import NOT_SIGNED_IN, WRONG_CODE

from .game_page import Person, query_of, token_in, wrong
from .oauth_game import JWT_MODE, OAuthGame

MODES = pytest.mark.parametrize("mode", [JWT_MODE, {}], ids=["jwt", "oauth2"])


def challenged(game: OAuthGame, person: Person, mode: dict[str, None]) -> str:
    """Gives the right password and goes where the answer sends the page; returns the challenge."""
    game.settings(two_factor="email")
    game.configure(**mode)
    sent_to = query_of(game.sdk.call("login", person.credentials)["login_url"])
    assert {"token", "code"}.isdisjoint(sent_to)
    game.revisit(**mode, challenge_id=sent_to["challenge_id"])
    return sent_to["challenge_id"]


@MODES
def test_code_completes_the_login(oauth_game: OAuthGame, mode: dict[str, None]) -> None:
    person = oauth_game.member()
    challenged(oauth_game, person, mode)
    code = oauth_game.code(person.email)
    assert oauth_game.sdk.refusal("checkUserAuthSSO") == NOT_SIGNED_IN.code

    assert oauth_game.sdk.refusal("otpLogin", {"code": wrong(code)}) == WRONG_CODE.code
    url = oauth_game.sdk.call("otpLogin", {"code": code})["url"]

    token = token_in(url) if mode else oauth_game.access_token(url)
    assert oauth_game.accepts(token)
    assert claims(token)["username"] == person.username
    assert oauth_game.sdk.call("checkUserAuthSSO")["code"]
    assert oauth_game.sdk.refusal("otpLogin", {"code": code}) == WRONG_CODE.code


@pytest.mark.parametrize(
    ("choice", "told"), [({}, "true"), ({"remember_me": True}, "true"), ({"remember_me": False}, "false")]
)
def test_callback_is_told_whether_to_remember_the_player(
    oauth_game: OAuthGame, choice: dict[str, bool], told: str
) -> None:
    person = oauth_game.member()
    challenged(oauth_game, person, JWT_MODE)

    answer = oauth_game.sdk.call("otpLogin", {"code": oauth_game.code(person.email), **choice})

    assert query_of(answer["url"])["remember_me"] == told


def test_code_is_sent_again_in_the_language_of_the_page(oauth_game: OAuthGame) -> None:
    person = oauth_game.member()
    challenge_id = challenged(oauth_game, person, {})
    oauth_game.revisit(challenge_id=challenge_id, fullLocale="de-DE")

    oauth_game.sdk.call("otpResendCode")

    assert len(oauth_game.messages(person.email)) == 2
    assert oauth_game.message(person.email).locale.startswith("de")
    url = oauth_game.sdk.call("otpLogin", {"code": oauth_game.code(person.email)})["url"]
    oauth_game.tokens(url)
