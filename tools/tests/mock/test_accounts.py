"""Registration, confirmation and passwords over the wire, where the flows of the suite do not look."""

from __future__ import annotations

import httpx
import pytest

from login_contract.suite.judging.refusals import (
    AMBIGUOUS_ADDRESS,
    INACTIVE_TOKEN,
    MISSING_VALUE,
    NOT_FOUND,
    REGISTRATION_NOT_ALLOWED,
    RESET_NOT_ALLOWED,
    UNCONFIRMED_ACCOUNT,
    UNDELIVERABLE_NUMBER,
    UNKNOWN_PROJECT,
    UNREADABLE_BODY,
    UNREGISTERED_ADDRESS,
    UNSUPPORTED_MEDIA_TYPE,
    WRONG_CODE,
    WRONG_CREDENTIALS,
    WRONG_RESET_CODE,
)
from login_contract.tokens.compact import claims_of
from tests.mock.game import PASSWORD, Game, query_of, refusal, token_of

ERRORS = "https://example.com/error?from=login"


def confirmation_link(game: Game, username: str = "racer") -> str:
    assert game.register(username).status_code == 204
    return game.message(f"{username}@example.com", "account_confirmation").link or ""


def test_a_confirmed_account_is_sent_on_with_a_token(game: Game) -> None:
    assert game.register("Racer", payload="p").status_code == 204
    assert refusal(game.login("racer")) == UNCONFIRMED_ACCOUNT
    opened = game.open(game.message("racer@example.com").link)
    assert (opened.status_code, opened.headers["cache-control"]) == (302, "no-store")
    assert opened.headers["location"].startswith("https://example.com/callback?token=")
    assert claims_of(token_of(opened))["payload"] == "p"
    assert game.login("RACER@Example.com").status_code == 200


def test_without_confirmation_the_answer_carries_the_token(game: Game) -> None:
    game.configure(confirmation_required=False)
    answer = game.register("racer")
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert set(answer.json()) == {"login_url"}
    assert game.validate(token_of(answer)).status_code == 204


def test_a_dead_link_leads_to_the_error_page_when_there_is_one(game: Game) -> None:
    link = confirmation_link(game)
    assert game.open(link).status_code == 302
    assert refusal(game.open(link)) == NOT_FOUND
    game.configure(error_callback_url=ERRORS)
    opened = game.open(link)
    assert opened.status_code == 302
    assert opened.headers["location"].startswith(f"{ERRORS}&error_code=003-061&")
    assert query_of(opened.headers["location"])["error_description"]


def test_a_link_dies_of_old_age(lone_game: Game) -> None:
    lone_game.configure(confirmation_lifetime=3600)
    link = confirmation_link(lone_game)
    lone_game.control.advance(3601)
    assert refusal(lone_game.open(link)) == NOT_FOUND


def test_a_new_link_replaces_none_but_one_use_ends_all(game: Game) -> None:
    first = confirmation_link(game)
    game.call("POST", "/user/resend_confirmation_link", body={"username": "racer"})
    second = game.message("racer@example.com").link
    assert first != second
    assert game.open(second).status_code == 302
    assert refusal(game.open(first)) == NOT_FOUND


@pytest.mark.parametrize("username", ["racer", "nobody", "racer@example.com"])
def test_resend_and_reset_never_tell(game: Game, username: str) -> None:
    game.open(confirmation_link(game))
    for path in ("/user/resend_confirmation_link", "/password/reset/request"):
        answer = game.call("POST", path, body={"username": username})
        assert (answer.status_code, answer.content) == (204, b"")


def test_a_closed_project_takes_nobody(game: Game) -> None:
    game.configure(registration_allowed=False, password_reset_allowed=False)
    assert refusal(game.register("racer")) == REGISTRATION_NOT_ALLOWED
    body = {"username": "racer"}
    assert refusal(game.call("POST", "/password/reset/request", body=body)) == RESET_NOT_ALLOWED


