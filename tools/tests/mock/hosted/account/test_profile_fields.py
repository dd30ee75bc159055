"""Names, birthday and gender: typed, judged, saved through the API, and refused at their field."""

from __future__ import annotations

from typing import Any

import pytest

from tests.mock.game import Game, token_of
from tests.mock.hosted.account.checks import shows_what_the_server_has
from tests.mock.hosted.account.opened import Account, says, seen


def profile(game: Game, token: str) -> dict[str, Any]:
    answer: dict[str, Any] = game.call("GET", "/users/me", bearer=token).json()
    return answer


@pytest.fixture
def token(game: Game, account: Account) -> str:
    """Open the page for a new player."""
    token = token_of(game.register("jane"))
    account.open(token)
    return token


def test_names_are_changed_and_the_api_tells_them(account: Account, game: Game, token: str) -> None:
    longest = "𝕏" * 255
    changes = {"Nickname": "Mia & <b>ünïcode</b>", "First name": "Mia", "Last name": longest}
    for label, name in changes.items():
        account.press(f"Edit {label}")
        field = account.tab.get_by_label(label, exact=True)
        assert field.evaluate("field => field === document.activeElement")
        field.fill(f"  {name} ")
        field.press("Enter")
        account.told("Saved")
        account.tab.get_by_role("button", name=f"Edit {label}").wait_for()
    found = profile(game, token)
    assert [found[each] for each in ("nickname", "first_name", "last_name")] == list(changes.values())
    assert account.shown("nickname") == "Mia & <b>ünïcode</b> #1000"
    raw = account.row("nickname").locator("dd.value bdi").inner_text()
    assert raw == "\u2068Mia & <b>ünïcode</b>\u2069 #1000", "a mark in the name may turn the tag around"
    assert account.shown("last_name") == longest
    assert seen(account.tab.locator("#display").inner_text()) == "Mia & <b>ünïcode</b>"
    assert seen(account.tab.locator("#picture").inner_text()) == "MB"
    account.press("Edit First name")
    account.tab.get_by_label("First name", exact=True).fill("")
    account.press("Save")
    account.tab.get_by_role("button", name="Edit First name").wait_for()
    assert account.shown("first_name") == "Not set"
    assert profile(game, token)["first_name"] == ""


def test_a_name_is_judged_as_it_is_typed_and_none_too_long_is_sent(
    account: Account, game: Game, token: str
) -> None:
    account.press("Edit Nickname")
    field = account.tab.get_by_label("Nickname", exact=True)
    field.fill("x" * 256)
    assert account.problem("Nickname") == "At most 255 characters."
    field.press("Enter")
    assert field.evaluate("field => field === document.activeElement")
    field.fill("x" * 255)
    account.tab.locator("[aria-invalid]").wait_for(state="detached")
    assert account.tab.locator("#nickname .problem").inner_text() == ""
    account.press("Cancel")
    assert account.tab.evaluate("document.activeElement.id") == "nickname-edit"
    assert account.shown("nickname") == "Not set"
    assert [call for call in account.api_calls() if "PATCH" in call] == []


def test_keys_alone_open_leave_and_save(account: Account, game: Game, token: str) -> None:
    account.tab.locator("#first_name-edit").focus()
    account.tab.keyboard.press("Enter")
    account.tab.keyboard.type("Ann")
    account.tab.locator("#first_name-input").dispatch_event("keydown", {"key": "Escape", "isComposing": True})
    assert account.tab.locator("#first_name-input").input_value() == "Ann"
    account.tab.keyboard.press("Escape")
    assert account.tab.evaluate("document.activeElement.id") == "first_name-edit"
    assert account.shown("first_name") == "Not set"
    account.tab.keyboard.press("Space")
    account.tab.keyboard.type("Ann")
    account.tab.keyboard.press("Tab")
    account.tab.keyboard.press("Enter")
    account.told("Saved")
    assert account.tab.evaluate("document.activeElement.id") == "first_name-edit"
    assert profile(game, token)["first_name"] == "Ann"


def test_a_birthday_is_set_once_and_then_fixed_with_the_reason(
    account: Account, game: Game, token: str
) -> None:
    account.press("Add Date of birth")
    day, month, year = (account.tab.get_by_label(name, exact=True) for name in ("Day", "Month", "Year"))
    problem = account.tab.locator("#birthday .problem")
    account.press("Save")
    assert problem.inner_text() == says("account.required")
    order = account.tab.locator("#birthday label").all_inner_texts()
    assert order == ["Month", "Day", "Year"]
    for typed, said in {
        ("31", "2", "2000"): says("account.birthday_impossible"),
        ("x", "2", "2000"): says("account.birthday_impossible"),
        ("1", "1", "0000"): says("account.birthday_impossible"),
        ("29", "2", "1900"): says("account.birthday_impossible"),
        ("1", "1", "9999"): says("account.birthday_future"),
    }.items():
        day.fill(typed[0])
        month.select_option(typed[1])
        year.fill(typed[2])
        assert problem.inner_text() == said, typed
    year.fill("85")
    assert problem.inner_text() == ""
    account.press("Save")
    assert problem.inner_text() == says("account.birthday_impossible")
    day.fill("٢٩")
    month.select_option("2")
    year.fill("2000")
    assert problem.inner_text() == ""
    account.press("Save")
    account.told("Saved")
    assert profile(game, token)["birthday"] == "2000-02-29"
    assert account.shown("birthday") == "February 29, 2000"
    row = account.row("birthday")
    assert row.get_by_text(says("account.birthday_fixed")).is_visible()
    assert row.get_by_role("button").count() == 0


