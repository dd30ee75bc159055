from __future__ import annotations

from html import escape

import pytest

from login_contract.mock.contract.refusals import INVALID_TOKEN, NOT_FOUND, UNREGISTERED_ADDRESS
from login_contract.mock.errors import LoginError, Refusal
from login_contract.mock.hosted import error_page
from login_contract.mock.messages.languages import language
from tests.mock.hosted.forms import told

TEXTS = language("en_XX").texts
HOSTILE = "\"'></p><script>alert(1)</script>{project_name}"


def page(refusal: Refusal, locale: str | None = "en", meaning: str = "For developers.") -> str:
    return error_page.page(LoginError(refusal), meaning=meaning, locale=locale)


@pytest.mark.parametrize(
    ("locale", "start", "text"),
    [
        ("de", '<html lang="de" dir="ltr">', language("de_DE").texts["error_page.title"]),
        ("ar", '<html lang="ar" dir="rtl">', language("ar_AE").texts["error_page.title"]),
        (None, '<html lang="en" dir="ltr">', TEXTS["error_page.title"]),
    ],
)
def test_the_page_speaks_the_readers_language(locale: str | None, start: str, text: str) -> None:
    html = page(NOT_FOUND, locale)
    assert start in html
    assert text in html.partition("</h1>")[0]


@pytest.mark.parametrize(
    ("refusal", "text"),
    [
        (NOT_FOUND, TEXTS["error_page.over"]),
        (Refusal(404, "404"), TEXTS["error_page.missing"]),
        (UNREGISTERED_ADDRESS, TEXTS["refusal.wrong_address"]),
    ],
)
def test_a_refusal_is_told_by_its_code(refusal: Refusal, text: str) -> None:
    assert f"<p>{text}</p>" in page(refusal)


def test_a_refusal_without_words_of_its_own_says_where_to_start_again() -> None:
    html = page(INVALID_TOKEN)
    assert html.count("<p>") == 1
    assert TEXTS["error_page.start_again"] in html


def test_developers_find_status_code_and_meaning_folded_up_in_english() -> None:
    folded = page(NOT_FOUND, "ar").partition("<details>")[2].partition("</details>")[0]
    assert "<bdi>404 003-061</bdi></summary>" in folded
    assert '<p class="soft" lang="en" dir="ltr" style="white-space:pre-line">For developers.</p>' in folded


def test_a_partner_refuses_in_its_own_words_which_are_text() -> None:
    html = error_page.page(told(HOSTILE), meaning=HOSTILE, locale="en")
    assert "<script" not in html
    assert html.count(escape(HOSTILE)) == 3