def test_only_registered_urls_are_led_to(game: Game) -> None:
    assert refusal(game.register("racer", login_url="https://evil.example/")) == UNREGISTERED_ADDRESS
    assert refusal(game.register("racer", login_url="https://example.com/callback/")) == UNREGISTERED_ADDRESS
    game.configure(callback_urls=["https://a.example/", "https://b.example/?x=1#f"])
    assert refusal(game.register("racer")) == AMBIGUOUS_ADDRESS
    assert game.register("racer", login_url="https://b.example/?x=1#f").status_code == 204
    location = game.open(game.message("racer@example.com").link).headers["location"]
    assert location.startswith("https://b.example/?x=1&token=")
    assert location.endswith("#f")


@pytest.mark.parametrize("path", ["/user", "/login", "/login/email/request", "/login/phone/confirm"])
def test_an_unknown_project_is_said_so(game: Game, path: str) -> None:
    body = {
        "username": "racer",
        "password": PASSWORD,
        "email": "racer@example.com",
        "phone_number": "+12025550143",
        "code": "1",
        "operation_id": "1",
    }
    unknown = Game(game.http, game.control, "00000000-0000-4000-8000-000000000000")
    assert refusal(unknown.call("POST", path, body=body)) == UNKNOWN_PROJECT


def test_a_locale_chooses_the_language_of_messages_and_none_of_refusals(game: Game) -> None:
    game.open(confirmation_link(game))
    english, german, arabic = (refused_in(game, locale) for locale in ("en_XX", "de_DE", "ar_AE"))
    assert [status for status, _ in english] == [401, 422, 400, 401]
    assert english == german == arabic


def refused_in(game: Game, locale: str) -> list[tuple[int, object]]:
    """Ask for things that are refused, in a language; return the answers."""
    email = "racer@example.com"
    operation = game.call("POST", "/login/email/request", body={"email": email}, locale=locale).json()
    message = game.message(email)
    assert message.language == locale
    wrong = {"email": email, "code": "0" if message.code != "0" else "1", **operation}
    bodies: dict[str, object] = {
        "/login": {"username": "racer", "password": "wrong-horse-7"},
        "/user": {"username": "racer", "password": PASSWORD, "email": "other@example.com"},
        "/login/email/request": {},
        "/login/email/confirm": wrong,
    }
    headers = {"Accept-Language": locale[:2]}
    answers = [
        game.call("POST", path, body=body, headers=headers, locale=locale) for path, body in bodies.items()
    ]
    return [(answer.status_code, answer.json()) for answer in answers]


def test_the_mailed_form_sets_a_password(game: Game) -> None:
    game.open(confirmation_link(game))
    token = token_of(game.login("racer"))
    game.call("POST", "/password/reset/request", body={"username": "racer"}, locale="de-AT")
    message = game.message("racer@example.com", "password_reset")
    form = game.open(message.link)
    assert (form.status_code, form.headers["content-type"]) == (200, "text/html; charset=utf-8")
    assert "form-action 'self'" in form.headers["content-security-policy"]
    assert 'lang="de' in form.text
    assert game.project_id in form.text

    def submit(password: str, **changed: str) -> httpx.Response:
        fields = {**query_of(message.link or ""), "new_password": password, "project_id": game.project_id}
        return game.http.post("/_mock/reset-form", data={**fields, **changed})

    for refused in (
        submit("short"),
        submit("x" * 101),
        submit(PASSWORD, code="wrong"),
        submit(PASSWORD, user_id="wrong"),
        submit(PASSWORD, login_url="https://evil.example/"),
    ):
        assert refused.status_code == 422
        assert refused.headers["content-type"].startswith("text/html")
        assert PASSWORD not in refused.text
    assert game.login("racer").status_code == 200
    done = submit("a new password")
    assert (done.status_code, done.headers["location"]) == (302, "https://example.com/callback")
    assert submit("another password").status_code == 422
    assert refusal(game.login("racer")) == WRONG_CREDENTIALS
    assert refusal(game.validate(token)) == INACTIVE_TOKEN
    assert game.login("racer", "a new password").status_code == 200


def test_the_form_without_an_address_says_that_it_is_done(game: Game) -> None:
    game.open(confirmation_link(game))
    user_id, code = game.reset_link("racer", "racer@example.com")
    fields = {
        "user_id": user_id,
        "code": code,
        "new_password": "a new password",
        "project_id": game.project_id,
    }
    done = game.http.post("/_mock/reset-form", data=fields)
    assert done.status_code == 200
    assert "<form" not in done.text