def test_a_birthday_that_was_told_meanwhile_is_refused_at_its_field(
    account: Account, game: Game, token: str
) -> None:
    account.press("Add Date of birth")
    game.call("PATCH", "/users/me", bearer=token, body={"birthday": "1990-05-15"})
    for name, typed in (("Day", "1"), ("Year", "2001")):
        account.tab.get_by_label(name, exact=True).fill(typed)
    account.tab.get_by_label("Month", exact=True).select_option("1")
    account.press("Save")
    problem = account.tab.locator("#birthday .problem")
    problem.get_by_text(says("account.birthday_fixed")).wait_for()
    assert account.tab.locator("#birthday [aria-invalid=true]").count() == 3
    assert account.tab.locator("#told").inner_text() == ""
    assert profile(game, token)["birthday"] == "1990-05-15"


def test_a_gender_is_chosen(account: Account, game: Game, token: str) -> None:
    account.press("Edit Gender")
    account.press("Save")
    assert account.problem("Gender") == says("account.required")
    for label, value in {"Female": "f", says("account.gender_unsaid"): "prefer not to answer"}.items():
        account.tab.get_by_label("Gender", exact=True).select_option(label=label)
        account.press("Save")
        account.tab.get_by_role("button", name="Edit Gender").wait_for()
        assert profile(game, token)["gender"] == value
        assert account.shown("gender") == label
        account.press("Edit Gender")


REFUSALS = {
    (400, "0"): says("account.invalid"),
    (400, "002-027"): says("account.invalid"),
    (400, "002-028"): says("account.invalid"),
    (403, "003-020"): says("account.unavailable"),
    (404, "003-002"): says("refusal.general"),
    (413, "413"): says("account.invalid"),
    (422, "002-061"): says("account.birthday_fixed"),
    (429, "003-038"): says("refusal.too_many_requests") + " (in 30 seconds)",
    (500, "500"): says("refusal.general"),
    (422, "partner-code"): says("refusal.general"),
    (422, "constructor"): says("refusal.general"),
}


def test_each_refusal_is_told_at_the_field_and_nothing_is_shown_as_saved(
    account: Account, game: Game, token: str
) -> None:
    account.press("Edit First name")
    for (status, code), said in REFUSALS.items():
        account.refuse("/users/me", status, code, {"Retry-After": "30" if status == 429 else "-5"})
        account.tab.get_by_label("First name", exact=True).fill(f"Ann {code}")
        account.press("Save")
        account.tab.locator("#first_name .problem", has_text=said).wait_for()
        assert account.problem("First name") == said
        assert account.tab.evaluate("document.activeElement.id") == "first_name-input"
        account.tab.unroute_all()
    account.press("Cancel")
    shows_what_the_server_has(account, profile(game, token))


def test_a_lost_connection_is_told_and_what_was_typed_stays(account: Account, game: Game, token: str) -> None:
    account.press("Edit Last name")
    account.tab.route("**/api/users/me", lambda route: route.abort())
    account.tab.get_by_label("Last name", exact=True).fill("Doe")
    account.press("Save")
    assert account.problem("Last name").startswith(says("account.offline"))
    account.tab.unroute_all()
    assert account.tab.get_by_label("Last name", exact=True).input_value() == "Doe"
    account.press("Save")
    account.told("Saved")
    assert profile(game, token)["last_name"] == "Doe"


def test_what_is_saved_twice_in_haste_is_sent_once(account: Account, game: Game, token: str) -> None:
    account.press("Edit Nickname")
    account.tab.get_by_label("Nickname", exact=True).fill("Jane")
    account.tab.evaluate(
        """() => {
          const form = document.querySelector("#nickname form")
          for (let times = 0; times < 3; times += 1) form.requestSubmit()
        }"""
    )
    account.told("Saved")
    assert [call for call in account.api_calls() if "PATCH" in call] == ["PATCH /api/users/me"]


def test_what_is_saved_at_once_is_shown_as_the_server_has_it(
    account: Account, game: Game, token: str
) -> None:
    held: list[Any] = []

    def hold_the_first(route: Any) -> None:
        if held or route.request.method != "PATCH":
            route.continue_()
        else:
            held.append((route, route.fetch()))

    account.tab.route("**/api/users/me", hold_the_first)
    for row, label in (("nickname", "Nickname"), ("first_name", "First name")):
        account.press(f"Edit {label}")
        account.tab.get_by_label(label, exact=True).fill(label)
        account.press("Save", within=account.row(row))
    route, answer = held[0]
    route.fulfill(response=answer)
    account.tab.locator(".row form").first.wait_for(state="detached")
    account.tab.get_by_role("button", name="Edit First name").wait_for()
    assert account.shown("nickname") == "Nickname #1000"
    assert account.shown("first_name") == "First name" == profile(game, token)["first_name"]


def test_an_answer_that_is_none_of_the_server_is_told(account: Account, game: Game, token: str) -> None:
    account.press("Edit Nickname")
    account.tab.get_by_label("Nickname", exact=True).fill("Jane")
    account.tab.route("**/api/users/me", lambda route: route.fulfill(status=200, body="<h1>A proxy</h1>"))
    account.press("Save")
    assert account.problem("Nickname") == says("account.offline")
    account.press("Cancel")
    shows_what_the_server_has(account, profile(game, token))
