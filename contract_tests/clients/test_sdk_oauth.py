"""Registration, password login and password reset through the vendor's JavaScript SDK in OAuth mode."""

from __future__ import annotations

import pytest

from login_contract.suite.actors.client_registrations import ClientRegistrations
from login_contract.suite.actors.control import Control
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    INVALID_GRANT,
    INVALID_STATE,
    INVALID_VALUE,
    NOT_FOUND,
    UNCONFIRMED_ACCOUNT,
    UNKNOWN_PROJECT,
    UNREGISTERED_ADDRESS,
    USERNAME_TAKEN,
    WRONG_CREDENTIALS,
    WRONG_PROTOCOL,
)

from .game_page import CALLBACK, Person, open_link, query_of
from .oauth_game import OAuthGame, code_in
from .test_sdk_password import CAPTCHA


def test_signup_then_mailed_link_then_login(oauth_game: OAuthGame) -> None:
    person = Person()

    assert oauth_game.sdk.call("signup", person.user_info) == ""
    assert oauth_game.sdk.refusal("login", person.credentials) == UNCONFIRMED_ACCOUNT.code
    confirmed = open_link(oauth_game.message(person.email, "account_confirmation").link)
    answer = oauth_game.sdk.call("login", person.credentials)

    at_once = claims(oauth_game.access_token(confirmed))
    later = claims(oauth_game.access_token(answer["login_url"]))
    assert at_once["username"] == later["username"] == person.username
    assert at_once["sub"] == later["sub"]


def test_signup_logs_in_at_once_where_no_confirmation_is_wanted(oauth_game: OAuthGame) -> None:
    oauth_game.settings(confirmation_required=False)
    person = Person()

    answer = oauth_game.sdk.call("signup", person.user_info)

    assert claims(oauth_game.access_token(answer["login_url"]))["username"] == person.username


def test_signup_with_a_taken_username(oauth_game: OAuthGame) -> None:
    taken = {**Person().user_info["userInfo"], "username": oauth_game.member().username}

    assert oauth_game.sdk.refusal("signup", {"userInfo": taken}) == USERNAME_TAKEN.code


def test_login_gives_a_code_whose_token_is_of_the_player(oauth_game: OAuthGame) -> None:
    person = oauth_game.member()

    answer = oauth_game.sdk.call("login", person.credentials)
    tokens = oauth_game.tokens(answer["login_url"])

    content = claims(tokens["access_token"])
    assert "token" not in answer
    assert content["email"] == person.email
    assert content["xsolla_login_project_id"] == oauth_game.project_id
    assert tokens["token_type"] == "bearer"
    assert "refresh_token" not in tokens


def test_code_cannot_be_used_twice_and_then_ends_what_it_gave(oauth_game: OAuthGame) -> None:
    person = oauth_game.member()
    login_url = oauth_game.sdk.call("login", person.credentials)["login_url"]
    token = oauth_game.access_token(login_url)

    again = oauth_game.token_answer(
        grant_type="authorization_code", code=code_in(login_url), redirect_uri=CALLBACK
    )

    assert (again.status_code, again.json()["error"]["code"]) == INVALID_GRANT
    assert not oauth_game.accepts(token)


def test_scopes_of_the_page_reach_the_token(oauth_game: OAuthGame) -> None:
    person = oauth_game.member()
    oauth_game.configure(scope="offline own.scope")

    tokens = oauth_game.tokens(oauth_game.sdk.call("login", person.credentials)["login_url"])
    refreshed = oauth_game.token_answer(grant_type="refresh_token", refresh_token=tokens["refresh_token"])

    assert "own.scope" in claims(tokens["access_token"])["scp"]
    assert oauth_game.accepts(refreshed.json()["access_token"])


def test_payload_comes_back_in_the_token(oauth_game: OAuthGame) -> None:
    person = oauth_game.member()
    oauth_game.configure(payload='{"trackId":"7"}')

    answer = oauth_game.sdk.call("login", person.credentials)

    assert claims(oauth_game.access_token(answer["login_url"]))["payload"] == '{"trackId":"7"}'


