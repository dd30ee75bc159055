from __future__ import annotations

import pytest

from login_contract.suite.reporting.masking import masked

TOKEN = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl"


@pytest.mark.parametrize(
    ("text", "secret"),
    [
        ('{"username": "ann", "password": "s3cret!"}', "s3cret!"),
        ('{"new_password":"with \\"quotes\\" s3cret"}', "s3cret"),
        ("{'password': 's3cret'}", "s3cret"),
        ('{"username":"ann","password":"s3cret', "s3cret"),
        ('{"username":"ann","password":"s3cret\\', "s3cret"),
        ("https://example.com/callback?token=s3cret&remember_me=false", "s3cret"),
        ("Authorization: Bearer s3cret", "s3cret"),
        ("Authorization: Bearer token.s3cret", "s3cret"),
        (f"assert '{TOKEN}' == 'x'", "c2lnbmF0dXJl"),
        (f'{{"token": "{TOKEN}"}}', "eyJ"),
        ("a = '-----BEGIN PRIVATE KEY-----\\nMIIEs3cret\\n-----END PRIVATE KEY-----\\n'", "s3cret"),
        ("...s3cret\\nabc=\\n-----END PRIVATE KEY-----\\n'", "s3cret"),
    ],
)
def test_secrets_are_hidden(text: str, secret: str) -> None:
    assert secret not in masked(text)


def test_what_is_no_secret_stays() -> None:
    text = '{"username": "ann", "code": "482913"} https://example.com/?remember_me=false&projectId=1'

    assert masked(text) == text


def test_sentence_about_bearer_tokens_stays() -> None:
    text = '{"description": "The header has to carry a bearer token."} Bearer tokens, a bearer token'

    assert masked(text) == text


def test_given_secrets_are_hidden_wherever_they_stand() -> None:
    assert masked("x=hunter2;y=hunter22", secrets=["hunter2", "hunter22"]) == "x=***;y=***"


def test_masking_twice_changes_nothing_more() -> None:
    once = masked(f'{{"password": "s3cret", "token": "{TOKEN}"}} Bearer {TOKEN} ?token={TOKEN}')

    assert masked(once) == once


def test_token_that_holds_a_secret_is_hidden_whole() -> None:
    text = "Bearer eyJhbGciOiJub25lIn0.eyJzdWIiOiJhYmNkIn0.c2ln and abcd, Ym"

    assert masked(text, secrets=["OiJ", "abcd", "c2"]) == "Bearer *** and ***, Ym"


def test_secret_that_was_cut_in_the_middle_is_hidden() -> None:
    secret = f"Beginning{'x' * 60_000}ofThisEnd"

    text = masked(f"it was '{secret[:30]}...{secret[-30:]}'", secrets=[secret])

    assert text == "it was '***...***'"


def test_secret_whose_end_was_cut_takes_nothing_of_the_next_line_along() -> None:
    text = 'new-user: 500 {"password":"s3cr…\nphone: 500 {"phone_number":"+12025550123"}'

    assert masked(text) == 'new-user: 500 {"password":"***"\nphone: 500 {"phone_number":"+12025550123"}'


def test_secret_with_which_a_line_was_cut_at_its_end_is_hidden() -> None:
    text = masked("wrong: correct-hor… and correct and nine, correc", secrets=["correct-horse", "nine…"])

    assert text == "wrong: ***… and correct and nine, correc"
