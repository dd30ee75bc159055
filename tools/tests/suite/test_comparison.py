from __future__ import annotations

import pytest

from login_contract.suite.reporting.comparison import NOTHING, Comparison, compared


@pytest.mark.parametrize(
    ("summary", "expected", "received"),
    [
        ("assert 404 == 204\n +  where 404 = <Response>", "204", "404"),
        (
            "assert (401, '003-001') == (422, '010-012')\n  \n  At index 0 diff: 401 != 422",
            "(422, '010-012')",
            "(401, '003-001')",
        ),
        ("assert 'a' not in 'abc'", "not in 'abc'", "'a'"),
        ("Undocumented status code: Received: 418\nDocumented: 200, 400", "200, 400", "418"),
        (
            "x answers what is not described: POST /login: 401 with the code '9'; documented are 1, 2",
            "1, 2",
            "401 with the code '9'",
        ),
        ('Response violates schema: "login_url" is a required property\n\nX', '"login_url"', NOTHING),
        ('Response violates schema: 7 is not of type "string"', '"string"', "7"),
        ("the answer of POST /login lacks `login_url`", "`login_url`", NOTHING),
        ("the answer of GET /x lacks the header `allow`", "the header `allow`", NOTHING),
    ],
)
def test_expected_and_received_are_told_apart(summary: str, expected: str, received: str) -> None:
    assert compared(summary) == Comparison(expected, received)


@pytest.mark.parametrize("summary", ["", "phone: accepted a delivery without a token.", "assert False"])
def test_text_that_compares_nothing_is_left_alone(summary: str) -> None:
    assert compared(summary) is None
