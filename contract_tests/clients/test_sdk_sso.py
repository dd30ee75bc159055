"""Single sign-on through the vendor's JavaScript SDK: one login serves every page of the browser."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    AMBIGUOUS_ADDRESS,
    INVALID_GRANT,
    INVALID_TOKEN,
    INVALID_VALUE,
    MISSING_VALUE,
    NOT_SIGNED_IN,
    UNREGISTERED_ADDRESS,
    WRONG_CREDENTIALS,
)

from .game_page import CALLBACK, Game, Person, token_in
from .oauth_game import JWT_MODE, OAuthGame
from .test_sdk_passwordless import by_email, email_code


def sign_in(game: Game) -> str:
    """Logs a new member in by password, in JWT mode; returns the token."""
    return token_in(game.sdk.call("login", game.member().credentials)["login_url"])


def by_password(game: Game) -> None:
    sign_in(game)


def by_code(game: Game) -> None:
    person = Person()
    operation_id = email_code(game, person)
    game.sdk.call("loginWithEmailCode", by_email(person, game.code(person.email), operation_id))


def by_one_tap(game: Game) -> None:
    given = game.control.social_credentials(game.project_id, "google", "gina")
    game.sdk.call("oneTapLogin", given.access_token, "google")


def by_signup(game: Game) -> None:
    game.settings(confirmation_required=False)
    game.sdk.call("signup", Person().user_info)


@pytest.mark.parametrize("log_in", [by_password, by_code, by_one_tap, by_signup])
def test_login_signs_the_browser_in(game: Game, log_in: Callable[[Game], None]) -> None:
    assert game.sdk.refusal("checkUserAuthSSO") == NOT_SIGNED_IN.code

    log_in(game)
    assert game.sdk.call("checkUserAuthSSO")["code"]
    game.revisit()
    assert game.sdk.call("checkUserAuthSSO")["code"]


def test_refused_login_signs_nobody_in(game: Game) -> None:
    wrong = Person(username=game.member().username, password="wrong")

    assert game.sdk.refusal("login", wrong.credentials) == WRONG_CREDENTIALS.code

    assert game.sdk.refusal("checkUserAuthSSO") == NOT_SIGNED_IN.code


def test_another_browser_is_not_signed_in(game: Game) -> None:
    sign_in(game)
    game.configure()

    assert game.sdk.refusal("checkUserAuthSSO") == NOT_SIGNED_IN.code


def test_sign_in_holds_for_its_project_only(game: Game, control: Control) -> None:
    sign_in(game)

    game.revisit(projectId=control.put_project())
    assert game.sdk.refusal("checkUserAuthSSO") == NOT_SIGNED_IN.code
    game.revisit()
    assert game.sdk.call("checkUserAuthSSO")["code"]


def test_scripts_of_the_page_do_not_see_the_cookie(game: Game) -> None:
    sign_in(game)

    # Cookies know no ports, so that nothing but HttpOnly keeps it from a page of the same host.
    assert urlsplit(game.sdk.page).hostname == urlsplit(game.api).hostname
    assert game.sdk.readable_cookies() == ""


@pytest.mark.parametrize("mode", [JWT_MODE, {}], ids=["jwt", "oauth2"])
def test_one_time_code_is_worth_the_tokens_of_who_signed_in(
    oauth_game: OAuthGame, mode: dict[str, None]
) -> None:
    person = oauth_game.member()
    oauth_game.configure(**mode)
    oauth_game.sdk.call("login", person.credentials)
    oauth_game.revisit(payload="level=7", scope="offline")

    code = oauth_game.sdk.call("checkUserAuthSSO")["code"]
    tokens = oauth_game.redeem(code)
    again = oauth_game.token_answer(grant_type="authorization_code", code=code)

    content = claims(tokens["access_token"])
    assert (content["username"], content["payload"]) == (person.username, "level=7")
    assert "refresh_token" not in tokens
    assert (again.status_code, again.json()["error"]["code"]) == INVALID_GRANT


def test_redirect_takes_the_code_to_the_callback(oauth_game: OAuthGame) -> None:
    here = f"{oauth_game.sdk.page}callback"
    oauth_game.settings(callback_urls=[CALLBACK, here])
    person = oauth_game.member()
    oauth_game.sdk.call("login", person.credentials)

    arrived = oauth_game.sdk.call("userAuthSSOWithRedirect", here)

    assert set(arrived) == {"code"}
    assert claims(oauth_game.redeem(arrived["code"])["access_token"])["username"] == person.username


def test_redirect_leads_to_registered_pages_only(game: Game) -> None:
    assert game.sdk.refusal("userAuthSSOWithRedirect", CALLBACK) == NOT_SIGNED_IN.code
    sign_in(game)

    elsewhere = f"{game.sdk.page}callback"
    assert game.sdk.refusal("userAuthSSOWithRedirect", elsewhere) == UNREGISTERED_ADDRESS.code
    game.settings(callback_urls=[CALLBACK, "https://example.com/other"])
    assert game.sdk.refusal("userAuthSSOWithRedirect", None) == AMBIGUOUS_ADDRESS.code


def test_logout_of_the_browser_leaves_tokens_alone(game: Game) -> None:
    token = sign_in(game)

    assert game.sdk.call("logout", token, "sso") == ""

    assert game.sdk.refusal("checkUserAuthSSO") == NOT_SIGNED_IN.code
    assert game.accepts(token)


def test_logout_of_everything_ends_tokens_too(oauth_game: OAuthGame) -> None:
    person, other = oauth_game.member(), oauth_game.member()
    oauth_game.configure(scope="offline")
    others = oauth_game.access_token(oauth_game.sdk.call("login", other.credentials)["login_url"])
    tokens = oauth_game.tokens(oauth_game.sdk.call("login", person.credentials)["login_url"])

    assert oauth_game.sdk.call("logout", tokens["access_token"], "all") == ""

    refreshed = oauth_game.token_answer(grant_type="refresh_token", refresh_token=tokens["refresh_token"])
    assert oauth_game.sdk.refusal("checkUserAuthSSO") == NOT_SIGNED_IN.code
    assert not oauth_game.accepts(tokens["access_token"])
    assert refreshed.json()["error"]["code"] == INVALID_GRANT.code
    assert oauth_game.accepts(others)


@pytest.mark.parametrize(
    ("sessions", "code"),
    [
        ("everything", INVALID_VALUE.code),
        ("SSO", INVALID_VALUE.code),
        ("", INVALID_VALUE.code),
        (None, MISSING_VALUE.code),
    ],
)
def test_logout_of_something_else_ends_nothing(game: Game, sessions: str | None, code: str) -> None:
    token = sign_in(game)

    assert game.sdk.refusal("logout", token, sessions) == code

    assert game.accepts(token)
    assert game.sdk.call("checkUserAuthSSO")["code"]


def test_logout_needs_a_token(game: Game) -> None:
    sign_in(game)

    assert game.sdk.refusal("logout", "no.real.token", "all") == INVALID_TOKEN.code
    assert game.sdk.call("checkUserAuthSSO")["code"]


def test_browser_is_forgotten_and_nothing_else_ends(game: Game) -> None:
    token = sign_in(game)

    assert game.sdk.call("clearSSO") == ""

    assert game.sdk.refusal("checkUserAuthSSO") == NOT_SIGNED_IN.code
    assert game.accepts(token)


def test_forgetting_a_browser_that_is_not_known_answers_alike(game: Game) -> None:
    assert game.sdk.call("clearSSO") == ""
