from __future__ import annotations

from html import escape
from typing import Any

from login_contract.mock.contract.refusals import TOO_MANY_WRONG_CODES, WRONG_CODE
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted import two_factor_page
from tests.mock.hosted.forms import forms_of, told


def page(**options: Any) -> str:
    given = {
        "challenge_id": "c-1",
        "project_name": "Demo Game",
        "recipient_hint": "d***@example.com",
        "refusal": None,
        "sent_again": False,
        "locale": "en_US",
        **options,
    }
    return two_factor_page.page(**given)


def test_the_page_takes_a_code_or_sends_a_new_one() -> None:
    check, resend = forms_of(page())
    assert check.method == resend.method == "post"
    assert check.action == resend.action == "/_mock/two-factor?locale=en_XX"
    assert check.hidden == {"challenge_id": "c-1", "action": "check"}
    assert check.fields == {"code": ""}
    assert resend.hidden == {"challenge_id": "c-1", "action": "resend"}
    assert resend.fields == {}


def test_the_page_tells_where_the_code_went() -> None:
    assert "sign in to <bdi>Demo Game</bdi>, enter the code that we sent to <bdi>d***@exam" in page()


def test_a_new_code_is_announced() -> None:
    text = '<p class="status" role="status">A new code is on its way to <bdi>d***@example.com</bdi>.'
    assert text in page(sent_again=True)
    assert 'role="status"' not in page()


def test_a_refusal_is_told_beside_the_code() -> None:
    html = page(refusal=LoginError(WRONG_CODE))
    assert 'role="alert" id="refusal" dir="auto">This code is wrong, used or expired.' in html
    assert forms_of(html)[0].refused == ["code"]
    assert "refusal" not in page().partition("<body>")[2]


def test_after_too_many_codes_a_new_login_is_needed_and_not_a_new_code() -> None:
    html = page(refusal=LoginError(TOO_MANY_WRONG_CODES))
    assert "There were too many wrong codes. Sign in to <bdi>Demo Game</bdi> once more." in html


def test_the_page_speaks_the_readers_language() -> None:
    html = page(locale="de")
    assert '<html lang="de" dir="ltr">' in html
    assert "<title>Noch ein Schritt</title>" in html
    assert forms_of(html)[0].action == "/_mock/two-factor?locale=de_DE"


def test_markup_in_values_is_text() -> None:
    hostile = "\"'></form><script>alert(1)</script>{recipient}{0}"
    names = ("challenge_id", "project_name", "recipient_hint")
    html = page(**dict.fromkeys(names, hostile), refusal=told(hostile), sent_again=True)
    assert "<script" not in html
    assert "\"'>" not in html
    assert escape(hostile) in html