def test_login_with_logout_ends_the_earlier_session(oauth_game: OAuthGame) -> None:
    person = oauth_game.member()
    earlier = oauth_game.access_token(oauth_game.sdk.call("login", person.credentials)["login_url"])
    oauth_game.configure(with_logout=1)

    oauth_game.access_token(oauth_game.sdk.call("login", person.credentials)["login_url"])

    assert not oauth_game.accepts(earlier)


@pytest.mark.parametrize(
    ("config", "code"),
    [
        ({"redirectUri": "https://elsewhere.example/callback"}, UNREGISTERED_ADDRESS.code),
        ({"redirectUri": f"{CALLBACK}/"}, UNREGISTERED_ADDRESS.code),
        ({"state": "seven77"}, INVALID_STATE.code),
        ({"responseType": "token"}, INVALID_VALUE.code),
        ({"clientId": 1}, NOT_FOUND.code),
        ({"projectId": "00000000-0000-4000-8000-000000000000"}, UNKNOWN_PROJECT.code),
    ],
)
def test_login_of_a_page_that_is_configured_wrongly(
    oauth_game: OAuthGame, config: dict[str, object], code: str
) -> None:
    person = oauth_game.member()
    oauth_game.configure(**config)

    assert oauth_game.sdk.refusal("login", person.credentials) == code


def test_login_with_the_client_of_another_project(oauth_game: OAuthGame, control: Control) -> None:
    person, elsewhere = oauth_game.member(), ClientRegistrations()
    control.put_project(oauth_clients=elsewhere.settings())
    oauth_game.configure(clientId=elsewhere.public)

    assert oauth_game.sdk.refusal("login", person.credentials) == UNKNOWN_PROJECT.code


def test_project_says_which_mode_it_serves(oauth_game: OAuthGame) -> None:
    person = oauth_game.member()

    oauth_game.settings(protocol="jwt")
    assert oauth_game.sdk.refusal("login", person.credentials) == WRONG_PROTOCOL.code
    oauth_game.settings(protocol="oauth2")
    oauth_game.tokens(oauth_game.sdk.call("login", person.credentials)["login_url"])


def test_login_with_a_wrong_password(oauth_game: OAuthGame) -> None:
    wrong = Person(username=oauth_game.member().username, password="wrong")

    assert oauth_game.sdk.refusal("login", wrong.credentials) == WRONG_CREDENTIALS.code


def test_page_sees_that_a_captcha_is_wanted_and_solves_it(oauth_game: OAuthGame) -> None:
    oauth_game.settings(lockout={"attempts": 1, "seconds": 900, "captcha": True})
    person = oauth_game.member()
    wrong = Person(username=person.username, password="wrong").credentials

    assert [oauth_game.sdk.refusal("login", wrong) for _ in range(2)] == [WRONG_CREDENTIALS.code, "003-338"]
    answer = oauth_game.sdk.call("login", {**person.credentials, "captchaData": CAPTCHA})

    oauth_game.tokens(answer["login_url"])


def test_confirmation_mail_is_sent_again(oauth_game: OAuthGame) -> None:
    person = Person()
    oauth_game.sdk.call("signup", person.user_info)

    assert oauth_game.sdk.call("resendEmail", person.username) == ""
    assert oauth_game.sdk.call("resendEmail", Person().username) == ""

    assert len(oauth_game.messages(person.email)) == 2
    oauth_game.tokens(open_link(oauth_game.message(person.email).link))


def test_password_is_reset_by_mail(oauth_game: OAuthGame) -> None:
    person = oauth_game.member()
    earlier = oauth_game.access_token(oauth_game.sdk.call("login", person.credentials)["login_url"])

    assert oauth_game.sdk.call("reset", {"username": person.email}) == ""
    mailed = query_of(oauth_game.message(person.email, "password_reset").link or "")
    new = {"user_id": mailed["user_id"], "code": mailed["code"], "newPassword": "another horse 2"}
    assert oauth_game.sdk.call("set", new) == ""

    changed = Person(username=person.username, password="another horse 2")
    assert oauth_game.sdk.refusal("login", person.credentials) == WRONG_CREDENTIALS.code
    oauth_game.tokens(oauth_game.sdk.call("login", changed.credentials)["login_url"])
    assert not oauth_game.accepts(earlier)
