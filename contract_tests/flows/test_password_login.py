"""Login with a password: who gets in, who does not, and what too many tries do."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from login_contract.suite.actors.control import Control
from login_contract.suite.actors.jwt_client import CALLBACK, PASSWORD, JwtClient, query_of, refusal, token_of
from login_contract.suite.actors.user_token import claims
from login_contract.suite.judging.refusals import (
    AMBIGUOUS_ADDRESS,
    BANNED_USER,
    CAPTCHA_REQUIRED,
    LOCKED_ACCOUNT,
    UNREGISTERED_ADDRESS,
    WRONG_CREDENTIALS,
)

law = pytest.mark.law
MakeJwtClient = Callable[..., JwtClient]
CAPTCHA = {"X-LOT-NUMBER": "1", "X-CAPTCHA-OUTPUT": "2", "X-PASS-TOKEN": "3", "X-GEN-TIME": "4"}


@law("The letter case of username and e-mail address does not matter")
@pytest.mark.parametrize("name", ["Ann", "ann", "ANN", "ann@example.com", "ANN@Example.COM"])
def test_letter_case_does_not_matter(jwt_client: JwtClient, name: str) -> None:
    jwt_client.registered("Ann", "Ann@example.com")

    assert claims(token_of(jwt_client.login(name)))["username"] == jwt_client.known_as("Ann")


@law("A wrong password and an unknown user answer alike", security=True)
def test_wrong_password_and_unknown_user_answer_alike(jwt_client: JwtClient) -> None:
    jwt_client.registered("ann", "ann@example.com")

    wrong = jwt_client.login("ann", "not-the-password")
    unknown = jwt_client.login("nobody", "not-the-password")

    assert refusal(wrong) == WRONG_CREDENTIALS
    assert (unknown.status_code, unknown.json()) == (wrong.status_code, wrong.json())


@law("A password is compared as a whole, in its letter case", security=True)
@pytest.mark.parametrize(
    "almost",
    [PASSWORD.upper(), PASSWORD[:-1], f"{PASSWORD} ", f" {PASSWORD}"],
    ids=["upper", "shorter", "space-after", "space-before"],
)
def test_almost_right_password_is_wrong(jwt_client: JwtClient, almost: str) -> None:
    jwt_client.registered("ann", "ann@example.com")

    assert refusal(jwt_client.login("ann", almost)) == WRONG_CREDENTIALS


@law("A banned user is refused everywhere", security=True)
def test_banned_user_is_refused(jwt_client: JwtClient, control: Control) -> None:
    control.create_user(
        jwt_client.project_id, username="ann", email="ann@example.com", password=PASSWORD, banned=True
    )
    code, operation_id = jwt_client.code_for("ann@example.com")

    assert refusal(jwt_client.login("ann")) == BANNED_USER
    assert refusal(jwt_client.login("ann", "not-the-password")) == WRONG_CREDENTIALS
    assert refusal(jwt_client.confirm_code("ann@example.com", code, operation_id)) == BANNED_USER


@law("Too many wrong passwords lock the account for a while", security=True)
def test_too_many_wrong_passwords_lock(make_jwt_client: MakeJwtClient, control: Control) -> None:
    jwt_client = make_jwt_client(lockout={"attempts": 3, "seconds": 600, "captcha": False})
    jwt_client.registered("ann", "ann@example.com")
    for _ in range(3):
        assert refusal(jwt_client.login("ann", "not-the-password")) == WRONG_CREDENTIALS

    assert refusal(jwt_client.login("ann")) == LOCKED_ACCOUNT

    control.advance(590)
    assert refusal(jwt_client.login("ann")) == LOCKED_ACCOUNT
    control.advance(11)
    assert jwt_client.login("ann").status_code == 200


@law("Too many wrong passwords lock the account for a while", security=True)
def test_username_and_address_count_together(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(lockout={"attempts": 3, "seconds": 600, "captcha": False})
    jwt_client.registered("ann", "ann@example.com")
    for name in ("ann", "ANN@example.com", "Ann"):
        jwt_client.login(name, "not-the-password")

    assert refusal(jwt_client.login("ann@example.com")) == LOCKED_ACCOUNT


@law("Too many wrong passwords lock the account for a while")
def test_right_password_starts_the_count_again(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(lockout={"attempts": 3, "seconds": 600, "captcha": False})
    jwt_client.registered("ann", "ann@example.com")
    for _ in range(3):
        jwt_client.login("ann", "not-the-password")
        jwt_client.login("ann", "not-the-password")
        assert jwt_client.login("ann").status_code == 200


@law("A lock shuts out one account of one project", security=True)
def test_lock_concerns_nobody_else(make_jwt_client: MakeJwtClient) -> None:
    lockout = {"attempts": 2, "seconds": 600, "captcha": False}
    jwt_client, elsewhere = make_jwt_client(lockout=lockout), make_jwt_client(lockout=lockout)
    for each in (jwt_client, elsewhere):
        each.registered("ann", "ann@example.com")
        each.registered("bob", "bob@example.com")
    jwt_client.login("ann", "not-the-password")
    jwt_client.login("ann", "not-the-password")

    assert refusal(jwt_client.login("ann")) == LOCKED_ACCOUNT
    assert jwt_client.login("bob").status_code == 200
    assert elsewhere.login("ann").status_code == 200


@law("An unknown name is locked like a known one, so that a lock tells nothing", security=True)
def test_unknown_name_is_locked_alike(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(lockout={"attempts": 2, "seconds": 600, "captcha": False})
    for _ in range(2):
        assert refusal(jwt_client.login("nobody", "not-the-password")) == WRONG_CREDENTIALS

    assert refusal(jwt_client.login("NOBODY", "not-the-password")) == LOCKED_ACCOUNT


@law("Where the lock asks for a captcha, a solved one lets the request pass")
def test_solved_captcha_passes_the_lock(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(lockout={"attempts": 2, "seconds": 600, "captcha": True})
    jwt_client.registered("ann", "ann@example.com")
    jwt_client.login("ann", "not-the-password")
    jwt_client.login("ann", "not-the-password")

    refused = jwt_client.login("ann")
    assert refusal(refused) == CAPTCHA_REQUIRED
    assert refused.headers["x-captcha-enabled"] == "1"

    partly_solved = {name: value for name, value in CAPTCHA.items() if name != "X-GEN-TIME"}
    assert refusal(jwt_client.login("ann", headers=partly_solved)) == CAPTCHA_REQUIRED
    assert refusal(jwt_client.login("ann", "not-the-password", headers=CAPTCHA)) == WRONG_CREDENTIALS
    assert jwt_client.login("ann", headers=CAPTCHA).status_code == 200


@law("A reset password lifts the lock")
def test_reset_lifts_the_lock(make_jwt_client: MakeJwtClient) -> None:
    jwt_client = make_jwt_client(lockout={"attempts": 2, "seconds": 600, "captcha": False})
    jwt_client.registered("ann", "ann@example.com")
    jwt_client.login("ann", "not-the-password")
    jwt_client.login("ann", "not-the-password")

    jwt_client.confirm_reset(*jwt_client.reset_link("ann", "ann@example.com"), "another-password")

    assert jwt_client.login("ann", "another-password").status_code == 200


@law("The login's answer leads to the Callback URL, whose own query is kept")
def test_query_of_the_callback_url_is_kept(make_jwt_client: MakeJwtClient) -> None:
    callback = "https://example.com/callback?campaign=a%20b#top"
    jwt_client = make_jwt_client(callback_urls=[callback])
    jwt_client.registered("ann", "ann@example.com")

    login_url = jwt_client.login("ann").json()["login_url"]

    assert login_url.startswith("https://example.com/callback?campaign=a%20b&")
    assert login_url.endswith("#top")
    assert query_of(login_url)["campaign"] == "a b"
    assert query_of(login_url)["token"]


@law("remember_me is passed on to the Callback URL")
@pytest.mark.parametrize("remember_me", [True, False])
def test_remember_me_is_passed_on(jwt_client: JwtClient, remember_me: bool) -> None:
    jwt_client.registered("ann", "ann@example.com")

    login_url = jwt_client.login("ann", remember_me=remember_me).json()["login_url"]

    assert query_of(login_url)["remember_me"] == str(remember_me).lower()


@law("login_url is honoured only when it is registered, byte for byte", security=True)
@pytest.mark.parametrize(
    "login_url",
    [
        "https://evil.example/callback",
        f"{CALLBACK}/",
        f"{CALLBACK}?x=1",
        CALLBACK.upper(),
        f"{CALLBACK}#",
        f" {CALLBACK}",
        "https://example.com.evil.example/callback",
        "//example.com/callback",
        "",
    ],
)
def test_unregistered_login_url_is_refused(jwt_client: JwtClient, login_url: str) -> None:
    jwt_client.registered("ann", "ann@example.com")

    assert refusal(jwt_client.login("ann", query={"login_url": login_url})) == UNREGISTERED_ADDRESS


LOGIN_URL_TAKERS = {
    "jwt-register-new-user": {"username": "ann", "email": "ann@example.com", "password": PASSWORD},
    "auth-by-username-and-password": {"username": "ann", "password": PASSWORD},
    "jwt-resend-account-confirmation-email": {"username": "ann"},
    "jwt-start-auth-by-email": {"email": "ann@example.com"},
    "jwt-start-auth-by-phone-number": {"phone_number": "+12025550143"},
    "reset-password": {"username": "ann"},
}


@law(
    "Every call that takes a login_url refuses one that is not registered, before anything else",
    security=True,
)
@pytest.mark.parametrize("operation_id", LOGIN_URL_TAKERS)
def test_every_operation_refuses_an_unregistered_login_url(jwt_client: JwtClient, operation_id: str) -> None:
    answer = jwt_client.call(
        operation_id, body=LOGIN_URL_TAKERS[operation_id], query={"login_url": "https://evil.example"}
    )

    assert refusal(answer) == UNREGISTERED_ADDRESS
    jwt_client.assert_nothing_sent()


@law("Where several Callback URLs are registered, the request has to name one", security=True)
@pytest.mark.parametrize("operation_id", LOGIN_URL_TAKERS)
def test_one_of_several_login_urls_has_to_be_named(make_jwt_client: MakeJwtClient, operation_id: str) -> None:
    jwt_client = make_jwt_client(callback_urls=[CALLBACK, "https://example.com/other"])

    assert refusal(jwt_client.call(operation_id, body=LOGIN_URL_TAKERS[operation_id])) == AMBIGUOUS_ADDRESS


@law("Where several Callback URLs are registered, each of them works")
@pytest.mark.parametrize("login_url", [CALLBACK, "https://example.com/other", "mygame://login"])
def test_each_registered_login_url_works(make_jwt_client: MakeJwtClient, login_url: str) -> None:
    jwt_client = make_jwt_client(
        callback_urls=[CALLBACK, "https://example.com/other", "mygame://login"], confirmation_required=False
    )

    answer = jwt_client.register(username="ann", email="ann@example.com", query={"login_url": login_url})

    assert answer.json()["login_url"].startswith(f"{login_url}?token=")
