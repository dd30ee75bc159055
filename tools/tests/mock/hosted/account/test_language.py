"""The page in the reader's language: from the start, after a switch, in dates, numbers and plurals."""

from __future__ import annotations

import re
from typing import Any

import pytest

from login_contract.mock.hosted import page_files
from login_contract.mock.messages.languages import available, language
from login_contract.mock.messages.page_texts import ACCOUNT
from tests.mock.game import Game, token_of
from tests.mock.hosted.account.checks import speaks
from tests.mock.hosted.account.opened import Account, says, seen

HEADINGS = ("account.title", "account.profile", "account.nickname", "account.not_set", "account.no_devices")


def test_a_switch_changes_every_text_and_keeps_the_token_and_what_is_typed(
    account: Account, game: Game
) -> None:
    token = token_of(game.register("jane"))
    game.call("PATCH", "/users/me", bearer=token, body={"birthday": "1990-05-15", "gender": "f"})
    account.open(token)
    speaks(account, "en", of=HEADINGS)
    account.press("Edit Nickname")
    account.tab.get_by_label("Nickname", exact=True).fill("y" * 256)
    account.problem("Nickname")
    account.tab.get_by_label("Language").select_option(label="Deutsch")
    account.tab.locator("html[lang=de]").wait_for()
    speaks(account, "de", of=("account.title", "account.profile", "account.no_devices"))
    assert account.tab.title() == language("de_DE").texts["account.title"]
    assert account.problem("Spitzname") == "Höchstens 255 Zeichen."
    assert account.shown("birthday") == "15. Mai 1990"
    assert account.shown("gender") == "Weiblich"
    account.tab.get_by_label("Spitzname", exact=True).fill("Jane")
    account.press("Speichern")
    account.told("Gespeichert")
    assert account.tab.url.endswith("/profile?locale=en")
    assert game.call("GET", "/users/me", bearer=token).json()["nickname"] == "Jane"


def test_a_switch_that_fails_leaves_the_page_as_it_is(account: Account, game: Game) -> None:
    account.open(token_of(game.register("jane")))
    account.tab.route("**/_mock/texts?*", lambda route: route.abort())
    account.tab.get_by_label("Language").select_option(label="Deutsch")
    account.told(says("account.offline"))
    assert account.tab.get_by_label("Language").input_value() == "en"
    speaks(account, "en", of=HEADINGS)


def test_of_two_switches_the_last_one_counts(account: Account, game: Game) -> None:
    account.open(token_of(game.register("jane")))
    held: list[Any] = []
    account.tab.route("**/_mock/texts?locale=de", lambda route: held.append((route, route.fetch())))
    account.tab.locator("#language").select_option("de")
    account.tab.locator("#language").select_option("fr")
    account.tab.locator("html[lang=fr]").wait_for()
    route, answer = held[0]
    with account.tab.expect_request_finished():
        route.fulfill(response=answer)
    account.tab.evaluate("new Promise(requestAnimationFrame)")
    assert account.tab.evaluate("document.documentElement.lang") == "fr"
    assert account.tab.locator("#language").input_value() == "fr"


def test_a_switch_reaches_what_a_question_hides(account: Account, game: Game) -> None:
    device = {"device": "Pixel 8", "device_id": "0123456789abcdef"}
    account.open(game.call("POST", "/login/device/android", body=device).json()["token"])
    account.press("Remove Pixel 8")
    account.tab.locator("#language").select_option("de")
    account.tab.locator("html[lang=de]").wait_for()
    account.press("Abbrechen")
    assert account.tab.locator("#devices").get_by_text("Zuletzt benutzt").is_visible()
    assert account.tab.locator("#devices button").inner_text() == "Entfernen"


def test_a_birthday_is_asked_in_the_order_of_the_language(account: Account, game: Game) -> None:
    account.open(token_of(game.register("jane")), "de")
    account.press("Hinzufügen Geburtsdatum")
    labels = account.tab.locator("#birthday label")
    assert labels.all_inner_texts() == ["Tag", "Monat", "Jahr"]
    assert account.tab.get_by_label("Monat").locator("option").nth(3).inner_text() == "März"
    account.tab.get_by_label("Language").or_(account.tab.get_by_label("Sprache")).select_option("ja")
    account.tab.locator("html[lang=ja]").wait_for()
    words = language("ja_JP").texts
    order = [words[f"account.{name}"] for name in ("year", "month", "day")]
    assert labels.all_inner_texts() == order


@pytest.mark.parametrize("tag", [tag for tag in available() if language(tag).direction == "rtl"])
def test_a_language_from_right_to_left_turns_the_page_around(account: Account, game: Game, tag: str) -> None:
    account.open(token_of(game.register("jane")), tag)
    name, deed = account.row("nickname").locator("dt"), account.row("nickname").locator("button")
    assert deed.bounding_box()["x"] < name.bounding_box()["x"]
    assert account.shown("email") == "jane@example.com"


def test_every_text_of_the_page_is_used_and_every_text_it_uses_exists() -> None:
    modules = [file.text for name, file in page_files.all_files().items() if name.endswith(".js")]
    written = "\n".join([*modules, (page_files.FOLDER / "page.html").read_text("utf-8")])
    # By its name in quotes, or as a deed of a row, which is the name of a function.
    used = {one for one in ACCOUNT if re.search(rf'"{one}"|{{ {one}: \(\) =>', written)}
    assert sorted(ACCOUNT.keys() - used) == []
    named = set(re.findall(r'(?<!\w)(?:text|say)\((?:[^"()]*, )?"([\w.]+)"', written))
    known = set(ACCOUNT) | {f"refusal.{one}" for one in ("general", "banned", "unreachable")}
    assert sorted(name for name in named if name not in known) == []


def test_numbers_and_plurals_follow_the_language(account: Account, game: Game) -> None:
    account.open(token_of(game.register("jane")), "de")
    told = account.tab.evaluate(
        """async () => {
          const { text, size } = await import("./_mock/pages/texts.js")
          return [text("too_long", { n: 1 }), text("too_long", { n: 1234 }), size(1.5 * 2 ** 20)]
        }"""
    )
    assert [seen(one) for one in told] == ["Höchstens 1 Zeichen.", "Höchstens 1.234 Zeichen.", "1,5 MB"]
