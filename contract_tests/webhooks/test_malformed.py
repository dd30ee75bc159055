"""What is no delivery is refused, and breaks nothing.

PYTEST_DONT_REWRITE: a partner reads the messages, not the values of expressions in Python.
"""

from __future__ import annotations

import pytest

from login_contract.partner_suite.trial import Trial

ADVICE = "Answer 400: check what you parse, and catch what your JSON parser raises."


def refused(trial: Trial, content: bytes, what: str) -> None:
    """Fail unless a body is refused as malformed."""
    answer = trial.deliver(content, trial.person(), body={})
    assert answer.refused, f"{trial.name}: {what} was answered: {answer.brief}.\n{ADVICE}"


@pytest.mark.law("Refuse a body that is no JSON with 4xx")
def test_malformed_json_is_refused(trial: Trial) -> None:
    for content in (b'{"username": "jane.doe"', b"", b'{"username": jane}'):
        refused(trial, content, f"the malformed body {content.decode()!r}")


@pytest.mark.law("Refuse a JSON array with 4xx")
def test_json_array_is_refused(trial: Trial) -> None:
    refused(trial, b'[{"username": "jane.doe"}]', "a JSON array")
