"""Bodies generated from the description: every boundary, random ones, valid and not, with good tokens."""

from __future__ import annotations

from typing import Any

import pytest

from login_contract.partner_suite import generated
from login_contract.partner_suite.trial import PartnerUnderTest
from login_contract.suite.assignment import Assignment
from login_contract.suite.reporting.evidence import Recording

ASSIGNMENT = Assignment.from_env()


@pytest.fixture
def failed() -> list[Any]:
    """The deliveries of a test that failed so far."""
    return []


@pytest.mark.phase("coverage")
@generated.schema("coverage", deep=ASSIGNMENT.deep, seed=ASSIGNMENT.seed).parametrize()  # type: ignore[untyped-decorator]
def test_coverage(case: Any, partner: PartnerUnderTest, recording: Recording, failed: list[Any]) -> None:
    # Every boundary is tried, whatever the others did; the evidence is to be that of the first failure.
    if failed:
        return
    try:
        generated.probe(case, partner, recording)
    except AssertionError:
        failed.append(case)
        raise


@pytest.mark.phase("fuzzing")
@generated.schema("fuzzing", deep=ASSIGNMENT.deep, seed=ASSIGNMENT.seed).parametrize()  # type: ignore[untyped-decorator]
def test_fuzzing(case: Any, partner: PartnerUnderTest, recording: Recording) -> None:
    generated.probe(case, partner, recording)
