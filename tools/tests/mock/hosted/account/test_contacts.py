"""E-mail address, phone numbers and password: proven by codes, removed in two steps, refused at the field."""

from __future__ import annotations

import json
from typing import Any

from login_contract.plain_server import PlainHandler, PlainServer
from tests.mock.game import Game, refusal, token_of
from tests.mock.hosted.account.opened import Account, says, seen

NUMBER, OTHER_NUMBER = "+12025550143", "+12025550199"
DEVICE = {"device": "Pixel 8", "device_id": "0123456789abcdef"}


def profile(game: Game, token: str) -> dict[str, Any]:
    answer: dict[str, Any] = game.call("GET", "/users/me", bearer=token).json()
    return answer


def by_device(game: Game) -> str:
    token: str = game.call("POST", "/login/device/android", body=DEVICE).json()["token"]
    return token


def enter(account: Account, label: str, typed: str, button: str) -> None:
    account.tab.get_by_label(label, exact=True).fill(typed)
    account.press(button)


def code_step(account: Account, row: str, recipient: str) -> None:
    account.row(row).get_by_text(recipient).wait_for()
    assert account.tab.evaluate("document.activeElement.id") == f"{row}-code"


def test_a_new_address_counts_once_its_code_is_back_and_brings_a_new_token(
    account: Account, game: Game
) -> None:
    token = token_of(game.register("jane"))
    account.open(token, "de")
    account.press("Ändern E-Mail-Adresse")
    account.tab.get_by_label("Neue E-Mail-Adresse").fill("nobody")
    account.tab.get_by_label("Neue E-Mail-Adresse").blur()
    assert "keine E-Mail-Adresse" in account.problem("Neue E-Mail-Adresse")
    enter(account, "Neue E-Mail-Adresse", "j.doe+new@example.com", "Weiter")
    code_step(account, "email", "j.doe+new@example.com")
    message = game.message("j.doe+new@example.com")
    assert message.locale == "de"
    assert profile(game, token)["email"] == "jane@example.com"
    enter(account, "Code", " ".join(str(message.code)), "Bestätigen")
    account.told("Gespeichert")
    assert account.shown("email") == "j.doe+new@example.com"
    assert profile(game, token)["email"] == "j.doe+new@example.com"
    account.press("Bearbeiten Spitzname")
    account.tab.get_by_label("Spitzname", exact=True).fill("J")
    with account.tab.expect_request("**/api/users/me") as sent:
        account.press("Speichern")
    used = sent.value.headers["authorization"].removeprefix("Bearer ")
    assert used != token
    assert game.validate(used).status_code == 204


def test_a_wrong_code_is_told_and_a_new_one_is_sent(account: Account, game: Game) -> None:
    token = token_of(game.register("jane"))
    account.open(token)
    account.press("Change E-mail address")
    enter(account, says("account.new_email"), "new@example.com", "Continue")
    code_step(account, "email", "new@example.com")
    enter(account, "Code", "no code!", "Confirm")
    assert account.problem("Code") == says("account.invalid_code")
    first = game.message("new@example.com").code
    for attempt in range(5):
        enter(account, "Code", f"00000{attempt}", "Confirm")
        assert account.problem("Code") == says("refusal.wrong_code")
    enter(account, "Code", str(first), "Confirm")
    account.row("email").get_by_text(says("account.code_over")).wait_for()
    account.press(says("account.send_again"))
    account.row("email").locator("[aria-invalid]").wait_for(state="detached")
    enter(account, "Code", str(game.message("new@example.com").code), "Confirm")
    account.told("Saved")
    assert profile(game, token)["email"] == "new@example.com"


def test_an_address_that_is_proven_is_shown_though_the_profile_cannot_be_read(
    account: Account, game: Game
) -> None:
    account.open(token_of(game.register("jane")))
    account.press("Change E-mail address")
    enter(account, says("account.new_email"), "new@example.com", "Continue")
    code_step(account, "email", "new@example.com")
    account.refuse("/users/me", 500, "500")
    enter(account, "Code", str(game.message("new@example.com").code), "Confirm")
    account.told("Saved")
    assert account.shown("email") == "new@example.com"


def test_an_address_that_is_taken_on_trust_ends_no_session(account: Account, game: Game) -> None:
    token = by_device(game)
    asked = [{"name": name, "type": "str", "required": True, "step": 0} for name in ("email", "hobby")]
    game.configure(ask_fields=asked)
    account.open(token)
    account.press("Add E-mail address")
    enter(account, says("account.new_email"), "new@example.com", "Continue")
    account.told("Saved")
    assert account.shown("email") == "new@example.com" == profile(game, token)["email"]
    assert account.tab.locator("#notice").inner_text() == ""


