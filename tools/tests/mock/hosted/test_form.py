from __future__ import annotations

import pytest

from login_contract.mock.contract.refusals import PARTNER_REFUSES_LOGIN
from login_contract.mock.errors import LoginError
from login_contract.mock.hosted.form import Texts, alert, content_security_policy


@pytest.mark.parametrize(
    ("login_url", "sources"),
    [
        ("https://example.com/callback", "'self' http: https:"),
        ("", "'self' http: https:"),
        ("mygame://login", "'self' http: https: mygame:"),
        ("javascript://x", "'self' http: https:"),
        ("x y;script-src *://z", "'self' http: https:"),
    ],
)
def test_the_policy_lets_a_form_end_where_the_game_lives(login_url: str, sources: str) -> None:
    policy = dict(part.split(" ", 1) for part in content_security_policy(login_url).split("; "))
    assert policy["form-action"] == sources
    assert policy["default-src"] == "'none'"


@pytest.mark.parametrize(
    ("description", "text"),
    [("Not today.", "Not today."), ("", "That did not work."), (None, "That did not")],
)
def test_a_partner_refuses_in_its_own_words_if_it_has_some(description: str | None, text: str) -> None:
    refusal = LoginError(PARTNER_REFUSES_LOGIN, description, of_partner=True)
    assert f'dir="auto">{text}' in alert(Texts.of("sign_in", "en"), refusal)


def test_what_the_mock_says_of_a_refusal_is_not_for_the_reader_of_a_page() -> None:
    refusal = LoginError(PARTNER_REFUSES_LOGIN, "For developers.", because="a setting")
    assert "That did not work." in alert(Texts.of("sign_in", "en"), refusal)
