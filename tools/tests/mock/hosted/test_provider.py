from __future__ import annotations

from html import escape
from typing import Any

import pytest

from login_contract.mock.contract.refusals import NOT_FOUND, UNPROCESSABLE_VALUE
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import provider_page
from tests.mock.hosted.forms import forms_of, told

GINA = {"id": "google-1", "name": "Gina Grün", "email": "gina@example.com"}
GUSTAV = {"id": "google-2", "name": "Gustav"}


def page(**options: Any) -> str:
    given = {
        "provider": "google",
        "state": "s-1",
        "project_name": "Demo Game",
        "identities": [GINA, GUSTAV],
        "refusal": None,
        "locale": "en_US",
        **options,
    }
    return provider_page.page(**given)


def test_every_form_posts_the_state_to_the_page_in_its_language() -> None:
    for form in forms_of(page(locale="de")):
        assert (form.method, form.action) == ("post", "/_mock/provider/google?locale=de_DE")
        assert form.hidden["state"] == "s-1"


def test_an_identity_is_a_button_that_sends_its_id() -> None:
    pick = forms_of(page())[0]
    assert pick.hidden["action"] == "pick"
    assert pick.buttons == {
        "GG Gina Grün gina@example.com google-1": ("id", "google-1"),
        "G Gustav without e-mail address google-2": ("id", "google-2"),
    }


def test_an_identity_can_be_added_and_its_address_is_optional() -> None:
    add = forms_of(page())[1]
    assert add.hidden["action"] == "add"
    assert add.fields == {"name": "", "id": "", "email": ""}
    assert add.required == ["name", "id"]


def test_a_login_can_be_called_off() -> None:
    assert forms_of(page())[-1].hidden == {"state": "s-1", "action": "cancel"}


def test_the_page_says_that_it_is_a_simulation() -> None:
    html = page(provider="epicgames")
    assert "<title>Sign in with Epic Games</title>" in html
    assert "This page stands in for <bdi>Epic Games</bdi> while you test." in html
    assert "Who do you want to be in <bdi>Demo Game</bdi>?" in html


def test_the_form_for_a_new_identity_is_unfolded_when_there_is_nobody_to_pick() -> None:
    assert "<details>" in page()
    html = page(identities=[])
    assert "<details open>" in html
    assert "There are no test identities yet." in html
    assert [form.hidden["action"] for form in forms_of(html)] == ["add", "cancel"]


def test_a_refused_identity_stands_in_its_fields_again() -> None:
    given = {"id": "google-3", "name": "Greta", "email": "greta"}
    html = page(given=given, refusal=LoginError(UNPROCESSABLE_VALUE))
    add = forms_of(html)[1]
    assert "<details open>" in html
    assert add.fields == given
    assert add.refused == ["name", "id", "email"]
    assert 'role="alert" id="refusal" dir="auto">Something is missing or not valid.' in html


def test_a_refused_choice_leaves_the_fields_alone() -> None:
    html = page(refusal=LoginError(NOT_FOUND))
    assert forms_of(html)[1].refused == []
    assert "This choice does not exist, or no longer." in html


def test_no_picture_is_loaded() -> None:
    html = page(identities=[{**GINA, "picture": "https://example.com/gina.png"}])
    assert "gina.png" not in html


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("Gina", "G"),
        ("ada  king of lovelace", "AL"),
        ("“Ömer” (Çelik)", "ÖÇ"),
        ("花子", "花"),
        ("🎮", "🎮"),
        ("", ""),
    ],
)
def test_initials_are_the_first_letters_of_the_first_and_the_last_word(name: str, letters: str) -> None:
    assert provider_page.initials(name) == letters


def test_the_page_speaks_the_readers_language() -> None:
    html = page(locale="de")
    assert '<html lang="de" dir="ltr">' in html
    assert "<title>Mit Google anmelden</title>" in html


def test_markup_in_values_is_text() -> None:
    hostile = "\"'></form><script>alert(1)</script>{provider}{0}"
    identity = dict.fromkeys(("id", "name", "email", "picture"), hostile)
    names = ("provider", "state", "project_name")
    html = page(**dict.fromkeys(names, hostile), refusal=told(hostile), identities=[identity], given=identity)
    assert "<script" not in html
    assert "\"'>" not in html
    assert escape(hostile) in html