def test_an_address_of_another_account_is_refused(account: Account, game: Game) -> None:
    game.register("john")
    account.open(token_of(game.register("jane")))
    account.press("Change E-mail address")
    enter(account, says("account.new_email"), "john@example.com", "Continue")
    assert account.problem(says("account.new_email")) == says("account.email_taken")
    account.press("Cancel")
    assert account.shown("email") == "jane@example.com"


def test_a_number_is_added_changed_and_removed(account: Account, game: Game) -> None:
    token = token_of(game.register("jane"))
    account.open(token)
    account.press("Add Phone number")
    account.tab.get_by_label(says("account.new_phone")).fill("12")
    account.tab.get_by_label(says("account.new_phone")).blur()
    said = says("account.invalid_phone", example="+12025550143")
    assert account.problem(says("account.new_phone")) == said
    enter(account, says("account.new_phone"), "\u202a+１ (202)/555‑0143\u202c", "Continue")
    code_step(account, "phone", NUMBER)
    enter(account, "Code", str(game.message(NUMBER).code), "Confirm")
    account.told("Saved")
    assert account.shown("phone") == NUMBER
    assert profile(game, token)["phone_auth"] == NUMBER[1:]
    account.press("Remove Phone number")
    row = account.row("phone")
    assert seen(row.locator(".question").inner_text()) == f"Remove {NUMBER} from your account?"
    assert account.tab.evaluate("document.activeElement.innerText") == "Cancel"
    account.press("Cancel")
    assert account.shown("phone") == NUMBER
    account.press("Remove Phone number")
    account.press("Remove", within=row)
    account.told("Removed")
    assert account.shown("phone") == "Not set"
    assert "phone_auth" not in profile(game, token)


def test_the_number_of_the_second_factor_is_shown_and_removed(account: Account, game: Game) -> None:
    token = token_of(game.register("jane"))
    game.call("POST", "/users/me/phone", bearer=token, body={"phone_number": OTHER_NUMBER})
    account.open(token)
    row = account.row("second_factor_phone")
    assert account.shown("second_factor_phone") == OTHER_NUMBER
    assert account.shown("phone") == "Not set"
    account.press("Remove Phone number for security codes")
    account.press("Remove", within=row)
    row.wait_for(state="hidden")
    assert profile(game, token)["phone"] is None


def test_the_last_way_in_is_kept_and_the_reason_told(account: Account, game: Game) -> None:
    token = game.token_by_code(NUMBER)
    account.open(token)
    assert seen(account.tab.locator("#display").inner_text()) == NUMBER
    account.press("Remove Phone number")
    account.press("Remove", within=account.row("phone"))
    account.row("phone").get_by_text(says("account.last_way")).wait_for()
    account.press("Cancel")
    assert account.shown("phone") == NUMBER
    assert profile(game, token)["phone_auth"] == NUMBER[1:]


NUMBER_REFUSALS = {
    (400, "002-056"): says("account.invalid_phone", example="+12025550143"),
    (422, "002-043"): says("refusal.unreachable"),
    (422, "003-004"): says("account.phone_taken"),
}
CODE_REFUSALS = {
    (401, "003-039"): says("refusal.wrong_code"),
    (404, "003-061"): says("account.code_over"),
    (422, "003-004"): says("account.phone_taken"),
    (422, "003-049"): says("account.code_over"),
}


def test_each_refusal_of_a_number_and_its_code_is_told(account: Account, game: Game) -> None:
    account.open(token_of(game.register("jane")))
    account.press("Add Phone number")
    for (status, code), said in NUMBER_REFUSALS.items():
        account.refuse("/users/me/phone_link/request", status, code)
        enter(account, says("account.new_phone"), NUMBER, "Continue")
        assert account.problem(says("account.new_phone")) == said
        account.tab.unroute_all()
    enter(account, says("account.new_phone"), NUMBER, "Continue")
    code_step(account, "phone", NUMBER)
    for (status, code), said in CODE_REFUSALS.items():
        account.refuse("/users/me/phone_link/confirm", status, code)
        enter(account, "Code", "123456", "Confirm")
        assert account.problem("Code") == said
        account.tab.unroute_all()
    account.refuse("/users/me/phone_link/request", 429, "003-038", {"Retry-After": "2"})
    account.press(says("account.send_again"))
    account.row("phone").get_by_text("You can ask for a new code in ").wait_for()
    again = account.tab.get_by_role("button", name=says("account.send_again"))
    assert again.is_disabled()
    account.tab.locator("#phone button:enabled", has_text=says("account.send_again")).wait_for()
    account.press("Cancel")
    assert account.shown("phone") == "Not set"


