"""Whether anything can be learned from the endpoints at all: said once, and before everything else.

PYTEST_DONT_REWRITE: a partner reads the messages, not the values of expressions in Python.
"""

from __future__ import annotations

import pytest

from login_contract.partner_suite.diagnosis import diagnosis
from login_contract.partner_suite.trial import PartnerUnderTest
from login_contract.suite.reporting.cause import ContradictionError


@pytest.mark.law(
    "Take the usual delivery: answer it in time, over HTTP, and believe its token", fundamental=True
)
def test_usual_delivery_is_answered(partner: PartnerUnderTest) -> None:
    found = diagnosis(partner)
    if found is not None:
        raise ContradictionError(found.text, found.cause)