def test_the_form_needs_no_admin_token_and_takes_forms_only(game: Game) -> None:
    fields = {"user_id": "u", "code": "c", "new_password": "a new password", "project_id": game.project_id}
    assert refusal(game.http.post("/_mock/reset-form", json=fields)) == UNSUPPORTED_MEDIA_TYPE
    assert refusal(game.http.post("/_mock/reset-form", data={"user_id": "u"})) == MISSING_VALUE
    twice = b"user_id=a&user_id=b"
    headers = {"content-type": "application/x-www-form-urlencoded"}
    assert refusal(game.http.post("/_mock/reset-form", content=twice, headers=headers)) == UNREADABLE_BODY
    elsewhere = {**fields, "project_id": "00000000-0000-4000-8000-000000000000"}
    assert refusal(game.http.post("/_mock/reset-form", data=elsewhere)) == UNKNOWN_PROJECT


def test_the_form_shows_nothing_of_its_address_raw(game: Game) -> None:
    hostile = {"user_id": "u", "code": '"><script>', "login_url": "x:\r\nX-Header: y"}
    page = game.http.get("/_mock/reset-form", params={"projectId": game.project_id, **hostile})
    assert page.status_code == 200
    assert "<script>" not in page.text
    assert "x-header" not in page.headers


def test_a_project_s_own_form_is_linked_with_user_and_code(game: Game) -> None:
    game.configure(reset_form_url="https://example.com/new?lang=de")
    game.open(confirmation_link(game))
    game.call("POST", "/password/reset/request", body={"username": "racer"})
    link = game.message("racer@example.com", "password_reset").link or ""
    assert link.startswith("https://example.com/new?lang=de&user_id=")
    assert set(query_of(link)) == {"lang", "user_id", "code"}


def test_a_reset_link_dies_of_use_and_of_old_age(lone_game: Game) -> None:
    lone_game.open(confirmation_link(lone_game))
    used = lone_game.reset_link("racer", "racer@example.com")
    unused = lone_game.reset_link("racer", "racer@example.com")
    assert lone_game.set_password(*used, "first password").status_code == 204
    for link in (used, unused):
        assert refusal(lone_game.set_password(*link, "second password")) == WRONG_RESET_CODE
    old = lone_game.reset_link("racer", "racer@example.com")
    lone_game.control.advance(3601)
    assert refusal(lone_game.set_password(*old, "third password")) == WRONG_RESET_CODE
    assert lone_game.login("racer", "first password").status_code == 200


def test_a_code_dies_of_old_age(lone_game: Game) -> None:
    code, operation_id = lone_game.code_for("racer@example.com")
    lone_game.control.advance(181)
    assert refusal(lone_game.confirm_code("racer@example.com", code, operation_id)) == WRONG_CODE


def test_a_test_code_is_always_the_same(game: Game) -> None:
    game.configure(test_codes={"QA@example.com": "000000"})
    assert [game.code_for("qa@Example.com")[0] for _ in range(2)] == ["000000"] * 2


def test_an_undeliverable_number_is_said_so(game: Game) -> None:
    game.configure(undeliverable_phones=["+12025550199"])
    assert refusal(game.request_code("+12025550199")) == UNDELIVERABLE_NUMBER


@pytest.mark.parametrize("length", [4, 6, 12])
def test_a_code_has_the_length_that_the_project_says(game: Game, length: int) -> None:
    game.configure(code_length=length)
    code, _ = game.code_for("racer@example.com")
    assert len(code) == length
    assert code.isdecimal()


def test_answers_with_codes_and_tokens_are_never_stored(game: Game) -> None:
    code, operation_id = game.code_for("racer@example.com", send_link=True)
    game.open(game.message("racer@example.com").link)
    answers = [
        game.poll("racer@example.com", operation_id),
        game.confirm_code("racer@example.com", code, operation_id),
    ]
    answers.append(game.update_token(token_of(answers[1]), {}))
    assert {(answer.status_code, answer.headers["cache-control"]) for answer in answers} == {
        (200, "no-store")
    }