class Refusing(PlainHandler):
    """A partner that takes no address."""

    def respond(self) -> None:
        self.body()
        error = {"error": {"code": "77", "description": "Dit adres <nemen> wij niet."}}
        self.answer(400, json.dumps(error).encode(), {"content-type": "application/json"})


def test_a_partners_refusal_is_told_in_its_own_words(account: Account, game: Game) -> None:
    token = token_of(game.register("jane"))
    with PlainServer(Refusing) as partner:
        game.configure(storage="custom", webhooks={"email-change": f"{partner.origin}/email"})
        account.open(token, "de")
        account.press("Ändern E-Mail-Adresse")
        enter(account, "Neue E-Mail-Adresse", "new@example.com", "Weiter")
        code_step(account, "email", "new@example.com")
        enter(account, "Code", str(game.message("new@example.com").code), "Bestätigen")
        assert account.problem("Code") == "Dit adres <nemen> wij niet."
        account.press("Abbrechen")
        assert account.shown("email") == "jane@example.com"
    assert profile(game, token)["email"] == "jane@example.com"


def open_password(account: Account, username: str, email: str, password: str) -> None:
    for label, typed in {"Username": username, "E-mail address": email, "Password": password}.items():
        account.tab.locator("#password").get_by_label(label, exact=True).fill(typed)
    account.press("Add a password", within=account.tab.locator("#password form"))


def test_an_account_of_a_device_gets_a_password_once_its_mail_is_opened(account: Account, game: Game) -> None:
    game.configure(confirmation_required=True)
    token = by_device(game)
    account.open(token)
    account.press("Add a password")
    open_password(account, "", "", "")
    assert account.tab.locator("#password [aria-invalid=true]").count() == 3
    assert account.tab.evaluate("document.activeElement.id") == "username-input"
    open_password(account, "jane", "jane@example.com", "12345")
    account.tab.locator("#password .problem", has_text=says("account.password_invalid")).wait_for()
    open_password(account, "jane", "jane@example.com", " 7correct horse ")
    account.told("jane@example.com")
    assert "jane@example.com" in account.shown("password")
    assert profile(game, token)["username"] is None
    game.open(game.message("jane@example.com").link)
    account.open(token)
    assert account.shown("password") == "You sign in as jane."
    assert account.row("password").get_by_role("button").count() == 0
    assert token_of(game.login("jane", " 7correct horse "))


def test_a_password_counts_at_once_where_no_confirmation_is_wanted(account: Account, game: Game) -> None:
    account.open(by_device(game))
    account.press("Add a password")
    open_password(account, "jane", "jane@example.com", "12345 ")
    account.told(says("account.password_added"))
    assert token_of(game.login("jane", "12345 "))
    assert account.shown("password") == "You sign in as jane."
    assert account.shown("email") == "jane@example.com"


def test_each_refusal_of_a_password_is_told_at_the_field_it_concerns(account: Account, game: Game) -> None:
    game.register("john")
    account.open(by_device(game))
    account.press("Add a password")
    open_password(account, "john", "jane@example.com", "correct horse")
    assert account.problem("Username") == says("account.username_taken")
    open_password(account, "jane", "john@example.com", "correct horse")
    account.tab.locator("#password-email-problem", has_text=says("account.email_taken")).wait_for()
    for code, field, said in (
        ("003-008", "password-email", says("account.email_fixed")),
        ("003-020", "username-input", says("account.unavailable")),
        ("010-011", "username-input", says("refusal.general")),
    ):
        account.refuse("/users/me/link_email_password*", 422, code)
        open_password(account, "jane", "jane@example.com", "correct horse")
        account.tab.locator(f"#{field}-problem", has_text=said).wait_for()
        assert account.tab.evaluate("document.activeElement.id") == field
        account.tab.unroute_all()
    account.press("Cancel")
    assert account.shown("password") == "Not set"
    assert refusal(game.login("jane", "correct horse"))[1] == "003-001"


def test_an_address_that_is_not_proven_is_marked(account: Account, game: Game) -> None:
    token = token_of(game.register("jane"))

    def unproven(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, json={**answer.json(), "is_last_email_confirmed": False})

    account.tab.route("**/api/users/me", unproven)
    account.open(token)
    assert account.row("email").get_by_text(says("account.unconfirmed")).is_visible()
