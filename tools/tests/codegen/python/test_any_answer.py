"""The client is never surprised: ten thousand answers of servers that grew or broke."""

from __future__ import annotations

import pytest

from tests.codegen.python.surprises import judge_surprises

#: Answers in all, and the tests that share them.
ANSWERS, SHARES = 10_000, 4


@pytest.mark.parametrize("share", range(SHARES))
def test_whatever_a_server_answers_comes_to_a_result_or_to_an_error_of_the_family(share: int) -> None:
    judge_surprises(share, ANSWERS // SHARES)
