"""Punctuation on the pages, as the language of the reader sets it."""

from __future__ import annotations

import pytest

from login_contract.mock.contract.refusals import NOT_FOUND
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import error_page
from tests.mock.hosted.asked import fields_html, inputs


@pytest.mark.parametrize(
    ("locale", "told"),
    [("de", "Für den Support: "), ("fr", "Pour l’assistance\u00a0: "), ("ja", "サポート用の情報：")],
)
def test_the_code_for_support_follows_the_punctuation_of_the_language(locale: str, told: str) -> None:
    html = error_page.page(LoginError(NOT_FOUND), meaning="Gone.", locale=locale)
    assert f"<summary>{told}<bdi>404 {NOT_FOUND.code}</bdi></summary>" in html


def test_the_star_of_a_required_field_stays_on_the_line_of_its_label() -> None:
    html = fields_html(inputs())
    assert html.count("&nbsp;*</span>") == sum(each.required for each in inputs())
    assert " *</span>" not in html
