"""The page in place of an error envelope, as its reader's language writes it."""

from __future__ import annotations

import pytest

from login_contract.mock.contract.refusals import NOT_FOUND
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import error_page


@pytest.mark.parametrize(
    ("locale", "told"),
    [("de", "Für den Support: "), ("fr", "Pour l’assistance\u00a0: "), ("ja", "サポート用の情報：")],
)
def test_the_code_for_support_follows_the_punctuation_of_the_language(locale: str, told: str) -> None:
    html = error_page.page(LoginError(NOT_FOUND), meaning="Gone.", locale=locale)
    assert f"<summary>{told}<bdi>404 {NOT_FOUND.code}</bdi></summary>" in html
