from __future__ import annotations

from typing import Any

import pytest

from login_contract.mock.contract.refusals import WRONG_RESET_CODE
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import reset_form_page
from tests.mock.hosted.forms import told

FIELDS = {"project_id": "p-1", "user_id": "u-1", "code": "c-1", "login_url": "https://example.com/callback"}


def page(**options: Any) -> str:
    given = {
        "project_name": "Demo Game",
        "refusal": None,
        "done": False,
        "locale": "en_US",
        **FIELDS,
        **options,
    }
    return reset_form_page.page(**given)


def test_the_form_posts_what_confirms_a_reset() -> None:
    html = page()
    assert '<form method="post" action="/_mock/reset-form?locale=en_XX">' in html
    for name, value in FIELDS.items():
        assert f'<input type="hidden" name="{name}" value="{value}">' in html
    assert 'name="new_password" type="password"' in html


def test_the_form_names_the_project() -> None:
    assert "Pick a new password for your <bdi>Demo Game</bdi> account." in page()


@pytest.mark.parametrize(
    ("locale", "code", "label"),
    [("de-AT", "de", "Neues Passwort"), ("hu_HU", "en", "New password"), (None, "en", "New password")],
)
def test_the_form_speaks_the_readers_language(locale: str | None, code: str, label: str) -> None:
    html = page(locale=locale)
    assert f'<html lang="{code}" dir="ltr">' in html
    assert f'<label for="new_password">{label}</label>' in html


def test_a_refusal_is_told_beside_the_field() -> None:
    html = page(refusal=LoginError(WRONG_RESET_CODE))
    assert 'role="alert" id="refusal" dir="auto">This link is unknown, used or expired.' in html
    assert 'aria-invalid="true" aria-describedby="refusal rule"' in html
    assert "refusal" not in page().partition("<body>")[2]


def test_after_success_the_page_leads_to_the_login_url() -> None:
    html = page(done=True)
    assert '<h1 dir="auto">Password changed</h1>' in html
    assert 'href="https://example.com/callback">Back to <bdi>Demo Game</bdi></a>' in html
    assert "<form" not in html
    assert "c-1" not in html


@pytest.mark.parametrize("login_url", ["", "javascript:alert(1)", "javascript://x%0aalert(1)"])
def test_after_success_a_url_that_leads_nowhere_is_no_link(login_url: str) -> None:
    assert "href" not in page(done=True, login_url=login_url)


@pytest.mark.parametrize("done", [True, False])
def test_markup_in_values_is_text(done: bool) -> None:
    hostile = "\"'></form><script>alert(1)</script>{project_name}"
    html = page(
        project_name=hostile,
        user_id=hostile,
        code=hostile,
        project_id=hostile,
        refusal=told(hostile),
        done=done,
        login_url=f"https://x/{hostile}",
    )
    assert "<script" not in html
    assert "\"'>" not in html
